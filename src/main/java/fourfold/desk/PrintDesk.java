package fourfold.desk;

import static fourfold.core.access.Permission.PRINT;

import fourfold.core.audit.Audit;
import fourfold.core.disclosure.Released;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The counter for papers: PDFs of what may leave, which a person prints or hands on. Who asks for one is who verified it, and
/// each is logged with the record that it is about.
public final class PrintDesk extends Desk {

    /// The papers that there are.
    public enum Paper implements Choice {
        PLAN_BRIEFING("plan-briefing", "The plan of a threat, for a chief officer."),
        THREAT("threat", "A threat on a page."),
        MEETING_BRIEF("meeting-brief", "What a meeting has before it."),
        DISRUPTION_RETURN("disruption-return", "The disruptions of an agency in a period."),
        INSPECTION("inspection", "What an inspector would find.");

        private final String label;
        private final String meaning;

        Paper(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        /// Its name in commands.
        @Override
        public String label() {
            return label;
        }

        /// What it is, in a sentence.
        public String meaning() {
            return meaning;
        }

        /// The paper of that name.
        public static Optional<Paper> called(String name) {
            return Arrays.stream(values()).filter(paper -> paper.label.equalsIgnoreCase(name.strip())).findFirst();
        }
    }

    /// What is to be printed.
    ///
    /// @param ref the reference of the threat or meeting; for a return the agency; for an inspection nothing
    /// @param answers for a threat with handling instructions: how they are met for this paper
    /// @param window the days of a return, nothing for the last twelve months; the last day is that of an inspection
    public record Wish(Paper paper, String ref, Map<Id<Threat>, String> answers, Optional<Window> window) {

        /// Of the usual days.
        public Wish(Paper paper, String ref, Map<Id<Threat>, String> answers) {
            this(paper, ref, answers, Optional.empty());
        }
    }

    /// What was written.
    public record Printed(Path file, Marking marking, int bytes) {}

    private final OpenVault vault;
    private final Clearing clearing;
    private final PaperReading reading;

    PrintDesk(Session session, Store store, Ledger ledger, OpenVault vault, PaperReading reading) {
        super(session, store, ledger);
        this.vault = vault;
        this.clearing = new Clearing(session, store);
        this.reading = reading;
    }

    /// Writes a paper as a PDF, in place of a file that has the name.
    public Outcome<Printed> print(Wish wish, Path file) {
        return allowed(PRINT, () -> FileOut.place(vault, file).then(place -> reading.gather(wish)
                .then(gathered -> answered(gathered, wish))
                .then(gathered -> released(gathered, wish).then(released -> printed(gathered, released, wish, place)))));
    }

    /// Handling instructions that nobody has answered are asked for by name.
    private static Outcome<PaperReading.Gathered> answered(PaperReading.Gathered gathered, Wish wish) {
        return gathered.threats().stream()
                .filter(threat -> !threat.lacks(Threat.HANDLING)
                        && wish.answers().getOrDefault(threat.id(), "").isBlank())
                .findFirst()
                .<Outcome<PaperReading.Gathered>>map(threat -> Outcome.refused(new Problem.NeedsReason(
                        "print.handling",
                        threat.get(Threat.REF) + " has handling instructions, \"" + threat.get(Threat.HANDLING)
                                + "\": say how they are met for this paper.")))
                .orElseGet(() -> Outcome.done(gathered));
    }

    private Outcome<Released> released(PaperReading.Gathered gathered, Wish wish) {
        var cleared = new Clearing.Wish(wish.paper().meaning(), Marking.OFFICIAL_SENSITIVE, wish.answers());
        var all = gathered.records();
        var clear = all.isEmpty() ? clearing.everything(cleared) : clearing.only(cleared, all);
        return clear.then(released -> gathered.needed().stream().allMatch(released::includes)
                ? Outcome.done(released)
                : Outcome.refused(new Problem.NotNow("The rules of disclosure withhold what this paper is about.")));
    }

    private Outcome<Printed> printed(PaperReading.Gathered gathered, Released released, Wish wish, Path place) {
        var pdf = gathered.make().apply(released);
        var details = Map.of(
                "paper", Json.of(wish.paper().label()),
                "about", Json.of(gathered.about()),
                "recipient", Json.of(released.to().agency()),
                "withheld", Json.of(released.withheldRecords()));
        return FileOut.write(vault, place, pdf, () -> ledger.log(session, Audit.Kind.PRINT, details))
                .map(file -> new Printed(file, released.marking(), pdf.length));
    }
}
