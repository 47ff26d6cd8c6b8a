package fourfold.app;

import fourfold.core.sync.JournalFault;
import fourfold.ui.kit.Faults;
import java.util.function.Consumer;

/// Tells of faults of ours, and stops everything when the journal cannot be written any more.
final class AppFaults implements Faults {

    private final Faults dialog;
    private final Consumer<String> block;

    /// @param block covers the screen with a sentence
    AppFaults(Faults dialog, Consumer<String> block) {
        this.dialog = dialog;
        this.block = block;
    }

    @Override
    public void show(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof JournalFault journal) {
                dialog.note(fault);
                block.accept(switch (journal.trouble()) {
                    case DAMAGED, CUT -> journal.sentence();
                    case FULL, UNWRITABLE, ERASED -> journal.sentence() + " What was called saved is safe in the vault.";
                });
                return;
            }
        }
        dialog.show(fault);
    }

    @Override
    public void note(Throwable fault) {
        dialog.note(fault);
    }
}
