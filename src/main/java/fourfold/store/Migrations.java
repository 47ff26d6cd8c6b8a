package fourfold.store;

import static fourfold.store.gen.Tables.PROJECTION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// Makes the tables of an empty store. Running Flyway costs most of a second, so a store that says in its one row which
/// scripts and which projection made it is taken at its word: either it is this version's, or it is built anew.
final class Migrations {

    private static final String FOLDER = "db/migration";

    /// The scripts in order. A test compares them with the folder.
    static final List<String> SCRIPTS = List.of("V1__tables.sql", "V2__event_links.sql", "V3__past_values.sql");

    /// To be raised when the same entries give other rows than before.
    private static final int PROJECTION_VERSION = 1;

    private Migrations() {}

    /// Makes the tables and writes down their shape.
    static void make(DataSource empty, DSLContext sql) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(empty)
                .locations("classpath:" + FOLDER)
                .loggers("slf4j")
                .load()
                .migrate();
        sql.update(PROJECTION).set(PROJECTION.SHAPE, shape()).execute();
    }

    /// Whether these tables are the ones that this version of the program makes.
    static boolean areOurs(DSLContext sql) {
        try {
            return Long.valueOf(shape()).equals(written(sql));
        } catch (DataAccessException noSuchTable) {
            return false;
        }
    }

    private static @Nullable Long written(DSLContext sql) {
        return sql.select(PROJECTION.SHAPE).from(PROJECTION).fetchOne(PROJECTION.SHAPE);
    }

    private static long shape() {
        var crc = new CRC32();
        for (var script : SCRIPTS) crc.update(bytes(script));
        return (crc.getValue() << 16) + PROJECTION_VERSION;
    }

    private static byte[] bytes(String script) {
        try (var in = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + "/" + script)) {
            if (in == null) throw new IllegalStateException("the program lacks its script " + script);
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
