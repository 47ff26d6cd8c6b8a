package fourfold.app;

import fourfold.core.kernel.Outcome;
import fourfold.desk.DemoDesk;
import fourfold.desk.Surroundings;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import fourfold.ui.vault.Door;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;

/// The run that the ahead-of-time cache of the packaged program is made from. What it passes is fast afterwards: the window
/// up to its unlock screen, a command, and the tour of the demonstration, which goes through the whole of the main job.
final class Rehearsal {

    /// What a real window needs of JavaFX and the headless one does not, on the platforms there are. Only what this
    /// platform's JavaFX has is found.
    private static final List<String> WINDOWS = List.of(
            "com/sun/glass/ui/gtk", "com/sun/glass/ui/win", "com/sun/prism/es2", "com/sun/prism/d3d", "com/sun/prism/ps",
            "com/sun/prism/impl/ps", "com/sun/javafx/font/freetype", "com/sun/javafx/font/directwrite");

    private Rehearsal() {}

    /// @param args the folder in which everything is made
    public static void main(String... args) throws IOException, InterruptedException {
        var folder = Path.of(args[0]).toAbsolutePath();
        Display.doWithout();
        loadWindows();
        var desk = new DemoDesk(ReferenceTables.read());
        if (!(desk.prepare(folder.resolve("vault"), 1, (done, total) -> true) instanceof Outcome.Done<DemoDesk.Demo>(var demo)))
            throw new IllegalStateException("the demonstration vault could not be made");
        window(demo, folder);
        command(demo, folder);
        System.exit(Demo.tour(desk, demo, System.out, Platform::runLater));
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

    /// From the start to the unlock screen, as [WindowProgram] reports it.
    private static void window(DemoDesk.Demo demo, Path folder) throws InterruptedException {
        System.setProperty(WindowProgram.STARTUP, WindowProgram.REPORT);
        var shown = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        var program = new WindowProgram(
                new VaultDesk(Surroundings.usual(ReferenceTables.whenAsked())), folder.resolve("settings"));
        Platform.startup(() -> program.open(List.of(demo.folder()), Door.Hint.NONE, "", shown::countDown));
        shown.await();
    }

    private static void command(DemoDesk.Demo demo, Path folder) throws IOException {
        var passphrase = Files.writeString(folder.resolve("passphrase"), DemoDesk.PASSPHRASE + "\n");
        int exit = Main.commandLine().run(
                List.of("list", "threats", "--vault", demo.folder().toString(), "--as", demo.lro(),
                        "--passphrase-file", passphrase.toString()),
                System.in, System.out, System.err);
        if (exit != 0) throw new IllegalStateException("the command ended with " + exit);
    }
}
