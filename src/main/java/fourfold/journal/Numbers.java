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

    /// The numbers below the highest that were not found, in ranges, since of another replica most may never have been here.
    List<Salvaged.Range> missing() {
        var missing = new ArrayList<Salvaged.Range>();
        var replicas = new TreeMap<Replica, Long>(highest.highest());
        found.keySet().forEach(replica -> replicas.putIfAbsent(replica, 0L));
        replicas.forEach((replica, most) -> {
            long before = 0;
            for (long number : found.getOrDefault(replica, new Found()).sorted()) {
                if (number > before + 1) missing.add(new Salvaged.Range(replica, before + 1, number - 1));
                before = Math.max(before, number);
            }
            if (most > before) missing.add(new Salvaged.Range(replica, before + 1, most));
        });
        return List.copyOf(missing);
    }
}
