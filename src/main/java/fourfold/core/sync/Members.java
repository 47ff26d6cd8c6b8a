package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.sync.RecordState.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The members of a set that several desks changed at once: an addition wins over a concurrent removal, and a member that
/// somebody only kept goes when another removes it (an observed-remove set; Shapiro and others, INRIA RR-7506, 2011).
/// Entries state the whole set; what each added and removed follows from what its author had seen.
final class Members {

    private Members() {}

    /// One addition of a member, and who removed it in the knowledge of it.
    private record Tag(Head added, List<Head> removed) {
        boolean isSeenBy(Head author) {
            return author.supersedes(added.entry())
                    && removed.stream().noneMatch(remover -> author.supersedes(remover.entry()));
        }
    }

    /// @param all every value that was ever written to the field
    static Json of(List<Head> all) {
        var tags = new TreeMap<String, List<Tag>>();
        all.stream().sorted(Head.CAUSAL).forEach(head -> write(head, tags));
        var members = new ArrayList<String>();
        tags.forEach((member, added) -> {
            if (added.stream().anyMatch(tag -> tag.removed.isEmpty())) members.add(member);
        });
        return members.isEmpty() ? Json.nothing() : Json.texts(members);
    }

    private static void write(Head head, Map<String, List<Tag>> tags) {
        var stated = new TreeSet<String>();
        if (head.value() instanceof Json.Items(var items)) items.forEach(item -> stated.add(item.text()));
        tags.forEach((member, added) -> {
            if (!stated.contains(member)) added.stream().filter(tag -> tag.isSeenBy(head)).forEach(tag -> tag.removed.add(head));
        });
        for (var member : stated) {
            var added = tags.computeIfAbsent(member, m -> new ArrayList<>());
            if (added.stream().noneMatch(tag -> tag.isSeenBy(head))) added.add(new Tag(head, new ArrayList<>()));
        }
    }
}
