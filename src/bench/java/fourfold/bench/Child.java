package fourfold.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/// Starts processes in the packaged program's own runtime, with the very options that its launcher gives.
final class Child {

    private static final int LONGEST_MINUTES = 5;

    private final Path image;
    private final Path jar;
    private final Path home;

    /// @param folder for the jar of the benchmarks' own classes, and as the home folder of what is started
    Child(Path image, Path folder) throws IOException {
        this.image = image;
        this.home = Files.createDirectories(folder.resolve("home"));
        this.jar = folder.resolve("bench.jar");
        int made = ToolProvider.findFirst("jar").orElseThrow().run(
                System.out, System.err, "--create", "--file", jar.toString(), "-C", classes().toString(), "fourfold/bench",
                "-C", classes().toString(), "fourfold/app", "-C", classes().toString(), "fourfold/vault");
        if (made != 0) throw new IllegalStateException("no jar of the benchmarks");
    }

    private static Path classes() {
        try {
            return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }

    /// A command line for the program itself.
    List<String> program(List<String> options, String... arguments) {
        return java(options, image.resolve("lib/fourfold.aot"), image.resolve("lib/fourfold.jar").toString(), "fourfold.app.Main", arguments);
    }

    /// A command line for a class of the benchmarks on top of the program's classes.
    List<String> onProgram(List<String> options, String main, String... arguments) {
        return java(options, image.resolve("lib/fourfold.aot"), image.resolve("lib/fourfold.jar") + java.io.File.pathSeparator + jar, main, arguments);
    }

    /// A command line for the empty window with the program's own options, its cache among them.
    List<String> emptyWindow(List<String> options) {
        return onProgram(options, "fourfold.bench.EmptyWindow");
    }

    /// A command line for the empty window with a cache that was made for it alone.
    List<String> emptyWindowWithItsCache(List<String> options) throws IOException {
        return java(options, cache(), emptyWindowPath(), "fourfold.bench.EmptyWindow");
    }

    /// Trains the empty window's cache as the program's was.
    void train(VirtualScreen screen) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                image.resolve("runtime/bin/java").toString(), "@" + image.resolve("lib/fourfold.args"),
                "-XX:AOTCacheOutput=" + cache(), "-Duser.home=" + home));
        command.addAll(screen.options());
        command.addAll(List.of("-cp", emptyWindowPath(), "fourfold.bench.EmptyWindow"));
        lines(command, screen.environment());
    }

    private String emptyWindowPath() throws IOException {
        try (var jars = Files.newDirectoryStream(image.resolve("lib"), "atlantafx-base-*.jar")) {
            return jar + java.io.File.pathSeparator + jars.iterator().next();
        }
    }

    private Path cache() {
        return jar.resolveSibling("empty.aot");
    }

    private List<String> java(List<String> options, Path cache, String classPath, String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                image.resolve("runtime/bin/java").toString(), "@" + image.resolve("lib/fourfold.args"),
                "-XX:AOTCache=" + cache, "-Duser.home=" + home));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Runs it to its end.
    ///
    /// @return what it wrote on standard output
    List<String> lines(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "WAYLAND_DISPLAY"));
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        try (var said = process.inputReader()) {
            var lines = said.readAllLines();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) throw new IllegalStateException("still running: " + command);
            if (process.exitValue() != 0)
                throw new IllegalStateException("ended with " + process.exitValue() + ": " + String.join(" ", command));
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /// From the start of the process to the first line that it writes; it then has to end by itself.
    long toFirstLine(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "WAYLAND_DISPLAY"));
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().putAll(environment);
        long before = System.nanoTime();
        var process = builder.start();
        try (var said = process.inputReader()) {
            var line = said.readLine();
            long took = System.nanoTime() - before;
            if (line == null) throw new IllegalStateException("nothing was shown by " + String.join(" ", command));
            process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            return took;
        } finally {
            process.destroyForcibly();
        }
    }
}
