package fourfold.ui.inspection;

import fourfold.core.figures.Window;
import fourfold.core.inspection.Hit;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Result;
import fourfold.core.inspection.Result.State;
import fourfold.desk.PrintDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Printing;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Memory;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The checks as at a day, the chosen one, and the records behind it.
final class InspectionViewModel extends ViewModel {

    private static final String DAY = "inspection.day";
    private static final String CHECK = "inspection.check";

    final Input<LocalDate> day = input(Input.of("day", "As at"));
    final Query<Inspection> read;
    final ObjectProperty<@Nullable Result> chosen = new SimpleObjectProperty<>(this, "chosen");
    final ObservableList<Hit> hits = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Hit> hit = new SimpleObjectProperty<>(this, "hit");
    final Saving saving;
    final Command open;
    final Command print;
    final Command refresh;
    private final Desktop desktop;
    private final Memory memory;

    InspectionViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        memory = desktop.go().memory();
        saving = TableSaving.at(desktop, () -> Optional.ofNullable(chosen.get()).map(Result::sentence).orElse(""));
        day.starting(memory.recall(DAY, LocalDate.class).orElseGet(() -> desktop.office().session().today()));
        day.value().subscribe(now -> {
            if (now != null) memory.keep(DAY, now);
        });
        read = query(
                "Asking every check",
                day.value(),
                asAt -> desktop.office().inspection().inspect(Optional.ofNullable(asAt)),
                desktop.changesOf("threat", "plan", "action", "disruption", "meeting", "person", "settings", "link", "publication"));
        chosen.addListener((source, before, now) -> {
            if (now == null) return;
            memory.keep(CHECK, now.check().id());
            hits.setAll(now.hits());
        });
        open = command("inspection.open", "Open the record", () -> open(hit.get()))
                .when(hit.isNotNull(), "Choose a line of the list first.");
        print = command("inspection.print", "Print or save", this::print).on("Ctrl+P").icon("fth-printer");
        refresh = command("inspection.refresh", "Ask again", this::refresh).on("F5");
    }

    /// Asks where the page is written, and writes it as at the day that is shown.
    private void print() {
        var days = Optional.ofNullable(day.get()).map(last -> new Window(null, last));
        var wish = new PrintDesk.Wish(PrintDesk.Paper.INSPECTION, "", Map.of(), days);
        tools().prompts().saveFile("Where the page is written", "OFFICIAL-SENSITIVE inspection.pdf", chosen ->
                ask(wish, wanted -> desktop.office().papers().print(wanted, chosen), printed ->
                        tools().status().say(Printing.written(printed.file()))));
    }

    /// The check that was looked at when the place was left, or the first that found something.
    Optional<Result> begin(Inspection inspection) {
        var left = memory.recall(CHECK, String.class);
        return inspection.results().stream()
                .filter(one -> left.isPresent() ? one.check().id().equals(left.get()) : one.state() == State.FOUND)
                .findFirst();
    }

    /// How the checks ended, in a line.
    static String summary(Inspection inspection) {
        return Arrays.stream(State.values())
                .filter(state -> inspection.count(state) > 0)
                .map(state -> switch (state) {
                    case FOUND -> checks(inspection.count(state)) + " found something";
                    case NOTHING_FOUND -> inspection.count(state) + " found nothing";
                    case CANNOT_BE_ANSWERED -> inspection.count(state) + " cannot be answered yet";
                })
                .collect(Collectors.joining(" · "));
    }

    private static String checks(long count) {
        return count == 1 ? "1 check" : count + " checks";
    }

    /// Opens what a line is about.
    void open(@Nullable Hit line) {
        if (line == null) return;
        place(line).ifPresent(desktop.go()::go);
    }

    private static Optional<Place> place(Hit line) {
        var id = Optional.ofNullable(line.id());
        var about = Optional.ofNullable(line.about());
        return switch (line.kind()) {
            case THREAT -> id.map(threat -> new Place.ThreatFile(threat, Place.Tab.OVERVIEW));
            case PLAN, ACTION -> about.map(threat -> new Place.ThreatFile(threat, Place.Tab.PLAN));
            case MEETING -> id.map(meeting -> new Place.MeetingFile(meeting));
            case EVENTS -> Optional.of(new Place.SameEvents(id, about));
            case AGENCY -> Optional.of(new Place.Disruptions(line.ref()));
            case LRO, AREA -> Optional.of(new Place.Threats(line.ref()));
        };
    }

    LocalDate today() {
        return desktop.office().session().today();
    }
}
