package fourfold.ui.packet;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Progress;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Making a package, step by step: to whom and why, what, how handling instructions are met, a look at what goes and what
/// stays, and the verification by the person who writes it.
public final class PackageOutViewModel extends ViewModel {

    /// The steps, in order.
    enum Step {
        TO("To whom"),
        WHAT("What"),
        HANDLING("Handling"),
        LOOK("Look"),
        WRITE("Verify and write"),
        DONE("Written");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// How much goes.
    enum Scope {
        EVERYTHING("Everything new", "Every change that this unit has not been sent yet."),
        CHOSEN("Chosen threats", "The threats you choose, with their plans, actions, disruptions and decisions.");

        private final String label;
        private final String meaning;

        Scope(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        String label() {
            return label;
        }

        String meaning() {
            return meaning;
        }
    }

    /// A threat that can be chosen.
    record Choice(Id<Threat> id, String words) {}

    /// What there is to choose from.
    ///
    /// @param others the units other than our own whose certificate is trusted
    record Choices(List<String> others, List<Choice> threats) {}

    /// One handling instruction with the place for its answer.
    record Asked(PacketDesk.Handling handling, Input<String> answer) {}

    private final Desktop desktop;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(this, "step", Step.TO);
    private final ReadOnlyObjectWrapper<PacketDesk.@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<PacketDesk.Written>> written = new ReadOnlyObjectWrapper<>();
    final Query<Choices> choices;
    final Input<String> to = Input.<String>of("to", "To").required();
    final Input<String> purpose = Input.text("purpose", "Purpose")
            .required()
            .atMost(4000)
            .help("Why this unit needs it. It stands on the cover sheet and in the log of what was disclosed.");
    final Input<Scope> scope = Input.<Scope>of("scope", "What goes").required();
    final Input<Choice> pick = Input.of("threats", "Find a threat");
    final Input<Boolean> again = Input.of("again", "Send once more what this unit was sent before");
    final ObservableList<Choice> chosen = FXCollections.observableArrayList();
    final ObservableList<Asked> asked = FXCollections.observableArrayList();
    final Input<Boolean> verified =
            Input.of("verified", "I have verified that this is accurate, complete and up to date");
    final Input<String> folder = Input.text("folder", "Folder").required().help("Where the file is written.");
    final Command next;
    final Command write;
    final Command back;
    final Command addThreat;
    final Command chooseFolder;
    final Command finish;
    final Command trust;

    PackageOutViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        choices = query(
                "Reading the units and threats",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> read(desktop.office()));
        choices.whenRead(read -> {
            if (to.get() == null && read.others().size() == 1) to.set(read.others().getFirst());
        });
        input(to);
        input(purpose);
        input(scope).starting(Scope.EVERYTHING);
        input(pick);
        input(again).starting(false);
        input(verified).starting(false);
        input(folder);
        next = command("package.next", "Next", this::goOn).unless(whyNotNext()).on("Ctrl+Enter");
        write = command("package.write", "Write the package", this::write).icon("fth-lock");
        back = command("package.back", "Back", this::goBack).on("Ctrl+Shift+Enter");
        addThreat = command("package.add-threat", "Add the threat", this::add)
                .when(pick.value().map(one -> true).orElse(false), "Find a threat first.");
        chooseFolder = Command.of("package.folder", "Choose a folder", () -> tools().prompts()
                .folder("Where the package is written", path -> folder.set(path.toString())));
        finish = Command.of("package.finish", "Go to the packages", () -> desktop.go().replace(new Place.Packages()));
        trust = Command.of("package.trust", "Go to trusted units", () -> desktop.go().go(new Place.Settings()));
    }

    private static Outcome<Choices> read(Office office) {
        return office.packets().addressees().then(others -> office.register().list("threats", Map.of()).map(list -> new Choices(
                others,
                list.objects().get().stream()
                        .map(one -> new Choice(
                                new Id<>(UUID.fromString(one.get("id").text())),
                                one.get("ref").text() + "  " + (one.get("name").isNothing() ? "" : one.get("name").text())))
                        .toList())));
    }

    private ObservableValue<String> whyNotNext() {
        return Bindings.createStringBinding(
                () -> {
                    var seen = preview.get();
                    return step.get() == Step.LOOK && seen != null && seen.isNothing() ? nothing(seen) : "";
                },
                step,
                preview);
    }

    /// What to say when nothing would go.
    String nothing(PacketDesk.Preview seen) {
        if (!seen.withheld().isEmpty()) return "All of it is withheld, so there is nothing to send.";
        return seen.number() == 1
                ? "There is nothing to send to " + seen.to() + "."
                : "There is nothing new for " + seen.to() + " since package " + (seen.number() - 1) + ".";
    }

    /// Where the person is.
    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// What would go and what would stay, once it was looked at.
    ReadOnlyObjectProperty<PacketDesk.@Nullable Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// What was written, at the end.
    ReadOnlyObjectProperty<@Nullable List<PacketDesk.Written>> written() {
        return written.getReadOnlyProperty();
    }

    /// The person who verifies, as records name them.
    String verifier() {
        return desktop.office().session().label();
    }

    private void goOn() {
        switch (step.get()) {
            case TO -> toWhat();
            case WHAT -> toHandling();
            case HANDLING -> look();
            case LOOK -> enter(Step.WRITE);
            case WRITE -> write();
            case DONE -> finish.run();
        }
    }

    private void goBack() {
        switch (step.get()) {
            case TO, DONE -> desktop.go().go(new Place.Packages());
            case WHAT -> enter(Step.TO);
            case HANDLING -> enter(Step.WHAT);
            case LOOK -> enter(asked.isEmpty() ? Step.WHAT : Step.HANDLING);
            case WRITE -> enter(Step.LOOK);
        }
    }

    private void enter(Step now) {
        dismissProblem();
        step.set(now);
    }

    private void toWhat() {
        var flaws = new java.util.ArrayList<Problem.Flaw>();
        if (to.get() == null) flaws.add(new Problem.Flaw("to", "Choose the unit that it goes to."));
        if (purpose.filled().isBlank()) flaws.add(new Problem.Flaw("purpose", "Say what it is sent for."));
        if (flaws.isEmpty()) enter(Step.WHAT);
        else refused(new Problem.Invalid(flaws));
    }

    private void add() {
        var one = pick.get();
        if (one != null && !chosen.contains(one)) chosen.add(one);
        pick.set(null);
        pick.attend();
    }

    /// Takes a threat away from those chosen.
    void leaveOut(Choice one) {
        chosen.remove(one);
    }

    private void toHandling() {
        if (scope.get() == Scope.CHOSEN && chosen.isEmpty()) {
            refused(new Problem.Invalid("threats", "Choose at least one threat."));
            return;
        }
        ask(wish(), desktop.office().packets()::handling, instructions -> {
            var before = answers();
            asked.setAll(instructions.stream().map(one -> asking(one, before)).toList());
            if (asked.isEmpty()) look();
            else enter(Step.HANDLING);
        });
    }

    private static Asked asking(PacketDesk.Handling handling, Map<Id<Threat>, String> before) {
        var answer = Input.text("answer " + handling.reference(), "How it is met for this unit and purpose")
                .atMost(1000)
                .help("Left empty, the threat and all that belongs to it stay here.");
        answer.set(before.getOrDefault(handling.threat(), ""));
        return new Asked(handling, answer);
    }

    private Map<Id<Threat>, String> answers() {
        var answers = new HashMap<Id<Threat>, String>();
        for (var one : asked)
            if (!one.answer().filled().isBlank()) answers.put(one.handling().threat(), one.answer().filled().strip());
        return answers;
    }

    private PacketDesk.Wish wish() {
        var whom = to.get();
        Set<Id<Threat>> threats = scope.get() == Scope.CHOSEN
                ? chosen.stream().map(Choice::id).collect(Collectors.toSet())
                : Set.of();
        return new PacketDesk.Wish(
                whom == null ? "" : whom, purpose.filled().strip(), threats, Boolean.TRUE.equals(again.get()), answers());
    }

    private void look() {
        ask(wish(), desktop.office().packets()::preview, seen -> {
            preview.set(seen);
            verified.set(false);
            enter(Step.LOOK);
        });
    }

    private record Writing(PacketDesk.Wish wish, Path folder) {}

    private void write() {
        var flaws = new java.util.ArrayList<Problem.Flaw>();
        if (!Boolean.TRUE.equals(verified.get()))
            flaws.add(new Problem.Flaw("verified", "Nothing leaves before you have verified it."));
        if (folder.filled().isBlank()) flaws.add(new Problem.Flaw("folder", "Choose the folder for the file."));
        if (!flaws.isEmpty()) {
            refused(new Problem.Invalid(flaws));
            return;
        }
        askLong(
                reasons -> new Writing(wish(), Path.of(folder.filled().strip())),
                (wanted, progress) ->
                        desktop.office().packets().write(wanted.wish(), wanted.folder(), watch(progress)),
                done -> {
                    written.set(List.copyOf(done));
                    tools().status().say(done.size() == 1 ? "The package is written and checked." : done.size() + " packages are written and checked.");
                    enter(Step.DONE);
                });
    }

    private static Watch watch(Progress progress) {
        return (done, total) -> {
            progress.at("Writing the package", total == 0 ? -1 : (double) done / total);
            return !progress.stopped();
        };
    }

    @Override
    public boolean hasUnsaved() {
        return step.get() != Step.DONE && (!purpose.filled().isBlank() || !chosen.isEmpty());
    }
}
