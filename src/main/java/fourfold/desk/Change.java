package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Versions;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// One record's part of an act, before it has a number, a time and a signature.
///
/// @param seen what the person had seen of the record
/// @param beside seen entries whose values stay standing beside these
record Change(
        Operation operation,
        String kind,
        UUID record,
        SortedMap<String, Json> values,
        Versions seen,
        SortedSet<EntryId> beside,
        Marking marking) {

    /// What leads from one record to the other.
    static <K extends Entity<K>> Change of(Operation operation, K before, K after, RecordState state) {
        Fields<K> fields = after.fields();
        return new Change(
                operation,
                fields.kind(),
                after.id().value(),
                fields.difference(before, after),
                state.known(),
                new TreeSet<>(),
                marking(after));
    }

    /// A record that was not there.
    static <K extends Entity<K>> Change creating(Operation operation, K record) {
        return of(operation, record.fields().blank(record.id()), record, RecordState.of(record.fields()));
    }

    /// A record that has a marking says it itself; everything else that a desk writes is OFFICIAL-SENSITIVE.
    static <K extends Entity<K>> Marking marking(K record) {
        return Optional.ofNullable(record.fields().named("marking"))
                .flatMap(field -> record.find(field))
                .filter(Marking.class::isInstance)
                .map(Marking.class::cast)
                .orElse(Marking.OFFICIAL_SENSITIVE);
    }

    /// The same change, written as something else.
    Change as(Operation other, SortedSet<EntryId> leaving, Marking marked) {
        return new Change(other, kind, record, values, seen, leaving, marked);
    }

    boolean isNothing() {
        return values.isEmpty();
    }
}
