package fourfold.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Somebody who has `gpg`, `unzip` and `sha256sum`, a folder of keys, and nothing of this program.
public final class Outsider implements AutoCloseable {

    private static final List<String> TOOLS = List.of("gpg", "unzip", "sha256sum");

    private final Path home;
    private final List<String> options;

    /// @param options for `gpg`, each time
    public Outsider(String... options) throws IOException {
        this.options = List.of(options);
        // the path of gpg's sockets must be short
        home = Files.createTempDirectory("gpg");
        home.toFile().setReadable(false, false);
        home.toFile().setReadable(true, true);
    }

    /// Leaves the test out where the tools are not there.
    public static void requireTools() {
        for (var tool : TOOLS) assumeTrue(isThere(tool), "NOT CHECKED FROM OUTSIDE: there is no " + tool + " here");
    }

    private static boolean isThere(String tool) {
        for (var place : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(place, tool))) return true;
        }
        return false;
    }

    private record Ran(int exit, String said) {}

    private static Ran run(Path in, Object... command) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        for (var word : command) words.add(word.toString());
        var process = new ProcessBuilder(words).directory(in.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running: " + words);
        return new Ran(process.exitValue(), said);
    }

    private String gpg(Path in, Object... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<Object>(List.of("gpg", "--homedir", home, "--batch", "--no-tty"));
        words.addAll(options);
        words.addAll(List.of(arguments));
        var ran = run(in, words.toArray());
        assertEquals(0, ran.exit, ran.said);
        return ran.said;
    }

    /// Gives them these keys.
    ///
    /// @param in a folder for the files
    public void knows(Path in, byte[]... keys) throws IOException, InterruptedException {
        for (int i = 0; i < keys.length; i++) gpg(in, "--import", Files.write(in.resolve("key" + i), keys[i]));
    }

    /// The package decrypted and unpacked into that folder; everything that came out of it on the way lies there too.
    ///
    /// @param signer whose signature has to be good
    public Path unpacked(Path file, Path into, String signer) throws IOException, InterruptedException {
        var bag = Files.createDirectory(into.resolve("bag"));
        var zip = into.resolve("package.zip");
        isGood(signer, gpg(into, "--output", zip, "--decrypt", file));
        var unzipped = run(bag, "unzip", "-q", zip);
        assertEquals(0, unzipped.exit, unzipped.said);
        return bag;
    }

    /// Fails unless the inner signature and both lists of hashes are right.
    public void findsWhole(Path bag, String signer) throws IOException, InterruptedException {
        isGood(signer, gpg(bag, "--verify", "tagmanifest-sha256.txt.asc", "tagmanifest-sha256.txt"));
        for (var list : List.of("tagmanifest-sha256.txt", "manifest-sha256.txt")) {
            var checked = run(bag, "sha256sum", "--check", "--strict", list);
            assertEquals(0, checked.exit, checked.said);
        }
    }

    private static void isGood(String signer, String said) {
        assertTrue(said.contains("Good signature from \"" + signer + "\""), said);
    }

    @Override
    public void close() throws IOException {
        try {
            run(home, "gpgconf", "--homedir", home.toString(), "--kill", "all");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while gpg was being ended", stop);
        }
        try (var files = Files.walk(home)) {
            // gpg's own processes remove their sockets at the same time
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
