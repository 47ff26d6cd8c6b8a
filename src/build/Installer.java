import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// Makes the installed form of `target/fourfold` in `target/installer`: a jpackage image, on Windows the MSI, and where
/// `dpkg-deb` exists a Debian package. Arguments: the project folder, the `target` folder, the version, the time of the build.
///
/// The Debian package is written here and not by jpackage, which would want `fakeroot` as well.
final class Installer {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path project;
    private final Path packaged;
    private final Path out;
    private final String version;
    private final Instant time;

    private Installer(Path project, Path target, String version, Instant time) {
        this.project = project;
        this.packaged = target.resolve("fourfold");
        this.out = target.resolve("installer");
        this.version = version;
        this.time = time;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        new Installer(Path.of(args[0]), Path.of(args[1]), args[2], Instant.parse(args[3])).make();
    }

    private void make() throws IOException, InterruptedException {
        delete(out);
        Files.createDirectories(out);
        makeImage();
        if (WINDOWS) makeMsi();
        if (runs("dpkg-deb", "--version")) makeDeb();
        else System.out.println("There is no dpkg-deb here, so no Debian package was made.");
    }

    /// The launcher gets the very options of `lib/fourfold.args`, or the ahead-of-time cache would not be used.
    private void makeImage() throws IOException {
        var args = new ArrayList<>(List.of(
                "@" + project.resolve("installer/jpackage.args"),
                "--type", "app-image",
                "--dest", out.toString(),
                "--app-version", version,
                "--runtime-image", packaged.resolve("runtime").toString(),
                "--input", packaged.resolve("lib").toString(),
                "--icon", project.resolve("installer/icons/" + (WINDOWS ? "fourfold.ico" : "fourfold-256.png")).toString()));
        for (var option : options()) args.addAll(List.of("--java-options", option));
        args.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/fourfold.aot"));
        jpackage(args);
        nameOneJar();
        for (var notice : List.of("LICENSE", "THIRD-PARTY.txt")) {
            Files.copy(packaged.resolve(notice), out.resolve("Fourfold").resolve(notice));
        }
        copy(packaged.resolve("legal"), out.resolve("Fourfold/legal"));
    }

    /// jpackage puts every jar on the class path and gives each the time of the copying; the cache was trained with the one
    /// jar that names the others, and knows the jars by their times.
    private void nameOneJar() throws IOException {
        var config = out.resolve(WINDOWS ? "Fourfold/app/Fourfold.cfg" : "Fourfold/lib/app/Fourfold.cfg");
        var lines = Files.readAllLines(config);
        lines.removeIf(line -> line.startsWith("app.classpath=") && !line.endsWith("fourfold.jar"));
        Files.write(config, lines);
        try (var jars = Files.newDirectoryStream(config.getParent(), "*.jar")) {
            for (var jar : jars) Files.setLastModifiedTime(jar, FileTime.from(time));
        }
    }

    private void makeMsi() {
        jpackage(List.of(
                "@" + project.resolve("installer/msi.args"),
                "--app-image", out.resolve("Fourfold").toString(),
                "--dest", out.toString(),
                "--app-version", version));
    }

    private List<String> options() throws IOException {
        try (var lines = Files.lines(packaged.resolve("lib/fourfold.args"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replaceFirst("^(--[a-z-]+) ", "$1="))
                    .collect(Collectors.toList());
        }
    }

    private void makeDeb() throws IOException, InterruptedException {
        var root = out.resolve("deb");
        copy(out.resolve("Fourfold"), root.resolve("opt/fourfold"));
        write(root.resolve("DEBIAN/control"), Files.readString(project.resolve("installer/deb/control"))
                .replace("VERSION", version).replace("ARCHITECTURE", says("dpkg", "--print-architecture"))
                .replace("SIZE", Long.toString(size(root) / 1024)));
        write(root.resolve("usr/share/applications/fourfold.desktop"), Files.readString(project.resolve("installer/deb/fourfold.desktop")));
        write(root.resolve("usr/share/doc/fourfold/copyright"), Files.readString(project.resolve("installer/deb/copyright")));
        for (int size : List.of(16, 32, 48, 64, 128, 256, 512)) {
            var icon = root.resolve("usr/share/icons/hicolor/" + size + "x" + size + "/apps/fourfold.png");
            Files.createDirectories(icon.getParent());
            Files.copy(project.resolve("installer/icons/fourfold-" + size + ".png"), icon);
        }
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/fourfold"), Path.of("/opt/fourfold/bin/Fourfold"));
        readableByAll(root);
        var build = new ProcessBuilder("dpkg-deb", "--build", "--root-owner-group", "-Zgzip", root.toString(),
                out.resolve("fourfold_" + version + ".deb").toString()).redirectErrorStream(true);
        build.environment().put("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond()));
        finish(build);
        delete(root);
    }

    private static void readableByAll(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (var each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                boolean runs = Files.isDirectory(each) || Files.isExecutable(each);
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static long size(Path root) throws IOException {
        long size = 0;
        try (var all = Files.walk(root)) {
            for (var each : all.filter(Files::isRegularFile).toList()) size += Files.size(each);
        }
        return size;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                var copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) Files.createDirectories(copy);
                else Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void jpackage(List<String> args) {
        var said = new StringWriter();
        var tool = ToolProvider.findFirst("jpackage").orElseThrow(() -> new IllegalStateException("This JDK has no jpackage."));
        int exit = tool.run(new PrintWriter(said), new PrintWriter(said), args.toArray(String[]::new));
        if (exit != 0) throw new IllegalStateException("jpackage ended with " + exit + ":\n" + said);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String says(String... command) throws IOException, InterruptedException {
        return finish(new ProcessBuilder(command)).strip();
    }

    private static String finish(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", builder.command()) + " failed:\n" + said);
        return said;
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
