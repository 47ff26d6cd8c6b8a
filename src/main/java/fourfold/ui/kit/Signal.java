package fourfold.ui.kit;

import javafx.util.Subscription;

/// Something that says "look again": usually the change feed, narrowed to what a screen shows. It may call from any
/// thread.
@FunctionalInterface
public interface Signal {

    /// Calls `listener` at every change until the subscription ends.
    Subscription listen(Runnable listener);
}
