package fourfold.vault;

/// Bytes are not what they have to be. Says where, never what they hold, so that the message may be logged.
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong and where, without any of the content
    public Unreadable(String message) {
        super(message);
    }
}
