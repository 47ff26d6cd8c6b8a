package fourfold.ui.disruption;

import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.desk.EventLine;
import fourfold.desk.ThreatEvents;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Place;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The events of one threat.
final class ThreatEventsViewModel extends ViewModel {

    final Query<ThreatEvents> events;
    final ObservableList<EventLine> shown = FXCollections.observableArrayList();
    final Command record;

    private final Desktop desktop;
    final Saving saving;

    ThreatEventsViewModel(Desktop desktop, Id<Threat> threat) {
        super(desktop.tools());
        this.desktop = desktop;
        saving = TableSaving.at(desktop, () -> "");
        events = query(
                "Reading the events",
                new ReadOnlyObjectWrapper<>(threat),
                desktop.office().disruptions()::of,
                desktop.changesOf("disruption", "threat"));
        events.whenRead(read -> shown.setAll(read.lines()));
        record = command("threat.record", "Record a disruption", () -> desktop.capture(threat, null))
                .icon("fth-zap");
    }

    void open(EventLine line) {
        desktop.go().go(new Place.DisruptionFile(line.event().id().value()));
    }
}
