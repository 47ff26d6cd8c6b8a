package fourfold.desk;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.access.Permission;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.review.Review;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.GovernedRules;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Ownership;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which agency decides about a record, and what that makes of a change: written as it is, a proposal to the owner, the
/// settlement of a conflict, or a refusal.
final class Governing {

    private final Store store;
    private final Agencies agencies;

    Governing(Store store, Agencies agencies) {
        this.store = store;
        this.agencies = agencies;
    }

    /// The changes as they have to be written; all of them, or the first refusal.
    Outcome<List<Change>> asWritten(Session session, List<Change> changes) {
        var written = new ArrayList<Change>(changes.size());
        for (var change : changes) {
            var one = SharedKinds.find(change.kind())
                    .map(fields -> asWritten(session, fields, change))
                    .orElseGet(() -> done(change));
            if (!(one instanceof Outcome.Done<Change>(var is))) return one.map(List::of);
            written.add(is);
        }
        return done(written);
    }

    private <K extends Entity<K>> Outcome<Change> asWritten(Session session, Fields<K> fields, Change change) {
        var touched = change.values().keySet();
        if (!GovernedRules.apply(change.operation(), change.seen(), fields, touched)) return done(change);
        var found = store.records().find(fields, new Id<>(change.record()));
        if (found.isEmpty()) return done(change);
        var kept = found.get();
        boolean governs = ownership(kept.record()).governs(session.agency());
        var way = GovernedRules.way(
                fields, touched, kept.state().conflicts(), governs, session.may(Permission.SETTLE));
        return switch (way) {
            case APPLIES -> done(change);
            case SETTLES -> done(change.as(Operation.SETTLE, change.beside(), change.marking()));
            case PROPOSES -> done(change.as(
                    Operation.PROPOSE,
                    otherProposals(kept, session.agency(), touched),
                    // until it is accepted nothing may be handled as less than it is
                    change.marking().atLeast(Change.marking(kept.record()))));
            case REFUSED -> refused(new Problem.NotAllowed(labels(fields, conflicting(kept, touched))
                    + " is in conflict; a supervisor settles it."));
        };
    }

    private static Collection<String> conflicting(Kept<?> kept, Collection<String> touched) {
        var names = new TreeSet<>(kept.state().conflicts());
        names.retainAll(touched);
        return names;
    }

    /// A proposal takes the place of what its own agency proposed before, and of nobody else's.
    private SortedSet<EntryId> otherProposals(Kept<?> kept, String agency, Collection<String> touched) {
        var open = open(kept.state(), touched);
        if (open.isEmpty()) return open;
        var ours = store.timeline().of(Map.of(kept.record().fields().kind(), List.of(kept.record().id().value()))).stream()
                .filter(line -> line.agency().equals(agency))
                .map(line -> line.entry())
                .collect(Collectors.toSet());
        open.removeAll(ours);
        return open;
    }

    /// The entries that propose something for these fields and were not answered.
    static SortedSet<EntryId> open(RecordState state, Collection<String> fields) {
        var open = new TreeSet<EntryId>();
        for (var name : fields)
            state.proposals().getOrDefault(name, List.of()).forEach(head -> open.add(head.entry()));
        return open;
    }

    /// The words for these fields, with commas.
    static String labels(Fields<?> fields, Collection<String> names) {
        return fields.all().stream()
                .filter(field -> names.contains(field.name()))
                .map(field -> field.label())
                .collect(Collectors.joining(", "));
    }

    /// Which agency decides about that record.
    <K extends Entity<K>> Ownership ownership(K record) {
        var own = store.timeline().agencies(record.fields().kind(), record.id().value());
        if (record instanceof EventLink link) return new Ownership(named(link.get(EventLink.DECIDES)), own);
        return threatOf(record).flatMap(this::ownershipOfThreat).orElseGet(() -> new Ownership("", own));
    }

    private Optional<Ownership> ownershipOfThreat(Id<Threat> id) {
        return store.records().find(Threat.FIELDS, id).map(threat -> new Ownership(
                named(threat.record().get(Threat.AGENCY)), store.timeline().agenciesOfThreat(id)));
    }

    private String named(String agency) {
        return agencies.find(agency).map(Agency::name).orElse(agency.strip());
    }

    /// The threat to whose owner a record belongs; none for an event or a meeting, which are their writers'.
    private Optional<Id<Threat>> threatOf(Entity<?> record) {
        return switch (record) {
            case Threat threat -> Optional.of(threat.id());
            case Plan plan -> plan.find(Plan.THREAT);
            case Action action -> action.find(Action.THREAT);
            case Review review -> reviewed(review);
            default -> Optional.empty();
        };
    }

    private Optional<Id<Threat>> reviewed(Review review) {
        if (!review.is(Review.SUBJECT_KIND, Plan.FIELDS.kind())) return Optional.empty();
        return store.records()
                .find(Plan.FIELDS, new Id<>(UUID.fromString(review.get(Review.SUBJECT))))
                .flatMap(plan -> plan.record().find(Plan.THREAT));
    }

    /// The threat that a record is about, for a list.
    static Optional<Id<Threat>> about(Entity<?> record) {
        return switch (record) {
            case Threat threat -> Optional.of(threat.id());
            case Plan plan -> plan.find(Plan.THREAT);
            case Action action -> action.find(Action.THREAT);
            case Disruption event -> event.find(Disruption.THREAT);
            default -> Optional.empty();
        };
    }
}
