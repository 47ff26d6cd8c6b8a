package fourfold.ui.meeting;

import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules;
import fourfold.core.meeting.MeetingRules.Delay;
import fourfold.core.meeting.MeetingStatus;
import fourfold.desk.MeetingFile;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The file of a meeting: what it was, who came, and what was on its agenda.
final class MeetingFileView {

    /// The least width of what it was and of who came, in ems of the text.
    private static final double LEAST = 26;

    private MeetingFileView() {}

    static Page of(MeetingFileViewModel model) {
        return Page.untitled()
                .actions(model.actions())
                .following(model)
                .scrolling(QueryPane.of(model.file, file -> file(file, model)));
    }

    private static Node file(MeetingFile file, MeetingFileViewModel model) {
        var both = new Abreast(LEAST, List.<Region>of(facts(file), bodies(file)));
        both.getStyleClass().add("settle");
        var agenda = section("Agenda");
        agenda.getChildren().addAll(table(file, model), Nodes.prose(
                "What was decided about a threat stands in its plan; the record of a meeting says whether it could decide.", "muted"));
        return Nodes.column(both, agenda, Nodes.flow(Buttons.link(model.versions)));
    }

    private static Region facts(MeetingFile file) {
        var meeting = file.meeting();
        var line = file.line();
        var facts = new Facts()
                .add("State", MeetingsView.standing(line.status()))
                .add("Date", line.date().map(Dates::day).orElse(""))
                .add("Kind", line.kind())
                .add("Reference", line.ref());
        if (meeting.is(Meeting.STATUS, MeetingStatus.HELD)) {
            if (!line.reason().isBlank()) facts.add("Reason", line.reason());
        } else facts.add(MeetingRules.isFailed(meeting) ? "Reason" : "Why", line.reason());
        facts.add("Forces", line.forces().isEmpty() ? "" : String.join(", ", line.forces()));
        if (!line.waiting().isEmpty())
            facts.add("Still waiting", String.join(", ", line.waiting()));
        if (!meeting.lacks(Meeting.MARKING)) facts.add(Meeting.MARKING.label(), meeting.print(Meeting.MARKING));
        return facts;
    }

    private static Region bodies(MeetingFile file) {
        var box = section("Who was asked, and who came");
        if (file.bodies().isEmpty()) box.getChildren().add(Nodes.prose("Nobody is named.", "muted"));
        boolean anybody = file.bodies().stream().anyMatch(MeetingFile.Body::attended);
        if (!anybody && !file.bodies().isEmpty()) {
            box.getChildren().add(Nodes.prose("Asked: " + String.join(", ", names(file.bodies().stream())) + "."));
            box.getChildren().add(Nodes.prose("Nobody is named as having come.", "muted"));
            return box;
        }
        var facts = new Facts();
        for (var body : file.bodies()) facts.add(body.name(), Nodes.flow(came(body), uninvited(body)));
        box.getChildren().add(facts);
        return box;
    }

    private static Node uninvited(MeetingFile.Body body) {
        return Nodes.label(body.invited() ? "" : "not on the list of those asked", "muted");
    }

    private static List<String> names(Stream<MeetingFile.Body> bodies) {
        return bodies.map(MeetingFile.Body::name).toList();
    }

    private static Badge came(MeetingFile.Body body) {
        return body.attended() ? new Badge("Came", Badge.Tone.DONE) : new Badge("Did not come", Badge.Tone.WARNING);
    }

    private static TableView<MeetingFile.Item> table(MeetingFile file, MeetingFileViewModel model) {
        var table = Columns.<MeetingFile.Item>of("Agenda")
                .text("Threat", 7, MeetingFile.Item::ref)
                .text("Name", 11, item -> item.threat().isEmpty() ? "not in this vault" : item.name())
                .whereThereIsRoom(1)
                .text("Force", 9, MeetingFile.Item::agency)
                .whereThereIsRoom(4)
                .text("LRO", 10, MeetingFile.Item::lro)
                .whereThereIsRoom(3)
                .text("Plan", 10, MeetingFile.Item::plan)
                .whereThereIsRoom(2)
                .text("What became of it", 23, item -> became(file, item))
                .keyed(MeetingFile.Item::ref)
                .savedBy(model.saving, item -> Stream.concat(
                                Stream.of(file.meeting().id().value()), item.threat().stream().map(id -> id.value()))
                        .toList())
                .opens(model::open)
                .empty("No threat is on its agenda.")
                .rows(FXCollections.observableArrayList(file.agenda()));
        table.getStyleClass().add("agenda-table");
        return table;
    }

    /// Whether this meeting could decide about a threat, and when another one did.
    static String became(MeetingFile file, MeetingFile.Item item) {
        if (item.delay().isPresent()) return waited(item.delay().get());
        return file.line().status()
                .map(status -> switch (status) {
                    case HELD -> item.before()
                            .map(day -> "Was on the agenda; last before that on " + Dates.shortDay(day))
                            .orElse("Was on the agenda for the first time");
                    case POSTPONED -> "Waits for the postponed meeting";
                    case CANCELLED, INQUORATE -> "Nothing was decided; the meeting has no day";
                })
                .orElse("");
    }

    private static String waited(Delay delay) {
        return delay.heldOn()
                .map(held -> "Waited " + days(delay.days().orElse(0)) + ", until the meeting on " + Dates.shortDay(held))
                .orElse("Still waits; no meeting about it has been held since");
    }

    private static String days(long days) {
        return days == 1 ? "a day" : days + " days";
    }

    private static VBox section(String heading) {
        var box = new VBox(Nodes.heading(heading));
        box.getStyleClass().add("tight-column");
        return box;
    }
}
