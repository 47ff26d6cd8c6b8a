package fourfold.bench;

import java.util.List;
import java.util.TreeMap;

/// Three screens at size, each from the key press to its content laid out, in a process of its own with the packaged
/// program's options: the list of threats narrowed by what is typed, the file of a threat, the board of a plan.
final class ScreensRow implements Row {

    @Override
    public String name() {
        return "screens";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var big = bed.bigVault();
        var child = new Child(bed.image(), bed.folder("screens"));
        var samples = new TreeMap<String, Samples>();
        for (var line : UnlockRow.lines(child, VirtualScreen.headless(), "screens", big)) {
            int space = line.lastIndexOf(' ');
            samples.computeIfAbsent(line.substring(0, space), name -> new Samples()).add(Long.parseLong(line.substring(space + 1)));
        }
        samples.remove("usable");
        return samples.entrySet().stream()
                .map(one -> Line.bound(
                        one.getKey() + String.format(", %,d threats and %,d events (p95)", big.threats(), big.events()),
                        one.getValue().inMillis(), "-", one.getValue().p95() / 1e6, 100, "ms"))
                .toList();
    }
}
