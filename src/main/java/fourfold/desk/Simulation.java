package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.exchange.Fate;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Applies a package to what is here, act by act, each as a whole or not at all, and keeps what became of it. Nothing that is
/// stored is changed.
final class Simulation implements SignedActs.Reader {

    private final Replica own;
    private final Journal journal;
    private final Sifting.Roles roles;
    private final States states;
    private final Judging judging;
    private final Tallies tallies;
    private final Map<UUID, List<Entry>> waiting = new HashMap<>();
    private final Map<EntryId, Entry> waited = new HashMap<>();
    private final LateActs here;
    private final Map<EntryId, LateAct> late = new HashMap<>();
    private final Map<UUID, Unfounded> unfounded;
    private final Map<UUID, Unfounded> found = new HashMap<>();
    private final Map<EntryId, byte[]> digests = new HashMap<>();
    private final Map<String, Set<UUID>> again = new TreeMap<>();
    private final List<Entry> sentAgain = new ArrayList<>();
    private final BitSet known = new BitSet();
    private final BitSet left = new BitSet();
    private final List<Entry> ofAct = new ArrayList<>();
    private final List<Supplier<byte[]>> signed = new ArrayList<>();
    private final List<UUID> taken = new ArrayList<>();
    private int entry;
    private int first;
    private int act;
    private Stamp latest = Stamp.ZERO;
    private @Nullable EntryId alien;

    /// An act whose author turned out to have had no right to it, once all was here that they had seen.
    ///
    /// @param why in the middle of a sentence
    record Unfounded(LateAct act, String why) {}

    /// @param unfounded acts that are known to be so
    Simulation(
            Store store, Journal journal, States states, Tallies tallies, Replica own, Sifting.Roles roles,
            Map<UUID, Unfounded> unfounded) {
        this.own = own;
        this.unfounded = unfounded;
        this.here = new LateActs(store, journal, roles);
        this.journal = journal;
        this.roles = roles;
        this.states = states;
        this.tallies = tallies;
        this.judging = new Judging(store, journal, states);
        for (var one : here.waiting()) {
            waited.put(one.id(), one);
            // the journal is read for their acts only where there is something to look for
            boolean leftOut = !unfounded.isEmpty() && unfounded.containsKey(here.of(one.id()).id());
            if (!leftOut) waiting.computeIfAbsent(one.record(), record -> new ArrayList<>()).add(one);
        }
    }

    @Override
    public void entry(Entry next) {
        if (next.at().compareTo(latest) > 0) latest = next.at();
        if (states.isApplied(next) || waited.containsKey(next.id())) {
            known.set(entry);
            again.computeIfAbsent(next.kind(), kind -> new HashSet<>()).add(next.record());
        } else if (next.id().replica().equals(own)) alien = next.id();
        // one with a number above all that are here cannot be here already
        if (next.id().seq() <= journal.lastSeq(next.id().replica())) digests.put(next.id(), next.digest());
        judging.note(next);
        ofAct.add(next);
        signed.add(next::digest);
        entry++;
    }

    @Override
    public void withheld(byte[] digest) {
        signed.add(() -> digest);
    }

    @Override
    public void end(UUID id, Author author, int count, byte[] signature) {
        var fresh = new ArrayList<Entry>();
        for (int i = 0; i < ofAct.size(); i++) if (!known.get(first + i)) fresh.add(ofAct.get(i));
        var then = fresh.isEmpty() ? Set.<Role>of() : rolesOf(author, fresh, signature);
        var why = fresh.isEmpty() ? Optional.<String>empty() : judged(id, fresh, then);
        if (why.isPresent()) {
            left.set(act);
            tallies.refuse(author, fresh, why.get());
        } else {
            if (fresh.isEmpty()) left.set(act);
            else taken.add(id);
            judging.letIn(fresh);
            for (int i = 0; i < ofAct.size(); i++) settle(ofAct.get(i), known.get(first + i));
            fresh.removeIf(states::isApplied);
            if (!fresh.isEmpty()) {
                var act = new LateAct(id, author, ofAct, then, Optional.empty());
                fresh.forEach(one -> late.put(one.id(), act));
            }
        }
        ofAct.clear();
        signed.clear();
        first = entry;
        act++;
    }

    private Set<Role> rolesOf(Author author, List<Entry> fresh, byte[] signature) {
        var time = fresh.getFirst().at().instant();
        return roles.at(author, time, () -> signed.stream().map(Supplier::get).toList(), signature);
    }

    private Optional<String> judged(UUID act, List<Entry> fresh, Set<Role> then) {
        var known = unfounded.get(act);
        return known == null ? judging.refusal(fresh, then) : Optional.of(known.why());
    }

    private void settle(Entry next, boolean isKnown) {
        if (isKnown) {
            sentAgain.add(next);
            tallies.add(next, Fate.KNOWN, "");
            return;
        }
        if (!states.isReady(next)) {
            waiting.computeIfAbsent(next.record(), id -> new ArrayList<>()).add(next);
            return;
        }
        apply(next);
        var others = waiting.getOrDefault(next.record(), List.of());
        boolean more = !others.isEmpty();
        while (more) more = others.removeIf(this::applyWhenReady);
    }

    private boolean applyWhenReady(Entry next) {
        if (!states.isReady(next)) return false;
        var act = waited.containsKey(next.id()) ? here.of(next.id()) : late.get(next.id());
        // the rest of the act that is just going by is judged already
        if (act == null) {
            apply(next);
            return true;
        }
        if (found.containsKey(act.id())) return true;
        var why = judging.refusal(next, act);
        if (why.isPresent()) {
            found.put(act.id(), new Unfounded(act, why.get()));
            return true;
        }
        judging.letIn(List.of(next));
        apply(next);
        return true;
    }

    private void apply(Entry next) {
        tallies.here.add(next.id());
        tallies.add(next, applied(next), "");
    }

    private Fate applied(Entry next) {
        var after = states.apply(next);
        if (next.operation().equals(Operation.PROPOSE.name())) return Fate.PROPOSED;
        for (var name : next.values().keySet()) if (after.conflicts().contains(name)) return Fate.CONFLICT;
        return states.isNew(next.record()) ? Fate.NEW : Fate.CHANGED;
    }

    /// Says of what was sent again and of what waits where it stands at the end.
    void conclude() {
        for (var one : sentAgain) (states.isApplied(one) ? tallies.here : tallies.held).add(one.id());
        waiting.values().forEach(entries -> entries.stream()
                .filter(one -> !waited.containsKey(one.id()))
                .forEach(one -> {
                    tallies.held.add(one.id());
                    tallies.add(one, Fate.WAITING, "");
                }));
    }

    /// The acts that turned out to be unfounded and were not known to be: with them everything is to be gone through once more.
    Map<UUID, Unfounded> found() {
        return found;
    }

    /// Whether the entry at that place of the package is here already.
    boolean isKnown(int place) {
        return known.get(place);
    }

    /// Whether the act at that place brings nothing, or was refused.
    boolean isLeft(int place) {
        return left.get(place);
    }

    /// The identities of the acts that are to be taken in.
    List<UUID> taken() {
        return List.copyOf(taken);
    }

    boolean isAnything() {
        return !taken.isEmpty();
    }

    /// The digests, in the package, of entries whose number may be here already, by their number.
    Map<EntryId, byte[]> digests() {
        return digests;
    }

    /// The records, by kind, of which entries seem to be here already.
    Map<String, Set<UUID>> again() {
        return again;
    }

    /// The changes that wait here.
    Collection<Entry> waited() {
        return waited.values();
    }

    Stamp latest() {
        return latest;
    }

    Optional<EntryId> alien() {
        return Optional.ofNullable(alien);
    }
}
