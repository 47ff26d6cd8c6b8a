package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Act;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.store.Store;
import fourfold.store.StoreFault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Writes acts: numbers, stamps and signs their entries, makes them durable in the journal, brings the store up to date
/// and says what changed. One act at a time; whoever decides on what is there holds the same lock while deciding.
public final class Ledger {

    private final Journal journal;
    private final Store store;
    private final Governing governing;
    private final ChangeFeed feed;
    private final Replica replica;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private Stamp stamp;
    private final Set<String> untoldKinds = new HashSet<>();
    private final Set<UUID> untoldRecords = new HashSet<>();
    private boolean behind;
    private boolean inDoubt;
    private long seq;

    /// A ledger over a journal and the store that is made from it.
    ///
    /// @param replica the copy of the vault that writes here
    /// @param agencies the names by which threats say whose they are
    public Ledger(
            Journal journal, Store store, ChangeFeed feed, Replica replica, Agencies agencies, Clock clock) {
        this.journal = journal;
        this.store = store;
        this.governing = new Governing(store, agencies);
        this.feed = feed;
        this.replica = replica;
        this.clock = clock;
        this.stamp = journal.lastStamp();
        this.seq = journal.lastSeq(replica);
    }

    /// Runs a decision while nobody else can write, on a store that shows all that is saved.
    ///
    /// @throws BehindFault when the store cannot be brought up to date; then nothing was decided
    <T> T deciding(Supplier<T> decision) {
        return alone(() -> {
            if (behind) catchUp(false);
            return decision.get();
        });
    }

    /// Asks something long of a store that shows all that is saved, while others go on writing: it sees the tables as they
    /// were when it began.
    ///
    /// @throws BehindFault when the store cannot be brought up to date; then nothing was asked
    <T> T reading(Supplier<T> questions) {
        deciding(() -> true);
        return store.asTheyAre(questions);
    }

    /// Runs something while nobody else can write, whether or not the store can be used.
    <T> T alone(Supplier<T> decision) {
        // never interruptibly: the decision may be in the database, whose file closes when its thread is interrupted
        lock.lock();
        try {
            return decision.get();
        } finally {
            lock.unlock();
        }
    }

    /// The copy of the vault that writes here.
    Replica replica() {
        return replica;
    }

    /// Who decides about which record.
    Governing governing() {
        return governing;
    }

    /// Writes one act of that person that nobody else can have a say in: creations, loads, and records that never leave
    /// the vault. When this returns, it is saved and the store shows it.
    ///
    /// @throws fourfold.core.sync.JournalFault when it could not be made durable; then nothing has changed
    /// @throws BehindFault when it was saved and the store cannot show it, or when nothing was saved because the store lacks
    ///     an earlier act; the fault says which
    void write(Session session, Permission permission, String reason, List<Change> changes) {
        change(session, permission, reason, changes).orThrow();
    }

    /// Writes one act of that person. What another agency owns becomes a proposal to it, and what settles a conflict of a
    /// governed field is written as that. When it is done, it is saved and the store shows it.
    ///
    /// @return the changes as they were written, or a refusal, by which nothing has changed
    /// @throws fourfold.core.sync.JournalFault when it could not be made durable; then nothing has changed
    /// @throws BehindFault as [#write] does
    Outcome<List<Change>> change(Session session, Permission permission, String reason, List<Change> changes) {
        var told = new ArrayList<ChangeFeed.Changed>();
        var outcome = deciding(() -> governing.asWritten(session, changes).map(written -> {
            told.add(append(session, permission, reason, written));
            return written;
        }));
        told.forEach(feed::fire);
        return outcome;
    }

    private ChangeFeed.Changed append(Session session, Permission permission, String reason, List<Change> changes) {
        boolean settles = changes.stream().anyMatch(change -> change.operation() == Operation.SETTLE);
        var acting = settles && session.may(Permission.SETTLE) ? Permission.SETTLE : permission;
        var entries = entries(session, acting, reason, changes);
        var digests = entries.stream().map(Entry::digest).toList();
        var act = new Act(UUID.randomUUID(), entries, session.sign(digests));
        var spots = journal.append(act, session.actingIn(acting));
        seq += entries.size();
        stamp = entries.getLast().at();
        for (var change : changes) {
            untoldKinds.add(change.kind());
            untoldRecords.add(change.record());
        }
        project(act, spots);
        var told = new ChangeFeed.Changed(Set.copyOf(untoldKinds), Set.copyOf(untoldRecords));
        untoldKinds.clear();
        untoldRecords.clear();
        return told;
    }

    private List<Entry> entries(Session session, Permission permission, String reason, List<Change> changes) {
        var entries = new ArrayList<Entry>(changes.size());
        var author = session.actingIn(permission);
        var at = stamp;
        long number = seq;
        var salt = new byte[16];
        for (var change : changes) {
            at = at.next(clock.instant());
            random.nextBytes(salt);
            entries.add(new Entry(
                    new EntryId(replica, ++number),
                    change.seen(),
                    change.beside(),
                    at,
                    author,
                    change.operation().name(),
                    change.kind(),
                    change.record(),
                    change.values(),
                    reason,
                    change.marking(),
                    HexFormat.of().formatHex(salt)));
        }
        return entries;
    }

    private void project(Act act, List<Journal.Spot> spots) {
        var recorded = new ArrayList<Journal.Recorded>(spots.size());
        for (int i = 0; i < spots.size(); i++)
            recorded.add(new Journal.Recorded(spots.get(i), act.id(), act.entries().get(i)));
        // it is saved whatever happens from here on; a later act may not be put into the tables before this one
        behind = true;
        if (act.entries().stream().anyMatch(entry -> !TakenBack.in(entry).isNothing())) {
            catchUp(true);
            return;
        }
        try {
            store.projection().project(recorded);
            behind = false;
        } catch (StoreFault fault) {
            inDoubt = true;
            catchUp(true);
        }
    }

    /// Takes in what people of other vaults did, all of it or nothing, and brings the store up to date. Their acts are
    /// signed by them; that they were taken in is for the caller to log.
    ///
    /// @param batch names the taking-in
    /// @throws fourfold.core.sync.JournalFault when it could not be made durable; then nothing has changed
    Journal.TakenIn takeIn(UUID batch, SignedActs content, ChangeFeed.Changed changed) {
        var taken = deciding(() -> {
            if (behind) catchUp(false);
            var done = journal.takeIn(batch, content, clock.instant());
            stamp = journal.lastStamp();
            behind = true;
            catchUp(true);
            return done;
        });
        feed.fire(changed);
        return taken;
    }

    /// Writes that what was taken in with a package is taken back, and makes the store anew without it.
    ///
    /// @param changed whose records that were
    void takeBack(Session session, Change change, String reason, ChangeFeed.Changed changed) {
        write(session, Permission.IMPORT, reason, List.of(change));
        feed.fire(changed);
    }

    private void catchUp(boolean saved) {
        try {
            store.projection().catchUp(journal, position -> {}, () -> false);
            behind = false;
        } catch (StoreFault fault) {
            throw new BehindFault(saved, fault);
        }
    }

    /// Whether the store has failed once, so that it is better made anew at the next start.
    boolean isStoreInDoubt() {
        return inDoubt;
    }

    /// Writes an audit event.
    ///
    /// @throws fourfold.core.sync.JournalFault when it could not be made durable; what it is about may then not be shown
    void log(Session session, Audit.Kind kind, Map<String, Json> details) {
        alone(() -> {
            journal.log(List.of(new Audit(kind, clock.instant(), session.user(), details)));
            return null;
        });
    }
}
