package fourfold.ui.parts;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Kept;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;

/// Says in the status line what a change of a record came to: where another agency owns it, a governed field is not changed
/// but proposed to the owner.
public final class Proposing {

    private Proposing() {}

    /// @param saved the record as it was given back
    /// @param otherwise what is said of a change that is no proposal
    public static <K extends Entity<K>> void say(Desktop desktop, Kept<K> saved, String otherwise) {
        say(desktop, saved, () -> desktop.tools().status().say(otherwise));
    }

    /// @param otherwise says what is said of a change that is no proposal
    public static <K extends Entity<K>> void say(Desktop desktop, Kept<K> saved, Runnable otherwise) {
        var tools = desktop.tools();
        tools.work().ask(
                Asker.aside("Looking whether it is a proposal"),
                saved,
                kept -> Outcome.done(desktop.office().proposals().sentence(kept)),
                new Answer<>(
                        words -> words.ifPresentOrElse(sentence -> tools.status().say(sentence), otherwise),
                        problem -> otherwise.run(),
                        tools.faults()::show));
    }
}
