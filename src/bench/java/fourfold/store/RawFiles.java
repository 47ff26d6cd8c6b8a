package fourfold.store;

/// The file system that the program's database works on, for a peer that is to have the same encryption.
public final class RawFiles implements AutoCloseable {

    private final EncryptedPath mounted;

    /// @param key the vault's key for its store
    public RawFiles(byte[] key) {
        mounted = EncryptedPath.mounted(key);
    }

    /// What stands before a path in the database's address.
    public String scheme() {
        return mounted.getScheme();
    }

    @Override
    public void close() {
        mounted.unmount();
    }
}
