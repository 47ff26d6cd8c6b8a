package fourfold.bench;

import fourfold.store.StoreFolder;
import java.util.List;

/// Making the store anew from a journal of 500,000 entries: every frame decrypted, checked against the chain and read, and
/// every row written. The peer inserts the rows that this leaves.
final class RebuildRow implements Row {

    private static final int RUNS = 2;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var big = bed.bigVault();
        var folder = bed.folder("rebuild");
        var ours = new Samples();
        var processor = new Samples();
        var raw = new Samples();
        var rawProcessor = new Samples();
        long rows = 0;
        try (var vault = OpenedVault.of(big.surroundings(), big.folder());
                var journal = vault.journal(big.surroundings())) {
            for (int run = 0; run < RUNS; run++) {
                var store = folder.resolve("store" + run);
                long processorBefore = Bed.processorTime();
                long before = System.nanoTime();
                var opened = new StoreFolder(store, vault.storeKey(), new byte[32])
                        .rebuild(journal, at -> {}, () -> false)
                        .orElseThrow();
                ours.add(System.nanoTime() - before);
                processor.add(Bed.processorTime() - processorBefore);
                opened.store().close();
                var peer = new RawInsert(store.resolve("store"), folder.resolve("raw" + run), vault.storeKey())
                        .run(RawInsert.everything());
                raw.add(peer.nanos());
                rawProcessor.add(peer.processor());
                rows = peer.rows();
            }
        }
        Bed.empty(folder);
        return List.of(Line.ratio(
                String.format("rebuild of the store from a journal of %,d entries", big.entries()),
                ours.inSeconds() + ", processor " + Samples.seconds(processor.median()),
                String.format("raw H2 batch insert of the resulting %,d rows, one transaction: ", rows) + raw.inSeconds()
                        + ", processor " + Samples.seconds(rawProcessor.median()),
                (double) ours.median() / raw.median(),
                4));
    }
}
