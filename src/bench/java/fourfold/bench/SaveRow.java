package fourfold.bench;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.desk.ThreatDesk;
import fourfold.vault.Calibration;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The save of one changed threat through its desk, on a vault with the example. "Saved" is when the journal has been
/// forced, "projected" when the desk returns and every list shows it. After each save, as many bytes as it wrote are appended
/// to another file on the same disk and forced.
final class SaveRow implements Row {

    private static final int WARM = 100;
    private static final int RUNS = 400;

    @Override
    public String name() {
        return "save";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var folder = bed.folder("save");
        var disk = new WatchedDisk(new LocalDisk());
        var office = Bed.begin(Bed.surroundings(disk, Calibration.floor()), folder.resolve("vault"), "Derbyshire");
        try {
            Extracts.load(office, Extracts.write(folder, 1, 1));
            return measure(office, disk, folder.resolve("bare"));
        } finally {
            Bed.leave(office);
        }
    }

    private static List<Line> measure(Office office, WatchedDisk disk, Path bareFile) throws Exception {
        var threats = new ArrayList<Kept<Threat>>();
        for (int i = 1; i <= 40; i++) threats.add(office.threats().open(String.format("DER-%04d", i)).orThrow());
        var saved = new Samples();
        var projected = new Samples();
        var bare = new Samples();
        long bytes = 0;
        try (var file = new LocalDisk().open(bareFile, Disk.Access.CREATE)) {
            for (int i = 0; i < WARM + RUNS; i++) {
                int which = i % threats.size();
                var wish = new ThreatDesk.Edit(
                        threats.get(which).seen(),
                        new Editing<>(List.of(new Field.Slot<>(Threat.INTENT, "Expected to move premises, version " + i))),
                        "Seen on the last visit");
                long writtenBefore = disk.written();
                long before = System.nanoTime();
                threats.set(which, office.threats().edit(wish).orThrow());
                long after = System.nanoTime();
                bytes = disk.written() - writtenBefore;
                long bareTook = bare(file, (int) bytes);
                if (i < WARM) continue;
                saved.add(disk.forcedAt() - before);
                projected.add(after - before);
                bare.add(bareTook);
            }
        }
        var peer = "write + force of the same " + bytes + " bytes: " + bare.inMillis();
        return List.of(
                Line.more("save of one changed threat, click to saved (p95)", saved.inMillis(), peer,
                        (saved.p95() - bare.p95()) / 1e6, 3, "ms"),
                Line.more("save of one changed threat, click to projected (p95)", projected.inMillis(), peer,
                        (projected.p95() - bare.p95()) / 1e6, 15, "ms"));
    }

    private static long bare(Disk.OpenFile file, int bytes) throws Exception {
        var content = ByteBuffer.allocate(bytes);
        long size = file.size();
        long before = System.nanoTime();
        file.write(size, content);
        file.force();
        return System.nanoTime() - before;
    }
}
