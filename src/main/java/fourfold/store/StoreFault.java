package fourfold.store;

import java.io.IOException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/// The store could not be opened, read or written. Its message never holds content; the store can be made again from
/// the journal.
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// H2: another process, or another opening in this one, has the file.
    private static final int ALREADY_OPEN = 90020;

    /// What kind of trouble it is.
    public enum Trouble {
        /// The key is not the one that the file was made with.
        WRONG_KEY,
        /// Somebody else has the file open.
        IN_USE,
        /// Another version of the program made it.
        OTHER_VERSION,
        /// The disk is full.
        FULL,
        /// It cannot be read or written.
        DAMAGED
    }

    private final Trouble trouble;
    private final String sentence;

    /// A fault with one sentence.
    public StoreFault(Trouble trouble, String sentence) {
        super(sentence);
        this.trouble = trouble;
        this.sentence = sentence;
    }

    private StoreFault(Trouble trouble, String sentence, Throwable cause) {
        super(sentence, cause);
        this.trouble = trouble;
        this.sentence = sentence;
    }

    /// What a person is told.
    public String sentence() {
        return sentence;
    }

    /// What kind it is.
    public Trouble trouble() {
        return trouble;
    }

    /// The fault that a failure of the database means. The database's own message is left out, since it may quote rows.
    static StoreFault of(Exception failure) {
        if (failure instanceof StoreFault fault) return fault;
        int code = 0;
        boolean full = false;
        boolean other = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && code == 0) code = sql.getErrorCode();
            other |= cause instanceof EncryptedFile.OtherKey;
            full |= cause instanceof IOException && String.valueOf(cause.getMessage()).contains("No space left");
        }
        if (full) return new StoreFault(Trouble.FULL, "The disk is full.", quiet(failure));
        if (other) return new StoreFault(Trouble.WRONG_KEY, "The store was made with another key.", quiet(failure));
        return switch (code) {
            case ALREADY_OPEN -> new StoreFault(Trouble.IN_USE, "The store is already open.", quiet(failure));
            default -> new StoreFault(Trouble.DAMAGED, "The store cannot be used (H2 " + code + ").", quiet(failure));
        };
    }

    /// The stack of the failure without its message.
    private static Throwable quiet(Exception failure) {
        var quiet = new DataAccessException(failure.getClass().getSimpleName());
        quiet.setStackTrace(failure.getStackTrace());
        return quiet;
    }
}
