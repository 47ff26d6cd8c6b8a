package fourfold.core.inspection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/// The checks of an inspection, in the order in which they are listed.
///
/// @param all no two with the same id
public record Checks(List<Check> all) {

    public Checks {
        all = List.copyOf(all);
        var ids = new HashSet<String>();
        for (var check : all)
            if (!ids.add(check.id())) throw new IllegalArgumentException("the check " + check.id() + " stands there twice");
    }

    /// These with what a region publishes: a check of the same id in the place of ours, new ones after them.
    public Checks with(List<Check> others, String edition) {
        var merged = new LinkedHashMap<String, Check>();
        for (var check : all) merged.put(check.id(), check);
        for (var check : others) merged.put(check.id(), check.from(edition));
        return new Checks(new ArrayList<>(merged.values()));
    }
}
