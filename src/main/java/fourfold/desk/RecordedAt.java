package fourfold.desk;

import fourfold.core.kernel.Fields;
import fourfold.core.settings.ReceivedPackage;
import fourfold.store.Store;
import fourfold.store.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/// When this vault recorded the newest change of a record: what was written here, when it was written; what came in a
/// package, when that was taken in, however old the change was.
final class RecordedAt {

    private record Import(long last, Instant at) {}

    private final Store store;
    private final NavigableMap<Long, Import> imports = new TreeMap<>();

    RecordedAt(Store store) {
        this.store = store;
        store.records().standing(ReceivedPackage.FIELDS, this::add);
    }

    private void add(ReceivedPackage one) {
        if (one.lacks(ReceivedPackage.IMPORTED_AT)) return;
        one.taken().ifPresent(positions -> imports.put(
                positions.first(), new Import(positions.last(), one.get(ReceivedPackage.IMPORTED_AT))));
    }

    /// For every record of that kind.
    Map<UUID, Instant> all(Fields<?> fields) {
        var all = new HashMap<UUID, Instant>();
        store.timeline().newest(fields.kind()).forEach((record, newest) -> all.put(record, at(newest)));
        return all;
    }

    private Instant at(Timeline.Newest newest) {
        var taken = imports.floorEntry(newest.position());
        return taken != null && newest.position() <= taken.getValue().last() ? taken.getValue().at() : newest.at();
    }
}
