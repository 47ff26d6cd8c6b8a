package fourfold.ui.threat;

import fourfold.desk.ThreatFile;
import fourfold.desk.ThreatLine;
import fourfold.core.kernel.Outcome;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Memory;
import fourfold.ui.place.Place;
import fourfold.ui.threat.ThreatConditions.Searched;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of threats. It is read whole, once, and again when something changes; what a person types narrows it at once.
public final class ThreatListViewModel extends ViewModel {

    /// What a visit leaves behind.
    private record Left(String text, List<ThreatConditions.Condition> conditions) {}

    private static final String LEFT = "threat filter";

    private final Desktop desktop;
    private final Memory memory;
    private final List<ThreatConditions.Condition> chosen = new ArrayList<>();
    private final ObjectProperty<@Nullable ThreatLine> selected = new SimpleObjectProperty<>(this, "selected");
    final Filter filter = new Filter();
    final Saving saving;
    final ObservableList<ThreatLine> shown = FXCollections.observableArrayList();
    final ObservableList<FilterBar.Condition> conditions = FXCollections.observableArrayList();
    final Query<List<Searched>> lines;
    final Query<Optional<ThreatFile>> reading;
    final Command open;
    final Command create;
    final Command refresh;

    ThreatListViewModel(Desktop desktop, String search) {
        super(desktop.tools());
        this.desktop = desktop;
        memory = desktop.go().memory();
        saving = TableSaving.at(desktop, filter::terms);
        filter.text().set(search);
        memory.recall(LEFT, Left.class).ifPresent(this::comeBack);
        var changes = desktop.changesOf("threat", "plan", "action", "disruption");
        lines = query(
                "Reading the threats",
                new SimpleObjectProperty<>(true),
                asked -> desktop.office().threats().list().map(read -> read.stream().map(Searched::of).toList()),
                changes);
        reading = query("Reading the threat", selected.map(Optional::of).orElse(Optional.empty()), this::read, changes);
        open = command("threat.open", "Open threat", this::openSelected)
                .when(selected.map(line -> true).orElse(false), "Select a threat first.");
        create = Command.of("threat.new", "New threat", () -> ThreatSheets.create(desktop))
                .on("Ctrl+N")
                .icon("fth-plus");
        refresh = Command.of("threat.refresh", "Read the list again", this::refresh).on("F5");
        filter.text().addListener((source, before, now) -> narrow());
        lines.whenRead(this::show);
    }

    private Outcome<Optional<ThreatFile>> read(Optional<ThreatLine> line) {
        return line.isEmpty()
                ? Outcome.done(Optional.empty())
                : desktop.office().threats().file(line.get().id()).map(Optional::of);
    }

    private void comeBack(Left left) {
        filter.text().set(left.text());
        chosen.addAll(left.conditions());
        chosen.forEach(this::chip);
    }

    private void show(List<Searched> read) {
        conditions.setAll(ThreatConditions.of(read.stream().map(Searched::line).toList()).stream()
                .map(condition -> new FilterBar.Condition(condition.name(), () -> add(condition)))
                .toList());
        narrow();
    }

    private void add(ThreatConditions.Condition condition) {
        boolean there = chosen.stream().anyMatch(one -> one.name().equals(condition.name()));
        if (!there) {
            chosen.add(condition);
            chip(condition);
            narrow();
        }
    }

    private void chip(ThreatConditions.Condition condition) {
        var remove = new Runnable() {
            @Override
            public void run() {
                chosen.remove(condition);
                filter.chips().removeIf(chip -> chip.remove() == this);
                narrow();
            }
        };
        filter.chips().add(new Filter.Chip(condition.name(), remove));
    }

    private void narrow() {
        memory.keep(LEFT, new Left(filter.text().get(), List.copyOf(chosen)));
        var all = lines.value().get();
        if (all == null) return;
        var test = ThreatConditions.test(chosen, filter.text().get());
        var found = all.stream().filter(test).map(Searched::line).toList();
        filter.count(found.size(), all.size());
        if (!found.equals(shown)) shown.setAll(found);
    }

    /// The line whose file stands in the reading pane, or null.
    ObjectProperty<@Nullable ThreatLine> selected() {
        return selected;
    }

    private void openSelected() {
        var line = selected.get();
        if (line != null) open(line);
    }

    void open(ThreatLine line) {
        desktop.go().go(new Place.ThreatFile(line.id().value(), Place.Tab.OVERVIEW));
    }

    LocalDate today() {
        return desktop.office().session().today();
    }

    Memory memory() {
        return memory;
    }

    /// The commands of the place.
    List<Command> commands() {
        return List.of(create, open, saving.command(), refresh);
    }
}
