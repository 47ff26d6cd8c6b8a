package fourfold.offenders.app;

/// A name that says nothing, one for everybody, and changed by anybody.
public final class StoreManager {

    private static StoreManager only = new StoreManager();

    private StoreManager() {}

    /// The only one.
    public static StoreManager getInstance() {
        return only;
    }
}
