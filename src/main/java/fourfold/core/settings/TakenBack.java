package fourfold.core.settings;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.SignedActs;
import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The journal positions of what was taken in with packages and taken back again. It stands in the journal for ever and is no
/// part of the records: no table shows it and no package carries it. Which positions these are is said by entries about
/// imported packages ([ReceivedPackage#TAKEN_BACK]), which every picture made from the journal has to keep to.
public final class TakenBack {

    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    /// Nothing was taken back.
    public TakenBack() {}

    /// The positions of that text: "812-1044,2000".
    ///
    /// @throws IllegalArgumentException when it is none
    public static TakenBack of(String text) {
        var back = new TakenBack();
        for (var range : text.split(",")) {
            if (range.isBlank()) continue;
            var positions = Positions.of(range);
            back.add(positions.first(), positions.last());
        }
        return back;
    }

    /// What the packages that were imported say.
    public static TakenBack of(Iterable<ReceivedPackage> received) {
        var back = new TakenBack();
        for (var one : received) back.add(of(one.get(ReceivedPackage.TAKEN_BACK)));
        return back;
    }

    /// What all of the journal says.
    public static TakenBack in(Journal journal) {
        var back = new TakenBack();
        var says = new ArrayList<Journal.Spot>();
        journal.mentions(1, one -> {
            if (isSaidBy(one.kind())) says.add(one.spot());
        });
        journal.entries(says).forEach(entry -> back.add(in(entry)));
        return back;
    }

    /// Whether entries about records of that kind are the ones that can say it.
    public static boolean isSaidBy(String kind) {
        return kind.equals(ReceivedPackage.FIELDS.kind());
    }

    /// What that entry says.
    public static TakenBack in(Entry entry) {
        boolean says = isSaidBy(entry.kind())
                && entry.values().get(ReceivedPackage.TAKEN_BACK.name()) instanceof Json.Text;
        return says ? of(entry.values().getOrDefault(ReceivedPackage.TAKEN_BACK.name(), Json.of("")).text()) : new TakenBack();
    }

    /// Whether what stands at that position was taken back.
    public boolean contains(long position) {
        var range = ranges.floorEntry(position);
        return range != null && range.getValue() >= position;
    }

    /// Whether it names nothing.
    public boolean isNothing() {
        return ranges.isEmpty();
    }

    /// Whether all that the other names is named here.
    public boolean covers(TakenBack other) {
        return other.ranges.entrySet().stream().allMatch(range -> contains(range.getKey()) && contains(range.getValue()));
    }

    /// Adds what the other names.
    public void add(TakenBack other) {
        for (Map.Entry<Long, Long> range : other.ranges.entrySet()) add(range.getKey(), range.getValue());
    }

    /// One range may lie within another: an act was taken back, and later the whole import.
    private void add(long first, long last) {
        var before = ranges.floorEntry(first);
        if (before != null && before.getValue() >= last) return;
        ranges.subMap(first, true, last, true).entrySet().removeIf(within -> within.getValue() <= last);
        ranges.merge(first, last, Math::max);
    }

    /// The acts that the journal holds now and that were not taken back. What is appended later is no part of them.
    public SignedActs left(Journal journal) {
        return SignedActs.of(journal, this::contains);
    }
}
