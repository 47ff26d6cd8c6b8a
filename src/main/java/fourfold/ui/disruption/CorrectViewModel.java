package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.sync.Kept;
import fourfold.desk.CaptureStart;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.DraftDesk.Unsaved;
import fourfold.desk.EventFile;
import fourfold.desk.Office;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Tools;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Drafting;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The correction of one event, on the version that the person saw.
final class CorrectViewModel extends ViewModel {

    /// What is asked of the desk.
    private record Wish(Seen<Disruption> seen, Map<String, String> texts, String reason) {}

    /// What the form is filled in from.
    private record Start(EventFile file, CaptureStart words, Map<String, String> draft) {}

    final EventInputs event;
    final Input<String> reason = input(Input.text("reason", "Why you correct it").required().atMost(4000));
    final ObservableList<String> agencies = FXCollections.observableArrayList();
    final ObservableList<String> units = FXCollections.observableArrayList();
    final ObservableList<String> tactics = FXCollections.observableArrayList();
    final Command save;

    private final Office office;
    private final Drafting drafting;
    private final Query<Start> start;
    private Seen<Disruption> seen;
    private boolean begun;
    private boolean taking;
    private Runnable finished = () -> {};

    CorrectViewModel(Office office, Tools tools, String key, Kept<Disruption> kept) {
        super(tools);
        this.office = office;
        this.seen = kept.seen();
        drafting = new Drafting(office, tools, key);
        event = new EventInputs(office.reference());
        event.all().forEach(this::input);
        event.fill(kept.record());
        office.reference().tactics().forEach(tactic -> tactics.add(tactic.name()));
        save = command("event.save", "Save the correction", this::save).on("Ctrl+Enter");
        start = query("Reading the event", new ReadOnlyObjectWrapper<>(kept.record().id()), id -> office.disruptions()
                .file(id)
                .then(file -> office.disruptions()
                        .begin(new DisruptionDesk.Beginning(null, null))
                        .map(words -> new Start(file, words, drafting.read().map(Unsaved::texts).orElse(Map.of())))));
        start.whenRead(this::begin);
        drafting.whenAtRest(event.all(), this::keepDraft);
    }

    private void begin(Start read) {
        agencies.setAll(read.words().agencies());
        units.setAll(read.words().units());
        if (taking || !begun) {
            seen = read.file().kept().seen();
            event.rebase(read.file().event());
        }
        if (!begun && !hasUnsaved() && !read.draft().isEmpty()) {
            event.restore(read.draft());
            reason.set(read.draft().getOrDefault(reason.name(), ""));
            tools().status().say("What you had typed and not saved is back.");
        }
        begun = true;
        taking = false;
    }

    private void save() {
        ask(new Wish(seen, event.changed(), reason.filled().strip()), this::correct, kept -> {
            event.fill(kept.record());
            reason.starting("");
            keepDraft();
            tools().status().say(kept.record().get(Disruption.REF) + " is corrected.");
            finished.run();
        });
    }

    private Outcome<Kept<Disruption>> correct(Wish wish) {
        if (wish.reason().isEmpty())
            return Outcome.refused(new Problem.Invalid(reason.name(), "Say why you correct it."));
        return EventInputs.read(wish.texts())
                .then(values -> office.disruptions()
                        .correct(new DisruptionDesk.Correct(wish.seen(), values, wish.reason())));
    }

    @Override
    public void showTheirs() {
        event.all().forEach(CorrectViewModel::forget);
        keepMine();
    }

    private static <T> void forget(Input<T> input) {
        input.starting(input.get());
    }

    @Override
    public void keepMine() {
        taking = true;
        super.keepMine();
    }

    /// Keeps what was typed as a draft.
    void keepDraft() {
        var texts = new TreeMap<>(event.changed());
        if (!reason.filled().isBlank()) texts.put(reason.name(), reason.filled());
        drafting.keep(texts);
    }

    LocalDate today() {
        return office.session().today();
    }

    void onFinished(Runnable step) {
        finished = step;
    }
}
