package fourfold.core.disclosure;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One reading of all acts, and what it says about each record that bears on disclosure: its current marking, its
/// handling instructions, what it belongs to, and how many of its entries are new to the recipient.
final class RecordWeights implements SignedActs.Reader {

    /// One record while its entries go by.
    static final class Weight {
        final UUID id;
        final String kind;
        Standing<Marking> marking = new Standing<>();
        final Map<String, Standing<Json>> fields = new HashMap<>(4);
        boolean foreign = true;
        int fresh;
        int sent;
        private @Nullable List<UUID> parents;

        Weight(UUID id, String kind) {
            this.id = id;
            this.kind = kind;
        }

        /// The highest of the markings that stand. An older, higher marking that somebody lowered with sight of it does
        /// not stand.
        Marking marking() {
            return marking.values().stream().reduce(Marking.OFFICIAL, Marking::atLeast);
        }

        /// The texts that stand in a field and are not blank; two of them when it is in conflict.
        List<String> texts(String field) {
            var standing = fields.get(field);
            if (standing == null) return List.of();
            var texts = new ArrayList<String>();
            for (var value : standing.values()) {
                if (value instanceof Json.Text(var text) && !text.isBlank()) texts.add(text);
                if (value instanceof Json.Items(var items)) items.forEach(item -> texts.add(item.text()));
            }
            return texts;
        }

        String instructions() {
            return kind.equals(Threat.FIELDS.kind()) ? String.join(" / ", texts(Threat.HANDLING.name())) : "";
        }

        String reference() {
            return kind.equals(Review.FIELDS.kind()) ? "" : texts("ref").stream().findFirst().orElse("");
        }

        /// The records without which this one cannot go; to be asked when all has been read.
        List<UUID> parents() {
            var known = parents;
            if (known == null) parents = known = readParents();
            return known;
        }

        private List<UUID> readParents() {
            var names = new ArrayList<String>();
            if (CHILDREN_OF_THREATS.contains(kind)) names.addAll(texts(Action.THREAT.name()));
            if (kind.equals(Review.FIELDS.kind())) names.addAll(texts(Review.SUBJECT.name()));
            if (kind.equals(EventLink.FIELDS.kind())) {
                names.addAll(texts(EventLink.FIRST.name()));
                names.addAll(texts(EventLink.SECOND.name()));
            }
            return names.stream().map(RecordWeights::uuid).flatMap(Optional::stream).toList();
        }

        /// The references of the threats that a meeting names.
        List<String> named() {
            return kind.equals(Meeting.FIELDS.kind()) ? texts(Meeting.THREATS.name()) : List.of();
        }
    }

    private static final List<String> CHILDREN_OF_THREATS =
            List.of(Plan.FIELDS.kind(), Action.FIELDS.kind(), Disruption.FIELDS.kind());

    /// The fields that bear on disclosure. Of everything else nothing is held while weighing.
    private static final List<String> BEARING = List.of(
            Threat.HANDLING.name(), Threat.REF.name(), Action.THREAT.name(), Review.SUBJECT.name(),
            Meeting.THREATS.name(), EventLink.FIRST.name(), EventLink.SECOND.name());

    private static final Set<String> PROPOSALS = Set.of(Operation.PROPOSE.name(), Operation.DECLINE.name());

    private static final Marking UNMARKED = Marking.OFFICIAL_SENSITIVE;

    private final String agency;
    private final Predicate<EntryId> sent;
    private final Map<UUID, Weight> weights = new HashMap<>();
    private final Map<Replica, Replica> replicas = new HashMap<>();

    RecordWeights(String agency, Predicate<EntryId> sent) {
        this.agency = agency;
        this.sent = sent;
    }

    @Override
    public void entry(Entry entry) {
        var weight = weights.computeIfAbsent(entry.record(), id -> new Weight(id, entry.kind()));
        weight.foreign &= !entry.author().agency().equals(agency);
        if (sent.test(entry.id())) weight.sent++;
        else weight.fresh++;
        var source = source(entry);
        weight.marking.set(source, entry.marking());
        // what is only proposed may not lift what stands
        if (PROPOSALS.contains(entry.operation())) return;
        for (var name : BEARING) {
            var value = entry.values().get(name);
            if (value != null) weight.fields.computeIfAbsent(name, key -> new Standing<>()).set(source, value);
        }
    }

    /// Weighs a record by what stands in it, for whoever takes its values and none of its history.
    void record(Kept<?> kept) {
        var record = kept.record();
        var weight = weights.computeIfAbsent(
                record.id().value(), id -> new Weight(id, record.fields().kind()));
        weight.foreign = false;
        weight.fresh = 1;
        var heads = kept.state().heads();
        var markings = values(heads.get(Threat.MARKING.name())).stream().map(RecordWeights::marking).toList();
        weight.marking = Standing.of(markings.isEmpty() ? List.of(UNMARKED) : markings);
        for (var name : BEARING) {
            var values = values(heads.get(name));
            if (!values.isEmpty()) weight.fields.put(name, Standing.of(values));
        }
    }

    private static List<Json> values(@Nullable List<RecordState.Head> heads) {
        return heads == null ? List.of() : heads.stream().map(RecordState.Head::value).toList();
    }

    /// What nobody has marked is treated as the highest that there is.
    private static Marking marking(Json value) {
        return value instanceof Json.Text(var name) ? Marking.valueOf(name) : UNMARKED;
    }

    /// Of a hundred thousand entries most are the first of their record, and all are of a few replicas.
    private Standing.Source source(Entry entry) {
        var id = entry.id();
        return new Standing.Source(
                new EntryId(replicas.computeIfAbsent(id.replica(), replica -> replica), id.seq()),
                entry.seen().highest().isEmpty() ? Versions.NONE : entry.seen(),
                entry.beside().isEmpty() ? Collections.emptySortedSet() : entry.beside());
    }

    Map<UUID, Weight> weights() {
        return weights;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
