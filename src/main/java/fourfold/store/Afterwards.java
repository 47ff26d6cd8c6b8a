package fourfold.store;

import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Where in the journal the later entries of each record stand, so that a store that is made anew can write each row once
/// and for all when the record's first entry comes, instead of again and again.
final class Afterwards {

    private record Key(String kind, UUID record) {}

    /// The entries of one record.
    private static final class Places {
        final long first;
        List<Journal.Spot> later = List.of();

        Places(long first) {
            this.first = first;
        }
    }

    /// An entry, and its place in the journal.
    record Placed(long position, Entry entry) {}

    private final Journal journal;
    private final Map<Key, Places> places = new HashMap<>();

    private final TakenBack takenBack = new TakenBack();

    /// Goes through the whole journal once.
    ///
    /// @param leftOut what no table may show
    Afterwards(Journal journal, TakenBack leftOut) {
        this.journal = journal;
        var says = new ArrayList<Journal.Spot>();
        journal.mentions(1, one -> {
            if (leftOut.contains(one.spot().position())) return;
            if (TakenBack.isSaidBy(one.kind())) says.add(one.spot());
            place(one);
        });
        journal.entries(says).forEach(entry -> takenBack.add(TakenBack.in(entry)));
    }

    private void place(Journal.Mention one) {
        var key = new Key(one.kind(), one.record());
        var known = places.get(key);
        if (known == null) {
            places.put(key, new Places(one.spot().position()));
            return;
        }
        if (known.later.isEmpty()) known.later = new ArrayList<>(1);
        known.later.add(one.spot());
    }

    /// What all of the journal says was taken back.
    TakenBack takenBack() {
        return takenBack;
    }

    /// Whether this is the first entry of its record.
    boolean isFirst(Journal.Recorded recorded) {
        var known = places.get(new Key(recorded.entry().kind(), recorded.entry().record()));
        return known != null && known.first == recorded.spot().position();
    }

    /// All entries of those records but the first of each, in order, read again.
    Map<UUID, List<Placed>> of(RecordTable table, Collection<UUID> records) {
        var kind = table.kind();
        var later = new HashMap<UUID, List<Placed>>();
        var spots = new ArrayList<Owned>();
        for (var record : records) {
            var known = places.get(new Key(kind, record));
            if (known != null) known.later.forEach(spot -> spots.add(new Owned(spot, record)));
        }
        spots.sort(Comparator.comparingLong(one -> one.spot.position()));
        var entries = journal.entries(spots.stream().map(Owned::spot).toList());
        for (int i = 0; i < spots.size(); i++)
            later.computeIfAbsent(spots.get(i).record, record -> new ArrayList<>(1))
                    .add(new Placed(spots.get(i).spot.position(), table.of(entries.get(i))));
        return later;
    }

    private record Owned(Journal.Spot spot, UUID record) {}
}
