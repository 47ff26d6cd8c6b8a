package fourfold.store;

import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Where in the journal the later entries of each record stand, so that a store that is made anew can write each row once
/// and for all when the record's first entry comes, instead of again and again.
final class Afterwards implements Journal.Reader {

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

    private final TakenBack leftOut;
    private final TakenBack takenBack = new TakenBack();

    /// Reads the whole journal once.
    ///
    /// @param leftOut what no table may show
    Afterwards(Journal journal, TakenBack leftOut) {
        this.journal = journal;
        this.leftOut = leftOut;
        journal.read(1, this);
    }

    @Override
    public void entry(Journal.Recorded recorded) {
        var spot = recorded.spot();
        var entry = recorded.entry();
        if (leftOut.contains(spot.position())) return;
        takenBack.add(TakenBack.in(entry));
        var key = new Key(entry.kind(), entry.record());
        var known = places.get(key);
        if (known == null) {
            places.put(key, new Places(spot.position()));
            return;
        }
        if (known.later.isEmpty()) known.later = new ArrayList<>(1);
        known.later.add(spot);
    }

    @Override
    public void actEnd(Journal.ActEnd end) {}

    @Override
    public void audit(Journal.Logged event) {}

    /// What all of the journal says was taken back.
    TakenBack takenBack() {
        return takenBack;
    }

    /// Whether this is the first entry of its record.
    boolean isFirst(Journal.Recorded recorded) {
        var known = places.get(new Key(recorded.entry().kind(), recorded.entry().record()));
        return known != null && known.first == recorded.spot().position();
    }

    /// All entries of that record but the first, in order, read again.
    List<Placed> of(String kind, UUID record) {
        var known = places.get(new Key(kind, record));
        if (known == null) return List.of();
        return known.later.stream().map(spot -> new Placed(spot.position(), journal.entry(spot))).toList();
    }
}
