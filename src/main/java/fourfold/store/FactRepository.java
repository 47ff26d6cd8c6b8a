package fourfold.store;

import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.ENTRY;
import static fourfold.store.gen.Tables.EVENT_PLACE;
import static fourfold.store.gen.Tables.PROJECTION;
import static fourfold.store.gen.Tables.THREAT;

import fourfold.core.disruption.Disruption;
import fourfold.core.figures.Column.Links;
import fourfold.core.figures.FactTable;
import fourfold.core.figures.Facts;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Replica;
import fourfold.core.threat.Threat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what figures are made from.
public final class FactRepository {

    /// Up to how many new entries it is quicker to read what they changed than to read everything.
    private static final int FEW = 5_000;

    private final Store store;
    private final RecordTables tables;

    FactRepository(Store store, RecordTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /// Everything that can be counted, as it stands now.
    public Facts now() {
        return store.read(this::read);
    }

    /// The same for whoever has an earlier picture: where little has changed since, little is read.
    public Facts now(Facts before) {
        return store.read(sql -> {
            if (position(sql) == before.position()) return before;
            var changed = changed(sql, before.position());
            return changed == null ? read(sql) : read(sql, before, changed);
        });
    }

    /// What could be counted when the newest entry was that one: as this vault had recorded it then.
    ///
    /// @param now as [#now] gives it
    /// @param position a journal position
    public Facts at(Facts now, long position) {
        if (position >= now.position()) return now;
        return store.read(sql -> new PastFacts(sql, tables, now, position).read());
    }

    /// The journal position of the newest entry that this vault had written or taken in by that moment. What others wrote
    /// counts from when it was taken in, which the act that follows it says.
    ///
    /// @param own how this vault signs its entries now; what it was before it was restored from a backup is found out
    public long position(Instant moment, Replica own) {
        return store.read(sql -> new Moments(sql, own).position(moment));
    }

    /// The rows of each kind that were written after that position; null where reading everything is quicker, or what a
    /// package brought or took back could stand anywhere.
    private static @Nullable Map<String, List<Long>> changed(DSLContext sql, long position) {
        if (sql.fetchCount(ENTRY, ENTRY.ID.gt(position)) > FEW) return null;
        var changed = new HashMap<String, List<Long>>();
        sql.selectDistinct(ENTRY.KIND, ENTRY.RECORD)
                .from(ENTRY)
                .where(ENTRY.ID.gt(position))
                .orderBy(ENTRY.RECORD)
                .forEach(row -> changed.computeIfAbsent(row.value1(), kind -> new ArrayList<>()).add(row.value2()));
        return changed.containsKey(ReceivedPackage.FIELDS.kind()) ? null : changed;
    }

    private Facts read(DSLContext sql) {
        var nothing = new Facts(
                0,
                FactTable.Builder.of(Threat.FIELDS).done(),
                FactTable.Builder.of(Plan.FIELDS).done(),
                FactTable.Builder.of(Action.FIELDS).done(),
                FactTable.Builder.of(Disruption.FIELDS).done(),
                FactTable.Builder.of(Meeting.FIELDS).done(),
                Map.of(),
                Map.of());
        return read(sql, nothing, null);
    }

    /// @param changed the rows to be read; null for all
    private Facts read(DSLContext sql, Facts before, @Nullable Map<String, List<Long>> changed) {
        var threats = read(sql, Threat.FIELDS, before.threats(), Map::of, changed);
        Supplier<Map<String, Map<UUID, Integer>>> toThreats = () -> Map.of(Threat.FIELDS.kind(), threats.rows());
        var plans = read(sql, Plan.FIELDS, before.plans(), toThreats, changed);
        var actions = read(sql, Action.FIELDS, before.actions(), toThreats, changed);
        var events = read(
                sql,
                Disruption.FIELDS,
                before.events(),
                () -> Map.of(Threat.FIELDS.kind(), threats.rows(), Action.FIELDS.kind(), actions.rows()),
                changed);
        var meetings = read(sql, Meeting.FIELDS, before.meetings(), Map::of, changed);
        return new Facts(
                position(sql), threats, plans, actions, events, meetings, agendas(sql, threats, meetings), supports(sql, events));
    }

    private <K extends Entity<K>> FactTable<K> read(
            DSLContext sql,
            Fields<K> fields,
            FactTable<K> before,
            Supplier<Map<String, Map<UUID, Integer>>> links,
            @Nullable Map<String, List<Long>> changed) {
        if (changed == null) return new FactRows<>(sql, fields, table(fields), before, links.get()).all();
        var rows = changed.get(fields.kind());
        return rows == null ? before : new FactRows<>(sql, fields, table(fields), before, links.get()).some(rows);
    }

    private Table<?> table(Fields<?> kind) {
        return tables.of(kind.kind()).table();
    }

    private static long position(DSLContext sql) {
        var last = sql.select(PROJECTION.LAST_ENTRY).from(PROJECTION).fetchOne(PROJECTION.LAST_ENTRY);
        return last == null ? 0 : last;
    }

    /// A meeting names threats by their references, of which a threat may come later than the meeting.
    static Map<Integer, int[]> agendas(DSLContext sql, FactTable<Threat> threats, FactTable<Meeting> meetings) {
        var named = meetings.sets(Meeting.THREATS);
        var byWord = new HashMap<String, Integer>();
        var wanted = new HashMap<String, List<String>>();
        for (var word : named.all())
            wanted.merge(RecordTable.refKey(word), List.of(word), FactRepository::both);
        for (var page : pages(List.copyOf(wanted.keySet())))
            sql.select(THREAT.REF_KEY, THREAT.ID)
                    .from(THREAT)
                    .where(THREAT.REF_KEY.eq(DSL.any(page.toArray(String[]::new))))
                    .orderBy(THREAT.ID.desc())
                    .forEach(row -> wanted.getOrDefault(row.value1(), List.of())
                            .forEach(word -> threats.row(row.value2()).ifPresent(at -> byWord.put(word, at))));
        var agendas = new HashMap<Integer, int[]>();
        for (int meeting = 0; meeting < meetings.size(); meeting++) {
            var rows = new TreeSet<Integer>();
            for (var word : named.at(meeting)) if (byWord.containsKey(word)) rows.add(byWord.get(word));
            if (!rows.isEmpty()) agendas.put(meeting, rows.stream().mapToInt(Integer::intValue).toArray());
        }
        return agendas;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<List<String>> pages(List<String> all) {
        var pages = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += 100) pages.add(all.subList(from, Math.min(all.size(), from + 100)));
        return pages;
    }

    private static Map<Integer, Integer> supports(DSLContext sql, FactTable<Disruption> events) {
        var other = DISRUPTION.as("other");
        var supports = new HashMap<Integer, Integer>();
        if (!sql.fetchExists(EVENT_PLACE)) return supports;
        sql.select(DISRUPTION.ID, other.ID)
                .from(EVENT_PLACE)
                .join(DISRUPTION).on(DISRUPTION.RECORD_ID.eq(EVENT_PLACE.EVENT))
                .leftJoin(other).on(other.RECORD_ID.eq(EVENT_PLACE.LEAD))
                .where(EVENT_PLACE.EVENT.ne(EVENT_PLACE.LEAD))
                .forEach(row -> events.row(row.value1()).ifPresent(event -> supports.put(
                        event,
                        row.value2() == null ? Links.NOT_HERE : events.row(row.value2()).orElse(Links.NOT_HERE))));
        return supports;
    }

    /// The references of those records, by what the store calls them.
    ///
    /// @param kind a kind whose records have references
    /// @param ids as [FactTable#id] gives them
    public Map<Long, String> refs(Fields<?> kind, Collection<Long> ids) {
        var table = table(kind);
        var id = RecordTable.column(table, "id", Long.class);
        var ref = RecordTable.column(table, "ref", String.class);
        return store.read(sql -> {
            var refs = new HashMap<Long, String>();
            var all = ids.stream().sorted().toArray(Long[]::new);
            for (int from = 0; from < all.length; from += RecordTable.PAGE) {
                var page = Arrays.copyOfRange(all, from, Math.min(all.length, from + RecordTable.PAGE));
                if (page.length < 100)
                    sql.select(id, ref).from(table).where(id.eq(DSL.any(page))).forEach(row ->
                            refs.put(row.value1(), Objects.requireNonNullElse(row.value2(), "")));
                else between(sql, table, page, refs);
            }
            return refs;
        });
    }

    /// Of many, all that lie between the first and the last are read: they are looked up far more slowly.
    private static void between(DSLContext sql, Table<?> table, Long[] page, Map<Long, String> refs) {
        var id = RecordTable.column(table, "id", Long.class);
        var ref = RecordTable.column(table, "ref", String.class);
        var wanted = new HashSet<>(Arrays.asList(page));
        long last = page[0] - 1;
        int got;
        do {
            var some = sql.select(id, ref)
                    .from(table)
                    .where(id.gt(last))
                    .and(id.le(page[page.length - 1]))
                    .orderBy(id)
                    .limit(RecordTable.PAGE)
                    .fetch();
            got = some.size();
            for (var row : some) {
                last = row.value1();
                if (wanted.contains(last)) refs.put(last, Objects.requireNonNullElse(row.value2(), ""));
            }
        } while (got == RecordTable.PAGE);
    }
}
