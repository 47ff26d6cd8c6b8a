package fourfold.store;

import static fourfold.store.gen.Tables.PROJECTION;

/// Real trouble for a store that is open.
public final class Jam {

    private Jam() {}

    /// Runs something while nobody can write to the store: another transaction holds the one row that every writing
    /// changes last.
    public static void during(Store store, Runnable what) {
        store.read(sql -> {
            sql.selectFrom(PROJECTION).forUpdate().fetch();
            what.run();
            return 0L;
        });
    }
}
