package fourfold.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where windows are opened: on a virtual X server where there is one, else on the headless platform of JavaFX, which draws
/// without any.
final class VirtualScreen implements AutoCloseable {

    private final @Nullable Process server;
    private final String display;

    private VirtualScreen(@Nullable Process server, String display) {
        this.server = server;
        this.display = display;
    }

    static VirtualScreen headless() {
        // the program looks for a display before it opens its window, and is not to find a person's
        return new VirtualScreen(null, ":0");
    }

    /// One on Xvfb; headless where there is none.
    static VirtualScreen any() throws IOException {
        var xvfb = Bed.onPath("Xvfb");
        if (xvfb == null) return headless();
        var server = new ProcessBuilder(
                        xvfb.toString(), "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (number == null) {
            server.destroy();
            return headless();
        }
        return new VirtualScreen(server, ":" + number);
    }

    boolean isServer() {
        return server != null;
    }

    Map<String, String> environment() {
        return Map.of("DISPLAY", display);
    }

    List<String> options() {
        return server == null ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw") : List.of();
    }

    String words() {
        return server == null ? "headless platform, no X server" : "Xvfb";
    }

    @Override
    public void close() {
        if (server != null) server.destroy();
    }
}
