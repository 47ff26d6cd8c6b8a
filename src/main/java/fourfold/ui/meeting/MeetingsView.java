package fourfold.ui.meeting;

import fourfold.core.meeting.MeetingStatus;
import fourfold.desk.MeetingLine;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/// The table of meetings.
final class MeetingsView {

    private MeetingsView() {}

    static Page of(MeetingsViewModel model) {
        var bar = new FilterBar(
                model.filter, "meetings", FilterBar.conditions("Add a filter: state, force, kind", model.conditions));
        return Page.untitled()
                .strip(new Ends(bar, Buttons.row(List.of(model.returned, model.record))))
                .following(model)
                .content(QueryPane.around(model.meetings, table(model, bar)));
    }

    private static TableView<MeetingLine> table(MeetingsViewModel model, FilterBar bar) {
        var table = Columns.<MeetingLine>of("Meetings")
                .<LocalDate>sorted("Date", 8, line -> line.date().orElse(null), line -> line.date().map(Dates::shortDay).orElse(""))
                .text("Kind", 17, MeetingLine::kind)
                .node("State", 7, MeetingLine::standing, line -> standing(line.status()))
                .text("Reason", 12, MeetingLine::reason)
                .whereThereIsRoom(1)
                .text("Forces", 9, line -> String.join(", ", line.forces()))
                .whereThereIsRoom(2)
                .text("Still waiting", 6.5, MeetingsView::waiting)
                .whereThereIsRoom(3)
                .text("Ref", 7, MeetingLine::ref)
                .whereThereIsRoom(4)
                .keyed(MeetingLine::id)
                .savedBy(model.saving, line -> List.of(line.id().value()))
                .remembering(model.memory())
                .opens(model::open)
                .searchedBy(bar)
                .empty("No meeting matches. Take a filter away, record a meeting, or load an extract.")
                .rows(model.shown);
        model.selected.bind(table.getSelectionModel().selectedItemProperty());
        return table;
    }

    /// How many of the threats on its agenda wait still.
    private static String waiting(MeetingLine line) {
        return line.waiting().isEmpty() ? "" : line.waiting().size() + " of " + line.agenda().size();
    }

    static Node standing(Optional<MeetingStatus> status) {
        return status.<Node>map(one -> new Badge(one.label(), switch (one) {
                    case HELD -> Badge.Tone.DONE;
                    case CANCELLED, INQUORATE -> Badge.Tone.WARNING;
                    case POSTPONED -> Badge.Tone.QUIET;
                }))
                .orElseGet(() -> Nodes.label(""));
    }
}
