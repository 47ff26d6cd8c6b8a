package fourfold.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From the right passphrase to a list of threats with its lines shown, in a process of its own with the packaged program's
/// options, beside the key derivation alone in such a process. The memory is the most that the process ever had resident.
final class UnlockRow implements Row {

    private static final int RUNS = 5;

    @Override
    public String name() {
        return "unlock";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var big = bed.bigVault();
        var child = new Child(bed.image(), bed.folder("unlock"));
        var usable = new Samples();
        var derivation = new Samples();
        long peak = 0;
        var screen = VirtualScreen.headless();
        for (int run = 0; run < RUNS; run++) {
            var shown = said(child, screen, "list", big);
            usable.add(shown.get("usable"));
            peak = Math.max(peak, shown.get("peak"));
            derivation.add(said(child, screen, "derive", big).get("derivation"));
        }
        var size = String.format("%,d threats, %,d events, %,d entries", big.threats(), big.events(), big.entries());
        return List.of(
                Line.more("right passphrase to the list of threats shown (" + size + ")", usable.inSeconds(),
                        "the key derivation alone: " + derivation.inSeconds(),
                        (usable.median() - derivation.median()) / 1e9, 2.5, "s"),
                Line.bound("most memory resident until then", String.format("%,d MB (worst of %d runs)", peak >> 10, RUNS), "-",
                        peak / 1024.0, 512, "MB"));
    }

    static Map<String, Long> said(Child child, VirtualScreen screen, String what, BigVault big) throws Exception {
        var said = new HashMap<String, Long>();
        for (var line : lines(child, screen, what, big)) {
            var words = line.split(" ");
            said.put(words[0], Long.valueOf(words[1]));
        }
        return said;
    }

    static List<String> lines(Child child, VirtualScreen screen, String what, BigVault big) throws Exception {
        return child.lines(
                child.onProgram(new ArrayList<>(screen.options()), "fourfold.app.WindowRun", what, big.folder().toString(), Bed.USER, Bed.PASSPHRASE),
                screen.environment());
    }
}
