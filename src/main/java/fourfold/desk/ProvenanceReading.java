package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Says of records where they came from: out of the index of the journal and the packages that were imported, so that a
/// store that is made anew says the same.
final class ProvenanceReading {

    private final Store store;
    private final Replica own;
    private final ZoneId zone;

    /// @param own the copy of the vault that writes here
    ProvenanceReading(Store store, Replica own, ZoneId zone) {
        this.store = store;
        this.own = own;
        this.zone = zone;
    }

    /// Where that record came from.
    <K extends Entity<K>> Provenance of(K record) {
        var kind = record.fields().kind();
        var lines = store.timeline().of(Map.of(kind, List.of(record.id().value())));
        if (lines.isEmpty()) throw new IllegalArgumentException("nothing was ever written of this " + kind);
        var first = lines.getFirst();
        boolean here = first.entry().replica().equals(own);
        return new Provenance(
                first.agency(),
                first.entry().replica().value(),
                way(here, first.operation()),
                here ? Optional.empty() : parcel(arrivals(), first.entry()),
                lines.stream().map(line -> line.agency()).distinct().toList(),
                !here && lines.stream().skip(1).anyMatch(line -> line.entry().replica().equals(own)));
    }

    /// Where each record of that kind came from, as far as its first entry says.
    Map<UUID, Provenance.Origin> origins(Fields<?> fields) {
        var arrivals = arrivals();
        var origins = new HashMap<UUID, Provenance.Origin>();
        store.timeline().firsts(fields.kind()).forEach((record, first) -> {
            boolean here = first.entry().replica().equals(own);
            origins.put(record, new Provenance.Origin(
                    first.agency(), way(here, first.operation()), here ? Optional.empty() : parcel(arrivals, first.entry())));
        });
        return origins;
    }

    private static Provenance.Way way(boolean here, String operation) {
        if (!here) return Provenance.Way.RECEIVED;
        return operation.equals(Operation.LOAD.name()) ? Provenance.Way.LOADED : Provenance.Way.WRITTEN;
    }

    /// The first package that brought that entry.
    private static Optional<Provenance.Parcel> parcel(List<Arrival> arrivals, EntryId entry) {
        return arrivals.stream()
                .filter(one -> one.entries().contains(entry))
                .findFirst()
                .map(Arrival::parcel);
    }

    private record Arrival(Provenance.Parcel parcel, Instant at, EntryRanges entries) {}

    private List<Arrival> arrivals() {
        var arrivals = new ArrayList<Arrival>();
        for (var one : store.records().all(ReceivedPackage.FIELDS)) arrivals.add(arrival(one.record()));
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private Arrival arrival(ReceivedPackage one) {
        var at = one.find(ReceivedPackage.IMPORTED_AT).orElse(Instant.EPOCH);
        return new Arrival(
                new Provenance.Parcel(
                        one.get(ReceivedPackage.SENDER),
                        one.find(ReceivedPackage.NUMBER).orElse(0L),
                        at.atZone(zone).toLocalDate()),
                at,
                EntryRanges.of(one.get(ReceivedPackage.ENTRIES)));
    }
}
