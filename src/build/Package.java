import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes `target/fourfold`, the program as it is handed out: a runtime of its own with JavaFX in it, the jars, a launcher
/// for each platform, the notices, and the ahead-of-time cache from a short real run.
///
/// The build runs this file in the JDK that the runtime is cut from. Arguments: the project folder, the `target` folder, the
/// project's jar, and the time every archive entry is given.
///
/// The cache is only used when the module options and the class path of a launch are those of the training. So both read
/// `lib/fourfold.args`, and the class path is one jar whose manifest names the others in a fixed order.
final class Package {

    /// What the program and its libraries use of the JDK; `jdk.localedata` holds the British dates.
    private static final String MODULES = "javafx.controls,java.desktop,java.logging,java.management,java.naming,java.sql,"
            + "java.xml,jdk.localedata,jdk.unsupported,jdk.zipfs";

    private static final String MAIN = "fourfold.app.Main";

    /// The order of the class path. The cache takes no class that was made for a Java as old as picocli's, so each command
    /// looks for them; where they come first, it opens no other jar for that.
    private static final Comparator<String> FIRST =
            Comparator.comparing((String name) -> !name.startsWith("picocli")).thenComparing(name -> name);

    /// What the cache is made from.
    private static final String REHEARSAL = "fourfold.app.Rehearsal";

    /// What the program or a library asks of a manifest: which classes are for which Java, and who is which version.
    private static final Set<String> ASKED = Set.of(
            "manifest-version", "multi-release", "implementation-title", "implementation-version", "implementation-vendor",
            "specification-title", "specification-version", "specification-vendor");

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path project;
    private final Path target;
    private final Path jar;
    private final String time;
    private final Path image;
    private final Path lib;
    private final Path runtime;

    private Package(Path project, Path target, Path jar, String time) {
        this.project = project;
        this.target = target;
        this.jar = jar;
        this.time = time;
        image = target.resolve("fourfold");
        lib = image.resolve("lib");
        runtime = image.resolve("runtime");
    }

    public static void main(String... args) throws IOException, InterruptedException {
        new Package(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3]).make();
    }

    private void make() throws IOException, InterruptedException {
        link();
        writeLaunchers();
        putJars();
        putNotices();
        train();
    }

    /// Cuts the runtime. JavaFX comes as jars that unpack their native libraries into the user's home; made into jmods, the
    /// libraries lie in the runtime and nothing is unpacked.
    private void link() throws IOException {
        var stamp = target.resolve("runtime.txt");
        var parts = Runtime.version() + " " + MODULES + " " + names(target.resolve("javafx"));
        if (Files.isDirectory(runtime) && Files.exists(stamp) && Files.readString(stamp).equals(parts)) return;
        delete(runtime);
        var jmods = target.resolve("jmods");
        delete(jmods);
        Files.createDirectories(jmods);
        try (var jars = Files.newDirectoryStream(target.resolve("javafx"), "javafx-*-*-*.jar")) {
            for (var fx : jars) makeJmod(fx, jmods);
        }
        tool("jlink", "--module-path", jmods.toString(), "--add-modules", MODULES, "--include-locales", "en-GB",
                "--no-header-files", "--no-man-pages", "--strip-java-debug-attributes",
                "--output", runtime.toString());
        delete(jmods);
        Files.writeString(stamp, parts);
    }

    private void makeJmod(Path fx, Path jmods) throws IOException {
        var name = fx.getFileName().toString().replaceFirst("^javafx-([a-z]+)-.*", "javafx.$1");
        var classes = Files.createDirectories(jmods.resolve(name + "-classes"));
        var libraries = Files.createDirectories(jmods.resolve(name + "-libraries"));
        try (var files = FileSystems.newFileSystem(fx); var all = Files.walk(files.getPath("/"))) {
            for (var from : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                boolean library = from.toString().matches(".*\\.(so|dll|dylib)");
                if (from.startsWith("/META-INF")) continue;
                var to = library ? libraries.resolve(from.getFileName().toString()) : classes.resolve(from.toString().substring(1));
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        tool("jmod", "create", "--class-path", classes.toString(), "--libs", libraries.toString(), "--date", time,
                jmods.resolve(name + ".jmod").toString());
        delete(classes);
        delete(libraries);
    }

    private void writeLaunchers() throws IOException {
        Files.createDirectories(lib);
        var bin = Files.createDirectories(image.resolve("bin"));
        Files.copy(project.resolve("installer/fourfold.args"), lib.resolve("fourfold.args"), StandardCopyOption.REPLACE_EXISTING);
        for (var name : List.of("fourfold", "fourfold.bat")) {
            var script = bin.resolve(name);
            Files.copy(project.resolve("installer").resolve(name), script, StandardCopyOption.REPLACE_EXISTING);
            if (!WINDOWS) script.toFile().setExecutable(true, false);
        }
    }

    /// The libraries, and the program's own jar, which names them.
    private void putJars() throws IOException {
        for (var old : names(lib)) if (old.endsWith(".jar")) Files.delete(lib.resolve(old));
        for (var library : Files.readString(target.resolve("libraries.txt")).strip().split(File.pathSeparator)) {
            var copy = lib.resolve(Path.of(library).getFileName());
            Files.copy(Path.of(library), copy);
            slim(copy);
        }
        var names = names(lib).stream().filter(name -> name.endsWith(".jar")).sorted(FIRST).toList();
        var own = lib.resolve("fourfold.jar");
        Files.copy(jar, own);
        var manifest = target.resolve("launch.mf");
        Files.writeString(manifest, "Main-Class: " + MAIN + "\nClass-Path: " + String.join("\n  ", names) + "\n");
        tool("jar", "--update", "--file", own.toString(), "--manifest", manifest.toString(), "--date", time);
        Files.delete(manifest);
        addBinaryStyles(own);
        // the cache remembers each jar's time, which a copy may lose: one that can be set again
        for (var each : names(lib)) if (each.endsWith(".jar")) Files.setLastModifiedTime(lib.resolve(each), FileTime.from(Instant.parse(time)));
    }

    /// Puts beside each style sheet what JavaFX makes of it, which it reads instead: no start has to parse them.
    private void addBinaryStyles(Path own) throws IOException {
        var javafx = ModuleFinder.of(target.resolve("javafx"));
        var parts = ModuleLayer.boot().configuration().resolve(javafx, ModuleFinder.of(), List.of("javafx.graphics"));
        var loader = ModuleLayer.boot().defineModulesWithOneLoader(parts, null).findLoader("javafx.graphics");
        var styles = target.resolve("classes/fourfold/ui");
        var made = Files.createDirectories(target.resolve("styles/fourfold/ui"));
        try {
            var convert = loader.loadClass("javafx.css.Stylesheet").getMethod("convertToBinary", File.class, File.class);
            for (var name : names(styles).stream().filter(file -> file.endsWith(".css")).toList()) {
                convert.invoke(null, styles.resolve(name).toFile(), made.resolve(name.replaceFirst("css$", "bss")).toFile());
            }
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("JavaFX cannot make binary style sheets.", changed);
        }
        tool("jar", "--update", "--file", own.toString(), "--date", time, "-C", target.resolve("styles").toString(), ".");
    }

    /// Takes the signature out of a signed jar, and what nobody asks out of its manifest.
    ///
    /// The cache takes no class of a signed jar, and checking the signature of Bouncy Castle's costs every start a third of
    /// a second of computing. It protects nothing here: who can change a jar of the image can take its signature away as
    /// well, and OpenJDK asks no provider of ciphers for one. And every start reads each manifest before anything is
    /// compiled: the long lists of packages for OSGi, which is not here, cost it more than the rest.
    private void slim(Path library) throws IOException {
        try (var files = FileSystems.newFileSystem(library)) {
            var meta = files.getPath("/META-INF");
            var text = meta.resolve("MANIFEST.MF");
            if (!Files.exists(text)) return;
            for (var signature : names(meta).stream().filter(name -> name.matches(".*\\.(SF|RSA|DSA|EC)")).toList())
                Files.delete(meta.resolve(signature));
            var manifest = new Manifest();
            try (var in = Files.newInputStream(text)) {
                manifest.read(in);
            }
            // these are the digests of the entries, as they were signed
            manifest.getEntries().clear();
            manifest.getMainAttributes().keySet().removeIf(name -> !ASKED.contains(name.toString().toLowerCase(Locale.ROOT)));
            try (var out = Files.newOutputStream(text)) {
                manifest.write(out);
            }
            Files.setLastModifiedTime(text, FileTime.from(Instant.parse(time)));
        }
    }

    /// The licence texts that the libraries carry, beside the list of them all; the JDK's own are in `runtime/legal`.
    private void putNotices() throws IOException {
        Files.copy(project.resolve("LICENSE"), image.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(target.resolve("THIRD-PARTY.txt"), image.resolve("THIRD-PARTY.txt"), StandardCopyOption.REPLACE_EXISTING);
        var legal = image.resolve("legal");
        delete(legal);
        keepFontNotice(legal.resolve("liberation-sans"));
        try (var jars = Files.newDirectoryStream(lib, "*.jar")) {
            for (var library : jars) {
                if (!library.endsWith("fourfold.jar")) keepNotices(library, legal);
            }
        }
    }

    /// That of the font in our own resources.
    private void keepFontNotice(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(
                project.resolve("src/main/resources/fourfold/report/LICENSE-LiberationSans.txt"), folder.resolve("LICENSE.txt"));
    }

    private static void keepNotices(Path library, Path legal) throws IOException {
        var folder = legal.resolve(library.getFileName().toString().replaceFirst("\\.jar$", ""));
        try (var files = FileSystems.newFileSystem(library); var all = Files.walk(files.getPath("/"))) {
            for (var from : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                var name = from.getFileName().toString().toUpperCase(Locale.ROOT);
                if (!name.matches("(LICEN[CS]E|NOTICE|COPYING|ABOUT)\\b.*") || name.endsWith(".CLASS")) continue;
                Files.createDirectories(folder);
                Files.copy(from, folder.resolve(from.toString().substring(1).replace('/', '-')));
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        var cache = lib.resolve("fourfold.aot");
        Files.deleteIfExists(cache);
        var work = target.resolve("training");
        delete(work);
        Files.createDirectories(work);
        rehearse(work, List.of(), "prepare");
        // what was compiled in the rehearsal is not to be compiled at every start, beside what is needed then
        rehearse(work, List.of("-XX:AOTCacheOutput=" + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        if (!Files.exists(cache)) throw new IllegalStateException("The training of the packaged program left no cache.");
        delete(work);
    }

    private void rehearse(Path work, List<String> options, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                runtime.resolve("bin").resolve(WINDOWS ? "java.exe" : "java").toString(), "@" + lib.resolve("fourfold.args")));
        command.addAll(options);
        command.addAll(List.of("-Duser.home=" + work, "-cp", lib.resolve("fourfold.jar").toString(), REHEARSAL, work.toString()));
        command.addAll(List.of(more));
        var log = target.resolve("training.log");
        var run = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        run.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        run.redirectInput(ProcessBuilder.Redirect.from(Path.of(WINDOWS ? "NUL" : "/dev/null").toFile()));
        int exit = run.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The training run of the packaged program (" + REHEARSAL
                    + ") ended with " + exit + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void tool(String name, String... args) {
        var tool = ToolProvider.findFirst(name).orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "."));
        var said = new StringWriter();
        int exit = tool.run(new PrintWriter(said), new PrintWriter(said), args);
        if (exit != 0) throw new IllegalStateException(name + " ended with " + exit + ":\n" + said);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (Stream<Path> all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
