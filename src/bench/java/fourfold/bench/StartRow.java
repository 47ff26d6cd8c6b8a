package fourfold.bench;

import java.util.List;

/// From the start of the packaged program's process to its unlock screen, laid out and shown, beside an empty window with
/// the same theme, runtime and options and an ahead-of-time cache of its own, in turn.
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
            return List.of(measure(child, screen, vault.toString()));
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

    private static Line measure(Child child, VirtualScreen screen, String vault) throws Exception {
        var ours = new Samples();
        var peer = new Samples();
        var options = new java.util.ArrayList<>(screen.options());
        options.add("-Dfourfold.startup=report");
        for (int run = 0; run <= RUNS; run++) {
            long one = child.toFirstLine(child.program(options, "--vault", vault), screen.environment());
            long other = child.toFirstLine(child.emptyWindow(screen.options()), screen.environment());
            if (run == 0) continue;
            ours.add(one);
            peer.add(other);
        }
        return Line.ratio(
                "process start to unlock screen, packaged program (" + screen.words() + ")",
                ours.inMillis(),
                "an empty JavaFX window, same theme and options, with a cache: " + peer.inMillis(),
                (double) ours.median() / peer.median(),
                1.5);
    }
}
