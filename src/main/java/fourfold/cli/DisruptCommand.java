package fourfold.cli;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Records a disruption event.
@Command(
        name = "disrupt",
        description = {
            "Record a disruption event.",
            "Prints its reference, and whether it counts nationally, once it is saved."
        },
        footer = {
            "",
            "Example:",
            "  fourfold disrupt --vault vault --threat EMS-0001 --date 1/6/2022 --p prevent --type lead \\",
            "      --category minor --reason \"One school reached\" --set arrests=0"
        })
final class DisruptCommand extends DeskCommand {

    @Option(names = "--threat", required = true, paramLabel = "REF", description = "The threat that was disrupted.")
    private String threat = "";

    @Option(
            names = "--date",
            required = true,
            paramLabel = "D",
            description = "When it happened, in any common UK form; day before month.")
    private String date = "";

    @Option(names = "--p", required = true, paramLabel = "P", description = "pursue, prevent, protect or prepare.")
    private String p = "";

    @Option(names = "--other-p", paramLabel = "P", description = "A secondary P; may be repeated.")
    private List<String> otherPs = new ArrayList<>();

    @Option(
            names = "--type",
            required = true,
            paramLabel = "lead|support",
            description = "Whether your agency led the event or supported another that led it.")
    private String type = "";

    @Option(
            names = "--category",
            required = true,
            paramLabel = "C",
            description = "major, moderate, minor, \"no impact\", negative or unassessed.")
    private String category = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is assessed so; only unassessed needs none.")
    private @Nullable String reason;

    @Option(
            names = "--summary",
            paramLabel = "TEXT",
            description = "What happened. Left out, the text of --reason stands for it.")
    private @Nullable String summary;

    @Option(names = "--lead-agency", paramLabel = "A", description = "Who led; left out for a lead event, your agency.")
    private @Nullable String leadAgency;

    @Option(names = "--supporting", paramLabel = "A", description = "A supporting agency or partner; may be repeated.")
    private List<String> supporting = new ArrayList<>();

    @Option(names = "--lead-unit", paramLabel = "U", description = "The unit inside the lead agency.")
    private @Nullable String leadUnit;

    @Option(names = "--tactic", paramLabel = "T", description = "A tactic; may be repeated.")
    private List<String> tactics = new ArrayList<>();

    @Option(names = "--change", paramLabel = "TEXT", description = "What changed for the threat.")
    private @Nullable String change;

    @Option(names = "--evidence", paramLabel = "TEXT", description = "What the assessment rests on.")
    private @Nullable String evidence;

    @Option(names = "--action", paramLabel = "REF", description = "The finished action that it came of.")
    private @Nullable String action;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "Any other field, such as arrests=2 or \"assets seized gbp=1200.00\"; may be repeated.")
    private List<String> set = new ArrayList<>();

    DisruptCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        written();
    }

    private Written written() {
        var written = Written.of("--set", set)
                .and(Disruption.EVENT_DATE, date)
                .and(Disruption.FOUR_P, p)
                .and(Disruption.OTHER_PS, otherPs)
                .and(Disruption.TYPE, typeInFull(type))
                .and(Disruption.CATEGORY, category)
                .and(Disruption.CATEGORY_REASON, reason)
                .and(Disruption.LEAD_AGENCY, leadAgency)
                .and(Disruption.SUPPORTING, supporting)
                .and(Disruption.LEAD_UNIT, leadUnit)
                .and(Disruption.TACTICS, tactics)
                .and(Disruption.CHANGE, change)
                .and(Disruption.EVIDENCE, evidence)
                .and(Disruption.SUMMARY, summary);
        return written.has(Disruption.SUMMARY) ? written : written.and(Disruption.SUMMARY, reason);
    }

    private static String typeInFull(String written) {
        for (var type : DisruptionType.values()) {
            if (type.name().equalsIgnoreCase(written.strip())) return type.label();
        }
        return written;
    }

    @Override
    Outcome<Answer> run(Office office) {
        return Editing.of(Disruption.FIELDS, written().values(), DisruptionDesk.CLOSED_FIELDS)
                .then(values -> office.threats().open(threat).then(against -> record(office, against, values)))
                .map(kept -> answer(office, kept));
    }

    private Outcome<Kept<Disruption>> record(Office office, Kept<Threat> against, Editing<Disruption> values) {
        var id = against.record().id();
        if (action == null) return office.disruptions().record(new DisruptionDesk.Record(id, null, values));
        return office.plans().action(action).then(from -> {
            Id<Action> came = from.record().id();
            return office.disruptions().record(new DisruptionDesk.Record(id, came, values));
        });
    }

    private static Answer answer(Office office, Kept<Disruption> kept) {
        var verdict = office.disruptions().verdict(kept.record());
        return Answer.of(with(some(office.register().object(kept), "ref", "version"), Map.of(
                        "counts", Json.of(verdict.counts()))))
                .saying(List.of(verdict.sentence()));
    }
}
