package fourfold.desk;

import static fourfold.core.access.Permission.MODERATE;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.EventLinkRules;
import fourfold.core.disruption.LinkDecision;
import fourfold.core.disruption.SameEvents;
import fourfold.core.disruption.SameEvents.Pair;
import fourfold.core.disruption.Sighting;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// The counter where events of several agencies are found to be one, or not. Nothing is ever linked by the program; both
/// events stay as they were recorded, and the link says which of them leads.
public final class LinkDesk extends Desk {

    private final Reference reference;
    private final Recorders recorders;
    private final SameEventSearch search;
    private final Consultations consultations;
    private final LinkReading reading;

    LinkDesk(
            Session session,
            Store store,
            Ledger ledger,
            HistoryDesk history,
            DisruptionDesk disruptions,
            Reference reference,
            Consultations consultations) {
        super(session, store, ledger);
        this.reference = reference;
        this.recorders = new Recorders(reference.agencies());
        this.search = new SameEventSearch(store, reference.sameEvent(), recorders);
        this.consultations = consultations;
        this.reading = new LinkReading(session, store, history, disruptions);
    }

    /// Two events that may be one.
    ///
    /// @param again why it is asked again, in a sentence; empty where nobody has decided before
    public record Perhaps(Pair pair, String again) {}

    /// Two events side by side.
    ///
    /// @param alike in what they are alike; nothing where they are too far apart or one is not dated
    /// @param link what was decided about them
    /// @param said who decided, when and why, newest first
    /// @param whyNot one sentence why this person cannot decide; empty where they can
    public record Beside(
            EventFile first,
            EventFile second,
            Optional<Pair> alike,
            Optional<Kept<EventLink>> link,
            List<HistoryDesk.Step> said,
            String whyNot) {

        /// The version that a decision is made on; 0 where there is no link yet.
        public long version() {
            return link.map(Kept::version).orElse(0L);
        }
    }

    /// A decision about two events.
    ///
    /// @param lead the event that leads, where they are one; else null
    /// @param version of [Beside#version]
    /// @param reason always needed
    public record Decide(
            Id<Disruption> one,
            Id<Disruption> other,
            @org.jspecify.annotations.Nullable Id<Disruption> lead,
            long version,
            String reason) {}

    /// A link as lists show it.
    ///
    /// @param said the newest decision: who, when and why
    public record Linked(Kept<EventLink> link, Optional<HistoryDesk.Step> said, String owner) {}

    /// The pairs that wait for a decision, those that would be counted twice first. Those that are linked already, or were
    /// found not to be one and have not changed since, are left out.
    ///
    /// @param watch is told how far the search has come
    public Outcome<List<Perhaps>> perhaps(Watch watch) {
        return session.require(READ).map(ok -> {
            var all = waiting(search.pairs(watch));
            consultations.listed(EventLink.FIELDS.kind(), "perhaps the same", all.size());
            return all;
        });
    }

    private List<Perhaps> waiting(List<Pair> pairs) {
        var links = new HashMap<Id<EventLink>, EventLink>();
        store.records().standing(EventLink.FIELDS, link -> links.put(link.id(), link));
        var places = store.links().places();
        var all = new ArrayList<Perhaps>();
        for (var pair : pairs) {
            var one = places.get(pair.one().id());
            var other = places.get(pair.other().id());
            if (one != null && other != null && one.lead().equals(other.lead())) continue;
            var link = links.get(EventLink.idFor(new Id<>(pair.one().id()), new Id<>(pair.other().id())));
            if (link == null) all.add(new Perhaps(pair, ""));
            else if (link.is(EventLink.DECISION, LinkDecision.UNDONE))
                all.add(new Perhaps(pair, "A decision about the two was undone."));
            else if (!link.get(EventLink.CONSIDERED).contains(Sighting.print(pair.one(), pair.other())))
                all.add(new Perhaps(pair, "They were found not to be the same event; one of them has changed since."));
        }
        return List.copyOf(all);
    }

    /// Pairs that are or may be one event: all but those of which somebody found that they are not.
    List<Pair> oneEvent(Watch watch) {
        var parted = new HashSet<Id<EventLink>>();
        store.records().standing(EventLink.FIELDS, link -> {
            if (link.is(EventLink.DECISION, LinkDecision.DIFFERENT)) parted.add(link.id());
        });
        return search.pairs(watch).stream()
                .filter(pair -> parted.isEmpty()
                        || !parted.contains(EventLink.idFor(new Id<>(pair.one().id()), new Id<>(pair.other().id()))))
                .toList();
    }

    /// The two events side by side; opening them is logged.
    public Outcome<Beside> beside(Id<Disruption> one, Id<Disruption> other) {
        if (one.equals(other)) return refused(new Problem.Invalid("event", "Name two events."));
        boolean inOrder = EventLink.isInOrder(one, other);
        var sightings = store.links().sightings(List.of(one.value(), other.value()), recorders);
        var first = sightings.get(one.value());
        var second = sightings.get(other.value());
        var alike = first == null || second == null
                ? Optional.<Pair>empty()
                : SameEvents.likeness(reference.sameEvent(), first, second);
        return reading.beside(inOrder ? one : other, inOrder ? other : one, alike);
    }

    /// The two events of these references side by side.
    public Outcome<Beside> beside(String one, String other) {
        return session.require(READ).then(ok -> kept(Disruption.FIELDS, one))
                .then(first -> kept(Disruption.FIELDS, other)
                        .then(second -> beside(first.record().id(), second.record().id())));
    }

    /// Links the two: they are one event, and one of them leads. Where the agency that decides about the link is another
    /// one and has taken it over, this is a proposal to it.
    public Outcome<Kept<EventLink>> link(Decide wish) {
        var lead = wish.lead();
        if (lead == null) return refused(new Problem.Invalid("lead", "Say which of the two events leads."));
        return decide(wish, Operation.LINK, (link, print) -> apart(link, wish, lead)
                .then(ok -> EventLinkRules.same(link, lead, print, wish.reason())));
    }

    /// A support has one lead: who links it to another one has to undo the first link.
    private Outcome<EventLink> apart(EventLink link, Decide wish, Id<Disruption> lead) {
        var support = lead.equals(wish.one()) ? wish.other() : wish.one();
        var places = store.links().places(List.of(support.value(), lead.value()));
        var of = places.get(support.value());
        var with = places.get(lead.value());
        if (link.isSame() || of == null) return done(link);
        if (with != null && with.lead().equals(of.lead()))
            return refused(new Problem.NotNow("The two are linked already, through " + ref(of.lead()) + "."));
        if (of.lead().equals(support.value())) return done(link);
        return refused(new Problem.NotNow(ref(support.value()) + " is linked as the support of " + ref(of.lead())
                + "; link " + ref(lead.value()) + " with that one, or undo that link first."));
    }

    private String ref(UUID event) {
        return store.records()
                .find(Disruption.FIELDS, new Id<>(event))
                .map(kept -> kept.record().get(Disruption.REF))
                .orElse("an event that is not in this vault");
    }

    /// Says that the two are not the same event. They are not shown again until one of them changes materially.
    public Outcome<Kept<EventLink>> part(Decide wish) {
        return decide(wish, Operation.PART, (link, print) -> EventLinkRules.different(link, print, wish.reason()));
    }

    /// Takes back what was decided about the two: each stands for itself again.
    public Outcome<Kept<EventLink>> undo(Decide wish) {
        return decide(wish, Operation.UNLINK, (link, print) -> EventLinkRules.undo(link, wish.reason()));
    }

    private Outcome<Kept<EventLink>> decide(
            Decide wish, Operation operation, BiFunction<EventLink, String, Outcome<EventLink>> rule) {
        return allowed(MODERATE, () -> kept(Disruption.FIELDS, wish.one())
                .then(one -> kept(Disruption.FIELDS, wish.other()).then(other -> decide(
                        wish, operation, EventLink.between(one.record(), other.record(), decides()), rule))));
    }

    private Outcome<Kept<EventLink>> decide(
            Decide wish, Operation operation, EventLink blank, BiFunction<EventLink, String, Outcome<EventLink>> rule) {
        var known = store.records().find(EventLink.FIELDS, blank.id());
        if (known.map(Kept::version).orElse(0L) != wish.version())
            return refused(new Problem.Conflict(
                    known.map(Kept::version).orElse(0L), "Somebody decided about these events after you opened them."));
        return rule.apply(known.map(Kept::record).orElse(blank), print(wish)).then(after -> {
            var change = known.map(kept -> Change.of(operation, kept.record(), after, kept.state()))
                    .orElseGet(() -> Change.creating(operation, after));
            if (change.isNothing()) return kept(EventLink.FIELDS, after.id());
            return ledger.change(session, MODERATE, wish.reason(), List.of(change))
                    .then(written -> kept(EventLink.FIELDS, after.id()));
        });
    }

    private String print(Decide wish) {
        var sightings = store.links().sightings(List.of(wish.one().value(), wish.other().value()), recorders);
        var one = sightings.get(wish.one().value());
        var other = sightings.get(wish.other().value());
        return one == null || other == null ? "undated" : Sighting.print(one, other);
    }

    /// The unit of the region: it sees what all of its forces recorded.
    private String decides() {
        var agencies = reference.agencies();
        return agencies.find(session.agency())
                .map(agencies::regionalUnitOf)
                .map(Agency::name)
                .orElse(session.agency());
    }

    /// Everything that was decided about two events, the newest first.
    public Outcome<List<Linked>> links() {
        return session.require(READ).map(ok -> {
            var all = reading.links(link -> ledger.governing().ownership(link).owner());
            consultations.listed(EventLink.FIELDS.kind(), "links", all.size());
            return all;
        });
    }
}
