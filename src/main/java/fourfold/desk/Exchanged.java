package fourfold.desk;

import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.sync.Kept;
import fourfold.desk.Addresses.Address;
import fourfold.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What went to one unit and came from it. Numbers, gaps and what is new are counted for each unit by itself, so that two
/// offices of one agency never mix theirs. Of an import that was undone nothing came.
final class Exchanged {

    private final List<SentPackage> sent;
    private final List<ReceivedPackage> received;

    private Exchanged(List<SentPackage> sent, List<ReceivedPackage> received) {
        this.sent = sent;
        this.received = received;
    }

    /// What was exchanged with that unit so far.
    static Exchanged with(Address unit, Store store) {
        return new Exchanged(
                store.records().all(SentPackage.FIELDS).stream()
                        .map(Kept::record)
                        .filter(one -> unit.is(one.get(SentPackage.ADDRESSEE), one.get(SentPackage.UNIT)))
                        .sorted(Comparator.comparingLong(one -> one.get(SentPackage.NUMBER)))
                        .toList(),
                store.records().all(ReceivedPackage.FIELDS).stream()
                        .map(Kept::record)
                        .filter(one -> unit.is(one.get(ReceivedPackage.SENDER), one.get(ReceivedPackage.UNIT)))
                        .toList());
    }

    /// The packages that were written for it, by number.
    List<SentPackage> written() {
        return sent.stream().filter(one -> !one.lacks(SentPackage.FILE)).toList();
    }

    /// The number of the last package that was sent, 0 where there was none.
    long lastNumber() {
        return sent.isEmpty() ? 0 : sent.getLast().get(SentPackage.NUMBER);
    }

    /// The hash of the last package that was written.
    Optional<String> lastHash() {
        return sent.stream()
                .map(one -> one.get(SentPackage.HASH))
                .filter(hash -> !hash.isEmpty())
                .reduce((one, other) -> other);
    }

    /// Everything that it has: what it was sent, and what it sent itself.
    EntryRanges entries() {
        var entries = theirs();
        for (var one : sent) entries.add(one.get(SentPackage.ENTRIES));
        return entries;
    }

    /// What it sent itself.
    EntryRanges theirs() {
        var entries = new EntryRanges();
        for (var one : received) if (!one.isUndone()) entries.add(one.get(ReceivedPackage.ENTRIES));
        return entries;
    }

    /// The numbers of its packages that have not come.
    List<Long> missing() {
        return Gaps.in(received);
    }
}
