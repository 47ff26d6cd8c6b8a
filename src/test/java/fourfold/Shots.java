package fourfold;

import fourfold.ui.shell.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// Pictures of screens, for people to look at: each in light, in dark and with text of double size, in
/// `target/shots/NAME-{light,dark,200}.png`.
public final class Shots {

    private static final Path FOLDER = Path.of("target", "shots");

    /// One way to show a screen.
    public enum Mode {
        LIGHT("light", false, 100),
        DARK("dark", true, 100),
        LARGE("200", false, 200);

        final String suffix;
        final boolean dark;
        final int percent;

        Mode(String suffix, boolean dark, int percent) {
            this.suffix = suffix;
            this.dark = dark;
            this.percent = percent;
        }
    }

    private Shots() {}

    /// Starts the toolkit, once for all tests.
    public static void toolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(() -> {});
        }
        Platform.setImplicitExit(false);
    }

    /// Does something on the UI thread, waits for it and brings what it brings.
    public static <T> T onScreen(Callable<T> step) {
        var task = new FutureTask<>(step);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /// Does something on the UI thread and waits for it.
    public static void run(Runnable step) {
        onScreen(() -> {
            step.run();
            return true;
        });
    }

    /// Waits until the window has been laid out and drawn twice.
    public static void settle(Scene scene) {
        for (int i = 0; i < 2; i++) {
            var drawn = new FutureTask<>(() -> true);
            run(() -> {
                var pulse = new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        Platform.runLater(drawn);
                    }
                };
                scene.addPostLayoutPulseListener(pulse);
                Platform.requestNextPulse();
            });
            try {
                drawn.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /// Takes the three pictures of what `make` makes, anew for each, and looks for slips with [Looks].
    ///
    /// @return the slips found, each with the mode's name
    public static List<String> take(String name, double width, double height, Supplier<? extends Parent> make) {
        return java.util.Arrays.stream(Mode.values())
                .flatMap(mode -> take(name, width, height, make, mode).stream().map(slip -> mode.suffix + ": " + slip))
                .toList();
    }

    private static List<String> take(
            String name, double width, double height, Supplier<? extends Parent> make, Mode mode) {
        toolkit();
        try (var warnings = new CssWarnings()) {
            var stage = onScreen(() -> {
                var look = new Look();
                look.dark().set(mode.dark);
                look.percent().set(mode.percent);
                var scene = new Scene(make.get(), width, height);
                look.dress(scene);
                var window = new Stage();
                window.setScene(scene);
                window.show();
                return window;
            });
            settle(stage.getScene());
            save(name + "-" + mode.suffix, stage.getScene());
            var slips = onScreen(() -> Looks.slips(stage.getScene()));
            run(stage::close);
            var all = new java.util.ArrayList<>(slips);
            all.addAll(warnings.texts());
            return all;
        }
    }

    /// Writes a picture of a scene as it stands.
    public static Path save(String name, Scene scene) {
        var image = onScreen(() -> scene.snapshot(null));
        try {
            Files.createDirectories(FOLDER);
            return Files.write(FOLDER.resolve(name + ".png"), png(image));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The picture as a PNG file (W3C PNG specification): eight bits a channel, no filter.
    public static byte[] png(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var lines = ByteBuffer.allocate(height * (1 + 3 * width));
        for (int y = 0; y < height; y++) {
            lines.put((byte) 0);
            for (int x = 0; x < width; x++) {
                int argb = image.getPixelReader().getArgb(x, y);
                lines.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
            }
        }
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var file = ByteBuffer.allocate(lines.capacity() + 4096);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflate(lines.array()));
        chunk(file, "IEND", new byte[0]);
        return java.util.Arrays.copyOf(file.array(), file.position());
    }

    private static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        var buffer = new byte[bytes.length + 1024];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }

    private static void chunk(ByteBuffer file, String kind, byte[] content) {
        var name = kind.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        file.putInt(content.length).put(name).put(content).putInt((int) crc.getValue());
    }
}
