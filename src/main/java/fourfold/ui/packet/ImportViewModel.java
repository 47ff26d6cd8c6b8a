package fourfold.ui.packet;

import fourfold.core.access.Permission;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.ImportDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Importing a package, step by step: the file, a look at what becomes of each record, the deliberate taking in, and what
/// there is to do then. Nothing is changed before the third step.
public final class ImportViewModel extends ViewModel {

    /// The steps, in order.
    enum Step {
        FILE("Choose the file"),
        LOOK("Look through it"),
        TAKE("Take it in"),
        DONE("Taken in");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// A package that passed all gates, and where it lies.
    record Seen(Path file, ImportDesk.Preview preview) {}

    private final Desktop desktop;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(this, "step", Step.FILE);
    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>(this, "seen");
    private final ReadOnlyObjectWrapper<ImportDesk.Look.@Nullable Stopped> stopped = new ReadOnlyObjectWrapper<>(this, "stopped");
    private final ReadOnlyObjectWrapper<ImportDesk.@Nullable Imported> imported = new ReadOnlyObjectWrapper<>(this, "imported");
    /// Which fate the list is narrowed to; null shows every record.
    final ObjectProperty<@Nullable Fate> fate = new SimpleObjectProperty<>(this, "fate");
    final Filter filter = new Filter();
    final ObservableList<ImportDesk.Line> shown = FXCollections.observableArrayList();
    final Command choose;
    final Command next;
    final Command take;
    final Command back;
    final Command another;
    final Command copyReceipt;
    final Command worklist;
    final Command finish;

    /// @param copy takes a text to the clipboard
    ImportViewModel(Desktop desktop, Consumer<String> copy) {
        super(desktop.tools());
        this.desktop = desktop;
        choose = command("import.choose", "Choose a file", () -> tools().prompts()
                        .openFile("The package to import", List.of(), this::look))
                .unless(allowed(desktop))
                .icon("fth-folder")
                .on("Ctrl+O");
        next = command("import.next", "Next", this::goOn).unless(whyNotNext()).on("Ctrl+Enter");
        take = command("import.take", "Take it in", this::take).icon("fth-download");
        back = command("import.back", "Back", this::goBack).on("Ctrl+Shift+Enter");
        another = command("import.another", "Import another package", this::begin);
        copyReceipt = Command.of("import.copy-receipt", "Copy the receipt's path", () -> {
                    copy.accept(receipt());
                    tools().status().say("The path of the receipt is on the clipboard.");
                })
                .when(imported.map(one -> one.receipt().isPresent()).orElse(false), "There is no receipt.")
                .icon("fth-copy");
        worklist = Command.of("import.worklist", "Go to the worklist", () -> desktop.go().go(new Place.Home()));
        finish = Command.of("import.finish", "Go to the packages", () -> desktop.go().replace(new Place.Packages()));
        fate.subscribe(now -> narrowed());
        filter.text().subscribe(typed -> show());
        seen.subscribe(now -> show());
    }

    /// Empty where the person may import, else why not.
    static ObservableValue<String> allowed(Desktop desktop) {
        return new SimpleObjectProperty<>(
                desktop.office().session().may(Permission.IMPORT) ? "" : Permission.IMPORT.refusal());
    }

    private ObservableValue<String> whyNotNext() {
        return Bindings.createStringBinding(
                () -> {
                    var now = seen.get();
                    return step.get() == Step.LOOK && now != null && now.preview().already().isPresent()
                            ? "This package was taken in before."
                            : "";
                },
                step,
                seen);
    }

    /// Where the person is.
    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// What passed the gates; null before and after a refusal.
    ReadOnlyObjectProperty<@Nullable Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /// What a gate refused, or null.
    ReadOnlyObjectProperty<ImportDesk.Look.@Nullable Stopped> stopped() {
        return stopped.getReadOnlyProperty();
    }

    /// What was taken in, at the end.
    ReadOnlyObjectProperty<ImportDesk.@Nullable Imported> imported() {
        return imported.getReadOnlyProperty();
    }

    /// Looks at a file through all gates, and goes on to what it would do.
    void look(Path file) {
        if (!choose.possible()) return;
        ask(file, this::looked, came -> {
            switch (came) {
                case ImportDesk.Look.Passed(var preview) -> {
                    stopped.set(null);
                    seen.set(new Seen(file, preview));
                    fate.set(null);
                    filter.clear();
                    step.set(Step.LOOK);
                }
                case ImportDesk.Look.Stopped refusal -> {
                    seen.set(null);
                    stopped.set(refusal);
                    step.set(Step.FILE);
                }
            }
        });
    }

    /// What a unit publishes is looked at where whom we trust is decided.
    private Outcome<ImportDesk.Look> looked(Path file) {
        return desktop.office().publications().preview(file).isPresent()
                ? Outcome.refused(new Problem.NotNow("This is no package of records but a list of certificates or a configuration;"
                        + " an administrator takes it in under Settings, Certificates and configuration."))
                : desktop.office().imports().look(file);
    }

    private void goOn() {
        switch (step.get()) {
            case FILE -> choose.run();
            case LOOK -> enter(Step.TAKE);
            case TAKE -> take.run();
            case DONE -> finish.run();
        }
    }

    private void goBack() {
        switch (step.get()) {
            case FILE, DONE -> desktop.go().go(new Place.Packages());
            case LOOK -> begin();
            case TAKE -> enter(Step.LOOK);
        }
    }

    private void enter(Step now) {
        dismissProblem();
        step.set(now);
    }

    private void begin() {
        seen.set(null);
        stopped.set(null);
        imported.set(null);
        enter(Step.FILE);
    }

    private void take() {
        var now = seen.get();
        if (now == null || step.get() != Step.TAKE) return;
        ask(now.file(), desktop.office().imports()::accept, came -> {
            imported.set(came);
            tools().status().say("Package " + came.preview().number() + " from " + came.preview().from() + " is taken in.");
            enter(Step.DONE);
        });
    }

    private String receipt() {
        var now = imported.get();
        return now == null ? "" : now.receipt().map(Path::toString).orElse("");
    }

    /// Narrows the list to one fate, or shows every record again when it was narrowed to it.
    void only(Fate one) {
        fate.set(one == fate.get() ? null : one);
    }

    private void narrowed() {
        var one = fate.get();
        if (one == null) filter.chips().clear();
        else filter.chips().setAll(new Filter.Chip(FateWords.capital(one), () -> fate.set(null)));
        show();
    }

    private void show() {
        var now = seen.get();
        var all = now == null ? List.<ImportDesk.Line>of() : now.preview().lines();
        var words = filter.text().get().strip().toLowerCase(Locale.UK);
        var only = fate.get();
        var matching = all.stream()
                .filter(line -> only == null || line.fate() == only)
                .filter(line -> words(line).contains(words))
                .toList();
        filter.count(matching.size(), all.size());
        shown.setAll(matching);
    }

    private static String words(ImportDesk.Line line) {
        return String.join(" ", PacketWords.word(line.kind()), line.reference(), line.fate().label(), line.why())
                .toLowerCase(Locale.UK);
    }

    /// As in "Tue 3 May 2022, 14:02".
    String when(java.time.Instant instant) {
        return Dates.moment(instant, desktop.office().session().clock().getZone());
    }
}
