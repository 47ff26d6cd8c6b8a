package fourfold.desk;

import fourfold.core.settings.Positions;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.store.Records.Waiting;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The acts whose changes wait here, as the journal has them. They are read when somebody asks for the first.
final class LateActs {

    private final Store store;
    private final Journal journal;
    private final Sifting.Roles roles;
    private final List<Waiting> waiting;
    private @Nullable Map<EntryId, LateAct> acts;

    LateActs(Store store, Journal journal, Sifting.Roles roles) {
        this.store = store;
        this.journal = journal;
        this.roles = roles;
        this.waiting = store.records().waiting();
    }

    /// The changes that wait, in the order in which they came.
    List<Entry> waiting() {
        return waiting.stream().map(Waiting::entry).toList();
    }

    /// The act of one that waits.
    LateAct of(EntryId entry) {
        var read = acts;
        if (read == null) {
            var reading = new Reading();
            journal.read(start(), reading);
            read = reading.found;
            acts = read;
        }
        return Objects.requireNonNull(read.get(entry));
    }

    /// Before the first of them: digests of what stayed behind may stand in front of an act's own changes, so the whole package is
    /// read.
    private long start() {
        long oldest = waiting.getFirst().position();
        return store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .map(ReceivedPackage::taken)
                .flatMap(Optional::stream)
                .filter(taken -> taken.first() <= oldest && oldest <= taken.last())
                .findFirst()
                .map(Positions::first)
                .orElse(1L);
    }

    private final class Reading implements Journal.Reader {
        private final Map<EntryId, LateAct> found = new HashMap<>();
        private final Set<EntryId> wanted = new HashSet<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<byte[]> signed = new ArrayList<>();
        private long first;

        Reading() {
            waiting.forEach(one -> wanted.add(one.entry().id()));
        }

        private void begin(Journal.Spot spot) {
            if (signed.isEmpty()) first = spot.position();
        }

        @Override
        public void entry(Journal.Recorded recorded) {
            begin(recorded.spot());
            entries.add(recorded.entry());
            signed.add(recorded.entry().digest());
        }

        @Override
        public void erased(Journal.Erased gone) {
            begin(gone.spot());
            signed.add(gone.digest());
        }

        @Override
        public void withheld(Journal.Spot spot, byte[] digest) {
            begin(spot);
            signed.add(digest);
        }

        @Override
        public void actEnd(Journal.ActEnd end) {
            if (entries.stream().anyMatch(entry -> wanted.contains(entry.id()))) {
                var all = List.copyOf(signed);
                var then = roles.at(end.author(), entries.getFirst().at().instant(), () -> all, end.signature());
                var act = new LateAct(
                        end.act(), end.author(), entries, then, Optional.of(new Positions(first, end.spot().position())));
                entries.forEach(entry -> found.put(entry.id(), act));
            }
            entries.clear();
            signed.clear();
        }
    }
}
