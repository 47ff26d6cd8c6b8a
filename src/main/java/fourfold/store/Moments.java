package fourfold.store;

import static fourfold.store.gen.Tables.ACT;
import static fourfold.store.gen.Tables.ENTRY;
import static fourfold.store.gen.Tables.OTHER_RECORD;
import static fourfold.store.gen.Tables.PROJECTION;

import fourfold.core.settings.Draft;
import fourfold.core.settings.FrozenFigures;
import fourfold.core.settings.Publication;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Replica;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;

/// When this vault knew what. Its own acts bear its own time, which never runs backwards; what it took in bears the times of
/// others, and is known from the act on that says so.
final class Moments {

    private final DSLContext sql;
    private final Set<String> own = new HashSet<>();

    Moments(DSLContext sql, Replica now) {
        this.sql = sql;
        own.add(now.value());
        // a vault that was restored from a backup writes under another name than before; its first act is its own, and so
        // are records that never leave a vault
        sql.select(ACT.REPLICA).from(ACT).orderBy(ACT.ID).limit(1).forEach(row -> own.add(row.value1()));
        sql.selectDistinct(ACT.REPLICA)
                .from(OTHER_RECORD)
                .join(ENTRY).on(ENTRY.ID.eq(OTHER_RECORD.ID))
                .join(ACT).on(ACT.ID.eq(ENTRY.ACT))
                .where(OTHER_RECORD.KIND.in(
                        Draft.FIELDS.kind(), Settings.FIELDS.kind(), SentPackage.FIELDS.kind(),
                        ReceivedPackage.FIELDS.kind(), Publication.FIELDS.kind(), FrozenFigures.FIELDS.kind()))
                .forEach(row -> own.add(row.value1()));
    }

    /// The newest position that was known by that moment; 0 for none.
    long position(Instant moment) {
        long low = 0;
        long high = last();
        while (low < high) {
            long middle = (low + high + 1) / 2;
            var act = firstFrom(middle);
            if (act == null || act.value2() > moment.toEpochMilli()) high = middle - 1;
            else low = act.value1();
        }
        return low == 0 ? 0 : endOf(low);
    }

    private long last() {
        var last = sql.select(PROJECTION.LAST_ENTRY).from(PROJECTION).fetchOne(PROJECTION.LAST_ENTRY);
        return last == null ? 0 : last;
    }

    private @Nullable Record2<Long, Long> firstFrom(long position) {
        return sql.select(ACT.ID, ENTRY.STAMP)
                .from(ACT)
                .join(ENTRY).on(ENTRY.ID.eq(ACT.ID))
                .where(ACT.ID.ge(position))
                .and(ACT.REPLICA.in(own))
                .orderBy(ACT.ID)
                .limit(1)
                .fetchOne();
    }

    /// Before the next act, or at the end of everything.
    private long endOf(long act) {
        var next = sql.select(ACT.ID).from(ACT).where(ACT.ID.gt(act)).orderBy(ACT.ID).limit(1).fetchOne(ACT.ID);
        return next == null ? last() : next - 1;
    }
}
