package fourfold.ui.meeting;

import fourfold.desk.MeetingLine;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Returning;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Memory;
import fourfold.ui.place.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of meetings, narrowed by words and conditions.
final class MeetingsViewModel extends ViewModel {

    private static final String LEFT = "meetings.left";

    /// How the list was left.
    private record Left(String text, List<MeetingCondition> conditions) {}

    final Query<List<MeetingLine>> meetings;
    final Filter filter = new Filter();
    final ObservableList<MeetingCondition> chosen = FXCollections.observableArrayList();
    final ObservableList<FilterBar.Condition> conditions = FXCollections.observableArrayList();
    final ObservableList<MeetingLine> shown = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable MeetingLine> selected = new SimpleObjectProperty<>(this, "selected");
    final Saving saving;
    final Command record;
    final Command open;
    final Command returned;
    final Command refresh;
    private final Desktop desktop;
    private final Memory memory;

    MeetingsViewModel(Desktop desktop, String search) {
        super(desktop.tools());
        this.desktop = desktop;
        memory = desktop.go().memory();
        saving = TableSaving.at(desktop, filter::terms);
        var left = memory.recall(LEFT, Left.class).orElseGet(() -> new Left(search, List.of()));
        filter.text().set(left.text());
        chosen.setAll(left.conditions());
        meetings = query(
                "Reading the meetings",
                new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(),
                all -> desktop.office().meetings().list(),
                desktop.changesOf("meeting", "threat"));
        filter.text().addListener((source, before, now) -> narrow());
        chosen.addListener((ListChangeListener<MeetingCondition>) change -> narrow());
        meetings.whenRead(read -> {
            conditions.setAll(MeetingCondition.all(read).stream()
                    .map(one -> new FilterBar.Condition(one.words(), () -> want(one)))
                    .toList());
            narrow();
        });
        open = command("meetings.open", "Open the meeting", () -> open(selected.get()))
                .when(selected.isNotNull(), "Choose a meeting first.");
        record = Command.of("meeting.new", "Record a meeting", () -> MeetingSheets.record(desktop))
                .on("Ctrl+N")
                .icon("fth-plus");
        returned = Returning.command(desktop);
        refresh = command("meetings.refresh", "Read again", this::refresh).on("F5");
    }

    /// Shows only meetings for which this holds, beside those already chosen.
    void want(MeetingCondition one) {
        if (!chosen.contains(one)) chosen.add(one);
    }

    private void narrow() {
        memory.keep(LEFT, new Left(filter.text().get(), List.copyOf(chosen)));
        filter.chips().setAll(
                chosen.stream().map(one -> new Filter.Chip(one.words(), () -> chosen.remove(one))).toList());
        if (meetings.value().get() == null) return;
        var words = Arrays.stream(filter.text().get().toLowerCase(Locale.UK).strip().split("\\s+")).toList();
        shown.setAll(meetings.now().stream()
                .filter(line -> MeetingCondition.allHold(chosen, line) && has(line, words))
                .toList());
        filter.count(shown.size(), meetings.now().size());
    }

    private static boolean has(MeetingLine line, List<String> words) {
        var all = String.join(
                        " ", line.ref(), line.kind(), line.standing(), line.reason(), String.join(" ", line.agenda()),
                        String.join(" ", line.forces()))
                .toLowerCase(Locale.UK);
        return words.stream().allMatch(all::contains);
    }

    void open(@Nullable MeetingLine line) {
        if (line != null) desktop.go().go(new Place.MeetingFile(line.id().value()));
    }

    Memory memory() {
        return memory;
    }
}
