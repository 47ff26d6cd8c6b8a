package fourfold.ui.threat;

import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.desk.PrintDesk;
import fourfold.desk.ThreatFile;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Printing;
import fourfold.ui.place.Memory;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The file of one threat: what is known, what is missing, what comes next, and everything that can be done with it.
public final class ThreatFileViewModel extends ViewModel {

    private static final String TAB = "threat tab";

    private final Desktop desktop;
    private final Memory memory;
    private final Id<Threat> id;
    private final ObjectProperty<Place.Tab> tab;
    final Query<ThreatFile> file;
    final Command edit;
    final Command retype;
    final Command appoint;
    final Command close;
    final Command capture;
    final Command planPeople;
    final Command history;
    final Command print;
    final Command refresh;

    ThreatFileViewModel(Desktop desktop, UUID threat, Place.Tab first) {
        super(desktop.tools());
        this.desktop = desktop;
        id = new Id<>(threat);
        memory = desktop.go().memory();
        tab = new SimpleObjectProperty<>(this, "tab", memory.recall(TAB, Place.Tab.class).orElse(first));
        tab.subscribe(now -> memory.keep(TAB, now));
        file = query(
                "Reading the threat",
                new SimpleObjectProperty<>(id),
                desktop.office().threats()::file,
                desktop.changesOf("threat", "plan", "action", "disruption"));
        edit = reading("threat.edit", "Edit threat", () -> edit("")).on("F2").icon("fth-edit-2");
        retype = reading("threat.retype", "Type anew", () -> ThreatSheets.retype(desktop, file.now().threat()));
        appoint = reading("threat.appoint", "Appoint LRO", () -> ThreatSheets.appoint(desktop, file.now().threat()))
                .icon("fth-user-plus");
        close = reading("threat.close", "Close threat", () -> ThreatSheets.close(desktop, file.now().threat()))
                .when(file.value().map(now -> !now.line().closed()).orElse(true), "The threat is closed already.");
        capture = reading("threat.capture", "Record a disruption", () -> desktop.capture(id, null)).icon("fth-zap");
        planPeople = reading("threat.plan-people", "Name the people of the plan", () -> file.now()
                        .plan()
                        .ifPresent(plan -> ThreatSheets.planPeople(desktop, plan)))
                .when(file.value().map(now -> now.plan().isPresent()).orElse(false), "The threat has no plan yet.");
        history = Command.of("threat.history", "Compare versions", () -> desktop.go()
                .go(new Place.History(Threat.FIELDS.kind(), threat)));
        print = reading("threat.print", "Print or save", this::print).on("Ctrl+P").icon("fth-printer");
        refresh = Command.of("threat.refresh", "Read the file again", this::refresh).on("F5");
    }

    private Command reading(String commandId, String text, Runnable run) {
        return command(commandId, text, run).when(file.ready(), "The threat is still being read.");
    }

    /// Asks where the threat is written on a page, and writes it.
    private void print() {
        var threat = file.now().threat().record();
        var paper = PrintDesk.Paper.THREAT;
        tools().prompts().saveFile("Where the page is written", Printing.fileName(paper, threat), chosen -> askWithReason(
                given -> Printing.wish(paper, threat, given),
                wish -> desktop.office().papers().print(wish, chosen),
                printed -> tools().status().say(Printing.written(printed.file()))));
    }

    /// Opens the form for a change.
    ///
    /// @param field the name of the field to begin at, or empty
    void edit(String field) {
        ThreatSheets.edit(desktop, file.now().threat(), field);
    }

    /// Opens the sheet in which what a gap says can be put right.
    void mend(String field) {
        if (field.equals(Threat.LRO.name())) appoint.run();
        else edit(field);
    }

    /// The part of the file that is shown.
    ObjectProperty<Place.Tab> tab() {
        return tab;
    }

    /// One command a part, on Alt and its number.
    List<Command> tabs() {
        var all = new ArrayList<Command>();
        for (var one : Place.Tab.values()) {
            all.add(Command.of("threat.tab." + one.name().toLowerCase(java.util.Locale.ROOT), "Show " + one.label(), () -> tab.set(one))
                    .on("Alt+" + (one.ordinal() + 1)));
        }
        return all;
    }

    List<Command> commands() {
        var all = new ArrayList<>(List.of(edit, capture, appoint, retype, close, planPeople, print, history, refresh));
        all.addAll(tabs());
        return all;
    }

    /// The threat's name, or its reference where it has none.
    ObservableValue<String> title() {
        return file.value()
                .map(now -> now.line().name().isBlank() ? now.line().ref() : now.line().name())
                .orElse("Threat");
    }

    Navigator go() {
        return desktop.go();
    }

    LocalDate today() {
        return desktop.office().session().today();
    }

    Id<Threat> id() {
        return id;
    }
}
