package fourfold.desk;

import fourfold.core.disruption.CountingRules;
import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventGroups;
import fourfold.core.kernel.Id;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Which events are linked as one, and what that means for counting them.
final class EventFamilies {

    private final Store store;
    private final Supplier<Reference> reference;
    private final Supplier<LocalDate> today;

    EventFamilies(Store store, Supplier<Reference> reference, Supplier<LocalDate> today) {
        this.store = store;
        this.reference = reference;
        this.today = today;
    }

    private Recorders recorders() {
        return new Recorders(reference.get().agencies());
    }

    /// The verdict on an event as if it were linked to none.
    CountingVerdict alone(Disruption event) {
        var recorded = event.lacks(Disruption.RECORD_DATE) ? event.with(Disruption.RECORD_DATE, today.get()) : event;
        return reference.get().countingRules().verdict(CountingRules.Facts.of(recorded));
    }

    /// The verdicts on some events, whose links were read at once.
    final class Verdicts {
        private final Map<UUID, EventGroups.Place> places;
        private final Map<Id<Disruption>, Kept<Disruption>> leads;

        private Verdicts(Map<UUID, EventGroups.Place> places, Map<Id<Disruption>, Kept<Disruption>> leads) {
            this.places = places;
            this.leads = leads;
        }

        /// The event that counts for this one, where it is linked as the support of another.
        Optional<UUID> lead(Disruption event) {
            return Optional.ofNullable(places.get(event.id().value()))
                    .map(EventGroups.Place::lead)
                    .filter(lead -> !lead.equals(event.id().value()));
        }

        CountingVerdict of(Disruption event) {
            var place = places.get(event.id().value());
            if (place == null || place.lead().equals(event.id().value())) return alone(event);
            var lead = leads.get(new Id<Disruption>(place.lead()));
            if (lead == null) return CountingRules.throughUnknown();
            return CountingRules.through(
                    recorders().of(lead.record()), lead.record().get(Disruption.REF), alone(lead.record()));
        }
    }

    /// The verdicts on these events.
    Verdicts verdicts(Collection<Kept<Disruption>> events) {
        return verdictsOf(events.stream().map(Kept::record).toList());
    }

    /// The same for events of which nothing but the record is at hand.
    Verdicts verdictsOf(Collection<Disruption> events) {
        var places = store.links().places(events.stream().map(event -> event.id().value()).toList());
        var leads = new ArrayList<Id<Disruption>>();
        places.forEach((event, place) -> {
            if (!place.lead().equals(event)) leads.add(new Id<>(place.lead()));
        });
        return new Verdicts(places, leads.isEmpty() ? Map.of() : store.records().findAll(Disruption.FIELDS, leads));
    }

    /// The events that are linked as one with this one.
    Optional<EventFamily> of(Disruption event) {
        var place = store.links().places(List.of(event.id().value())).get(event.id().value());
        if (place == null) return Optional.empty();
        var supports = store.links().supportsOf(place.lead());
        var ids = new ArrayList<Id<Disruption>>();
        ids.add(new Id<>(place.lead()));
        supports.forEach(id -> ids.add(new Id<>(id)));
        var records = new HashMap<>(store.records().findAll(Disruption.FIELDS, ids));
        return Optional.of(new EventFamily(
                member(ids.getFirst(), records),
                ids.stream().skip(1).map(id -> member(id, records)).toList(),
                place.agreed()));
    }

    private EventFamily.Member member(Id<Disruption> id, Map<Id<Disruption>, Kept<Disruption>> records) {
        return Optional.ofNullable(records.get(id))
                .map(kept -> new EventFamily.Member(id, kept.record().get(Disruption.REF), recorders().of(kept.record())))
                .orElseGet(() -> new EventFamily.Member(id, "", ""));
    }
}
