package fourfold.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The window, which opens where no command is given.
@FunctionalInterface
public interface Window {

    /// Shows the window until it is closed.
    ///
    /// @param vault the vault to unlock; empty for the one used last
    /// @return the exit code
    int show(Optional<Path> vault);
}
