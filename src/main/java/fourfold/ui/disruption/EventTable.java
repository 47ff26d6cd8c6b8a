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
        return end(day(national(what(columns).text("Threat", 12, EventLine::threatWords)), "Recorded", Disruption.RECORD_DATE));
    }

    /// The columns of a list of the events of one threat.
    static Columns<EventLine> ofThreat(String name) {
        var columns = national(what(day(Columns.of(name), "Happened", Disruption.EVENT_DATE)));
        return ref(end(day(columns, "Recorded", Disruption.RECORD_DATE)));
    }

    /// The columns of the queue of events to moderate.
    static Columns<EventLine> waiting(String name) {
        return day(Columns.of(name), "Recorded", Disruption.RECORD_DATE)
                .text("Threat", 13, EventLine::threatWords)
                .node("P", 3, EventTable::p, EventTable::mark)
                .text("Category", 7, line -> line.event().print(Disruption.CATEGORY))
                .text("Recorded by", 9, line -> EventWording.name(line.event().get(Disruption.RECORDED_BY)))
                .keyed(line -> line.event().id());
    }

    private static Columns<EventLine> ref(Columns<EventLine> columns) {
        return columns.text("Ref", 10.2, line -> line.event().get(Disruption.REF));
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
                .text("Summary", 20, line -> line.event().get(Disruption.SUMMARY));
    }

    private static Columns<EventLine> national(Columns<EventLine> columns) {
        return columns.text("Category", 7, line -> line.event().print(Disruption.CATEGORY))
                .node("National", 9.8, line -> line.verdict().sentence(), line -> VerdictLine.mark(line.verdict()))
                .text("Type", 5.6, line -> EventWording.part(line.event()))
                .text("Lead agency", 10, line -> line.event().get(Disruption.LEAD_AGENCY));
    }

    private static Columns<EventLine> end(Columns<EventLine> columns) {
        return columns.text("Unit", 8, line -> line.event().get(Disruption.LEAD_UNIT))
                .text("Moderation", 12, line -> line.event().print(Disruption.MODERATION))
                .keyed(line -> line.event().id());
    }

    private static String p(EventLine line) {
        return line.event().print(Disruption.FOUR_P);
    }

    private static Node mark(EventLine line) {
        return line.event().find(Disruption.FOUR_P).<Node>map(PMark::new).orElseGet(() -> Nodes.label(""));
    }
}
