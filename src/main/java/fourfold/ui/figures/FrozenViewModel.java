package fourfold.ui.figures;

import fourfold.core.figures.FrozenTable;
import fourfold.desk.FreezeDesk;
import fourfold.desk.FreezeDesk.Frozen;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The frozen figures, the chosen ones as they are stored, and whether they are what they were.
final class FrozenViewModel extends ViewModel {

    final Query<List<Frozen>> read;
    final ObservableList<Frozen> lines = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Frozen> chosen = new SimpleObjectProperty<>(this, "chosen");
    final ObjectProperty<@Nullable FrozenTable> table = new SimpleObjectProperty<>(this, "table");
    /// What a second look said of the chosen ones, or empty.
    final StringProperty verdict = new SimpleStringProperty(this, "verdict", "");
    final Command verify;
    final Command refresh;
    final Saving saving;
    private final Desktop desktop;
    private final String first;

    /// @param first the name at which to begin, or empty
    FrozenViewModel(Desktop desktop, String first) {
        super(desktop.tools());
        this.desktop = desktop;
        this.first = first;
        saving = TableSaving.at(desktop, () -> Optional.ofNullable(chosen.get())
                .map(one -> "frozen as " + one.name() + ", SHA-256 " + one.hash())
                .orElse(""));
        chosen.addListener((source, before, now) -> {
            verdict.set("");
            open(now);
        });
        read = query(
                "Reading what is frozen",
                new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(),
                none -> desktop.office().freezing().all(),
                desktop.changesOf("frozen"));
        read.whenRead(this::show);
        verify = command("frozen.verify", "Verify", this::verify)
                .when(chosen.isNotNull(), "Nothing is frozen yet.")
                .on("Ctrl+Enter")
                .icon("fth-check");
        refresh = command("frozen.refresh", "Read again", this::refresh).on("F5");
    }

    private void show(List<Frozen> all) {
        var before = chosen.get();
        lines.setAll(all.reversed());
        var name = before == null ? first : before.name();
        chosen.set(lines.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? null : lines.getFirst()));
    }

    /// Opening is logged, as that of any record.
    private void open(@Nullable Frozen one) {
        table.set(null);
        if (one == null) return;
        ask(one.name(), desktop.office().freezing()::open, opened -> {
            if (one.equals(chosen.get())) table.set(FrozenTable.of(opened.content()));
        });
    }

    private void verify() {
        var one = chosen.get();
        if (one == null) return;
        ask(one.name(), desktop.office().freezing()::verify, found -> {
            if (one.equals(chosen.get())) verdict.set(words(found));
        });
    }

    static String words(FreezeDesk.Verdict found) {
        return (found.intact()
                        ? "They are as they were frozen: the hash fits."
                        : "They are not as they were frozen: the hash does not fit.")
                + " "
                + (found.recounted()
                        ? "Counted again as known at their moment, they come out the same."
                        : "Counted again as known at their moment, they come out otherwise: a rule, a view or a list was changed"
                                + " since. What is frozen stays as it is.");
    }

    String when(Frozen one) {
        return moment(one) + " by " + one.by();
    }

    String moment(Frozen one) {
        return Dates.moment(one.at(), zone());
    }

    private ZoneId zone() {
        return desktop.office().session().clock().getZone();
    }

}
