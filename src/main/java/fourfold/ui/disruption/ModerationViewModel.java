package fourfold.ui.disruption;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Kept;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.EventFile;
import fourfold.desk.EventLine;
import fourfold.desk.ModerationQueue;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Navigator;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The queue of events that wait for a second person, the oldest first, and the decision about the chosen one.
final class ModerationViewModel extends ViewModel {

    final Query<ModerationQueue> queue;
    final Query<Optional<EventFile>> reading;
    final ObservableList<EventLine> waiting = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable EventLine> selected = new SimpleObjectProperty<>(this, "selected");
    final Input<Moderating> decision = input(Input.<Moderating>of("decision", "Decision").required());
    final Input<Category> category = input(Input.<Category>of("category", "Category that it should have").required());
    final Input<String> reason = input(Input.text("reason", "Reason").required().atMost(4000));
    final Command decide;

    private final Desktop desktop;
    final Saving saving;

    ModerationViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        saving = TableSaving.at(desktop, () -> "");
        var desk = desktop.office().disruptions();
        var changes = desktop.changesOf("disruption", "threat");
        queue = query("Reading what waits", new ReadOnlyObjectWrapper<>(""), none -> desk.waiting(), changes);
        queue.whenRead(this::show);
        reading = query(
                "Reading the event",
                selected.map(line -> Optional.of(line.event().id())).orElse(Optional.empty()),
                id -> id.isEmpty()
                        ? Outcome.done(Optional.<EventFile>empty())
                        : desk.file(id.get()).map(Optional::of),
                changes);
        decide = command("moderation.decide", "Decide and go on", whyNot(), this::decide).on("Ctrl+Enter");
        selected.addListener((source, before, now) -> {
            if (before == null || now == null || !before.event().id().equals(now.event().id())) afresh();
        });
    }

    private ObservableValue<String> whyNot() {
        return reading.value()
                .map(file -> file.map(EventFile::whyNotModerate).orElse("No event waits for you."))
                .orElse("The event is still being read.");
    }

    /// Why this person cannot moderate the chosen event; empty where they can.
    ObservableValue<String> bar() {
        return reading.value().map(file -> file.map(EventFile::whyNotModerate).orElse("")).orElse("");
    }

    private void show(ModerationQueue read) {
        var before = selected.get();
        int place = before == null ? 0 : Math.max(0, waiting.indexOf(before));
        waiting.setAll(read.waiting());
        var same = before == null
                ? Optional.<EventLine>empty()
                : waiting.stream().filter(line -> line.event().id().equals(before.event().id())).findFirst();
        selected.set(same.orElseGet(() -> waiting.isEmpty() ? null : waiting.get(Math.min(place, waiting.size() - 1))));
    }

    private void afresh() {
        decision.starting(null);
        category.starting(null);
        reason.starting("");
        dismissProblem();
    }

    /// Chooses a decision and goes on to its reason.
    void choose(Moderating chosen) {
        if (!bar().getValue().isEmpty()) return;
        decision.set(chosen);
        if (chosen == Moderating.REGRADE) category.attend();
        else reason.attend();
    }

    private void decide() {
        var file = reading.now().orElseThrow();
        var chosen = decision.get();
        if (chosen == null) {
            refused(new fourfold.core.kernel.Problem.Invalid("decision", "Choose what you decide."));
            return;
        }
        var regraded = chosen == Moderating.REGRADE ? category.get() : null;
        ask(
                new DisruptionDesk.Moderate(file.kept().seen(), chosen, regraded, reason.filled().strip()),
                wish -> wish.reason().isEmpty()
                        ? Outcome.refused(new fourfold.core.kernel.Problem.Invalid("reason", "Say why you decide so."))
                        : desktop.office().disruptions().moderate(wish),
                this::decided);
    }

    private void decided(Kept<Disruption> kept) {
        tools().status().say(kept.record().get(Disruption.REF) + ": "
                + kept.record().print(Disruption.MODERATION).toLowerCase(java.util.Locale.UK) + ". " + left());
        queue.refresh();
    }

    private String left() {
        int left = waiting.size();
        return left == 0 ? "Nothing more waits." : left == 1 ? "One more waits." : left + " more wait.";
    }

    Navigator go() {
        return desktop.go();
    }
}
