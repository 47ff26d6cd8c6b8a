package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.desk.EventFile;
import fourfold.desk.HistoryDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// One event opened on the table.
final class EventFileViewModel extends ViewModel {

    final Query<EventFile> file;
    final Query<List<HistoryDesk.Step>> timeline;
    final Command correct;
    final Command moderate;
    final Command versions;
    final Command refresh;

    private final Desktop desktop;
    private final Id<Disruption> id;
    private Runnable correcting = () -> {};

    EventFileViewModel(Desktop desktop, Id<Disruption> id) {
        super(desktop.tools());
        this.desktop = desktop;
        this.id = id;
        var changes = desktop.changesOf("disruption", "threat", "action", "link");
        var which = new ReadOnlyObjectWrapper<>(id);
        file = query("Reading the event", which, desktop.office().disruptions()::file, changes);
        timeline = query(
                "Reading its history",
                which,
                one -> desktop.office().history().timeline(Disruption.FIELDS, one),
                changes);
        correct = command(
                        "event.correct",
                        "Correct",
                        file.value().map(EventFile::whyNotCorrect).orElse("The event is still being read."),
                        () -> correcting.run())
                .on("F2")
                .icon("fth-edit-2");
        moderate = command(
                "event.moderate",
                "Moderate",
                file.value().map(EventFile::whyNotModerate).orElse("The event is still being read."),
                () -> desktop.go().go(new Place.Reviews()));
        versions = command(
                "event.versions",
                "Compare versions",
                () -> desktop.go().go(new Place.History(Disruption.FIELDS.kind(), id.value())));
        refresh = command("event.refresh", "Read again", this::refresh).on("F5");
    }

    /// As in "EMS-D-000001".
    ObservableValue<String> title() {
        return file.value().map(read -> read.event().get(Disruption.REF)).orElse("Disruption");
    }

    void onCorrect(Runnable open) {
        correcting = open;
    }

    Id<Disruption> id() {
        return id;
    }

    Navigator go() {
        return desktop.go();
    }

    ZoneId zone() {
        return desktop.office().session().clock().getZone();
    }
}
