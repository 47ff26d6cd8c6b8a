package fourfold.core.sync;

/// The journal could not be written or read. Its message names the file and the place, never content.
public final class JournalFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What kind of trouble it is; the screens and the exit code follow from it.
    public enum Trouble {
        /// The disk is full.
        FULL,
        /// The file cannot be written or read at all.
        UNWRITABLE,
        /// A frame does not verify.
        DAMAGED,
        /// Something names an entry that the journal lacks.
        CUT,
        /// The entry that was asked for was lawfully erased; the journal is sound.
        ERASED
    }

    private final Trouble trouble;
    private final String sentence;

    /// A fault with one sentence.
    public JournalFault(Trouble trouble, String sentence) {
        super(sentence);
        this.trouble = trouble;
        this.sentence = sentence;
    }

    /// A fault with one sentence and what lay under it.
    public JournalFault(Trouble trouble, String sentence, Throwable cause) {
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
}
