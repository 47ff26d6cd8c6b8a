package fourfold.store;

import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.EVENT_LINK;
import static fourfold.store.gen.Tables.MEETING;
import static fourfold.store.gen.Tables.PERSON;
import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.REVIEW;
import static fourfold.store.gen.Tables.THREAT;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.sync.Journal;
import fourfold.core.threat.Threat;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tables of records by kind.
final class RecordTables {

    private final Map<String, RecordTable> byKind;
    private final Map<String, KindTable> known;
    private final boolean whole;
    private final Map<String, OtherTable> others = new ConcurrentHashMap<>();

    /// All of them, with all that records hold.
    RecordTables() {
        this(
                List.of(
                        new KindTable(Threat.FIELDS, THREAT, Threat.REF.name()),
                        new KindTable(Plan.FIELDS, PLAN, Plan.REF.name()),
                        new KindTable(Action.FIELDS, ACTION, Action.REF.name()),
                        new KindTable(Disruption.FIELDS, DISRUPTION, Disruption.REF.name()),
                        new KindTable(Meeting.FIELDS, MEETING, Meeting.REF.name()),
                        new KindTable(Person.FIELDS, PERSON, Person.COLLAR.name()),
                        new KindTable(Review.FIELDS, REVIEW, null),
                        new KindTable(EventLink.FIELDS, EVENT_LINK, EventLink.REF.name())),
                true);
    }

    /// Those that figures are made from, with what is counted. Links of events are whole, since what they say depends on their
    /// state; agendas of meetings name threats by their references.
    static RecordTables ofFigures() {
        return new RecordTables(
                List.of(
                        new CountedTable(Threat.FIELDS, THREAT, Threat.REF.name()),
                        new CountedTable(Plan.FIELDS, PLAN, null),
                        new CountedTable(Action.FIELDS, ACTION, null),
                        new CountedTable(Disruption.FIELDS, DISRUPTION, null),
                        new CountedTable(Meeting.FIELDS, MEETING, null),
                        new KindTable(EventLink.FIELDS, EVENT_LINK, EventLink.REF.name())),
                false);
    }

    private RecordTables(List<RecordTable> tables, boolean whole) {
        this.whole = whole;
        byKind = tables.stream().collect(Collectors.toUnmodifiableMap(RecordTable::kind, Function.identity()));
        known = tables.stream()
                .filter(KindTable.class::isInstance)
                .map(KindTable.class::cast)
                .collect(Collectors.toUnmodifiableMap(RecordTable::kind, Function.identity()));
    }

    /// Whether every record is kept with all that it holds, and every entry is noted; otherwise only what is counted.
    boolean areWhole() {
        return whole;
    }

    /// Whether records of that kind are kept.
    boolean keep(String kind) {
        return whole || byKind.containsKey(kind);
    }

    /// What of that entry makes a difference to the tables.
    Journal.Recorded of(Journal.Recorded recorded) {
        var table = whole ? null : byKind.get(recorded.entry().kind());
        return table == null ? recorded : new Journal.Recorded(recorded.spot(), recorded.act(), table.of(recorded.entry()));
    }

    /// The tables of the kinds that have one of their own, of those that are whole.
    Collection<KindTable> known() {
        return known.values();
    }

    /// The table of that kind.
    RecordTable of(String kind) {
        var table = byKind.get(kind);
        return table == null ? others.computeIfAbsent(kind, OtherTable::new) : table;
    }
}
