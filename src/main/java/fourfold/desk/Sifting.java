package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.store.Store;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Says of every change in a package what becomes of it, by applying it to what is here ([Simulation]); and hands on what is
/// to be taken in. Nothing is changed by it. What it says and what then happens come from the same rules.
final class Sifting implements SignedActs {

    private final SignedActs content;
    private final Store store;
    private final Journal journal;
    private final Replica own;
    private final Roles roles;
    private final Tallies tallies;
    private final Simulation simulation;
    private final List<Simulation.Unfounded> unfounded;

    /// What the certificate that signed an act vouched for at a time.
    interface Roles {
        /// @param signed the digests of the act's entries in order, those that stayed behind included; asked for only where
        ///     that tells one certificate from another
        Set<Role> at(Author author, Instant time, Supplier<List<byte[]>> signed, byte[] signature);
    }

    /// @param own the copy of the vault that writes here
    Sifting(SignedActs content, Store store, Journal journal, Replica own, Roles roles) {
        this.content = content;
        this.store = store;
        this.journal = journal;
        this.own = own;
        this.roles = roles;
        var unfounded = new HashMap<UUID, Simulation.Unfounded>();
        var run = run(unfounded);
        // an act that is left out may leave others without what they were written on
        while (!run.simulation.found().isEmpty()) {
            unfounded.putAll(run.simulation.found());
            run = run(unfounded);
        }
        this.tallies = run.tallies;
        this.simulation = run.simulation;
        this.unfounded = unfounded.values().stream()
                .filter(one -> one.act().at().isPresent())
                .toList();
    }

    private record Run(Simulation simulation, Tallies tallies) {}

    private Run run(Map<UUID, Simulation.Unfounded> unfounded) {
        var states = new States(store);
        content.about().forEach(states::read);
        var told = new Tallies(states);
        var applied = new Simulation(store, journal, states, told, own, roles, unfounded);
        content.read(applied);
        applied.conclude();
        return new Run(applied, told);
    }

    /// The same content by what is here now.
    Sifting again() {
        return new Sifting(content, store, journal, own, roles);
    }

    /// The acts that wait here and would now apply, had their authors had the right. They have to be taken back before this is taken
    /// in.
    List<Simulation.Unfounded> unfounded() {
        return unfounded;
    }

    /// What is to be taken in: the acts that hold anything new and were not refused. Entries that are here already go as
    /// their digests, so that the signature over the act still verifies.
    @Override
    public void read(Reader reader) {
        content.read(new Reader() {
            private int entry;
            private int act;

            @Override
            public void entry(Entry next) {
                boolean isKnown = simulation.isKnown(entry++);
                if (simulation.isLeft(act)) return;
                if (isKnown) reader.withheld(next.digest());
                else reader.entry(next);
            }

            @Override
            public void withheld(byte[] digest) {
                if (!simulation.isLeft(act)) reader.withheld(digest);
            }

            @Override
            public void end(UUID id, Author author, int count, byte[] signature) {
                if (!simulation.isLeft(act)) reader.end(id, author, count, signature);
                act++;
            }
        });
    }

    @Override
    public List<UUID> actIds() {
        return simulation.taken();
    }

    /// A change that is here already with another content, or of another record.
    Optional<EntryId> lie() {
        var left = new HashMap<>(simulation.digests());
        for (var one : simulation.waited()) if (isOther(left.remove(one.id()), one)) return Optional.of(one.id());
        var again = simulation.again();
        if (!again.isEmpty())
            for (var line : store.timeline().of(again)) {
                var said = left.remove(line.entry());
                if (said != null && isOther(said, journal.entry(line.spot()))) return Optional.of(line.entry());
            }
        // what is here under that number may be about something else altogether
        for (var there : store.timeline().placed(left.keySet()).entrySet())
            if (isOther(left.get(there.getKey()), journal.entry(there.getValue()))) return Optional.of(there.getKey());
        return Optional.empty();
    }

    /// Where the newest of its changes stands that were here before; nothing where none was.
    OptionalLong newestHere() {
        var again = simulation.again();
        if (again.isEmpty()) return OptionalLong.empty();
        return store.timeline().of(again).stream()
                .filter(line -> simulation.digests().containsKey(line.entry()))
                .mapToLong(line -> line.spot().position())
                .max();
    }

    private static boolean isOther(byte @Nullable [] said, Entry here) {
        return said != null && !Arrays.equals(said, here.digest());
    }

    /// Every record that something is about.
    Set<UUID> records() {
        return tallies.records();
    }

    Set<String> kinds() {
        return tallies.kinds();
    }

    /// Whether something in it is stamped more than 24 hours ahead of that time.
    boolean isClockSuspect(Instant now) {
        return simulation.latest().isSuspect(now);
    }

    /// A change that claims to have been written in this very copy of the vault, which does not know it.
    Optional<EntryId> alien() {
        return simulation.alien();
    }

    /// Whether there is anything to take in.
    boolean isAnything() {
        return simulation.isAnything();
    }

    Collection<Tallies.Tally> tallies() {
        return tallies.all();
    }

    List<Tallies.Refusal> refusals() {
        return tallies.refusals();
    }

    /// What is here after it was taken in.
    EntryRanges here() {
        return tallies.here;
    }

    /// What is kept and waits.
    EntryRanges held() {
        return tallies.held;
    }

    EntryRanges refused() {
        return tallies.refused;
    }
}
