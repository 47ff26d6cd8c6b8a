package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.exchange.AuthorRights;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merge;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says of every change in a package what becomes of it, by applying it to what is here; and hands on what is to be taken
/// in. Nothing is changed by it. What it says and what then happens come from the same rules.
final class Sifting implements SignedActs {

    /// What needs no owner: extracts are loaded on the owner's behalf, and a proposal waits for the owner.
    private static final Set<String> FREE =
            Set.of(Operation.LOAD.name(), Operation.CREATE.name(), Operation.PROPOSE.name());

    private final SignedActs content;
    private final Store store;
    private final Replica own;
    private final Roles roles;
    private final Map<UUID, RecordState> states = new HashMap<>();
    private final Set<UUID> unknown = new HashSet<>();
    private final Map<UUID, Tally> tallies = new LinkedHashMap<>();
    private final Map<UUID, List<Entry>> waiting = new HashMap<>();
    private final Set<EntryId> waited = new HashSet<>();
    private final Map<EntryId, byte[]> digests = new HashMap<>();
    private final Map<String, Set<UUID>> again = new TreeMap<>();
    private final Map<Replica, String> agencies = new HashMap<>();
    private final BitSet known = new BitSet();
    private final BitSet left = new BitSet();
    private final List<Entry> sentAgain = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final EntryRanges here = new EntryRanges();
    private final EntryRanges held = new EntryRanges();
    private final EntryRanges refused = new EntryRanges();
    private boolean anything;
    private Stamp latest = Stamp.ZERO;
    private @Nullable EntryId alien;

    /// What the unit vouched for at a time.
    interface Roles {
        Set<Role> at(Author author, Instant time);
    }

    /// What becomes of the changes of one record.
    ///
    /// @param fate the gravest of them
    record Tally(String kind, UUID record, String reference, Fate fate, int entries, String why) {
        Tally and(Fate more, String because) {
            return new Tally(kind, record, reference, fate.or(more), entries + 1, why.isEmpty() ? because : why);
        }

        Tally called(String text) {
            return new Tally(kind, record, reference.isEmpty() ? text : reference, fate, entries, why);
        }
    }

    /// An act that is left out whole, since what was signed together stays together.
    record Refusal(Author author, EntryRanges entries, String why) {}

    /// @param own the copy of the vault that writes here
    Sifting(SignedActs content, Store store, Replica own, Roles roles) {
        this.own = own;
        this.content = content;
        this.store = store;
        this.roles = roles;
        for (var entry : store.records().waiting()) {
            waited.add(entry.id());
            waiting.computeIfAbsent(entry.record(), record -> new ArrayList<>()).add(entry);
        }
        var ids = new TreeMap<String, Set<UUID>>();
        content.read(new Each() {
            @Override
            public void entry(Entry entry) {
                ids.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(entry.record());
            }
        });
        ids.forEach((kind, records) -> states.putAll(store.records().states(kind, records)));
        ids.values().forEach(records -> records.stream().filter(id -> !states.containsKey(id)).forEach(unknown::add));
        content.read(new Simulation());
        for (var entry : sentAgain) (isApplied(entry) ? here : held).add(entry.id());
        waiting.values().forEach(entries -> entries.stream()
                .filter(entry -> !waited.contains(entry.id()))
                .forEach(entry -> {
                    held.add(entry.id());
                    tally(entry, Fate.WAITING, "");
                }));
    }

    private boolean isApplied(Entry entry) {
        var state = states.get(entry.record());
        return state != null && state.known().cover(entry.id());
    }

    /// Listens to entries only.
    private abstract static class Each implements Reader {
        @Override
        public void withheld(byte[] digest) {
            // nothing is known of it
        }

        @Override
        public void end(UUID act, Author author, int count, byte[] signature) {
            // only entries matter
        }
    }

    /// Applies act by act, each as a whole or not at all.
    private final class Simulation implements Reader {
        private final List<Entry> ofAct = new ArrayList<>();
        private String why = "";
        private int entry;
        private int first;
        private int act;

        @Override
        public void entry(Entry next) {
            if (next.at().compareTo(latest) > 0) latest = next.at();
            var state = states.get(next.record());
            if (state != null && state.known().cover(next.id()) || waited.contains(next.id())) {
                known.set(entry);
                digests.put(next.id(), next.digest());
                again.computeIfAbsent(next.kind(), kind -> new HashSet<>()).add(next.record());
            } else if (next.id().replica().equals(own)) alien = next.id();
            else if (why.isEmpty())
                why = AuthorRights.refusal(next, roles.at(next.author(), next.at().instant()), subject(next))
                        .or(() -> notTheirs(next))
                        .orElse("");
            agencies.putIfAbsent(next.id().replica(), next.author().agency());
            ofAct.add(next);
            entry++;
        }

        @Override
        public void withheld(byte[] digest) {
            // only its place counts, and that is the reader's
        }

        @Override
        public void end(UUID id, Author author, int count, byte[] signature) {
            boolean fresh = false;
            for (int i = 0; i < ofAct.size(); i++) fresh |= !known.get(first + i);
            if (!why.isEmpty() && fresh) refuse(author);
            else {
                if (!fresh) left.set(act);
                anything |= fresh;
                for (int i = 0; i < ofAct.size(); i++) settle(ofAct.get(i), known.get(first + i));
            }
            ofAct.clear();
            why = "";
            first = entry;
            act++;
        }

        private void refuse(Author author) {
            left.set(act);
            var ranges = new EntryRanges();
            for (int i = 0; i < ofAct.size(); i++) {
                if (known.get(first + i)) continue;
                ranges.add(ofAct.get(i).id());
                refused.add(ofAct.get(i).id());
                tally(ofAct.get(i), Fate.REFUSED, why);
            }
            refusals.add(new Refusal(author, ranges, why));
        }

        private void settle(Entry next, boolean isKnown) {
            if (isKnown) {
                sentAgain.add(next);
                tally(next, Fate.KNOWN, "");
                return;
            }
            if (!current(next).ready(next)) {
                waiting.computeIfAbsent(next.record(), id -> new ArrayList<>()).add(next);
                return;
            }
            apply(next);
            var others = waiting.getOrDefault(next.record(), List.of());
            boolean more = !others.isEmpty();
            while (more) more = others.removeIf(this::applyWhenReady);
        }

        private boolean applyWhenReady(Entry next) {
            if (!current(next).ready(next)) return false;
            apply(next);
            return true;
        }

        private void apply(Entry next) {
            here.add(next.id());
            tally(next, applied(next, current(next)), "");
        }

        private RecordState current(Entry next) {
            return states.getOrDefault(next.record(), store.records().begun(next.kind()));
        }

        private Fate applied(Entry next, RecordState state) {
            var after = state.apply(next);
            states.put(next.record(), after);
            if (next.operation().equals(Operation.PROPOSE.name())) return Fate.PROPOSED;
            for (var name : next.values().keySet())
                if (after.conflicts().contains(name)) return Fate.CONFLICT;
            return unknown.contains(next.record()) ? Fate.NEW : Fate.CHANGED;
        }
    }

    private void tally(Entry entry, Fate fate, String why) {
        var name = AuthorRights.text(entry.values().getOrDefault("ref", Json.nothing()));
        var state = states.get(entry.record());
        if (name.isEmpty() && state != null && !tallies.containsKey(entry.record()))
            name = AuthorRights.text(state.values().getOrDefault("ref", Json.nothing()));
        var called = name;
        tallies.merge(
                entry.record(),
                new Tally(entry.kind(), entry.record(), called, fate, 1, why),
                (there, one) -> there.and(fate, why).called(called));
    }

    private AuthorRights.Subject subject(Entry entry) {
        if (entry.kind().equals("plan")) {
            var threat = value("plan", entry.record(), "threat", entry);
            var id = threat.isEmpty() ? null : UUID.fromString(threat);
            return id == null
                    ? new AuthorRights.Subject("", "", "")
                    : new AuthorRights.Subject(value("threat", id, "lro", null), value("threat", id, "deputy", null), "");
        }
        if (entry.kind().equals("disruption"))
            return new AuthorRights.Subject("", "", value("disruption", entry.record(), "recordedBy", entry));
        return new AuthorRights.Subject("", "", "");
    }

    /// Another agency's change of a governed field is a proposal, or it is nothing. Whoever wrote before the named agency had
    /// written anything that they had seen, kept the record for it, and had the right.
    private Optional<String> notTheirs(Entry entry) {
        boolean governed = SharedKinds.find(entry.kind()).stream()
                .anyMatch(fields -> entry.values().keySet().stream().anyMatch(name -> fields.of(name) == Merge.GOVERNED));
        if (!governed || entry.seen().highest().isEmpty() || FREE.contains(entry.operation())) return Optional.empty();
        var named = namedBy(entry);
        var author = entry.author().agency();
        if (named.isEmpty() || named.equalsIgnoreCase(author)) return Optional.empty();
        boolean takenOver = entry.seen().highest().keySet().stream()
                .map(replica -> agencies.getOrDefault(replica, store.timeline().agencyOf(replica).orElse("")))
                .anyMatch(named::equalsIgnoreCase);
        return takenOver ? Optional.of(named + " decides about this, and " + author + " may only propose it") : Optional.empty();
    }

    /// The agency that the threat names to which a record belongs; empty for what belongs to its writer.
    private String namedBy(Entry entry) {
        if (entry.kind().equals("link")) return value("link", entry.record(), "decides", null);
        if (entry.kind().equals("threat")) return value("threat", entry.record(), "agency", null);
        if (!entry.kind().equals("plan") && !entry.kind().equals("action")) return "";
        var threat = value(entry.kind(), entry.record(), "threat", entry);
        return threat.isEmpty() ? "" : value("threat", UUID.fromString(threat), "agency", null);
    }

    private String value(String kind, UUID record, String field, @Nullable Entry stating) {
        var state = states.computeIfAbsent(record, id -> store.records()
                .states(kind, List.of(id))
                .getOrDefault(id, store.records().begun(kind)));
        var there = AuthorRights.text(state.values().getOrDefault(field, Json.nothing()));
        return there.isEmpty() && stating != null
                ? AuthorRights.text(stating.values().getOrDefault(field, Json.nothing()))
                : there;
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
                boolean isKnown = known.get(entry++);
                if (left.get(act)) return;
                if (isKnown) reader.withheld(next.digest());
                else reader.entry(next);
            }

            @Override
            public void withheld(byte[] digest) {
                if (!left.get(act)) reader.withheld(digest);
            }

            @Override
            public void end(UUID id, Author author, int count, byte[] signature) {
                if (!left.get(act)) reader.end(id, author, count, signature);
                act++;
            }
        });
    }

    /// The digests, in the package, of entries that are here already: the same ones, unless somebody lies.
    Map<EntryId, byte[]> digests() {
        return digests;
    }

    /// The records, by kind, of which entries are here already.
    Map<String, Set<UUID>> again() {
        return again;
    }

    /// Every record that something is about.
    Set<UUID> records() {
        return Set.copyOf(tallies.keySet());
    }

    Set<String> kinds() {
        return tallies.values().stream().map(Tally::kind).collect(Collectors.toSet());
    }

    /// Whether something in it is stamped more than 24 hours ahead of that time.
    boolean isClockSuspect(Instant now) {
        return latest.isSuspect(now);
    }

    /// A change that claims to have been written in this very copy of the vault, which does not know it.
    Optional<EntryId> alien() {
        return Optional.ofNullable(alien);
    }

    /// Whether there is anything to take in.
    boolean isAnything() {
        return anything;
    }

    Collection<Tally> tallies() {
        return tallies.values();
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /// What is here after it was taken in.
    EntryRanges here() {
        return here;
    }

    /// What is kept and waits.
    EntryRanges held() {
        return held;
    }

    EntryRanges refused() {
        return refused;
    }
}
