package fourfold.store;

import static fourfold.store.gen.Tables.PROJECTION;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The tables of one vault, in an encrypted file or in memory, with one writer and any number of readers beside it. Each
/// reading sees the tables as they were at one moment. A thread that uses a store is never interrupted: the database
/// would close its file.
public final class Store implements AutoCloseable {

    /// How much of the file the database keeps in memory, in kilobytes. Less than a vault of 250,000 events makes every
    /// list slow; more is memory taken from the rest.
    public static final int CACHE = 96 * 1024;

    private static final String NAMES = ";DATABASE_TO_LOWER=TRUE";
    // Nothing is compacted in place: what the database lost in doing so would be sealed as if it were sound. And what was
    // overwritten is kept for a while: a file that was not closed must still say how much of the journal it had seen.
    // Results stay in memory, however many rows they have: the database would put the rest into a plain file elsewhere.
    private static final String FILE = NAMES
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
            + ";MAX_COMPACT_TIME=0;MAX_MEMORY_ROWS=2147483647;CACHE_SIZE=" + CACHE;

    private final Place place;
    private final JdbcDataSource source;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final RecordTables tables;
    private final Projection projection;
    private final Records records;
    private final Timeline timeline;
    private final Related related;
    private final Retention retention;
    private final Keeper keeper;
    /// The transaction of several questions that see the same.
    private final ScopedValue<DSLContext> one = ScopedValue.newInstance();
    private volatile boolean closed;

    /// Who writes down beside the file what is known of it.
    interface Keeper {

        /// The file is closed.
        void closed(long lastEntry);

        /// Much is about to be written, and a file that is broken off in that time will say nothing of the journal.
        void muchIsWritten();

        /// Of a store that has no file.
        Keeper NOBODY = new Keeper() {
            @Override
            public void closed(long lastEntry) {}

            @Override
            public void muchIsWritten() {}
        };
    }

    /// Where the tables are.
    ///
    /// @param unmount gives back what was taken for it
    private record Place(JdbcDataSource source, Runnable unmount) {}

    private Store(Place place, Connection writer, DSLContext sql, RecordTables tables, Keeper keeper) {
        this.place = place;
        this.tables = tables;
        related = new Related(tables);
        this.source = place.source;
        this.writer = writer;
        this.keeper = keeper;
        retention = new Retention(writer, keeper::muchIsWritten);
        projection = new Projection(writer, sql, new Projection.Means(tables, retention), writing);
        records = new Records(this, tables);
        timeline = new Timeline(this, tables);
    }

    /// A new store in memory: for tests, and for looking at what an import would change.
    public static Store inMemory() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + NAMES);
        return make(new Place(source, () -> {}), new RecordTables(), Keeper.NOBODY);
    }

    /// A new store in a file that is not there yet.
    ///
    /// @param file the path without the ending that the database gives it
    /// @param key 256 bits, drawn at random and kept by the vault; never made of what a person thinks of
    /// @throws StoreFault when the file cannot be made
    static Store create(Path file, byte[] key, Keeper keeper) {
        return create(file, key, new RecordTables(), keeper);
    }

    /// The same with what figures are made from and nothing else: to be made from a journal once, and counted.
    static Store createForFigures(Path file, byte[] key) {
        return create(file, key, RecordTables.ofFigures(), Keeper.NOBODY);
    }

    private static Store create(Path file, byte[] key, RecordTables tables, Keeper keeper) {
        var store = make(place(file, key, ""), tables, keeper);
        store.retention.none();
        return store;
    }

    /// To be called when a new file holds everything. Until then it says nothing that the journal does not say as well, so
    /// what is overwritten in it need not be kept, and the file does not grow to many times its content.
    void isMade() {
        retention.usual();
    }

    /// The store in that file.
    ///
    /// @throws StoreFault when the key is another, somebody has it open, another version of the program made it, or
    ///     it is damaged
    static Store open(Path file, byte[] key, Keeper keeper) {
        var place = place(file, key, ";IFEXISTS=TRUE");
        try {
            var writer = connect(place.source);
            var sql = context(writer);
            if (!Migrations.areOurs(sql)) {
                writer.close();
                throw new StoreFault(StoreFault.Trouble.OTHER_VERSION, "Another version of the program made the store.");
            }
            return new Store(place, writer, sql, new RecordTables(), keeper);
        } catch (SQLException | RuntimeException failure) {
            place.unmount.run();
            throw StoreFault.of(failure);
        }
    }

    /// The newest entry that the store in that file claims to hold, whoever made it; 0 where it cannot say.
    ///
    /// @throws StoreFault when somebody has it open
    static long lastEntry(Path file, byte[] key) {
        if (isOpen(file)) throw new StoreFault(StoreFault.Trouble.IN_USE, "The store is already open.");
        var place = place(file, key, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        try (var connection = connect(place.source)) {
            var last = context(connection)
                    .select(PROJECTION.LAST_ENTRY)
                    .from(PROJECTION)
                    .fetchOne(PROJECTION.LAST_ENTRY);
            return last == null ? 0 : last;
        } catch (SQLException | RuntimeException failure) {
            return 0;
        } finally {
            place.unmount.run();
        }
    }

    /// Whether anybody has the file open. The database cannot be asked: it says so of a file that ends too early as well.
    private static boolean isOpen(Path file) {
        var path = file.resolveSibling(file.getFileName() + ".mv.db");
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException unreadable) {
            throw StoreFault.of(unreadable);
        }
    }

    private static Store make(Place place, RecordTables tables, Keeper keeper) {
        try {
            var writer = connect(place.source);
            var sql = context(writer);
            Migrations.make(place.source, sql);
            writer.commit();
            return new Store(place, writer, sql, tables, keeper);
        } catch (SQLException | RuntimeException failure) {
            place.unmount.run();
            throw StoreFault.of(failure);
        }
    }

    private static Place place(Path file, byte[] key, String more) {
        var path = file.toAbsolutePath().toString();
        if (path.contains(";"))
            throw new StoreFault(StoreFault.Trouble.DAMAGED, "A vault's folder cannot have a semicolon in its name.");
        var disk = EncryptedPath.mounted(key);
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + disk.getScheme() + ":" + path + FILE + more);
        return new Place(source, disk::unmount);
    }

    private static Connection connect(JdbcDataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static DSLContext context(Connection connection) {
        var settings = new Settings().withRenderSchema(false).withExecuteLogging(false).withFetchWarnings(false);
        return DSL.using(connection, SQLDialect.H2, settings);
    }

    /// The writer.
    public Projection projection() {
        return projection;
    }

    /// Whole records of every kind.
    public Records records() {
        return records;
    }

    /// Who changed which record when, and where in the journal that stands.
    public Timeline timeline() {
        return timeline;
    }

    /// The list of threats, and all that belongs to one.
    public ThreatRepository threats() {
        return new ThreatRepository(this, related);
    }

    /// Plans with their actions.
    public PlanRepository plans() {
        return new PlanRepository(this, related);
    }

    /// Events.
    public DisruptionRepository disruptions() {
        return new DisruptionRepository(this, related);
    }

    /// Links of events, and what tells that two may be one.
    public EventLinkRepository links() {
        return new EventLinkRepository(this);
    }

    /// What each agency has here.
    public RegionRepository region() {
        return new RegionRepository(this);
    }

    /// What figures are made from.
    public FactRepository facts() {
        return new FactRepository(this, tables);
    }

    /// The worklists.
    public HomeRepository home() {
        return new HomeRepository(this);
    }

    /// The records that wait for somebody to settle a value or to answer a proposal.
    public UnsettledRepository unsettled() {
        return new UnsettledRepository(this);
    }

    /// What each LRO carries.
    public WorkloadRepository workload() {
        return new WorkloadRepository(this);
    }

    /// The words that records already use.
    public DirectoryRepository directory() {
        return new DirectoryRepository(this);
    }

    /// Search for words.
    public SearchRepository search() {
        return new SearchRepository(this);
    }

    /// Asks several questions of the tables as they are now, however long that takes and whatever is written meanwhile. Only
    /// questions of this thread, and none whose answers are kept for others: they would be given what is old by then.
    public <T> T asTheyAre(Supplier<T> questions) {
        return read(sql -> ScopedValue.where(one, sql).call(questions::get));
    }

    /// Reads in one transaction that sees the tables as they are now.
    <T extends @Nullable Object> T read(Function<DSLContext, T> reading) {
        if (closed) throw new IllegalStateException("the store is closed");
        if (one.isBound()) return reading.apply(one.get());
        Connection connection = null;
        try {
            connection = reader();
            T result = reading.apply(context(connection));
            connection.rollback();
            idle.push(connection);
            connection = null;
            return result;
        } catch (SQLException | DataAccessException failure) {
            throw StoreFault.of(failure);
        } finally {
            if (connection != null) drop(connection);
        }
    }

    private Connection reader() throws SQLException {
        var waiting = idle.poll();
        if (waiting != null) return waiting;
        var connection = connect(source);
        connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
        return connection;
    }

    private static void drop(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Whatever broke it has its own failure to tell.
        }
    }

    /// Closes the file. Nothing may be reading any more. A file that cannot even be asked how far it is gets no seal, and so
    /// is built anew.
    @Override
    public void close() {
        if (closed) return;
        long last;
        try {
            last = projection.position();
        } catch (StoreFault broken) {
            abandon();
            return;
        }
        closed = true;
        shut();
        keeper.closed(last);
    }

    /// Closes the file without a word about it, so that it will be built anew.
    public void abandon() {
        closed = true;
        writing.lock();
        try {
            for (var reader = idle.poll(); reader != null; reader = idle.poll()) drop(reader);
            drop(writer);
        } finally {
            place.unmount.run();
            writing.unlock();
        }
    }

    private void shut() {
        writing.lock();
        try {
            for (var reader = idle.poll(); reader != null; reader = idle.poll()) reader.close();
            writer.rollback();
            writer.close();
        } catch (SQLException failure) {
            throw StoreFault.of(failure);
        } finally {
            place.unmount.run();
            writing.unlock();
        }
    }
}
