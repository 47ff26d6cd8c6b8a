package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.RecordState.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The state of a record in one text: the entries that still stand (`e`), each with what it had seen, for each field which
/// of them gave it its values (`f`), the values where there are several (`v`), what was superseded (`p`), what is proposed
/// (`o`), and all that is known (`k`). The values of settled fields are not repeated here, since the record's own columns
/// hold them.
public final class StateJson {

    private final List<Json> entries = new ArrayList<>();
    private final Map<EntryId, Integer> index = new TreeMap<>();

    private StateJson() {}

    /// The text of a state.
    public static Json.Members of(RecordState state) {
        return new StateJson().members(state);
    }

    private Json.Members members(RecordState state) {
        var fields = new TreeMap<String, Json>();
        var values = new TreeMap<String, Json>();
        state.heads().forEach((name, list) -> {
            var numbers = list.stream().map(this::number).toList();
            if (list.size() > 1) values.put(name, Json.of(list.stream().map(Head::value).toList()));
            fields.put(name, numbers.size() == 1 ? numbers.getFirst() : Json.of(numbers));
        });
        var members = new TreeMap<String, Json>();
        if (!state.past().isEmpty()) members.put("p", whole(state.past()));
        if (!state.proposals().isEmpty()) members.put("o", whole(state.proposals()));
        members.put("e", Json.of(entries));
        members.put("f", shortest(fields));
        members.put("v", Json.of(values));
        members.put("k", state.known().json());
        return Json.of(members);
    }

    /// Each with its entry and its value.
    private Json whole(SortedMap<String, List<Head>> all) {
        var fields = new TreeMap<String, Json>();
        all.forEach((name, list) -> {
            var each = new ArrayList<Json>();
            for (var head : list) {
                each.add(number(head));
                each.add(head.value());
            }
            fields.put(name, Json.of(each));
        });
        return Json.of(fields);
    }

    private Json number(Head head) {
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
        return Json.of(number);
    }

    /// Most records have one entry: then one number says it for all fields, and their names stand beside it.
    private static Json shortest(SortedMap<String, Json> fields) {
        boolean one = fields.values().stream().allMatch(Json.of(0)::equals);
        return one ? Json.texts(fields.keySet()) : Json.of(fields);
    }

    /// The state of that text.
    ///
    /// @param settled the values of the record's columns by field name
    public static RecordState read(Json json, Map<String, Json> settled, Merging merging) {
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
        var known = Versions.of(m.get("k"));
        return new RecordState(merging, heads, whole(m.get("p"), entries), whole(m.get("o"), entries), known);
    }

    private static SortedMap<String, List<Head>> whole(Json json, List<Json> entries) {
        var all = new TreeMap<String, List<Head>>();
        if (json.isNothing()) return all;
        json.members().values().forEach((name, each) -> {
            var list = new ArrayList<Head>();
            var items = each.items();
            for (int i = 0; i < items.size(); i += 2)
                list.add(head(entries.get((int) items.get(i).whole()), items.get(i + 1)));
            all.put(name, List.copyOf(list));
        });
        return all;
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
