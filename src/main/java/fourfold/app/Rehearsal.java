package fourfold.app;

import fourfold.core.kernel.Id;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.desk.DemoDesk;
import fourfold.extract.ReferenceTables;
import fourfold.ui.place.Place;
import fourfold.ui.vault.Door;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.application.Platform;

/// The run that the ahead-of-time cache of the packaged program is made from. What it passes is fast afterwards, but every
/// start costs a little for each class in the cache, used or not: so it passes what is done every day, which is the window up
/// to its unlock screen, letting somebody in, the lists and files, and a command. Packages, figures and the loading of extracts
/// are found in their jars when somebody comes to them.
final class Rehearsal {

    /// What a real window needs of JavaFX and the headless one does not, on the platforms there are. Only what this
    /// platform's JavaFX has is found.
    private static final List<String> WINDOWS = List.of(
            "com/sun/glass/ui/gtk", "com/sun/glass/ui/win", "com/sun/prism/es2", "com/sun/prism/d3d", "com/sun/prism/ps",
            "com/sun/prism/impl/ps", "com/sun/javafx/font/freetype", "com/sun/javafx/font/directwrite", "com/sun/glass/ui",
            "com/sun/javafx/application/preferences");

    private Rehearsal() {}

    /// @param args the folder in which everything is made, and with `prepare` the demonstration vault alone, which the run
    ///     without it then uses: making one is nothing for the cache
    public static void main(String... args) throws IOException, InterruptedException {
        var folder = Path.of(args[0]).toAbsolutePath();
        if (args.length > 1) {
            prepare(folder);
            return;
        }
        Display.doWithout();
        loadWindows();
        var vault = vault(folder);
        var lro = Files.readString(lro(folder));
        command(vault, lro, folder);
        window(vault);
        day(vault, lro);
        System.exit(0);
    }

    private static Path vault(Path folder) {
        return folder.resolve("vault");
    }

    private static Path lro(Path folder) {
        return folder.resolve("lro");
    }

    private static void prepare(Path folder) throws IOException {
        var demo = new DemoDesk(ReferenceTables.read()).prepare(vault(folder), 1, (done, total) -> true).orThrow();
        Files.writeString(lro(folder), demo.lro());
    }

    /// Loads those classes without running anything of them.
    private static void loadWindows() throws IOException {
        var modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/javafx.graphics");
        for (var place : WINDOWS) {
            if (!Files.exists(modules.resolve(place))) continue;
            try (Stream<Path> files = Files.list(modules.resolve(place))) {
                for (var file : files.sorted().toList()) load(modules.relativize(file).toString());
            }
        }
    }

    private static void load(String file) {
        if (!file.endsWith(".class")) return;
        var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException | LinkageError otherPlatform) {
            // one that needs what this platform lacks is not used here either
            System.err.println("left out: " + name);
        }
    }

    /// From the start to the unlock screen, as [WindowProgram] reports it. The settings are those of an empty home.
    private static void window(Path vault) throws InterruptedException {
        System.setProperty(WindowProgram.STARTUP, WindowProgram.REPORT);
        Platform.setImplicitExit(false);
        Main.program(Map.of(), List.of(vault)).begin(Door.Hint.NONE, "").await();
        System.clearProperty(WindowProgram.STARTUP);
    }

    /// What an LRO opens on any day.
    private static void day(Path vault, String lro) {
        var startup = Walk.onScreen(() -> Main.program(Map.of(), List.of(vault)).open(Door.Hint.NONE, "", () -> {}));
        var walk = new Walk(startup);
        var office = walk.letIn(lro, DemoDesk.PASSPHRASE);
        var mine = office.register().list("threats", Map.of("lro", office.session().label())).orThrow().objects().get();
        var threat = new Id<Threat>(UUID.fromString(mine.getFirst().get("id").text()));
        walk.to(new Place.Threats(""));
        for (var tab : List.of(Place.Tab.OVERVIEW, Place.Tab.PLAN, Place.Tab.DISRUPTIONS))
            walk.to(new Place.ThreatFile(threat.value(), tab));
        walk.to(new Place.PlanBoard(Plan.idFor(threat).value()));
        walk.to(new Place.Disruptions(""));
        walk.step(() -> {
            var open = startup.workspace();
            if (open != null) open.capture(threat, null);
        });
        walk.step(startup::close);
    }

    private static void command(Path vault, String lro, Path folder) throws IOException {
        var passphrase = Files.writeString(folder.resolve("passphrase"), DemoDesk.PASSPHRASE + "\n");
        int exit = Main.commandLine().run(
                List.of("list", "threats", "--vault", vault.toString(), "--as", lro, "--passphrase-file", passphrase.toString()),
                System.in, System.out, System.err);
        if (exit != 0) throw new IllegalStateException("the command ended with " + exit);
    }
}
