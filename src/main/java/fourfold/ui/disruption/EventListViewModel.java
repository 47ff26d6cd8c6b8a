package fourfold.ui.disruption;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.desk.EventFile;
import fourfold.desk.EventFilter;
import fourfold.desk.EventLine;
import fourfold.desk.EventList;
import fourfold.desk.EventWords;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Memory;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of events: narrowed by text and conditions, the newest first, a part of them at a time.
final class EventListViewModel extends ViewModel {

    /// How many lines are read at once; more are read when somebody asks for them.
    static final int PART = 500;

    /// What is asked for.
    private record Wanted(EventFilter filter, int most) {}

    /// What a visit leaves behind.
    private record Left(String text, List<EventCondition> conditions) {}

    private static final String LEFT = "events filter";

    final Filter filter = new Filter();
    final ObservableList<EventCondition> chosen = FXCollections.observableArrayList();
    final ObservableList<FilterBar.Condition> conditions = FXCollections.observableArrayList();
    final ObservableList<EventLine> shown = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable EventLine> selected = new SimpleObjectProperty<>(this, "selected");
    final Input<LocalDate> from = Input.<LocalDate>of("from", "From").required();
    final Input<LocalDate> to = Input.<LocalDate>of("to", "To").required();
    final Query<EventList> events;
    final Query<Optional<EventFile>> reading;
    final Command record;
    final Command more;
    final Command period;
    final Command takePeriod;
    final Command same;
    final Command refresh;

    final Saving saving;
    private final Desktop desktop;
    private final Memory memory;
    private final ObjectProperty<Wanted> wanted;
    private Runnable openPeriod = () -> {};
    private Runnable closePeriod = () -> {};

    EventListViewModel(Desktop desktop, String text) {
        super(desktop.tools());
        this.desktop = desktop;
        this.memory = desktop.go().memory();
        this.saving = TableSaving.at(desktop, filter::terms);
        input(from);
        input(to);
        var left = memory.recall(LEFT, Left.class).orElseGet(() -> new Left(text, List.of()));
        filter.text().set(left.text());
        chosen.setAll(left.conditions());
        wanted = new SimpleObjectProperty<>(this, "wanted", wanted(PART));
        filter.text().addListener((source, before, now) -> narrow());
        chosen.addListener((ListChangeListener<EventCondition>) change -> narrow());
        fillChips();
        var changes = desktop.changesOf("disruption", "threat", "link");
        var desk = desktop.office().disruptions();
        events = query("Reading the events", wanted, ask -> desk.list(ask.filter(), ask.most()), changes);
        events.whenRead(this::show);
        Query<EventWords> words = query("Reading the words of events", new ReadOnlyObjectWrapper<>(""), none -> desk.words());
        words.whenRead(read -> conditions.setAll(EventCondition.all(read, today()).stream()
                .map(one -> new FilterBar.Condition(one.words(), () -> add(one)))
                .toList()));
        reading = query(
                "Reading the event",
                selected.map(line -> Optional.of(line.event().id())).orElse(Optional.empty()),
                id -> id.isEmpty()
                        ? Outcome.done(Optional.<EventFile>empty())
                        : desk.file(new Id<>(id.get().value())).map(Optional::of),
                changes);
        record = command("events.record", "Record a disruption", () -> desktop.capture(null, null))
                .on("Ctrl+N")
                .icon("fth-plus");
        more = command("events.more", "Show more", () -> wanted.set(wanted(wanted.get().most() + PART)));
        period = command("events.period", "Choose a period", () -> openPeriod.run());
        takePeriod = command("events.period.take", "Show this period", this::takePeriod).on("Ctrl+Enter");
        same = command(
                "events.same",
                "Perhaps the same event",
                () -> desktop.go().go(new Place.SameEvents(Optional.empty(), Optional.empty())));
        refresh = command("events.refresh", "Read again", this::refresh).on("F5");
    }

    private Wanted wanted(int most) {
        return new Wanted(EventCondition.filter(filter.text().get(), chosen), most);
    }

    private void narrow() {
        memory.keep(LEFT, new Left(filter.text().get(), List.copyOf(chosen)));
        fillChips();
        wanted.set(wanted(PART));
    }

    private void fillChips() {
        var chips = chosen.stream()
                .map(condition -> new Filter.Chip(condition.words(), () -> chosen.remove(condition)))
                .toList();
        if (!chips.stream().map(Filter.Chip::words).toList()
                .equals(filter.chips().stream().map(Filter.Chip::words).toList())) filter.chips().setAll(chips);
    }

    /// Adds a condition; a period takes the place of another.
    void add(EventCondition condition) {
        if (chosen.contains(condition)) return;
        if (condition instanceof EventCondition.Period) chosen.removeIf(EventCondition.Period.class::isInstance);
        chosen.add(condition);
    }

    private void takePeriod() {
        ask(new EventCondition.Period("", orToday(from), orToday(to)), EventListViewModel::readable, asked -> {
            add(asked);
            closePeriod.run();
        });
    }

    private LocalDate orToday(Input<LocalDate> input) {
        var day = input.get();
        return day == null ? today() : day;
    }

    private static Outcome<EventCondition.Period> readable(EventCondition.Period asked) {
        return asked.to().isBefore(asked.from())
                ? Outcome.refused(new fourfold.core.kernel.Problem.Invalid("to", "The period ends before it begins."))
                : Outcome.done(asked);
    }

    /// How the sheet with the two days opens and closes.
    void onPeriod(Runnable open, Runnable close) {
        openPeriod = open;
        closePeriod = close;
    }

    private void show(EventList read) {
        shown.setAll(read.lines());
        filter.count(Math.toIntExact(read.matching()), Math.toIntExact(read.total()));
    }

    /// As in "The newest 500 of 1,912 are shown."; empty when all are.
    ObservableValue<String> partWords() {
        return events.value().map(read -> read.lines().size() < read.matching()
                ? String.format(
                        java.util.Locale.UK, "The newest %,d of %,d are shown.", read.lines().size(), read.matching())
                : "").orElse("");
    }

    LocalDate today() {
        return desktop.office().session().today();
    }

    Memory memory() {
        return memory;
    }

    Navigator go() {
        return desktop.go();
    }

    void open(EventLine line) {
        desktop.go().go(new Place.DisruptionFile(line.event().id().value()));
    }
}
