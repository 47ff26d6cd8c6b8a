package fourfold.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The load of 100,000 events: from the file on the disk to a durable, signed act in the journal and all lists brought up
/// to date. The threats that they belong to are there before. The peer inserts the rows that the load has left in the tables
/// of events, of entries and of acts; it reads no file, checks nothing and has no journal.
final class LoadRow implements Row {

    private static final int REGIONS = 20;
    private static final int YEARS = 53;
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var folder = bed.folder("load");
        var files = Extracts.write(folder, REGIONS, YEARS);
        var ours = new Samples();
        var processor = new Samples();
        var raw = new Samples();
        var rawProcessor = new Samples();
        long rows = 0;
        for (int run = 0; run < RUNS; run++) {
            var vault = folder.resolve("vault" + run);
            var surroundings = Bed.surroundings();
            var office = Bed.begin(surroundings, vault, "EMSOU");
            try {
                Extracts.load(office, Extracts.only(files, Set.of("threats")));
                long processorBefore = Bed.processorTime();
                long before = System.nanoTime();
                var report = Extracts.load(office, Extracts.only(files, Set.of("disruptions")));
                ours.add(System.nanoTime() - before);
                processor.add(Bed.processorTime() - processorBefore);
                rows = report.tallies().get("disruptions").loaded();
            } finally {
                Bed.leave(office);
            }
            var peer = raw(vault, folder.resolve("raw" + run));
            raw.add(peer.nanos());
            rawProcessor.add(peer.processor());
            Bed.empty(vault);
        }
        return List.of(Line.ratio(
                String.format("load of %,d events from a file", rows),
                ours.inSeconds() + ", processor " + Samples.seconds(processor.median()),
                "raw H2 batch insert of the same rows, one transaction: " + raw.inSeconds() + ", processor "
                        + Samples.seconds(rawProcessor.median()),
                (double) ours.median() / raw.median(),
                4));
    }

    private static RawInsert.Took raw(Path vault, Path to) throws Exception {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("disruption", "");
        tables.put("disruption_support", "");
        tables.put("disruption_awaiting", "");
        tables.put("act", "");
        tables.put("entry", "\"kind\" = 'disruption'");
        try (var opened = OpenedVault.of(Bed.surroundings(), vault)) {
            return new RawInsert(opened.store(), to, opened.storeKey()).run(tables);
        }
    }
}
