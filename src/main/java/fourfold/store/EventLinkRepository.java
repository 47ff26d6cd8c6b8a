package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.ENTRY;
import static fourfold.store.gen.Tables.EVENT_PLACE;
import static fourfold.store.gen.Tables.THREAT;
import static fourfold.store.gen.Tables.THREAT_LINE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventGroups;
import fourfold.core.disruption.Sighting;
import fourfold.core.kernel.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Linked events, and what tells whether two events are one.
public final class EventLinkRepository {

    /// What of a sighting the event's row does not say itself.
    ///
    /// @param agencyOf who recorded an event, by its reference, whether it was led, the lead agency and the supporting ones
    public interface Recorder {
        /// The agency, or an empty text.
        String agencyOf(String ref, boolean lead, String leadAgency, Set<String> supporting);
    }

    private static final List<fourfold.core.kernel.Field<Disruption, ?>> COUNTED = List.of(
            Disruption.ARRESTS, Disruption.WARRANTS, Disruption.ASSETS, Disruption.CRYPTOCURRENCY,
            Disruption.VEHICLES_SEIZED, Disruption.SAFEGUARDED, Disruption.VEHICLES_STOPPED, Disruption.STOP_SEARCHES,
            Disruption.PROPERTIES_SEIZED, Disruption.ORDERS_OBTAINED, Disruption.ORDERS_BREACHED, Disruption.REFERRALS,
            Disruption.DIVERTED, Disruption.TRAINED, Disruption.RECALLS);

    private final Store store;

    EventLinkRepository(Store store) {
        this.store = store;
    }

    /// The places of those of the events that are linked.
    public Map<UUID, EventGroups.Place> places(Collection<UUID> events) {
        if (events.isEmpty()) return Map.of();
        return store.read(sql -> {
            var places = new HashMap<UUID, EventGroups.Place>();
            if (!sql.fetchExists(EVENT_PLACE)) return places;
            sql.selectFrom(EVENT_PLACE)
                    .where(EVENT_PLACE.EVENT.eq(DSL.any(events.toArray(UUID[]::new))))
                    .forEach(row -> places.put(row.getEvent(), new EventGroups.Place(row.getLead(), row.getAgreed())));
            return places;
        });
    }

    /// Every linked event with its place.
    public Map<UUID, EventGroups.Place> places() {
        return store.read(sql -> {
            var places = new HashMap<UUID, EventGroups.Place>();
            sql.selectFrom(EVENT_PLACE)
                    .forEach(row -> places.put(row.getEvent(), new EventGroups.Place(row.getLead(), row.getAgreed())));
            return places;
        });
    }

    /// The events that count through that one.
    public List<UUID> supportsOf(UUID lead) {
        return store.read(sql -> sql.select(EVENT_PLACE.EVENT)
                .from(EVENT_PLACE)
                .where(EVENT_PLACE.LEAD.eq(lead))
                .and(EVENT_PLACE.EVENT.ne(lead))
                .orderBy(EVENT_PLACE.EVENT)
                .fetch(EVENT_PLACE.EVENT));
    }

    /// From when to when.
    public record Days(LocalDate from, LocalDate to) {}

    /// The days of the first and the last event; nothing where there is none with a date.
    public Optional<Days> days() {
        return store.read(sql -> {
            var row = sql.select(min(DISRUPTION.EVENT_DATE), max(DISRUPTION.EVENT_DATE)).from(DISRUPTION).fetchOne();
            return row == null || row.value1() == null || row.value2() == null
                    ? Optional.empty()
                    : Optional.of(new Days(row.value1(), row.value2()));
        });
    }

    /// Gives the events of those days to the consumer, in the order of their dates.
    public void sightings(Days days, Recorder recorder, Consumer<Sighting> consumer) {
        read(DISRUPTION.EVENT_DATE.between(days.from(), days.to()), recorder).forEach(consumer);
    }

    /// Those of the events that have a date.
    public Map<UUID, Sighting> sightings(Collection<UUID> events, Recorder recorder) {
        var found = new HashMap<UUID, Sighting>();
        read(DISRUPTION.RECORD_ID.eq(DSL.any(events.toArray(UUID[]::new))).and(DISRUPTION.EVENT_DATE.isNotNull()), recorder)
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    private List<Sighting> read(Condition condition, Recorder recorder) {
        var fields = new ArrayList<SelectField<?>>(List.of(
                DISRUPTION.RECORD_ID, DISRUPTION.REF, DISRUPTION.THREAT, DISRUPTION.TYPE, DISRUPTION.LEAD_AGENCY,
                DISRUPTION.SUPPORTING, DISRUPTION.EVENT_DATE, DISRUPTION.TACTICS, DISRUPTION.SUMMARY, DISRUPTION.CHANGE,
                THREAT_LINE.REF, THREAT_LINE.NAME, THREAT_LINE.NATIONAL_REF));
        COUNTED.forEach(field -> fields.add(column(field)));
        return store.read(sql -> sql.select(fields)
                .from(DISRUPTION)
                .leftJoin(THREAT_LINE)
                .on(THREAT_LINE.RECORD_ID.eq(DISRUPTION.THREAT))
                .where(condition)
                .orderBy(DISRUPTION.EVENT_DATE, DISRUPTION.ID)
                .fetch(row -> sighting(row, recorder)));
    }

    private static Field<?> column(fourfold.core.kernel.Field<Disruption, ?> field) {
        return RecordTable.column(DISRUPTION, Column.columnName(field.name()));
    }

    private static Sighting sighting(Record row, Recorder recorder) {
        var ref = ThreatRow.text(row.get(DISRUPTION.REF));
        boolean lead = !DisruptionType.SUPPORT.name().equals(row.get(DISRUPTION.TYPE));
        var leadAgency = ThreatRow.text(row.get(DISRUPTION.LEAD_AGENCY));
        var supporting = texts(row.get(DISRUPTION.SUPPORTING));
        var named = new HashSet<>(supporting);
        if (!leadAgency.isEmpty()) named.add(leadAgency);
        var threatRef = ThreatRow.text(row.get(THREAT_LINE.REF));
        var name = ThreatRow.text(row.get(THREAT_LINE.NAME));
        var texts = ThreatRow.text(row.get(DISRUPTION.SUMMARY)) + "\n" + ThreatRow.text(row.get(DISRUPTION.CHANGE));
        return new Sighting(
                row.get(DISRUPTION.RECORD_ID),
                ref,
                recorder.agencyOf(ref, lead, leadAgency, supporting),
                row.get(DISRUPTION.THREAT),
                (threatRef + " " + name).strip(),
                name,
                ThreatRow.text(row.get(THREAT_LINE.NATIONAL_REF)),
                row.get(DISRUPTION.EVENT_DATE),
                lead,
                named,
                texts(row.get(DISRUPTION.TACTICS)),
                quantities(row),
                Sighting.operationsIn(texts));
    }

    private static SortedMap<String, String> quantities(Record row) {
        var quantities = new TreeMap<String, String>();
        for (var field : COUNTED) {
            var value = row.get(column(field));
            if (value instanceof Long count && count > 0) quantities.put(field.label(), count.toString());
            if (value instanceof BigDecimal amount && amount.signum() > 0)
                quantities.put(field.label(), amount.toPlainString());
        }
        return quantities;
    }

    private static Set<String> texts(@Nullable String list) {
        if (list == null || list.isEmpty()) return Set.of();
        var texts = new HashSet<String>();
        if (CanonicalText.read(list) instanceof Json.Items(var items)) items.forEach(item -> texts.add(item.text()));
        return texts;
    }

    /// The events of which, or of whose threat, something was written beyond that journal position.
    public Set<UUID> changedAfter(long position) {
        return store.read(sql -> {
            var rows = select(ENTRY.RECORD).from(ENTRY).where(ENTRY.ID.gt(position));
            var changed = new HashSet<UUID>();
            Function<Condition, List<UUID>> events = condition ->
                    sql.select(DISRUPTION.RECORD_ID).from(DISRUPTION).where(condition).fetch(DISRUPTION.RECORD_ID);
            changed.addAll(events.apply(DISRUPTION.ID.in(rows.and(ENTRY.KIND.eq(Disruption.FIELDS.kind())))));
            var threats = select(THREAT.RECORD_ID)
                    .from(THREAT)
                    .where(THREAT.ID.in(select(ENTRY.RECORD)
                            .from(ENTRY)
                            .where(ENTRY.ID.gt(position))
                            .and(ENTRY.KIND.eq(fourfold.core.threat.Threat.FIELDS.kind()))));
            changed.addAll(events.apply(DISRUPTION.THREAT.in(threats)));
            return changed;
        });
    }
}
