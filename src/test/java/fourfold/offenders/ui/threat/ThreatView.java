package fourfold.offenders.ui.threat;

import javafx.application.Platform;

/// Leaves the interface's thread by itself, and interrupts.
public final class ThreatView {

    void load(Thread slow) {
        slow.interrupt();
        Platform.runLater(() -> {});
    }
}
