package fourfold.bench;

import fourfold.desk.Surroundings;
import fourfold.extract.ReferenceTables;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// `fourfold list threats` on the example, from the packaged program's launcher, with a key that costs what a new one costs
/// on this machine.
final class CommandRow implements Row {

    private static final int RUNS = 11;

    @Override
    public String name() {
        return "command";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var folder = bed.folder("command");
        var vault = folder.resolve("vault");
        var office = Bed.begin(Surroundings.usual(ReferenceTables.whenAsked()), vault, "EMSOU");
        try {
            Extracts.load(office, Extracts.write(folder, 1, 1));
        } finally {
            Bed.leave(office);
        }
        var passphrase = Files.writeString(folder.resolve("passphrase"), Bed.PASSPHRASE + "\n");
        var list = new Samples();
        var bare = new Samples();
        for (int run = 0; run <= RUNS; run++) {
            long before = System.nanoTime();
            Bed.run(folder, Map.of("FOURFOLD_PASSPHRASE_FILE", passphrase.toString()),
                    bed.image().resolve("bin/fourfold").toString(), "list", "threats", "--vault", vault.toString());
            long between = System.nanoTime();
            Bed.run(folder, Map.of(), bed.image().resolve("runtime/bin/java").toString(), "--version");
            if (run == 0) continue;
            list.add(between - before);
            bare.add(System.nanoTime() - between);
        }
        return List.of(Line.bound(
                "`fourfold list threats` on the example, key derivation included (p95)",
                list.inMillis(), "`java --version` of the same runtime, for scale: " + bare.inMillis(),
                list.p95() / 1e9, 3, "s"));
    }
}
