package fourfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// The demo: a vault loaded with the example region.
@FunctionalInterface
public interface Demonstration {

    /// What was asked for.
    ///
    /// @param vault where the demo vault is made or found; empty for a place of its own
    /// @param tour whether the main job runs by itself instead of a window
    /// @param scale how many times the example is loaded, 1 or more
    record Wish(Optional<Path> vault, boolean tour, int scale) {}

    /// Runs it.
    ///
    /// @return the exit code
    int run(Wish wish, PrintStream out, PrintStream err);
}
