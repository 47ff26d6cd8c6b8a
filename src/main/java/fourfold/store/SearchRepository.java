package fourfold.store;

import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.THREAT;
import static fourfold.store.gen.Tables.THREAT_LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Search for words over threats, plans, actions and events, whatever the case.
public final class SearchRepository {

    /// One record that was found.
    ///
    /// @param kind "threat", "plan", "action" or "disruption"
    /// @param text what to show of it: its name, title, objective or summary
    /// @param threat the identity of its threat, which for a threat is its own; null where it has none
    public record Hit(
            String kind,
            UUID record,
            String ref,
            String text,
            @Nullable UUID threat,
            String threatRef,
            String threatName) {}

    /// What was found.
    ///
    /// @param hits at most as many of each kind as were asked for
    /// @param count how many there are in all
    public record Found(List<Hit> hits, long count) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    private final Store store;

    SearchRepository(Store store) {
        this.store = store;
    }

    /// The records in which all the words stand; none where there is no word.
    public Found search(String words, int limitOfEach) {
        if (words.isBlank()) return new Found(List.of(), 0);
        return store.read(sql -> {
            var hits = new ArrayList<Hit>();
            long count = threats(sql, words, limitOfEach, hits)
                    + children(
                            sql,
                            "plan",
                            PLAN,
                            PLAN.OBJECTIVE,
                            Like.words(
                                    words,
                                    PLAN.OBJECTIVE,
                                    PLAN.PURSUE_OBJECTIVE,
                                    PLAN.PREVENT_OBJECTIVE,
                                    PLAN.PROTECT_OBJECTIVE,
                                    PLAN.PREPARE_OBJECTIVE,
                                    PLAN.INTELLIGENCE_GAPS),
                            limitOfEach,
                            hits)
                    + children(
                            sql,
                            "action",
                            ACTION,
                            ACTION.TITLE,
                            Like.words(words, ACTION.REF, ACTION.TITLE, ACTION.OWNER, ACTION.RESULT, ACTION.MEASURE),
                            limitOfEach,
                            hits)
                    + children(
                            sql,
                            "disruption",
                            DISRUPTION,
                            DISRUPTION.SUMMARY,
                            Like.words(
                                    words,
                                    DISRUPTION.REF,
                                    DISRUPTION.SUMMARY,
                                    DISRUPTION.CHANGE,
                                    DISRUPTION.LEAD_UNIT),
                            limitOfEach,
                            hits);
            return new Found(hits, count);
        });
    }

    private static long threats(DSLContext sql, String words, int limit, List<Hit> hits) {
        var condition = Like.words(
                words,
                THREAT.REF,
                THREAT.NATIONAL_REF,
                THREAT.NAME,
                THREAT.AREA,
                THREAT.PHASE,
                THREAT.LRO,
                THREAT.SIO,
                THREAT.TAGS,
                THREAT.INTENT,
                THREAT.CAPABILITY);
        sql.select(THREAT.RECORD_ID, THREAT.REF, THREAT.NAME)
                .from(THREAT)
                .where(condition)
                .orderBy(THREAT.REF, THREAT.ID)
                .limit(limit)
                .forEach(row -> {
                    var ref = ThreatRow.text(row.value2());
                    var name = ThreatRow.text(row.value3());
                    hits.add(new Hit("threat", row.value1(), ref, name, row.value1(), ref, name));
                });
        return sql.fetchCount(THREAT, condition);
    }

    private static long children(
            DSLContext sql,
            String kind,
            Table<?> table,
            Field<String> text,
            Condition condition,
            int limit,
            List<Hit> hits) {
        Field<UUID> threat = RecordTable.column(table, "threat", UUID.class);
        Field<String> ref = RecordTable.column(table, "ref", String.class);
        Field<UUID> record = RecordTable.column(table, "record_id", UUID.class);
        sql.select(record, ref, text, threat, THREAT_LINE.REF, THREAT_LINE.NAME)
                .from(table)
                .leftJoin(THREAT_LINE)
                .on(THREAT_LINE.RECORD_ID.eq(threat))
                .where(condition)
                .orderBy(ref, RecordTable.column(table, "id", Long.class))
                .limit(limit)
                .forEach(row -> hits.add(new Hit(
                        kind,
                        row.value1(),
                        ThreatRow.text(row.value2()),
                        ThreatRow.text(row.value3()),
                        row.value4(),
                        ThreatRow.text(row.value5()),
                        ThreatRow.text(row.value6()))));
        return sql.fetchCount(table, condition);
    }
}
