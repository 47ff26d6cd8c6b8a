package fourfold.vault;

import fourfold.core.kernel.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A process that opens and closes a vault as it is told on standard input.
final class Racer {

    private @Nullable Vault vault;

    private Racer() {}

    /// @param arguments the vault's folder
    public static void main(String[] arguments) throws IOException {
        new Racer().run(Path.of(arguments[0]));
    }

    private void run(Path root) throws IOException {
        var means = new Means(new LocalDisk(), InstantSource.system(), Calibration.floor());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say("ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("open")) open(means, root);
            else close();
        }
    }

    private void open(Means means, Path root) {
        long started = System.nanoTime();
        switch (Vault.open(means, root)) {
            case Outcome.Done<Vault>(var opened) -> {
                vault = opened;
                say("open");
            }
            case Outcome.Refused<Vault>(var problem) ->
                say("after " + (System.nanoTime() - started) / 1_000_000 + " " + problem.sentence());
        }
    }

    private void close() {
        if (vault != null) vault.close();
        vault = null;
        say("closed");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
