package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.exchange.AuthorRights;
import fourfold.core.exchange.Deciding;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merge;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Whether the author of an act had the right to it, by how the records stood before. What is not here yet cannot speak
/// against anybody; a change that waits for it is judged once more when it has come.
final class Judging {

    /// What needs no owner: extracts are loaded on the owner's behalf, and a proposal waits for the owner.
    private static final Set<String> FREE =
            Set.of(Operation.LOAD.name(), Operation.CREATE.name(), Operation.PROPOSE.name());

    private final Store store;
    private final States states;
    private final Writers writers;
    private final Map<Replica, String> agencies = new HashMap<>();
    private final Map<UUID, Set<String>> beginners = new HashMap<>();

    Judging(Store store, Journal journal, States states) {
        this.store = store;
        this.states = states;
        this.writers = new Writers(store, journal);
    }

    /// Notes who writes where, before anything is said about the act.
    void note(Entry entry) {
        agencies.putIfAbsent(entry.id().replica(), entry.author().agency());
    }

    /// Notes an act that was let in.
    void letIn(List<Entry> act) {
        for (var entry : act) {
            writers.note(entry, threatOf(entry), statusBefore(entry));
            if (isOwnersOfEvents(entry) && isFirst(entry))
                beginnersOf(entry).add(entry.author().agency());
        }
    }

    /// Why an act has to be left out; empty where its author had the right to all of it.
    ///
    /// @param entries those of the act that are not here yet
    Optional<String> refusal(List<Entry> entries, Set<Role> roles) {
        for (var entry : entries) {
            var why = refusal(entry, entries, roles);
            if (why.isPresent()) return why;
        }
        return Deciding.mismatch(entries);
    }

    /// Why one change of an act has to be left out, now that all is here that its author had seen.
    Optional<String> refusal(Entry entry, LateAct act) {
        return refusal(entry, act.entries(), act.roles());
    }

    private Optional<String> refusal(Entry entry, List<Entry> act, Set<Role> roles) {
        return AuthorRights.refusal(entry, roles, new Standpoint(entry, act)).or(() -> notTheirs(entry));
    }

    /// What the rules ask about the record of one change.
    private final class Standpoint implements AuthorRights.Subject {
        private final Entry entry;
        private final List<Entry> act;

        Standpoint(Entry entry, List<Entry> act) {
            this.entry = entry;
            this.act = act;
        }

        @Override
        public String value(String field) {
            var there = states.value(entry.kind(), entry.record(), field);
            if (Json.of(true).equals(there)) return "true";
            var text = AuthorRights.text(there);
            // who recorded an event that is not here yet, it says itself
            return text.isEmpty() && field.equals("recordedBy") ? text(entry, field) : text;
        }

        @Override
        public Optional<String> seen(String field) {
            return states.seenBy(entry, field).map(AuthorRights::text);
        }

        @Override
        public String lro() {
            return ofThreat("lro");
        }

        @Override
        public String deputy() {
            return ofThreat("deputy");
        }

        private String ofThreat(String field) {
            var threat = threatOf(entry);
            return threat.isEmpty() ? "" : states.text("threat", UUID.fromString(threat), field);
        }

        @Override
        public Set<String> writers() {
            var all = new TreeSet<String>();
            var threat = threatOf(entry);
            if (entry.kind().equals("disruption")) all.addAll(writers.ofEvent(entry));
            else if (!threat.isEmpty()) all.addAll(writers.ofPlan(entry, UUID.fromString(threat)));
            for (var other : act)
                if (Writers.isAuthorship(other, statusBefore(other)) && isPartOf(other, threat)) all.add(other.author().user());
            return all;
        }

        private boolean isPartOf(Entry other, String threat) {
            return other.record().equals(entry.record()) || (!threat.isEmpty() && threat.equals(threatOf(other)));
        }

        @Override
        public boolean governed() {
            return isGoverned(entry);
        }
    }

    private String statusBefore(Entry entry) {
        return entry.kind().equals("action") ? states.text("action", entry.record(), "status") : "";
    }

    private static boolean isGoverned(Entry entry) {
        return SharedKinds.find(entry.kind()).stream()
                .anyMatch(fields -> entry.values().keySet().stream().anyMatch(name -> fields.of(name) == Merge.GOVERNED));
    }

    private static boolean isFirst(Entry entry) {
        return entry.seen().highest().isEmpty();
    }

    /// Another agency's change of a governed field is a proposal, or it is nothing.
    private Optional<String> notTheirs(Entry entry) {
        if (!isGoverned(entry) || isFirst(entry) || FREE.contains(entry.operation())) return Optional.empty();
        return isOwnersOfEvents(entry) ? notBegunByThem(entry) : notNamed(entry);
    }

    /// An event or a meeting is the agency's that wrote it first; two that loaded the same one each take it for their own.
    private Optional<String> notBegunByThem(Entry entry) {
        var begun = beginnersOf(entry);
        var author = entry.author().agency();
        boolean theirs = begun.isEmpty() || begun.stream().anyMatch(author::equalsIgnoreCase);
        return theirs ? Optional.empty() : Optional.of(onlyPropose(String.join(" or ", new TreeSet<>(begun)), author));
    }

    private Set<String> beginnersOf(Entry entry) {
        return beginners.computeIfAbsent(entry.record(), id -> {
            var begun = new HashSet<String>();
            if (states.isNew(id)) return begun;
            for (var line : store.timeline().of(Map.of(entry.kind(), List.of(id))))
                if (line.created()) begun.add(line.agency());
            return begun;
        });
    }

    private static boolean isOwnersOfEvents(Entry entry) {
        return entry.kind().equals("disruption") || entry.kind().equals("meeting");
    }

    /// Whoever wrote before the named agency had written anything that they had seen, kept the record for it, and had the
    /// right.
    private Optional<String> notNamed(Entry entry) {
        var named = namedBy(entry);
        var author = entry.author().agency();
        if (named.isEmpty() || named.equalsIgnoreCase(author)) return Optional.empty();
        boolean takenOver = entry.seen().highest().keySet().stream()
                .map(replica -> agencies.getOrDefault(replica, store.timeline().agencyOf(replica).orElse("")))
                .anyMatch(named::equalsIgnoreCase);
        return takenOver ? Optional.of(onlyPropose(named, author)) : Optional.empty();
    }

    private static String onlyPropose(String owner, String author) {
        return owner + " decides about this, and " + author + " may only propose it";
    }

    /// The agency that decides by name; empty for what belongs to its writer.
    private String namedBy(Entry entry) {
        if (entry.kind().equals("link")) return states.text("link", entry.record(), "decides");
        if (entry.kind().equals("threat")) return states.text("threat", entry.record(), "agency");
        var threat = threatOf(entry);
        return threat.isEmpty() ? "" : states.text("threat", UUID.fromString(threat), "agency");
    }

    /// The threat of a plan or an action; empty for any other record.
    private String threatOf(Entry entry) {
        if (!entry.kind().equals("plan") && !entry.kind().equals("action")) return "";
        var there = states.text(entry.kind(), entry.record(), "threat");
        return there.isEmpty() ? text(entry, "threat") : there;
    }

    private static String text(Entry entry, String field) {
        return AuthorRights.text(entry.values().getOrDefault(field, Json.nothing()));
    }
}
