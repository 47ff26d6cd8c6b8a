package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Field;
import fourfold.desk.EventLine;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.PMark;
import java.time.LocalDate;
import javafx.scene.Node;

/// The columns in which events are listed.
final class EventTable {

    private EventTable() {}

    /// The columns of a list of events of all threats: what tells one from another first.
    static Columns<EventLine> wide(String name) {
        var columns = day(ref(Columns.of(name)), "Happened", Disruption.EVENT_DATE);
        return end(day(national(what(columns).text("Threat", 11, EventLine::threatWords).whereThereIsRoom(1)), "Recorded", Disruption.RECORD_DATE)
                .whereThereIsRoom(6));
    }

    /// The columns of a list of the events of one threat.
    static Columns<EventLine> ofThreat(String name) {
        var columns = national(what(day(Columns.of(name), "Happened", Disruption.EVENT_DATE)));
        return ref(end(day(columns, "Recorded", Disruption.RECORD_DATE).whereThereIsRoom(6)));
    }

    /// The columns of the queue of events to moderate.
    static Columns<EventLine> waiting(String name) {
        return day(Columns.of(name), "Recorded", Disruption.RECORD_DATE)
                .text("Threat", 13, EventLine::threatWords)
                .node("P", 3, EventTable::p, EventTable::mark)
                .text("Category", 7, line -> line.event().print(Disruption.CATEGORY))
                .whereThereIsRoom(1)
                .text("Recorded by", 9, line -> EventWording.name(line.event().get(Disruption.RECORDED_BY)))
                .whereThereIsRoom(2)
                .keyed(line -> line.event().id());
    }

    private static Columns<EventLine> ref(Columns<EventLine> columns) {
        return columns.text("Ref", 10.2, line -> line.event().get(Disruption.REF)).whereThereIsRoom(5);
    }

    private static Columns<EventLine> day(
            Columns<EventLine> columns, String title, Field<Disruption, LocalDate> field) {
        return columns.sorted(
                title,
                8.6,
                line -> line.event().find(field).orElse(null),
                line -> line.event().find(field).map(Dates::shortDay).orElse(""));
    }

    private static Columns<EventLine> what(Columns<EventLine> columns) {
        return columns.node("P", 3, EventTable::p, EventTable::mark)
                .text("Summary", 16, line -> line.event().get(Disruption.SUMMARY));
    }

    private static Columns<EventLine> national(Columns<EventLine> columns) {
        return columns.text("Category", 7, line -> line.event().print(Disruption.CATEGORY))
                .whereThereIsRoom(2)
                .node("National", 9.8, line -> line.verdict().sentence(), line -> VerdictLine.mark(line.verdict()))
                .whereThereIsRoom(3)
                .text("Type", 5.6, line -> EventWording.part(line.event()))
                .whereThereIsRoom(4)
                .text("Lead agency", 10, line -> line.event().get(Disruption.LEAD_AGENCY))
                .whereThereIsRoom(8);
    }

    private static Columns<EventLine> end(Columns<EventLine> columns) {
        return columns.text("Unit", 8, line -> line.event().get(Disruption.LEAD_UNIT))
                .whereThereIsRoom(9)
                .text("Moderation", 12, line -> line.event().print(Disruption.MODERATION))
                .whereThereIsRoom(7)
                .text("From", 9, EventLine::from)
                .whereThereIsRoom(10)
                .keyed(line -> line.event().id());
    }

    private static String p(EventLine line) {
        return line.event().print(Disruption.FOUR_P);
    }

    private static Node mark(EventLine line) {
        return line.event().find(Disruption.FOUR_P).<Node>map(PMark::new).orElseGet(() -> Nodes.label(""));
    }
}
