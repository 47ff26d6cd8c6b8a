package fourfold.desk;

import fourfold.core.disclosure.WeighedRecord;
import fourfold.core.disclosure.Weighing;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Divides what is too much for one package by threats, so that a threat's records stay together.
final class Portions {

    private Portions() {}

    /// The threats of the first package; nothing where all of it fits into one.
    static Optional<Set<Id<Threat>>> first(Weighing weighing, int most) {
        if (weighing.entries() <= most) return Optional.empty();
        var entries = new LinkedHashMap<UUID, Integer>();
        for (var record : weighing.carried()) root(record, weighing).ifPresent(id -> entries.merge(id, record.entries(), Integer::sum));
        // a meeting goes with each threat on its agenda, and withheld entries travel as digests: room is left for both
        long room = most * 8L / 10;
        var chosen = new HashSet<Id<Threat>>();
        for (var threat : entries.entrySet()) {
            room -= threat.getValue();
            if (room < 0 && !chosen.isEmpty()) break;
            chosen.add(new Id<>(threat.getKey()));
        }
        return Optional.of(chosen);
    }

    private static Optional<UUID> root(WeighedRecord record, Weighing weighing) {
        var at = record;
        for (int depth = 0; depth < 4; depth++) {
            if (at.kind().equals(Threat.FIELDS.kind())) return Optional.of(at.id());
            if (at.parents().isEmpty()) return Optional.empty();
            var parent = weighing.find(at.parents().getFirst());
            if (parent.isEmpty()) return Optional.empty();
            at = parent.get();
        }
        return Optional.empty();
    }
}
