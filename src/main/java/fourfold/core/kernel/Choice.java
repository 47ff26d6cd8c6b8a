package fourfold.core.kernel;

/// One value of a fixed list. Journals and packages hold its [#name()], screens and extracts its [#label()].
public interface Choice {

    /// The constant's name.
    String name();

    /// The words a person reads and writes.
    String label();
}
