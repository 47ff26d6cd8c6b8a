package fourfold.ui.review;

import fourfold.desk.PlanLine;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The plans that wait for a decision.
final class QueueViewModel extends ViewModel {

    final Query<List<PlanLine>> waiting;
    final ObservableList<PlanLine> lines = FXCollections.observableArrayList();
    final Command refresh;
    private final Desktop desktop;

    QueueViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        waiting = query(
                "Reading what waits",
                new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(),
                all -> desktop.office().reviews().queue(),
                desktop.changesOf("plan", "threat"));
        waiting.whenRead(lines::setAll);
        refresh = command("reviews.refresh", "Read the queue again", this::refresh).on("F5");
    }

    void open(PlanLine line) {
        desktop.go().go(new Place.Review(line.place()));
    }
}
