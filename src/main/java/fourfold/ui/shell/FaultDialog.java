package fourfold.ui.shell;

import fourfold.core.kernel.FaultCode;
import fourfold.desk.BehindFault;
import fourfold.ui.kit.Faults;
import fourfold.ui.kit.Prompts;
import java.util.function.Consumer;

/// Tells of a fault of ours: one plain sentence, its code, and details to copy that hold no case text.
public final class FaultDialog implements Faults {

    private final Prompts prompts;
    private final Consumer<Throwable> log;

    /// @param log keeps the technical details
    public FaultDialog(Prompts prompts, Consumer<Throwable> log) {
        this.prompts = prompts;
        this.log = log;
    }

    @Override
    public void show(Throwable fault) {
        log.accept(fault);
        if (fault instanceof BehindFault behind) {
            prompts.details(
                    behind.isSaved() ? "Saved, but not shown" : "Not saved", behind.sentence(), FaultCode.details(fault));
            return;
        }
        prompts.details(
                "Something went wrong",
                "The fault is ours, not yours, and its code is " + FaultCode.of(fault)
                        + ". What was called saved is safe; the last step was not done. The details below hold no case text.",
                FaultCode.details(fault));
    }

    @Override
    public void note(Throwable fault) {
        log.accept(fault);
    }
}
