package fourfold.ui.kit;

/// Where faults of ours go. A fault is never the person's doing and never silent.
public interface Faults {

    /// Tells the person in one dialog, and keeps the technical details for whoever mends it.
    void show(Throwable fault);

    /// Keeps the technical details only: the screen shows the code itself.
    void note(Throwable fault);
}
