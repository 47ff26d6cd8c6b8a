package fourfold.store;

import java.sql.Connection;
import java.sql.SQLException;

/// How long the database keeps what it overwrites in its file. Usually it does for a while, so that a file that was not
/// closed still says how much of the journal it had seen. While much is written, that would make the file grow to many times
/// its content, all of which is hashed at each unlock; then nothing is kept, and what the file could say is written down
/// beside it first.
final class Retention {

    /// How many entries are much.
    static final int MUCH = 20_000;

    private static final int USUAL = 45_000;

    private final Connection connection;
    private final Runnable witness;

    /// @param witness writes down where the journal ends
    Retention(Connection connection, Runnable witness) {
        this.connection = connection;
        this.witness = witness;
    }

    /// Keeps nothing from here on, in a file that says nothing yet.
    void none() {
        set(0);
    }

    /// Keeps as usual from here on.
    void usual() {
        set(USUAL);
    }

    /// Writes much, or little.
    void during(long entries, Runnable writing) {
        if (entries < MUCH) {
            writing.run();
            return;
        }
        witness.run();
        none();
        try {
            writing.run();
        } catch (RuntimeException | Error failure) {
            try {
                usual();
            } catch (StoreFault afterwards) {
                failure.addSuppressed(afterwards);
            }
            throw failure;
        }
        usual();
    }

    private void set(int millis) {
        try (var set = connection.createStatement()) {
            set.execute("set retention_time " + millis);
            connection.commit();
        } catch (SQLException failure) {
            throw StoreFault.of(failure);
        }
    }
}
