package fourfold.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as it is handed out, started as a person would start it.
@DisabledOnOs(OS.WINDOWS)
class PackagedProgramIT {

    private static final Path IMAGE = Path.of(System.getProperty("fourfold.image"));

    @TempDir
    Path folder;

    @Test
    void starts_and_says_its_version_and_nothing_else() throws Exception {
        var run = run(List.of(IMAGE.resolve("bin/fourfold").toString(), "--version"));
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Fourfold "), run.out());
        assertEquals(0, run.exit());
    }

    @Test
    void starts_through_a_link_from_another_folder() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("ff"), IMAGE.resolve("bin/fourfold"));
        var run = run(List.of(link.toString(), "--version"));
        assertEquals("", run.err());
        assertEquals(0, run.exit());
    }

    @Test
    void takes_names_of_files_in_any_letters_even_where_the_locale_is_plain() throws Exception {
        var script = "LC_ALL=C exec \"$0\" list threats --vault \"$(printf 'caf\\303\\251')\" --passphrase-file nothing";
        var run = run(List.of("sh", "-c", script, IMAGE.resolve("bin/fourfold").toString()));
        assertTrue(run.err().contains("There is no vault in " + folder.toRealPath()), run.err());
        assertTrue(run.err().endsWith("/caf\u00E9.\n"), run.err());
    }

    @Test
    void uses_the_classes_that_the_training_run_linked() throws Exception {
        var run = run(java(List.of("-Xlog:aot"), "--version"));
        assertTrue(run.out().contains("Using AOT-linked classes: true"), run.out());
        assertTrue(run.out().contains("full module graph: enabled"), run.out());
    }

    @Test
    void refuses_the_cache_when_a_module_option_differs() throws Exception {
        var run = run(java(List.of("-Xlog:aot", "--add-exports", "java.base/sun.nio.ch=ALL-UNNAMED"), "--version"));
        assertFalse(run.out().contains("full module graph: enabled"), run.out());
    }

    @Test
    void opens_its_window_with_nothing_but_what_the_cache_holds() throws Exception {
        Files.writeString(folder.resolve("passphrase"), "five plain words for show\n");
        var made = run(List.of(
                IMAGE.resolve("bin/fourfold").toString(), "init", "--vault", "vault", "--agency", "EMSOU", "--user", "X1",
                "--name", "A Person", "--role", "administrator", "--passphrase-file", "passphrase"));
        assertEquals(0, made.exit(), made.err());
        var run = run(java(
                List.of("-Xlog:class+load", "-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + folder,
                        "-Dfourfold.startup=report"),
                "--vault", "vault"));
        assertTrue(run.out().contains("fourfold.ui.vault.UnlockViewModel source: shared objects file"), run.err());
        assertTrue(run.out().lines().anyMatch("shown"::equals), run.err());
        assertEquals(List.of(), run.out().lines().filter(line -> line.contains(" source: file:")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo --vault demo", "demo --tour --vault demo"})
    void says_in_a_sentence_that_the_display_cannot_be_used(String command) throws Exception {
        var script = "unset WAYLAND_DISPLAY; DISPLAY=:4711 XDG_CONFIG_HOME=\"$PWD\" exec \"$0\" " + command;
        var run = run(List.of("sh", "-c", script, IMAGE.resolve("bin/fourfold").toString()));
        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().lines().anyMatch(line -> line.startsWith("The display cannot be used (")), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    @Test
    void carries_javafx_as_modules_and_its_native_libraries_beside_the_runtime() throws Exception {
        var run = run(List.of(IMAGE.resolve("runtime/bin/java").toString(), "--list-modules"));
        assertTrue(run.out().contains("javafx.controls@"), run.out());
        assertTrue(Files.exists(IMAGE.resolve("runtime/lib/libprism_sw.so")));
    }

    @Test
    void carries_the_licences_of_what_it_stands_on() throws IOException {
        assertTrue(Files.readString(IMAGE.resolve("THIRD-PARTY.txt")).contains("com.h2database:h2"));
        assertTrue(Files.isDirectory(IMAGE.resolve("legal")));
        assertTrue(Files.isDirectory(IMAGE.resolve("runtime/legal/java.base")));
        assertTrue(Files.readString(IMAGE.resolve("LICENSE")).contains("Apache License"));
    }

    @Test
    @EnabledIfSystemProperty(named = "fourfold.installed", matches = ".+", disabledReason = "only -Pinstaller makes it")
    void starts_when_installed() throws Exception {
        var run = run(List.of(System.getProperty("fourfold.installed") + "/bin/Fourfold", "--version"));
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Fourfold "), run.out());
        assertEquals(0, run.exit());
    }

    @Test
    @EnabledIfSystemProperty(named = "fourfold.installed", matches = ".+", disabledReason = "only -Pinstaller makes it")
    void uses_the_same_cache_when_installed() throws Exception {
        var run = run(List.of(System.getProperty("fourfold.installed") + "/bin/Fourfold", "--version"), "-Xlog:aot");
        assertTrue(run.out().contains("Using AOT-linked classes: true"), run.out());
    }

    /// The launcher's own command line, with options between the arguments' file and the rest.
    private static List<String> java(List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(
                IMAGE.resolve("runtime/bin/java").toString(), "@" + IMAGE.resolve("lib/fourfold.args")));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:AOTCache=" + IMAGE.resolve("lib/fourfold.aot"),
                "-cp", IMAGE.resolve("lib/fourfold.jar").toString(),
                "fourfold.app.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private record Run(int exit, String out, String err) {}

    private Run run(List<String> command) throws IOException, InterruptedException {
        return run(command, "");
    }

    private Run run(List<String> command, String moreOptions) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        if (!moreOptions.isEmpty()) builder.environment().put("_JAVA_OPTIONS", moreOptions);
        builder.environment().putIfAbsent("DISPLAY", ":0");
        var process = builder.start();
        process.getOutputStream().close();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " did not end within a minute");
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
