package fourfold.ui.meeting;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.meeting.Meeting;
import fourfold.core.threat.Threat;
import fourfold.desk.MeetingFile;
import fourfold.desk.PrintDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Printing;
import fourfold.ui.parts.Returning;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// One meeting opened on the table, and the papers for it.
final class MeetingFileViewModel extends ViewModel {

    final Query<MeetingFile> file;
    final Saving saving;
    final Command brief;
    final Command correct;
    final Command returned;
    final Command versions;
    final Command refresh;
    private final Desktop desktop;

    MeetingFileViewModel(Desktop desktop, Id<Meeting> id) {
        super(desktop.tools());
        this.desktop = desktop;
        file = query(
                "Reading the meeting",
                new ReadOnlyObjectWrapper<>(id),
                desktop.office().meetings()::file,
                desktop.changesOf("meeting", "threat", "plan", "action"));
        saving = TableSaving.at(desktop, () -> "agenda of " + file.now().line().ref());
        brief = command("meeting.brief", "Meeting brief", this::brief)
                .when(file.ready(), "The meeting is still being read.")
                .on("Ctrl+P")
                .icon("fth-printer");
        correct = command("meeting.correct", "Correct", () -> MeetingSheets.correct(desktop, file.now().kept()))
                .when(file.ready(), "The meeting is still being read.")
                .on("F2")
                .icon("fth-edit-2");
        returned = Returning.command(desktop);
        versions = command("meeting.versions", "Compare versions", () -> desktop.go()
                .go(new Place.History(Meeting.FIELDS.kind(), id.value())));
        refresh = command("meeting.refresh", "Read again", this::refresh).on("F5");
    }

    /// As in "Tactical delivery group, MTG-0014".
    ObservableValue<String> title() {
        return file.value()
                .map(read -> read.line().kind().isBlank() ? read.line().ref() : read.line().kind() + ", " + read.line().ref())
                .orElse("Meeting");
    }

    /// Writes the brief; where a threat on the agenda has handling instructions, how they are met is asked for first.
    private void brief() {
        var read = file.now();
        var asked = read.agenda().stream()
                .filter(item -> item.threat().isPresent() && !item.handling().isBlank())
                .toList();
        if (asked.isEmpty()) print(read, Map.of());
        else BriefSheet.open(desktop, read, asked);
    }

    private void print(MeetingFile read, Map<Id<Threat>, String> answers) {
        tools().prompts().saveFile("Where the brief is written", fileName(read), chosen -> ask(
                new PrintDesk.Wish(PrintDesk.Paper.MEETING_BRIEF, read.line().ref(), answers),
                wish -> desktop.office().papers().print(wish, chosen),
                printed -> tools().status().say(Printing.written(printed.file()))));
    }

    /// The name that is offered: the marking first, as on every file that leaves.
    static String fileName(MeetingFile read) {
        var marking = read.meeting().find(Meeting.MARKING).orElse(Marking.OFFICIAL_SENSITIVE).label();
        return marking + " " + (read.line().ref() + " meeting-brief").replaceAll("[^A-Za-z0-9 ._-]", "-") + ".pdf";
    }

    /// Opens a threat of the agenda.
    void open(MeetingFile.Item item) {
        item.threat().ifPresent(threat -> desktop.go().go(new Place.ThreatFile(threat.value(), Place.Tab.OVERVIEW)));
    }

    List<Command> actions() {
        return List.of(brief, correct, returned);
    }
}
