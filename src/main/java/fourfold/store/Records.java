package fourfold.store;

import static fourfold.store.gen.Tables.WAITING_ENTRY;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Kept;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.SettledState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Field;

/// Whole records of every kind, with the state that a change of them starts from.
public final class Records {

    private final Store store;
    private final RecordTables tables;

    Records(Store store, RecordTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /// The record of that identity.
    public <K extends Entity<K>> Optional<Kept<K>> find(Fields<K> fields, Id<K> id) {
        return Optional.ofNullable(findAll(fields, List.of(id)).get(id));
    }

    /// Those of the records that there are, by identity. Made for many at once.
    public <K extends Entity<K>> Map<Id<K>, Kept<K>> findAll(Fields<K> fields, Collection<Id<K>> ids) {
        var table = tables.of(fields.kind());
        var found = new HashMap<Id<K>, Kept<K>>();
        store.read(sql -> {
            table.findMany(sql, ids.stream().map(Id::value).toList()).values().forEach(row -> {
                var kept = kept(table, fields, row);
                found.put(kept.record().id(), kept);
            });
            return found;
        });
        return found;
    }

    /// The states of those records of a kind that there are: all that is needed to say what becomes of more entries.
    ///
    /// @param kind the name of any kind, of a newer version too
    public Map<UUID, RecordState> states(String kind, Collection<UUID> records) {
        var table = tables.of(kind);
        var states = new HashMap<UUID, RecordState>();
        store.read(sql -> {
            table.findMany(sql, records).values().forEach(row ->
                    states.put(row.record(), StateText.read(row.state(), row.values(), table.merging())));
            return states;
        });
        return states;
    }

    /// How the fields of that kind merge, of a newer version's kind too.
    public Merging merging(String kind) {
        return tables.of(kind).merging();
    }

    /// An entry that waits.
    ///
    /// @param position where it stands in the journal
    public record Waiting(long position, Entry entry) {}

    /// The entries that wait here for others that their authors had seen, in the order in which they came.
    public List<Waiting> waiting() {
        return store.read(sql -> sql.select(WAITING_ENTRY.ID, WAITING_ENTRY.CONTENT)
                .from(WAITING_ENTRY)
                .orderBy(WAITING_ENTRY.ID)
                .fetch(row -> new Waiting(row.value1(), Entry.of(CanonicalText.read(row.value2())))));
    }

    /// The record that people call by that reference, whatever its case; of several the one that came first.
    public <K extends Entity<K>> Optional<Kept<K>> findByRef(Fields<K> fields, String ref) {
        var table = tables.of(fields.kind());
        var found = new LinkedHashMap<Id<K>, Kept<K>>();
        return store.read(sql -> {
            table.select(sql, refKey(table).eq(RecordTable.refKey(ref)), row -> {
                var kept = kept(table, fields, row);
                found.put(kept.record().id(), kept);
            });
            return found.values().stream().findFirst();
        });
    }

    /// The records that hold exactly that value in that field, in the order in which they came into this vault: the
    /// actions of a threat, the decisions about a plan.
    public <K extends Entity<K>, V> List<Kept<K>> having(
            Fields<K> fields, fourfold.core.kernel.Field<K, V> field, V value) {
        var table = tables.of(fields.kind());
        if (!(table instanceof KindTable kind))
            throw new IllegalArgumentException("a " + fields.kind() + " has no columns");
        var wanted = kind.holds(field.name(), field.type().encode(value));
        return store.read(sql -> {
            var all = new ArrayList<Kept<K>>();
            table.eachOf(sql, wanted, row -> all.add(kept(table, fields, row)));
            return all;
        });
    }

    /// Every reference of that kind that is taken, in capitals.
    public Set<String> refs(Fields<?> fields) {
        return Set.copyOf(idsByRef(fields).keySet());
    }

    /// The identity behind every reference of that kind, the references in capitals. Of two records with one reference
    /// the one that came first.
    public <K extends Entity<K>> Map<String, Id<K>> idsByRef(Fields<K> fields) {
        var table = tables.of(fields.kind());
        return store.read(sql -> {
            var ids = new HashMap<String, Id<K>>();
            long last = 0;
            int got;
            do {
                got = 0;
                var page = sql.select(table.id(), refKey(table), table.recordId())
                        .from(table.table())
                        .where(table.mine())
                        .and(table.id().gt(last))
                        .orderBy(table.id())
                        .limit(RecordTable.PAGE)
                        .fetch();
                for (var row : page) {
                    got++;
                    last = row.value1();
                    if (row.value2() != null) ids.putIfAbsent(row.value2(), new Id<>(row.value3()));
                }
            } while (got == RecordTable.PAGE);
            return ids;
        });
    }

    /// Gives every record of that kind to the consumer, in the order in which they came into this vault.
    public <K extends Entity<K>> void each(Fields<K> fields, Consumer<Kept<K>> consumer) {
        var table = tables.of(fields.kind());
        store.read(sql -> {
            table.each(sql, row -> consumer.accept(kept(table, fields, row)));
            return true;
        });
    }

    /// Gives every record of that kind as it stands, in the order in which they came into this vault, without what a change of it
    /// would start from, which is long to read and only for changes.
    public <K extends Entity<K>> void standing(Fields<K> fields, Consumer<K> consumer) {
        var table = tables.of(fields.kind());
        store.read(sql -> {
            table.each(sql, row -> consumer.accept(record(table, fields, row)));
            return true;
        });
    }

    /// All records of that kind, in the order in which they came into this vault.
    public <K extends Entity<K>> List<Kept<K>> all(Fields<K> fields) {
        var all = new ArrayList<Kept<K>>();
        each(fields, all::add);
        return all;
    }

    /// All records of that kind, in the order in which they came into this vault, with those fields alone: for questions
    /// about all of them, which would be slow if they read everything.
    public <K extends Entity<K>> List<K> all(Fields<K> fields, Collection<fourfold.core.kernel.Field<K, ?>> wanted) {
        if (!(tables.of(fields.kind()) instanceof KindTable table))
            throw new IllegalArgumentException("a " + fields.kind() + " has no columns");
        var names = wanted.stream().map(fourfold.core.kernel.Field::name).collect(Collectors.toSet());
        return store.read(sql -> {
            var all = new ArrayList<K>();
            table.each(sql, names, (record, values) -> all.add(fields.decode(new Id<>(record), values)));
            return all;
        });
    }

    /// What two vaults compare to know that they hold the same: every value that stands in records of these kinds.
    public SettledState settled(Collection<String> kinds) {
        return store.read(sql -> {
            var settled = new SettledState();
            for (var kind : kinds) {
                var table = tables.of(kind);
                table.each(sql, row -> settled.add(
                        kind, row.record(), StateText.read(row.state(), row.values(), table.merging())));
            }
            return settled;
        });
    }

    /// How many records of that kind there are.
    public long count(Fields<?> fields) {
        var table = tables.of(fields.kind());
        return store.read(sql -> (long) sql.fetchCount(table.table(), table.mine()));
    }

    private static Field<String> refKey(RecordTable table) {
        return RecordTable.column(table.table(), "ref_key", String.class);
    }

    static <K extends Entity<K>> Kept<K> kept(RecordTable table, Fields<K> fields, RecordTable.Row row) {
        return new Kept<>(
                record(table, fields, row), row.version(), StateText.read(row.state(), row.values(), fields));
    }

    private static <K extends Entity<K>> K record(RecordTable table, Fields<K> fields, RecordTable.Row row) {
        return fields.decode(new Id<>(row.record()), table instanceof KindTable kind ? kind.readable(row) : row.values());
    }
}
