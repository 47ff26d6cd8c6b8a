package fourfold.bench;

import fourfold.store.RawFiles;
import fourfold.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The peer of loading and rebuilding: the very rows that a store holds, put into another file of the same encryption, which is
/// the program's own on both sides, and cache with the same tables and indexes, by plain batches in one transaction. Only the inserting is timed.
final class RawInsert {

    private static final String URL = "jdbc:h2:%s:%s;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;MAX_COMPACT_TIME=0;RETENTION_TIME=0;MAX_MEMORY_ROWS=2147483647;CACHE_SIZE=%d%s";
    private static final String SCRIPT = "/db/migration/V1__tables.sql";
    private static final int BATCH = 10_000;

    private final Path from;
    private final Path to;
    private final byte[] key;

    /// @param from the store's file without its ending
    /// @param to the new file without its ending
    /// @param key what the store's file is encrypted with, and the new one
    RawInsert(Path from, Path to, byte[] key) {
        this.from = from;
        this.to = to;
        this.key = key.clone();
    }

    /// What inserting took.
    record Took(long nanos, long processor, long rows) {}

    /// Inserts the rows of these tables.
    ///
    /// @param tables each with a condition, or an empty text for all of its rows
    Took run(Map<String, String> tables) throws SQLException, IOException {
        try (var files = new RawFiles(key);
                var source = connect(files, from, ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
                var target = connect(files, to, "")) {
            target.setAutoCommit(false);
            try (var ddl = target.createStatement()) {
                ddl.execute(script());
                ddl.execute("delete from projection");
            }
            target.commit();
            long nanos = 0;
            long processor = 0;
            long rows = 0;
            for (var table : tables.entrySet()) {
                var took = copy(source, target, table.getKey(), table.getValue());
                nanos += took.nanos;
                processor += took.processor;
                rows += took.rows;
            }
            long processorBefore = Bed.processorTime();
            long before = System.nanoTime();
            target.commit();
            return new Took(
                    nanos + System.nanoTime() - before, processor + Bed.processorTime() - processorBefore, rows);
        }
    }

    /// Every table of a store, whole.
    static Map<String, String> everything() {
        var tables = new LinkedHashMap<String, String>();
        for (var table : List.of(
                "threat", "plan", "action", "disruption", "meeting", "person", "review", "other_record", "disruption_support",
                "threat_tag", "disruption_awaiting", "threat_line", "act", "entry"))
            tables.put(table, "");
        return tables;
    }

    /// Pages of rows are read untimed, and inserted timed.
    private static Took copy(Connection source, Connection target, String table, String where) throws SQLException {
        long nanos = 0;
        long processor = 0;
        long count = 0;
        try (var all = source.createStatement();
                var cells = all.executeQuery("select * from " + table + (where.isEmpty() ? "" : " where " + where))) {
            int columns = cells.getMetaData().getColumnCount();
            var places = String.join(", ", java.util.Collections.nCopies(columns, "?"));
            try (var insert = target.prepareStatement("insert into " + table + " values (" + places + ")")) {
                boolean more = true;
                while (more) {
                    var page = new ArrayList<Object[]>(BATCH);
                    while (page.size() < BATCH && (more = cells.next())) {
                        var row = new Object[columns];
                        for (int i = 0; i < columns; i++) row[i] = cells.getObject(i + 1);
                        page.add(row);
                    }
                    long processorBefore = Bed.processorTime();
                    long before = System.nanoTime();
                    for (var row : page) {
                        for (int i = 0; i < columns; i++) insert.setObject(i + 1, row[i]);
                        insert.addBatch();
                    }
                    if (!page.isEmpty()) insert.executeBatch();
                    nanos += System.nanoTime() - before;
                    processor += Bed.processorTime() - processorBefore;
                    count += page.size();
                }
            }
        }
        return new Took(nanos, processor, count);
    }

    private static Connection connect(RawFiles files, Path file, String more) throws SQLException {
        return DriverManager.getConnection(String.format(Locale.ROOT, URL, files.scheme(), file, Store.CACHE, more));
    }

    private static String script() throws IOException {
        try (var in = Objects.requireNonNull(RawInsert.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
