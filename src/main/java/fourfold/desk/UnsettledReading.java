package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reads records that wait, with the entries of the journal that say who wrote which value.
final class UnsettledReading {

    private static final List<String> NAMES = List.of("name", "title", "summary", "objective", "kind");

    private final Store store;
    private final Journal journal;
    private final Governing governing;

    UnsettledReading(Store store, Journal journal, Governing governing) {
        this.store = store;
        this.journal = journal;
        this.governing = governing;
    }

    /// The record as lists show it.
    <K extends Entity<K>> Waiting waiting(Kept<K> kept) {
        var record = kept.record();
        return new Waiting(
                record.fields().kind(),
                record.id().value(),
                printed(record, "ref"),
                name(record),
                kept.version(),
                Governing.about(record),
                events(record),
                governing.ownership(record).owner());
    }

    private static List<Id<Disruption>> events(Entity<?> record) {
        return record instanceof EventLink link ? List.of(link.get(EventLink.FIRST), link.get(EventLink.SECOND)) : List.of();
    }

    /// What a list calls the record.
    static <K extends Entity<K>> String name(K record) {
        return NAMES.stream()
                .map(field -> printed(record, field))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /// Its name, or its reference where it has none, as a link of events.
    static <K extends Entity<K>> String called(K record) {
        var name = name(record);
        return name.isEmpty() ? printed(record, "ref") : name;
    }

    private static <K extends Entity<K>> String printed(K record, String name) {
        var field = record.fields().named(name);
        return field == null ? "" : record.print(field);
    }

    /// The entries of a record, by their identity.
    Map<EntryId, Entry> entries(Fields<?> fields, UUID record) {
        var entries = new HashMap<EntryId, Entry>();
        for (var line : store.timeline().of(Map.of(fields.kind(), List.of(record))))
            entries.put(line.entry(), journal.entry(line.spot()));
        return entries;
    }

    /// The records of that kind among these identities.
    <K extends Entity<K>> List<Kept<K>> kept(Fields<K> fields, List<UUID> records) {
        var found = store.records().findAll(fields, records.stream().map(id -> new Id<K>(id)).toList());
        var list = new ArrayList<Kept<K>>();
        for (var id : records) {
            var kept = found.get(new Id<K>(id));
            if (kept != null) list.add(kept);
        }
        return list;
    }
}
