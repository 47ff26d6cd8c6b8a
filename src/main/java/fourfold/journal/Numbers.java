package fourfold.journal;

import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Versions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The entry numbers that a reading over damage found, replica by replica.
final class Numbers {

    /// Numbers in the order in which they were found, in an array that grows.
    private static final class Found {
        private long[] all = new long[16];
        private int count;

        void add(long number) {
            if (count == all.length) all = Arrays.copyOf(all, 2 * count);
            all[count++] = number;
        }

        long[] sorted() {
            var sorted = Arrays.copyOf(all, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private final Map<Replica, Found> found = new TreeMap<>();
    private Versions highest = Versions.NONE;

    /// That entry was found.
    void meet(EntryId entry) {
        found.computeIfAbsent(entry.replica(), replica -> new Found()).add(entry.seq());
    }

    /// There were entries up to these numbers.
    void know(Versions named) {
        highest = Tip.highest(highest, named);
    }

    /// The numbers below the highest that were not found and may be lost. Where more numbers are missing in a row than
    /// positions of the journal, as of another replica whose older entries never came, these were never here.
    ///
    /// @param positions how many positions are missing
    List<EntryId> missing(long positions) {
        var missing = new ArrayList<EntryId>();
        if (positions == 0) return missing;
        var replicas = new TreeMap<Replica, Long>(highest.highest());
        found.keySet().forEach(replica -> replicas.putIfAbsent(replica, 0L));
        replicas.forEach((replica, most) -> {
            var there = found.getOrDefault(replica, new Found()).sorted();
            long before = 0;
            for (long number : there) {
                gap(replica, before, number, positions, missing);
                before = Math.max(before, number);
            }
            gap(replica, before, most + 1, positions, missing);
        });
        return List.copyOf(missing);
    }

    private static void gap(Replica replica, long after, long before, long positions, List<EntryId> missing) {
        if (before - after - 1 > positions) return;
        for (long number = after + 1; number < before; number++) missing.add(new EntryId(replica, number));
    }
}
