package fourfold.ui.settle;

import fourfold.desk.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The lines of a list that grows shorter as they are answered: when the chosen one has gone, the next one follows.
///
/// @param <L> a line
final class Lines<L extends Lines.Line> {

    /// What waits.
    interface Line {
        /// What makes it the same line when the list is read again.
        String key();

        /// The record that it is about.
        Waiting record();
    }

    private final ObservableList<L> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable L> selected = new SimpleObjectProperty<>(this, "selected");
    private Optional<UUID> at;

    /// @param at the record, or the threat of the records, to begin at
    Lines(Optional<UUID> at) {
        this.at = at;
    }

    ObservableList<L> all() {
        return all;
    }

    ObjectProperty<@Nullable L> selected() {
        return selected;
    }

    /// Shows what was read.
    void show(List<L> read) {
        var before = selected.get();
        int place = before == null ? 0 : Math.max(0, all.indexOf(before));
        all.setAll(read);
        var same = before == null ? first() : find(line -> line.key().equals(before.key()));
        selected.set(same.orElseGet(() -> all.isEmpty() ? null : all.get(Math.min(place, all.size() - 1))));
    }

    /// Whether this line, however it reads now, is the chosen one.
    boolean isChosen(L line) {
        var now = selected.get();
        return now != null && now.key().equals(line.key());
    }

    private Optional<L> first() {
        var wanted = at;
        at = Optional.empty();
        return wanted.flatMap(id -> find(line -> line.record().record().equals(id))
                .or(() -> find(line -> line.record().threat().filter(threat -> threat.value().equals(id)).isPresent())));
    }

    private Optional<L> find(Predicate<L> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /// What is said of those that are left once this one is answered: it may have gone from the list already.
    String left(L answered) {
        long left = all.stream().filter(line -> !line.key().equals(answered.key())).count();
        return left == 0 ? "Nothing more waits." : left == 1 ? "One more waits." : left + " more wait.";
    }
}
