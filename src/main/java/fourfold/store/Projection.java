package fourfold.store;

import static fourfold.store.gen.Tables.EVENT_PLACE;
import static fourfold.store.gen.Tables.PROJECTION;

import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Journal;
import fourfold.store.gen.DefaultSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// The one writer of the store: it puts entries of the journal into the tables, in order, each once. Whether entries come
/// one act at a time as people work, or all at once when the store is built anew, the rows are the same.
public final class Projection {

    /// How many entries are held and written in one transaction. Entries touch rows all over the tables, and every
    /// transaction writes each page that it touched: fewer would write the tables again and again, more cost memory.
    private static final int BATCH = 50_000;

    /// The same while people work with what is there, and memory is not the projection's alone.
    private static final int WHILE_OPEN = 15_000;

    /// The same where only what is counted is written, and only for a while: rows come at the end of their tables, and the size of
    /// the file does not matter. Few entries at a time cost the garbage collector least.
    private static final int COUNTED_AT_ONCE = 2_000;

    /// The indexes that reading what is counted needs: the second only where events are linked.
    private static final String THREATS_BY_NAME = "threat_ref";

    private static final String EVENTS_BY_RECORD = "disruption_record";

    /// How many entries are read from the journal before whoever waits is told, and asked whether to stop.
    private static final int TELL = 1_000;

    private final Connection connection;
    private final DSLContext sql;
    private final ReentrantLock writing;
    private final Batch batch;
    private final ThreatLines lines;
    private final Retention retention;
    private final RecordTables tables;

    /// What no table may show. It grows when the journal says so, and is not kept: whoever begins anew is told again.
    private TakenBack takenBack = new TakenBack();

    /// The threats whose lines do not show yet what their rows say. What one writing could not finish the next one does.
    private final Set<UUID> unlined = new HashSet<>();

    /// What it writes through.
    record Means(RecordTables tables, Retention retention) {}

    Projection(Connection connection, DSLContext sql, Means means, ReentrantLock writing) {
        this.connection = connection;
        this.sql = sql;
        this.writing = writing;
        this.batch = new Batch(connection, sql, means.tables());
        this.retention = means.retention();
        this.tables = means.tables();
        this.lines = new ThreatLines(connection, sql);
    }

    /// Something that makes changes within one transaction.
    private interface Step {
        void run() throws SQLException;
    }

    /// The journal position of the newest entry that the tables hold; 0 when they are empty.
    public long position() {
        return locked(() -> {
            var last = sql.select(PROJECTION.LAST_ENTRY).from(PROJECTION).fetchOne(PROJECTION.LAST_ENTRY);
            return last == null ? 0 : last;
        });
    }

    /// Puts the entries of an act into the tables. Entries that are there already change nothing. A large act is put
    /// there in parts, since one transaction over all of it would take twice as long; should the program end between
    /// them, the store is built anew.
    ///
    /// @param entries in the journal's order; none that takes back anything, which takes [#catchUp]
    /// @throws StoreFault when the database fails; then the store has to be built anew
    public void project(List<Journal.Recorded> entries) {
        locked(() -> {
            var fresh = after(position(), entries);
            retention.during(fresh.size(), () -> inParts(fresh));
            if (!fresh.isEmpty()) unlined.clear();
            return 0L;
        });
    }

    private void inParts(List<Journal.Recorded> fresh) {
        for (int from = 0; from < fresh.size(); from += BATCH) {
            int to = Math.min(fresh.size(), from + BATCH);
            var part = fresh.subList(from, to);
            commit(() -> {
                write(part);
                if (to == fresh.size()) lines.refresh(unlined);
            });
        }
    }

    /// Makes the tables, which are empty, from the whole journal. If that is stopped or fails, they are worth nothing.
    ///
    /// @param progress is told the position reached, now and then
    /// @param stop is asked now and then whether to stop
    /// @return whether the end was reached
    /// @throws StoreFault when the database fails
    boolean make(Journal journal, LongConsumer progress, BooleanSupplier stop) {
        return locked(() -> {
            getReady(journal);
            try {
                var indexes = Indexes.taken(connection);
                if (!read(journal, tables.areWhole() ? BATCH : COUNTED_AT_ONCE, progress, stop)) return false;
                if (tables.areWhole()) {
                    indexes.make();
                    line();
                } else {
                    boolean linked = sql.fetchExists(EVENT_PLACE);
                    indexes.make(name -> name.equals(THREATS_BY_NAME) || linked && name.equals(EVENTS_BY_RECORD));
                }
                return true;
            } catch (SQLException failure) {
                throw StoreFault.of(failure);
            } finally {
                batch.isMade();
            }
        });
    }

    /// Puts everything into the tables that the journal holds beyond [#position]. Where the journal says that what the tables
    /// may hold already was taken back, they are emptied and made anew without it: so they are row for row what they would be
    /// had it never come, whatever has been put beside or upon it.
    ///
    /// @param progress is told the position reached, now and then
    /// @param stop is asked now and then whether to stop
    /// @return whether the end was reached; if not, another call goes on where this one stopped
    /// @throws StoreFault when the database fails
    public boolean catchUp(Journal journal, LongConsumer progress, BooleanSupplier stop) {
        return catchUp(journal, WHILE_OPEN, progress, stop);
    }

    boolean catchUp(Journal journal, int batch, LongConsumer progress, BooleanSupplier stop) {
        return locked(() -> {
            var whole = new boolean[] {true};
            retention.during(journal.head() - position(), () -> {
                try {
                    whole[0] = read(journal, batch, progress, stop);
                    line();
                } catch (Anew anew) {
                    makeAgain(journal, progress);
                }
            });
            return whole[0];
        });
    }

    /// Makes the tables anew while others may be reading them; stopped half-way they would be worth nothing.
    private void makeAgain(Journal journal, LongConsumer progress) {
        empty();
        getReady(journal);
        try {
            retention.during(journal.head(), () -> {
                read(journal, BATCH, progress, () -> false);
                line();
            });
        } finally {
            batch.isMade();
        }
    }

    private void getReady(Journal journal) {
        var after = new Afterwards(journal, new TakenBack());
        if (!after.takenBack().isNothing()) {
            takenBack = after.takenBack();
            after = new Afterwards(journal, takenBack);
        }
        batch.fromTheFirst(after);
    }

    private boolean read(Journal journal, int batch, LongConsumer progress, BooleanSupplier stop) {
        var reading = new Reading(batch, progress, stop);
        try {
            ReadAhead.read(journal, position() + 1, tables::of, reading::entry);
            reading.flush();
        } catch (Stopped stopped) {
            // What was written until here stands.
        }
        return !reading.stopped;
    }

    private void line() {
        commit(() -> lines.refresh(unlined));
        unlined.clear();
    }

    /// Gathers entries while the journal is read and writes them batch by batch.
    private final class Reading {
        private final int atOnce;
        private final List<Journal.Recorded> gathered = new ArrayList<>();
        private final LongConsumer progress;
        private final BooleanSupplier stop;
        private boolean stopped;

        Reading(int atOnce, LongConsumer progress, BooleanSupplier stop) {
            this.atOnce = atOnce;
            this.progress = progress;
            this.stop = stop;
        }

        void entry(Journal.Recorded entry) {
            if (takenBack.contains(entry.spot().position())) return;
            if (!takenBack.covers(TakenBack.in(entry.entry()))) throw new Anew();
            gathered.add(entry);
            if (gathered.size() % TELL == 0) tell(entry);
            if (gathered.size() == atOnce) flush();
        }

        void flush() {
            if (gathered.isEmpty()) return;
            commit(() -> write(gathered));
            gathered.clear();
        }

        private void tell(Journal.Recorded newest) {
            progress.accept(newest.spot().position());
            stopped = stop.getAsBoolean();
            if (stopped) throw new Stopped();
        }
    }

    /// Leaves the reading of the journal early.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /// Leaves the reading of the journal since the tables have to be made anew.
    private static final class Anew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Anew() {
            super("made anew", null, false, false);
        }
    }

    /// All at once, so that tables which are not whole are never taken for whole ones.
    private void empty() {
        commit(() -> {
            for (var table : DefaultSchema.DEFAULT_SCHEMA.getTables())
                if (!table.equals(PROJECTION)) sql.deleteFrom(table).execute();
            sql.update(PROJECTION).set(PROJECTION.LAST_ENTRY, 0L).execute();
        });
        batch.forget();
        unlined.clear();
    }

    private static List<Journal.Recorded> after(long position, List<Journal.Recorded> entries) {
        return entries.stream().filter(e -> e.spot().position() > position).toList();
    }

    private void write(List<Journal.Recorded> entries) throws SQLException {
        if (entries.isEmpty()) return;
        unlined.addAll(batch.write(entries));
        sql.update(PROJECTION)
                .set(PROJECTION.LAST_ENTRY, entries.getLast().spot().position())
                .execute();
    }

    private void commit(Step step) {
        try {
            step.run();
            connection.commit();
        } catch (SQLException | DataAccessException failure) {
            rollback(failure);
            throw StoreFault.of(failure);
        } catch (RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
    }

    private void rollback(Throwable failure) {
        batch.forget();
        try {
            connection.rollback();
        } catch (SQLException worse) {
            failure.addSuppressed(worse);
        }
    }

    private <T> T locked(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } catch (DataAccessException failure) {
            throw StoreFault.of(failure);
        } finally {
            writing.unlock();
        }
    }
}
