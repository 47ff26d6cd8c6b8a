package fourfold.desk;

import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A set of entries, kept as ranges of numbers by replica, since packages carry long runs: "0123456789abcdef:1-500,507".
final class EntryRanges {

    private final Map<Replica, NavigableMap<Long, Long>> ranges = new TreeMap<>();

    /// The entries of that text.
    ///
    /// @throws RuntimeException when it is none
    static EntryRanges of(String text) {
        var ranges = new EntryRanges();
        ranges.add(text);
        return ranges;
    }

    /// Adds the entries of that text.
    void add(String text) {
        for (var part : text.split(" ")) {
            if (part.isEmpty()) continue;
            int colon = part.indexOf(':');
            var replica = new Replica(part.substring(0, colon));
            for (var range : part.substring(colon + 1).split(",")) {
                int dash = range.indexOf('-');
                long from = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
                add(replica, from, dash < 0 ? from : Long.parseLong(range.substring(dash + 1)));
            }
        }
    }

    /// Adds an entry.
    void add(EntryId entry) {
        add(entry.replica(), entry.seq(), entry.seq());
    }

    private void add(Replica replica, long from, long to) {
        var all = ranges.computeIfAbsent(replica, r -> new TreeMap<>());
        var before = all.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            from = before.getKey();
            to = Math.max(to, before.getValue());
            all.remove(before.getKey());
        }
        for (var next = all.ceilingEntry(from); next != null && next.getKey() <= to + 1; next = all.ceilingEntry(from)) {
            to = Math.max(to, next.getValue());
            all.remove(next.getKey());
        }
        all.put(from, to);
    }

    /// Whether it holds that entry.
    boolean contains(EntryId entry) {
        var all = ranges.get(entry.replica());
        if (all == null) return false;
        var range = all.floorEntry(entry.seq());
        return range != null && range.getValue() >= entry.seq();
    }

    /// The same without those entries.
    EntryRanges without(Collection<EntryId> entries) {
        var left = new EntryRanges();
        ranges.forEach((replica, all) -> {
            var gone = entries.stream()
                    .filter(entry -> entry.replica().equals(replica))
                    .map(EntryId::seq)
                    .collect(Collectors.toCollection(TreeSet::new));
            all.forEach((from, to) -> {
                long next = from;
                for (long one : gone.subSet(from, true, to, true)) {
                    if (one > next) left.add(replica, next, one - 1);
                    next = one + 1;
                }
                if (next <= to) left.add(replica, next, to);
            });
        });
        return left;
    }

    /// How many entries it holds.
    long size() {
        return ranges.values().stream()
                .flatMap(all -> all.entrySet().stream())
                .mapToLong(range -> range.getValue() - range.getKey() + 1)
                .sum();
    }

    /// The text of it.
    String text() {
        List<String> parts = new ArrayList<>();
        ranges.forEach((replica, all) -> {
            var texts = all.entrySet().stream()
                    .map(r -> r.getKey().equals(r.getValue()) ? "" + r.getKey() : r.getKey() + "-" + r.getValue())
                    .toList();
            parts.add(replica + ":" + String.join(",", texts));
        });
        return String.join(" ", parts);
    }
}
