package fourfold.desk;

/// The journal is sound, but the store could not be brought up to date with it. Locking and unlocking makes the store anew.
public final class BehindFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean saved;

    BehindFault(boolean saved, Throwable cause) {
        super(saved ? "saved, and the store is behind" : "the store is behind", cause);
        this.saved = saved;
    }

    /// Whether the act that met this was saved. Asking for it again would then do it twice.
    public boolean isSaved() {
        return saved;
    }

    /// What a person is told.
    public String sentence() {
        return saved
                ? "This is saved, but the lists cannot show it now: do not enter it again, but lock the vault and unlock it."
                : "Nothing was saved, because the lists lack what was saved before: lock the vault, unlock it and try again.";
    }
}
