package fourfold.bench;

import java.util.ArrayList;
import java.util.List;

/// From the start of the packaged program's process to its unlock screen, laid out and shown, in turn with an empty window
/// of the same theme and runtime, which is opened in two ways: with the program's very options, its ahead-of-time cache among
/// them, and with a cache that was made for nothing but the empty window.
final class StartRow implements Row {

    private static final int RUNS = 9;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var folder = bed.folder("start");
        var vault = folder.resolve("vault");
        Bed.leave(Bed.begin(Bed.surroundings(), vault, "EMSOU"));
        var child = new Child(bed.image(), folder);
        try (var screen = screen(child)) {
            return measure(child, screen, vault.toString());
        }
    }

    /// Where the empty window can be shown.
    private static VirtualScreen screen(Child child) throws Exception {
        var server = VirtualScreen.any();
        try {
            child.train(server);
            return server;
        } catch (IllegalStateException noToolkit) {
            // an X server without the libraries of a desktop: JavaFX cannot use it
            server.close();
            var headless = VirtualScreen.headless();
            child.train(headless);
            return headless;
        }
    }

    private static List<Line> measure(Child child, VirtualScreen screen, String vault) throws Exception {
        var ours = new Samples();
        var sameOptions = new Samples();
        var ownCache = new Samples();
        var options = new ArrayList<>(screen.options());
        options.add("-Dfourfold.startup=report");
        for (int run = 0; run <= RUNS; run++) {
            long one = child.toFirstLine(child.program(options, "--vault", vault), screen.environment());
            long same = child.toFirstLine(child.emptyWindow(screen.options()), screen.environment());
            long own = child.toFirstLine(child.emptyWindowWithItsCache(screen.options()), screen.environment());
            if (run == 0) continue;
            ours.add(one);
            sameOptions.add(same);
            ownCache.add(own);
        }
        return List.of(
                line(screen, ours, "same theme and options, the program's cache among them", sameOptions),
                line(screen, ours, "same theme, with a cache made for it alone", ownCache));
    }

    private static Line line(VirtualScreen screen, Samples ours, String how, Samples peer) {
        return Line.ratio(
                "process start to unlock screen, packaged program (" + screen.words() + ")",
                ours.inMillis(),
                "an empty JavaFX window, " + how + ": " + peer.inMillis(),
                (double) ours.median() / peer.median(),
                1.5);
    }
}
