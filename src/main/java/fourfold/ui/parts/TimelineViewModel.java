package fourfold.ui.parts;

import fourfold.core.kernel.Outcome;
import fourfold.desk.HistoryDesk;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The timeline of one record: every entry, what the selected one changed, and any two versions side by side.
public final class TimelineViewModel extends ViewModel {

    /// Two versions side by side.
    ///
    /// @param changes every field in which they differ
    public record Comparison(HistoryDesk.Step earlier, HistoryDesk.Step later, List<HistoryDesk.FieldChange> changes) {}

    private final Desktop desktop;
    private final String kind;
    private final UUID id;
    private final ObjectProperty<List<HistoryDesk.Step>> chosen =
            new SimpleObjectProperty<>(this, "chosen", List.of());
    final ObservableList<HistoryDesk.Step> shown = FXCollections.observableArrayList();
    final Query<List<HistoryDesk.Step>> steps;
    final Query<Optional<Comparison>> comparison;

    /// @param kind the record's kind as its declaration names it
    public TimelineViewModel(Desktop desktop, String kind, UUID id) {
        super(desktop.tools());
        this.desktop = desktop;
        this.kind = kind;
        this.id = id;
        steps = query(
                "Reading the history",
                new SimpleObjectProperty<>(id),
                record -> desktop.office().history().timeline(kind, record),
                desktop.changesOf(kind));
        comparison = query("Comparing versions", chosen, this::compare);
        steps.whenRead(shown::setAll);
    }

    private Outcome<Optional<Comparison>> compare(List<HistoryDesk.Step> some) {
        if (some.size() < 2) return Outcome.done(Optional.empty());
        var earlier = some.getFirst();
        var later = some.getLast();
        return desktop.office()
                .history()
                .compare(kind, id, earlier.position(), later.position())
                .map(changes -> Optional.of(new Comparison(earlier, later, changes)));
    }

    /// Chooses entries: one to read what it changed, several to compare the oldest of them with the newest.
    void choose(List<HistoryDesk.Step> some) {
        chosen.set(some.stream()
                .sorted(Comparator.comparingLong(HistoryDesk.Step::position))
                .toList());
    }

    /// The chosen entries, the oldest first.
    ObjectProperty<List<HistoryDesk.Step>> chosen() {
        return chosen;
    }

    ZoneId zone() {
        return desktop.office().session().clock().getZone();
    }
}
