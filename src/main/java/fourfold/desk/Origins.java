package fourfold.desk;

import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Kept;
import fourfold.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where what is here came from, when somebody else wrote it last.
public final class Origins {

    private final Store store;
    private final Addresses addresses;

    Origins(Store store, Addresses addresses) {
        this.store = store;
        this.addresses = addresses;
    }

    /// A package that brought something.
    ///
    /// @param from the unit that sent it, as it is called here
    /// @param number its number among those from there
    /// @param at when it was taken in
    public record Origin(String from, long number, Optional<Instant> at) {}

    /// The package that brought the newest change of a record; nothing where that was written here.
    Optional<Origin> of(String kind, UUID record) {
        var lines = store.timeline().of(Map.of(kind, List.of(record)));
        if (lines.isEmpty()) return Optional.empty();
        var newest = lines.getLast().entry();
        return store.records().all(ReceivedPackage.FIELDS).reversed().stream()
                .map(Kept::record)
                .filter(one -> !one.isUndone())
                .filter(one -> EntryRanges.of(one.get(ReceivedPackage.ENTRIES)).contains(newest))
                .findFirst()
                .map(one -> new Origin(
                        addresses.of(one.get(ReceivedPackage.SENDER), one.get(ReceivedPackage.UNIT)).label(),
                        one.get(ReceivedPackage.NUMBER),
                        one.find(ReceivedPackage.IMPORTED_AT)));
    }
}
