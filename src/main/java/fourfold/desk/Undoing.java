package fourfold.desk;

import fourfold.core.exchange.AuthorRights;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.Positions;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.store.Store;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Takes an import back, as long as nothing depends on it: no package was written since, nobody has changed what it brought or
/// referred to it, and no later package holds the same. What was taken in stays in the journal for ever; an entry says that it
/// was taken back.
final class Undoing {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final Session session;
    private final Store store;
    private final Ledger ledger;
    private final Journal journal;

    Undoing(Session session, Store store, Ledger ledger, Journal journal) {
        this.session = session;
        this.store = store;
        this.ledger = ledger;
        this.journal = journal;
    }

    /// Takes the import back, or says in a sentence why it cannot be.
    Outcome<ReceivedPackage> undo(Kept<ReceivedPackage> kept, String reason) {
        var received = kept.record();
        if (received.isUndone()) return Outcome.refused(new Problem.NotNow("The import was undone already."));
        var reading = new Reading(received.taken());
        var problem = reading.problem().or(() -> againIn(received, reading.brought));
        if (problem.isPresent()) return Outcome.refused(new Problem.NotNow("The import cannot be undone any more: " + problem.get()));
        var undone = received.with(ReceivedPackage.UNDONE_AT, session.clock().instant())
                .with(ReceivedPackage.UNDONE_BY, session.label())
                .with(ReceivedPackage.TAKEN_BACK, joined(received))
                .with(ReceivedPackage.TAKEN, null)
                .with(ReceivedPackage.ENTRIES, null);
        ledger.takeBack(
                session, Change.of(Operation.PACKAGE, received, undone, kept.state()), reason,
                new ChangeFeed.Changed(reading.kinds.keySet(), Set.copyOf(reading.records.keySet())));
        return Outcome.done(undone);
    }

    private static String joined(ReceivedPackage received) {
        var before = received.get(ReceivedPackage.TAKEN_BACK);
        var taken = received.get(ReceivedPackage.TAKEN);
        return before.isEmpty() || taken.isEmpty() ? before + taken : before + "," + taken;
    }

    /// A later package that holds some of the same changes, of which the journal then has only the digests.
    private Optional<String> againIn(ReceivedPackage undoing, List<EntryId> brought) {
        return store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> !one.id().equals(undoing.id()) && !one.isUndone())
                .filter(one -> {
                    var entries = EntryRanges.of(one.get(ReceivedPackage.ENTRIES));
                    return brought.stream().anyMatch(entries::contains);
                })
                .findFirst()
                .map(one -> "package " + one.get(ReceivedPackage.NUMBER) + " from " + one.get(ReceivedPackage.SENDER)
                        + ", which was imported after it, holds some of the same changes; undo that import first.");
    }

    /// What came with the package, and what was done since.
    private final class Reading implements Journal.Reader {
        private final long first;
        private final long last;
        private final TakenBack takenBack;
        private final List<EntryId> brought = new ArrayList<>();
        private final Map<UUID, List<EntryId>> records = new HashMap<>();
        private final Map<String, Set<UUID>> kinds = new TreeMap<>();
        private final Set<String> vanishing = new HashSet<>();
        private final List<Entry> upon = new ArrayList<>();
        private Optional<String> sent = Optional.empty();
        private boolean begun;

        Reading(Optional<Positions> taken) {
            first = taken.map(Positions::first).orElse(0L);
            last = taken.map(Positions::last).orElse(0L);
            takenBack = TakenBack.of(store.records().all(ReceivedPackage.FIELDS).stream().map(Kept::record).toList());
            taken.ifPresent(positions -> journal.read(positions.first(), this));
        }

        @Override
        public void entry(Journal.Recorded recorded) {
            long at = recorded.spot().position();
            var entry = recorded.entry();
            if (at <= last) {
                brought.add(entry.id());
                records.computeIfAbsent(entry.record(), id -> new ArrayList<>()).add(entry.id());
                kinds.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(entry.record());
                return;
            }
            if (takenBack.contains(at)) return;
            begin();
            if (entry.kind().equals(SentPackage.FIELDS.kind())) sent(entry);
            else if (isUpon(entry)) upon.add(entry);
        }

        /// Which records are here only because of the package.
        private void begin() {
            if (begun) return;
            begun = true;
            var before = new HashSet<UUID>();
            for (var line : store.timeline().of(kinds)) if (line.spot().position() < first) before.add(line.record());
            records.keySet().stream().filter(id -> !before.contains(id)).forEach(id -> vanishing.add(id.toString()));
        }

        private void sent(Entry entry) {
            if (entry.values().get(SentPackage.FILE.name()) instanceof Json.Text)
                sent = store.records()
                        .find(SentPackage.FIELDS, new fourfold.core.kernel.Id<>(entry.record()))
                        .map(kept -> "package " + kept.record().get(SentPackage.NUMBER) + " was written for "
                                + kept.record().get(SentPackage.ADDRESSEE) + " since.");
        }

        private boolean isUpon(Entry entry) {
            if (SharedKinds.find(entry.kind()).isEmpty()) return false;
            return records.getOrDefault(entry.record(), List.of()).stream().anyMatch(entry.seen()::cover)
                    || entry.values().values().stream().anyMatch(value -> vanishing.contains(AuthorRights.text(value)));
        }

        Optional<String> problem() {
            if (sent.isPresent()) return sent;
            if (upon.isEmpty()) return Optional.empty();
            var first = upon.getFirst();
            var others = new HashSet<>(upon.stream().map(Entry::record).toList()).size() - 1;
            return Optional.of(name(first) + " was changed since on the ground of what it brought, by " + first.author().user()
                    + " (" + first.author().agency() + ") on " + DAY.format(first.at().instant())
                    + (others == 0 ? "." : others == 1 ? ", and one more record." : ", and " + others + " more records."));
        }

        private String name(Entry entry) {
            var state = store.records().states(entry.kind(), List.of(entry.record())).get(entry.record());
            var ref = state == null ? "" : AuthorRights.text(state.values().getOrDefault("ref", Json.nothing()));
            return ref.isEmpty() ? "a " + entry.kind() : entry.kind() + " " + ref;
        }
    }
}
