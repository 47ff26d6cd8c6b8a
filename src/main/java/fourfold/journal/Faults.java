package fourfold.journal;

import fourfold.core.sync.JournalFault;
import fourfold.core.sync.JournalFault.Trouble;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/// The sentences in which the journal says what is wrong. They name files and places, never content.
final class Faults {

    /// Less than this much space is called a full disk where the system gives no reason that we know.
    private static final long NEXT_TO_NOTHING = 1L << 20;

    private Faults() {}

    static JournalFault damaged(int segment, long at, long position) {
        return new JournalFault(
                Trouble.DAMAGED,
                "The journal is damaged: file " + name(segment) + " cannot be read at byte " + at + ", entry position "
                        + position + ".");
    }

    static JournalFault header(int segment, String what) {
        return new JournalFault(Trouble.DAMAGED, "The journal is damaged: file " + name(segment) + " " + what + ".");
    }

    static JournalFault cut(String what) {
        return new JournalFault(Trouble.CUT, "The journal has been cut: " + what + ".");
    }

    static JournalFault full(Throwable cause) {
        return new JournalFault(Trouble.FULL, "The disk is full, so nothing more can be saved.", cause);
    }

    static JournalFault full() {
        return new JournalFault(Trouble.FULL, "The disk is full, so nothing more can be saved.");
    }

    /// What a failed call of the disk means.
    static JournalFault io(JournalFolder folder, int segment, IOException failed) {
        if (isFull(folder, failed)) return full(failed);
        return new JournalFault(
                Trouble.UNWRITABLE,
                "The journal file " + name(segment) + " in " + folder.path() + " cannot be written or read.",
                failed);
    }

    /// Linux and Windows have no exception of their own for a full disk, and Windows puts it in the user's language.
    private static boolean isFull(JournalFolder folder, IOException failed) {
        var reason = failed instanceof FileSystemException system ? system.getReason() : null;
        var text = String.valueOf(reason == null ? failed.getMessage() : reason);
        if (text.contains("No space left") || text.contains("not enough space") || text.contains("quota")) return true;
        try {
            return folder.disk().free(folder.path()) < NEXT_TO_NOTHING;
        } catch (IOException unknown) {
            failed.addSuppressed(unknown);
            return false;
        }
    }

    static String name(int segment) {
        return String.format(Locale.ROOT, "%08d", segment);
    }
}
