package fourfold.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import fourfold.core.kernel.Watch;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A package of 100,000 entries in 1,000 signed acts, taken in by another vault: through all gates, every act's signature and
/// its author's rights, appended to the journal and merged into the tables, by a process with 512 MB of heap. The peer inserts
/// the rows that this leaves. And what the tenth package of 1,000 entries costs beside the first, since the cost may grow with
/// what is new only.
final class ImportRow implements Row {

    private static final int ENTRIES = 100_000;
    private static final int ACTS = 1_000;
    private static final int IN_AN_ACT = ENTRIES / ACTS;
    // room for the threats, and for what their load holds that is withheld
    private static final int ACTS_LEFT = 30;
    private static final int REGIONS = 5;
    private static final int YEARS = 53;
    private static final int RUNS = 2;
    private static final int PACKAGES = 10;
    private static final int IN_A_PACKAGE = 1_000;
    private static final int RECEIVERS = 7;
    private static final String HEAP = "512m";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var lines = new ArrayList<Line>();
        lines.addAll(large(bed));
        lines.add(tenth(bed));
        return lines;
    }

    private static List<Line> large(Bed bed) throws Exception {
        var folder = bed.folder("import");
        var files = Extracts.write(folder, REGIONS, YEARS);
        var ours = new Samples();
        var processor = new Samples();
        var raw = new Samples();
        var rawProcessor = new Samples();
        long heap = 0;
        long entries = 0;
        var child = new Child(bed.image(), folder);
        var sender = Bed.begin(Bed.surroundings(), folder.resolve("force"), "Derbyshire");
        try {
            var receivers = receivers(sender, folder, RUNS);
            Extracts.load(sender, Extracts.only(files, Set.of("threats")));
            for (var part : parts(files.get("disruptions"), IN_AN_ACT, ACTS - ACTS_LEFT))
                Extracts.load(sender, Map.of("disruptions", part));
            var written = send(sender, folder.resolve("stick"));
            if (written.size() != 1) throw new IllegalStateException(written.size() + " packages instead of one");
            entries = written.getFirst().entries();
            for (int run = 0; run < RUNS; run++) {
                var said = said(child, receivers.get(run), written.getFirst().file());
                ours.add(said.get("import"));
                processor.add(said.get("processor"));
                heap = Math.max(heap, said.get("heap"));
                try (var opened = OpenedVault.of(Bed.surroundings(), receivers.get(run))) {
                    var peer = new RawInsert(opened.store(), folder.resolve("raw" + run), opened.storeKey())
                            .run(RawInsert.everything());
                    raw.add(peer.nanos());
                    rawProcessor.add(peer.processor());
                }
            }
        } finally {
            Bed.leave(sender);
        }
        return List.of(
                Line.ratio(
                        String.format("import and merge of a package of %,d entries in about %,d signed acts", entries, ACTS),
                        ours.inSeconds() + ", processor " + Samples.seconds(processor.median()),
                        "raw H2 batch insert of the same rows, one transaction: " + raw.inSeconds() + ", processor "
                                + Samples.seconds(rawProcessor.median()),
                        (double) ours.median() / raw.median(),
                        6),
                Line.bound("most heap in use by it", String.format("%,d MB, in a process limited to %s", heap >> 20, HEAP), "-",
                        heap / 1048576.0, 512, "MB"));
    }

    /// The last of several receivers are measured: the first warm the machine up.
    private static Line tenth(Bed bed) throws Exception {
        var folder = bed.folder("tenth");
        var files = Extracts.write(folder, 1, YEARS);
        var first = new Samples();
        var tenth = new Samples();
        var sender = Bed.begin(Bed.surroundings(), folder.resolve("force"), "Derbyshire");
        try {
            var receivers = receivers(sender, folder, RECEIVERS);
            var packages = new ArrayList<Path>();
            Extracts.load(sender, Extracts.only(files, Set.of("threats")));
            send(sender, folder.resolve("stick")).forEach(written -> packages.add(written.file()));
            for (var part : parts(files.get("disruptions"), IN_A_PACKAGE, PACKAGES)) {
                Extracts.load(sender, Map.of("disruptions", part));
                send(sender, folder.resolve("stick")).forEach(written -> packages.add(written.file()));
            }
            for (var receiver : receivers) {
                var office = Bed.enter(Bed.surroundings(), receiver, false);
                try {
                    for (var file : packages) {
                        long before = System.nanoTime();
                        office.imports().accept(file).orThrow();
                        long took = System.nanoTime() - before;
                        boolean warm = !receiver.equals(receivers.getFirst());
                        if (warm && file.equals(packages.get(1))) first.add(took);
                        if (warm && file.equals(packages.getLast())) tenth.add(took);
                    }
                } finally {
                    Bed.leave(office);
                }
            }
        } finally {
            Bed.leave(sender);
        }
        return Line.ratio(
                String.format("import of the tenth package of %,d entries", IN_A_PACKAGE),
                tenth.inSeconds(),
                "import of the first: " + first.inSeconds(),
                (double) tenth.median() / first.median(),
                1.2);
    }

    /// Copies of a regional unit's vault that trusts the sender and is trusted by it.
    private static List<Path> receivers(Office sender, Path folder, int count) throws Exception {
        var unit = folder.resolve("unit");
        var office = Bed.begin(Bed.surroundings(), unit, "EMSOU");
        try {
            office.trust().trust("Derbyshire", sender.trust().certificates()).orThrow();
            sender.trust().trust("EMSOU", office.trust().certificates()).orThrow();
        } finally {
            Bed.leave(office);
        }
        var copies = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            var copy = folder.resolve("unit" + i);
            Bed.run(folder, "cp -R '" + unit + "' '" + copy + "'");
            copies.add(copy);
        }
        return copies;
    }

    private static List<PacketDesk.Written> send(Office sender, Path stick) throws Exception {
        return sender.packets()
                .write(new PacketDesk.Wish("EMSOU", "Monthly return", Set.of(), false, Map.of()), Files.createDirectories(stick), Watch.nobody())
                .orThrow();
    }

    private static Map<String, Long> said(Child child, Path vault, Path file) throws Exception {
        var said = new HashMap<String, Long>();
        for (var line : child.lines(
                child.onProgram(List.of("-Xmx" + HEAP), "fourfold.bench.ImportRun", vault.toString(), file.toString()), Map.of())) {
            var words = line.split(" ");
            said.put(words[0], Long.valueOf(words[1]));
        }
        return said;
    }

    /// The file's first rows, in so many files of so many.
    private static List<Path> parts(Path file, int rows, int count) throws Exception {
        var parts = new ArrayList<Path>();
        try (var in = CsvReader.builder().ofCsvRecord(file)) {
            var records = in.iterator();
            var header = records.next().getFields();
            for (int i = 0; i < count; i++) {
                var part = file.resolveSibling("part-" + i + ".csv");
                try (var out = CsvWriter.builder().build(part)) {
                    out.writeRecord(header);
                    for (int row = 0; row < rows; row++) out.writeRecord(records.next().getFields());
                }
                parts.add(part);
            }
        }
        return parts;
    }
}
