package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merge;
import fourfold.core.plan.Plan;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.extract.CheckedRow;
import fourfold.extract.ExtractColumn;
import fourfold.extract.ExtractTable;
import fourfold.store.Store;
import fourfold.store.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Puts the rows of one extract beside what is kept. A row that says what the last load said changes nothing, whatever was
/// edited here since. A changed cell takes the place of the value that the last load gave; where that was edited here as
/// well, both values stand until somebody settles it. Where the extract has come to say what was written here, the two
/// agree, a conflict between them is over, and the next change of the cell takes its place again. A row that has gone is
/// never a deletion.
final class LoadMerge<K extends Entity<K>> {

    /// What a second person decides, or decides about. Of a record that was begun here no extract takes their place unseen,
    /// not even where it has said the same before.
    private static final Set<Field<?, ?>> DECIDED =
            Set.of(Plan.STATE, Disruption.CATEGORY, Disruption.TYPE, Disruption.EVENT_DATE);

    private final ExtractTable<K> table;
    private final Set<String> absent;
    private final Map<Field<K, ?>, Field<K, ?>> following;
    private final Store store;
    private final Journal journal;
    private final List<Change> changes = new ArrayList<>();
    private final List<K> results = new ArrayList<>();
    private int loaded;
    private int changed;
    private int unchanged;
    private int conflicts;

    /// @param absent the fields whose columns the file does not have; it says nothing about them
    /// @param following the fields that no column holds, each with the column's field that it follows: whether an event counts
    ///     as moderated outside follows its category, and changes when a load puts another in its place
    LoadMerge(ExtractTable<K> table, Set<String> absent, Map<Field<K, ?>, Field<K, ?>> following, Store store, Journal journal) {
        this.table = table;
        this.absent = absent;
        this.following = following;
        this.store = store;
        this.journal = journal;
    }

    void take(List<CheckedRow<K>> rows, UnaryOperator<K> completed) {
        var there = store.records().findAll(
                table.fields(), rows.stream().map(row -> row.value().id()).toList());
        for (var row : rows) {
            var kept = there.get(row.value().id());
            var value = completed.apply(row.value());
            if (kept == null) create(value);
            else update(kept, value);
        }
    }

    private void create(K record) {
        changes.add(Change.creating(Operation.LOAD, record));
        results.add(record);
        loaded++;
    }

    private void update(Kept<K> kept, K row) {
        var values = new TreeMap<String, Json>();
        var agreed = new TreeMap<String, Json>();
        SortedSet<EntryId> beside = new TreeSet<>();
        var before = kept.state().values();
        Map<String, Json> lastLoaded = null;
        boolean settled = false;
        boolean conflicting = false;
        for (ExtractColumn<K> column : table.columns()) {
            var name = column.field().name();
            if (absent.contains(name)) continue;
            var stated = table.fields().encoded(row, column.field());
            boolean same = stated.equals(before.getOrDefault(name, Json.nothing()))
                    && !kept.state().conflicts().contains(name);
            var heads = kept.state().heads().getOrDefault(name, List.of());
            boolean decided = !same && DECIDED.contains(column.field()) && !heads.isEmpty() && isBegunHere(kept.record().id());
            if (!decided && heads.stream().allMatch(RecordState.Head::loaded)) {
                if (!same) values.put(name, stated);
                continue;
            }
            if (lastLoaded == null) lastLoaded = lastLoaded(kept.record().id());
            if (stated.equals(lastLoaded.getOrDefault(name, Json.nothing()))) continue;
            if (!decided && heads.stream().filter(head -> !head.loaded()).map(RecordState.Head::value).allMatch(stated::equals)) {
                agreed.put(name, stated);
                settled |= kept.state().conflicts().contains(name);
                continue;
            }
            values.put(name, stated);
            // the members of two sets stand together without anybody having to decide
            conflicting |= column.field().merge() != Merge.SET;
            heads.stream().filter(head -> decided || !head.loaded()).forEach(head -> beside.add(head.entry()));
        }
        if (values.isEmpty() && agreed.isEmpty()) {
            unchanged++;
            return;
        }
        following.forEach((field, followed) -> {
            var stated = table.fields().encoded(row, field);
            boolean replaced = values.containsKey(followed.name()) && !isContested(kept, followed.name(), beside);
            if (replaced && !stated.equals(before.getOrDefault(field.name(), Json.nothing()))) values.put(field.name(), stated);
        });
        values.putAll(agreed);
        if (conflicting) conflicts++;
        else if (settled || values.size() > agreed.size()) changed++;
        else unchanged++;
        changes.addAll(entries(kept, values, agreed.keySet(), beside));
        results.add(kept.record());
    }

    /// Fields in conflict and fields that simply change need different `beside`, so they are two entries of one act.
    private List<Change> entries(
            Kept<K> kept, SortedMap<String, Json> values, Set<String> agreed, SortedSet<EntryId> beside) {
        var plain = new TreeMap<String, Json>();
        var contested = new TreeMap<String, Json>();
        values.forEach((name, value) -> {
            boolean replaces = agreed.contains(name) || !isContested(kept, name, beside);
            (replaces ? plain : contested).put(name, value);
        });
        var entries = new ArrayList<Change>();
        if (!plain.isEmpty()) entries.add(change(kept, plain, new TreeSet<>()));
        if (!contested.isEmpty()) entries.add(change(kept, contested, beside));
        return entries;
    }

    /// Whether a value that was written here stays standing beside the extract's.
    private boolean isContested(Kept<K> kept, String name, SortedSet<EntryId> beside) {
        return kept.state().heads().getOrDefault(name, List.of()).stream()
                .anyMatch(head -> beside.contains(head.entry()));
    }

    private Change change(Kept<K> kept, SortedMap<String, Json> values, SortedSet<EntryId> beside) {
        var id = kept.record().id().value();
        return new Change(
                Operation.LOAD,
                table.fields().kind(),
                id,
                values,
                kept.state().known(),
                beside,
                Change.marking(kept.record()));
    }

    /// Whether somebody wrote the record here before any extract had it.
    private boolean isBegunHere(Id<K> id) {
        return store.timeline().of(Map.of(table.fields().kind(), List.of(id.value()))).stream()
                .filter(Timeline.Line::created)
                .noneMatch(line -> line.operation().equals(Operation.LOAD.name()));
    }

    /// What the extracts so far said of each field: asked only where a record was edited here.
    private Map<String, Json> lastLoaded(Id<K> id) {
        return lastLoaded(store, journal, table.fields().kind(), id.value());
    }

    /// What the extracts so far said of each field of a record, read from the journal.
    static Map<String, Json> lastLoaded(Store store, Journal journal, String kind, UUID record) {
        var values = new HashMap<String, Json>();
        for (var line : store.timeline().of(Map.of(kind, List.of(record))))
            if (line.operation().equals(Operation.LOAD.name())) values.putAll(journal.entry(line.spot()).values());
        return values;
    }

    List<Change> changes() {
        return changes;
    }

    /// The records that were loaded or changed, as the extract states them or as they were before it.
    List<K> results() {
        return results;
    }

    LoadDesk.Tally tally() {
        return new LoadDesk.Tally(loaded, changed, unchanged, conflicts);
    }

}
