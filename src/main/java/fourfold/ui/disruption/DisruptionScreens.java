package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The screens of disruptions.
public final class DisruptionScreens {

    private DisruptionScreens() {}

    /// Opens quick capture over the page: the sheet that was closed with something typed in it, or a new one.
    ///
    /// @param threat the threat that it is about, where that is known
    /// @param action the action that it came of, where that is known
    public static void capture(Desktop desktop, @Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        var key = "capture" + (threat == null ? "" : "/" + threat) + (action == null ? "" : "/" + action);
        desktop.sheets().open(key, () -> captureSheet(desktop, key, threat, action));
    }

    private static SideSheet captureSheet(
            Desktop desktop, String key, @Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        var model = new CaptureViewModel(desktop.office(), desktop.tools(), desktop.go(), key, threat, action);
        var sheet = CaptureView.sheet(key, model, desktop.office().reference());
        model.onFinished(() -> {
            desktop.sheets().finish(sheet);
            model.close();
        });
        return sheet;
    }

    /// The list of all events.
    ///
    /// @param filter what to search for at first, or empty
    public static Screen list(Desktop desktop, String filter) {
        var model = new EventListViewModel(desktop, filter);
        model.onPeriod(
                () -> desktop.sheets().open("events.period", () -> EventListView.period(model)),
                () -> desktop.sheets().finish());
        return Screen.of("Events", EventListView.of(model))
                .with(List.of(model.record, model.period, model.same, model.saving.command(), model.refresh))
                .helped("disruptions")
                .closing(model::close);
    }

    /// The file of one event.
    public static Screen file(Desktop desktop, UUID disruption) {
        var model = new EventFileViewModel(desktop, new Id<>(disruption));
        model.onCorrect(() -> correct(desktop, model.file.now().kept()));
        return Screen.of("Disruption", EventFileView.of(model))
                .titled(model.title())
                .under("Events", new Place.Disruptions(""))
                .with(List.of(model.correct, model.moderate, model.versions, model.refresh))
                .helped("disruptions")
                .closing(model::close);
    }

    /// The pairs of events that may be one.
    ///
    /// @param one with the other: the pair to begin at
    public static Screen same(Desktop desktop, Optional<UUID> one, Optional<UUID> other) {
        var model = new SameEventsViewModel(desktop, one, other);
        return Screen.of("Perhaps the same event", SameEventsView.of(model))
                .under("Events", new Place.Disruptions(""))
                .with(List.of(model.first, model.second, model.part, model.undo, model.refresh))
                .helped("region")
                .closing(model::close);
    }

    private static void correct(Desktop desktop, Kept<Disruption> kept) {
        var key = "correct/" + kept.record().id();
        desktop.sheets().open(key, () -> {
            var model = new CorrectViewModel(desktop.office(), desktop.tools(), key, kept);
            var sheet = CorrectView.sheet(
                    key, kept.record().get(Disruption.REF), model, desktop.office().reference());
            model.onFinished(() -> {
                desktop.sheets().finish(sheet);
                model.close();
            });
            return sheet;
        });
    }

    /// The events of a threat, for its file.
    public static Screen pane(Desktop desktop, UUID threat) {
        var model = new ThreatEventsViewModel(desktop, new Id<>(threat));
        return Screen.of("Disruptions", ThreatEventsView.of(model))
                .with(List.of(model.record))
                .closing(model::close);
    }

    /// The queue of events to moderate, for the reviews.
    public static Screen moderation(Desktop desktop) {
        var model = new ModerationViewModel(desktop);
        return Screen.of("Events to moderate", ModerationView.of(model, desktop.office().reference()))
                .closing(model::close);
    }
}
