package fourfold.desk;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.journal.FileJournal;
import fourfold.journal.Room;

/// How much room the disk of the vault has, and what follows from it: people are warned under a gibibyte, and under 300
/// mebibytes nothing large is taken in, so that what is done by hand can still be saved.
public final class DiskRoom {

    private final FileJournal journal;

    DiskRoom(FileJournal journal) {
        this.journal = journal;
    }

    /// What people are warned of, in a sentence; empty while there is room enough.
    public String warning() {
        return switch (journal.room()) {
            case AMPLE -> "";
            case LOW -> "The disk of the vault has less than 1 GB free; make room on it soon.";
            case TOO_LITTLE_TO_IMPORT ->
                "The disk of the vault has less than 300 MB free; nothing can be loaded or imported until there is more.";
        };
    }

    /// Refuses to take in an extract or a package while there is too little room for one.
    public Outcome<Boolean> require() {
        return journal.room() == Room.TOO_LITTLE_TO_IMPORT
                ? Outcome.refused(new Problem.NotNow(warning()))
                : Outcome.done(true);
    }
}
