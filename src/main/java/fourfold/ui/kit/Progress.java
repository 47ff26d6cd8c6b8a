package fourfold.ui.kit;

/// How long work says how far it is, and learns that it should stop. Safe to use from any thread.
public interface Progress {

    /// Whether somebody pressed stop. Long work looks at it between steps, leaves things as they were and returns.
    boolean stopped();

    /// Says what is being done and how far it is.
    ///
    /// @param part from 0 to 1, or a negative number when nobody can tell
    void at(String doing, double part);
}
