package fourfold.desk;

import fourfold.core.figures.Counting;
import fourfold.core.figures.FactTable;
import fourfold.store.FactRepository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fetches the references of what was counted. Nobody keeps them: a quarter of a million would take more memory than all
/// else that is counted.
final class FigureRefs implements Counting.Refs {

    /// After so many questions about a table all of its references are read at once.
    private static final int ASKED = 30;

    private final FactRepository facts;
    private final Map<String, Map<Long, String>> known = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    FigureRefs(FactRepository facts) {
        this.facts = facts;
    }

    @Override
    public List<String> of(FactTable<?> table, int... rows) {
        var refs = known.computeIfAbsent(table.kind(), kind -> new HashMap<>());
        var ids = Arrays.stream(rows).mapToObj(table::id).toList();
        var missing = ids.stream().filter(id -> !refs.containsKey(id)).toList();
        if (!missing.isEmpty())
            refs.putAll(facts.refs(
                    table.fields(), asked.merge(table.kind(), 1, Integer::sum) > ASKED ? all(table) : missing));
        return ids.stream().map(id -> refs.getOrDefault(id, "")).toList();
    }

    private static List<Long> all(FactTable<?> table) {
        var all = new ArrayList<Long>(table.size());
        for (int row = 0; row < table.size(); row++) all.add(table.id(row));
        return all;
    }
}
