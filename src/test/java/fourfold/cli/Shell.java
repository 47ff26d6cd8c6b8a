package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.core.kernel.Json;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.VaultDesk;
import fourfold.vault.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs commands as a terminal does, in this process, on vaults whose keys cost the least that is allowed.
final class Shell {

    /// What came of a command.
    record Result(int exit, String out, String err) {

        /// The one JSON value on standard output.
        Json json() {
            return StrictJson.read(out.strip().getBytes(StandardCharsets.UTF_8));
        }

        /// A member of the object on standard output.
        Json get(String name) {
            return json().members().get(name);
        }

        List<String> errors() {
            return err.isEmpty() ? List.of() : err.lines().toList();
        }
    }

    private final Path folder;
    private final Surroundings surroundings;
    private final Map<String, String> environment = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<Optional<Path>> windows = new ArrayList<>();
    private final List<Demonstration.Wish> demos = new ArrayList<>();
    private byte[] input = new byte[0];

    Shell(Path folder, Clock clock) {
        this.folder = folder;
        surroundings = TestVaults.surroundings(clock);
        environment.put(Secrets.VARIABLE, file("passphrase", TestVaults.PASSPHRASE + "\n").toString());
    }

    Path vault() {
        return folder.resolve("vault");
    }

    /// A file in the test's folder with that text.
    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Map<String, String> environment() {
        return environment;
    }

    List<Optional<Path>> windows() {
        return windows;
    }

    List<Demonstration.Wish> demos() {
        return demos;
    }

    /// What the next command finds on standard input.
    void input(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
    }

    /// What a person types at the next prompts.
    void types(String... answers) {
        typed.addAll(List.of(answers));
    }

    /// Runs a command on the vault: `--vault` is added.
    Result on(String... args) {
        return in("vault", args);
    }

    /// Runs a command on the vault of that name in the test's folder.
    Result in(String vault, String... args) {
        var all = new ArrayList<>(Arrays.asList(args));
        all.add("--vault");
        all.add(folder.resolve(vault).toString());
        return run(all.toArray(String[]::new));
    }

    /// Runs a command that has to come off.
    Result done(String vault, String... args) {
        var result = in(vault, args);
        assertEquals(0, result.exit(), () -> String.join(" ", args) + ": " + result.err());
        return result;
    }

    /// Runs a command.
    Result run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var cli = new Cli(
                () -> new VaultDesk(surroundings),
                question -> Optional.ofNullable(typed.poll()).map(String::toCharArray),
                environment,
                vault -> {
                    windows.add(vault);
                    return 0;
                },
                (wish, o, e) -> {
                    demos.add(wish);
                    return 0;
                });
        int exit;
        try (var o = new PrintStream(out, false, StandardCharsets.UTF_8);
                var e = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            exit = cli.run(List.of(args), new ByteArrayInputStream(input), o, e);
        }
        input = new byte[0];
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
