package fourfold.core.sync;

import fourfold.core.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Where one record stands after the entries that are known: for each field the values that nobody has superseded. One
/// value, or several that are equal: settled. Several that differ: a conflict, until somebody who has seen all writes
/// one. The order in which entries arrive makes no difference.
///
/// A field's heads are the values whose entry no other head's entry had seen and taken the place of. Entries of one record
/// are applied when all that their authors had seen of it is here ([#ready]), so that a version vector never claims an
/// entry that was missing.
public final class RecordState {

    /// One value that stands.
    ///
    /// @param beside what its entry had seen and left standing
    /// @param loaded whether an extract stated it
    public record Head(EntryId entry, Versions seen, SortedSet<EntryId> beside, boolean loaded, Json value) {
        boolean supersedes(EntryId other) {
            return seen.cover(other) && !beside.contains(other);
        }
    }

    /// Nothing known yet.
    public static final RecordState NEW = new RecordState(new TreeMap<>(), Versions.NONE);

    private final SortedMap<String, List<Head>> heads;
    private final Versions known;

    private RecordState(SortedMap<String, List<Head>> heads, Versions known) {
        this.heads = heads;
        this.known = known;
    }

    /// Whether all that the entry's author had seen of this record is known here.
    public boolean ready(Entry entry) {
        return entry.seen().highest().entrySet().stream()
                .allMatch(seen -> known.cover(new EntryId(seen.getKey(), seen.getValue())));
    }

    /// The state after one more entry; the same state when the entry was known.
    public RecordState apply(Entry entry) {
        if (known.cover(entry.id())) return this;
        var next = new TreeMap<>(heads);
        boolean loaded = entry.operation().equals(Operation.LOAD.name());
        entry.values().forEach((name, value) -> next.merge(
                name,
                List.of(new Head(entry.id(), entry.seen(), entry.beside(), loaded, value)),
                (there, added) -> merge(there, added.getFirst())));
        return new RecordState(next, known.with(entry.id()));
    }

    private static List<Head> merge(List<Head> there, Head added) {
        var standing = new ArrayList<Head>(there.size() + 1);
        boolean superseded = false;
        for (var head : there) {
            if (!added.supersedes(head.entry())) standing.add(head);
            superseded |= head.supersedes(added.entry());
        }
        if (!superseded) standing.add(added);
        return List.copyOf(standing);
    }

    /// All that is known of this record: what an author who looks at it now has seen.
    public Versions known() {
        return known;
    }

    /// The heads of every field that was ever written.
    public SortedMap<String, List<Head>> heads() {
        return heads;
    }

    /// The value of each settled field; of a field in conflict the first one written here, which keeps standing until it
    /// is settled.
    public SortedMap<String, Json> values() {
        var values = new TreeMap<String, Json>();
        heads.forEach((name, list) -> {
            var value = list.getFirst().value();
            if (!value.isNothing()) values.put(name, value);
        });
        return values;
    }

    /// The fields with values that differ.
    public SortedSet<String> conflicts() {
        var names = new TreeSet<String>();
        heads.forEach((name, list) -> {
            if (list.stream().map(Head::value).distinct().count() > 1) names.add(name);
        });
        return names;
    }

    /// The state in one text: the entries that still stand, each with what it had seen, and for each field which of them
    /// gave it its values. The values of settled fields are not repeated here, since the record's own columns hold them.
    public Json.Members json() {
        var entries = new ArrayList<Json>();
        var index = new TreeMap<EntryId, Integer>();
        var fields = new TreeMap<String, Json>();
        var values = new TreeMap<String, Json>();
        heads.forEach((name, list) -> {
            var numbers = new ArrayList<Json>();
            for (var head : list) {
                var number = index.get(head.entry());
                if (number == null) {
                    number = index.size();
                    index.put(head.entry(), number);
                    entries.add(Json.of(List.of(
                            Json.of(head.entry().replica().value()),
                            Json.of(head.entry().seq()),
                            head.seen().json(),
                            Json.of(head.loaded()),
                            Json.of(head.beside().stream().map(EntryId::json).toList()))));
                }
                numbers.add(Json.of(number));
            }
            if (list.size() > 1) values.put(name, Json.of(list.stream().map(Head::value).toList()));
            fields.put(name, numbers.size() == 1 ? numbers.getFirst() : Json.of(numbers));
        });
        return Json.of(Map.of("e", Json.of(entries), "f", shortest(fields), "v", Json.of(values), "k", known.json()));
    }

    /// Most records have one entry: then one number says it for all fields, and their names stand beside it.
    private static Json shortest(SortedMap<String, Json> fields) {
        boolean one = fields.values().stream().allMatch(Json.of(0)::equals);
        return one ? Json.texts(fields.keySet()) : Json.of(fields);
    }

    /// The state of that text.
    ///
    /// @param settled the values of the record's columns by field name
    public static RecordState of(Json json, Map<String, Json> settled) {
        var m = json.members();
        var entries = m.get("e").items();
        var values = m.get("v").members();
        var heads = new TreeMap<String, List<Head>>();
        if (m.get("f") instanceof Json.Items(var names)) {
            for (var name : names)
                heads.put(name.text(), List.of(head(entries.getFirst(), valueOf(settled, name.text()))));
        } else {
            m.get("f").members().values().forEach((name, numbers) -> {
                if (numbers instanceof Json.Whole(var number))
                    heads.put(name, List.of(head(entries.get((int) number), valueOf(settled, name))));
                else heads.put(name, several(entries, numbers.items(), values.get(name).items()));
            });
        }
        return new RecordState(heads, Versions.of(m.get("k")));
    }

    private static List<Head> several(List<Json> entries, List<Json> numbers, List<Json> values) {
        var list = new ArrayList<Head>();
        for (int i = 0; i < numbers.size(); i++)
            list.add(head(entries.get((int) numbers.get(i).whole()), values.get(i)));
        return List.copyOf(list);
    }

    private static Json valueOf(Map<String, Json> settled, String name) {
        return settled.getOrDefault(name, Json.nothing());
    }

    private static Head head(Json entry, Json value) {
        var parts = entry.items();
        return new Head(
                new EntryId(new Replica(parts.get(0).text()), parts.get(1).whole()),
                Versions.of(parts.get(2)),
                parts.get(4).items().stream().map(EntryId::of).collect(Collectors.toCollection(TreeSet::new)),
                parts.get(3) instanceof Json.Flag(var loaded) && loaded,
                value);
    }
}
