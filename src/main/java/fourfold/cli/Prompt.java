package fourfold.cli;

import java.util.Optional;

/// Asks the person at the terminal for a secret.
public interface Prompt {

    /// What was typed, without showing it; empty where there is no terminal. The caller wipes the array.
    Optional<char[]> secret(String question);

    /// The terminal that the program was started from.
    static Prompt terminal() {
        return question -> {
            var console = System.console();
            if (console == null || !console.isTerminal()) return Optional.empty();
            return Optional.ofNullable(console.readPassword("%s: ", question));
        };
    }
}
