package fourfold.desk;

import static fourfold.core.access.Permission.MODERATE;
import static fourfold.core.access.Permission.RECORD_DISRUPTIONS;

import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Lists;
import fourfold.core.reference.Partner;
import fourfold.core.reference.Reference;
import fourfold.core.review.Review;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.DisruptionFilter;
import fourfold.store.DisruptionRepository;
import fourfold.store.DisruptionRepository.DisruptionRow;
import fourfold.store.Store;
import fourfold.store.ThreatFilter;
import fourfold.store.ThreatRepository;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.UUID;

/// Puts together what screens show of events. Whether the person may see it was asked before.
final class EventReading {

    /// How many events a threat's own list shows at once.
    private static final int OF_A_THREAT = 1000;

    private final Session session;
    private final Store store;
    private final Supplier<Reference> reference;
    private final Consultations consultations;
    private final EventFamilies families;
    private final ProvenanceReading provenance;

    EventReading(
            Session session,
            Store store,
            Supplier<Reference> reference,
            ProvenanceReading provenance,
            Consultations consultations) {
        this.session = session;
        this.store = store;
        this.reference = reference;
        this.consultations = consultations;
        this.provenance = provenance;
        this.families = new EventFamilies(store, reference, session::today);
    }

    CountingVerdict verdict(Disruption event) {
        return families.alone(event);
    }

    CountingVerdict verdict(Kept<Disruption> kept) {
        return families.verdicts(List.of(kept)).of(kept.record());
    }

    CaptureStart begin(DisruptionDesk.Beginning wish) {
        var open = store.threats()
                .list(
                        ThreatFilter.ALL.withStanding(ThreatFilter.Standing.OPEN),
                        ThreatRepository.Order.REF,
                        true,
                        Integer.MAX_VALUE,
                        0)
                .rows();
        consultations.listed(Threat.FIELDS.kind(), "open", open.size());
        var action = Optional.ofNullable(wish.action())
                .flatMap(id -> store.records().find(Action.FIELDS, id))
                .map(Kept::record);
        var threat = Optional.ofNullable(wish.threat())
                .or(() -> action.flatMap(known -> known.find(Action.THREAT)))
                .flatMap(id -> store.threats().row(id))
                .map(ThreatName::of);
        return new CaptureStart(open.stream().map(ThreatName::of).toList(), threat, action, agencies(), units());
    }

    private List<String> agencies() {
        var names = new LinkedHashSet<String>();
        reference.get().agencies().all().stream().map(Agency::name).forEach(names::add);
        reference.get().partners().stream().map(Partner::name).forEach(names::add);
        names.addAll(store.directory().agencies());
        return List.copyOf(names);
    }

    private List<String> units() {
        var names = new LinkedHashSet<String>();
        reference.get().lists().leadUnits().stream().map(Lists.Word::value).forEach(names::add);
        names.addAll(store.directory().units());
        return List.copyOf(names);
    }

    EventWords words() {
        return new EventWords(List.copyOf(store.directory().agencies()), List.copyOf(store.directory().units()));
    }

    EventList list(EventFilter filter, int most) {
        var page = store.disruptions()
                .list(stored(filter), DisruptionRepository.Order.EVENT_DATE, false, most, 0);
        consultations.listed(Disruption.FIELDS.kind(), filter.terms(), page.matching());
        return new EventList(lines(page.rows()), page.matching(), page.total());
    }

    private DisruptionFilter stored(EventFilter filter) {
        return new DisruptionFilter(
                filter.text(),
                filter.types(),
                filter.ps(),
                filter.categories(),
                filter.moderation(),
                filter.agencies(),
                Set.of(),
                filter.units(),
                filter.from(),
                filter.to(),
                Set.of(),
                filter.counts().map(yes -> new DisruptionFilter.Counting(reference.get().countingRules(), yes)));
    }

    EventFile file(Kept<Disruption> kept) {
        var event = kept.record();
        var decisions = store.records().having(Review.FIELDS, Review.SUBJECT, event.id().toString()).reversed().stream()
                .map(Kept::record)
                .toList();
        return new EventFile(
                lines(List.of(store.disruptions().row(kept))).getFirst(),
                families.of(event),
                provenance.of(event),
                event.find(Disruption.ACTION)
                        .flatMap(id -> store.records().find(Action.FIELDS, id))
                        .map(Kept::record),
                decisions,
                sentence(session.require(RECORD_DISRUPTIONS)),
                sentence(session.require(MODERATE).then(ok -> DisruptionRules.mayModerate(event, session.label()))));
    }

    private static String sentence(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var problem) ? problem.sentence() : "";
    }

    ThreatEvents of(Threat threat) {
        var row = store.threats().row(threat.id());
        var led = new EnumMap<P, Integer>(P.class);
        for (var p : P.values())
            led.put(p, Math.toIntExact(row.map(line -> line.events().of(p)).orElse(0L)));
        var newest = store.disruptions().of(threat.id(), OF_A_THREAT);
        var verdicts = families.verdicts(newest);
        var from = origins(newest);
        long supported = row.map(line -> line.supported()).orElse(0L);
        return new ThreatEvents(
                ThreatName.of(threat),
                newest.stream().map(kept -> line(kept, threat, from, verdicts)).toList(),
                newest.size() < OF_A_THREAT ? newest.size() : supported + led.values().stream().mapToInt(n -> n).sum(),
                led,
                supported);
    }

    ModerationQueue waiting() {
        var rows = store.disruptions().awaitingModeration(Set.of());
        return new ModerationQueue(
                lines(rows.stream()
                        .filter(row -> !isReturned(row))
                        .sorted(Comparator.comparing(EventReading::recordedOn))
                        .toList()),
                Math.toIntExact(rows.stream().filter(EventReading::isReturned).count()));
    }

    private static String recordedOn(DisruptionRow row) {
        return row.event().record().print(Disruption.RECORD_DATE);
    }

    private static boolean isReturned(DisruptionRow row) {
        return row.event().record().is(Disruption.MODERATION, EventModeration.RETURNED);
    }

    private List<EventLine> lines(List<DisruptionRow> rows) {
        var verdicts = families.verdicts(rows.stream().map(DisruptionRow::event).toList());
        var from = origins(rows.stream().map(DisruptionRow::event).toList());
        return rows.stream()
                .map(row -> new EventLine(
                        row.event(),
                        row.threatRef(),
                        row.threatName(),
                        row.threatLro(),
                        from.getOrDefault(row.event().record().id().value(), ""),
                        verdicts.of(row.event().record())))
                .toList();
    }

    private Map<UUID, String> origins(List<Kept<Disruption>> events) {
        return store.timeline().origins(
                Disruption.FIELDS.kind(), events.stream().map(kept -> kept.record().id().value()).toList());
    }

    private static EventLine line(
            Kept<Disruption> kept, Threat threat, Map<UUID, String> from, EventFamilies.Verdicts verdicts) {
        return new EventLine(
                kept,
                threat.get(Threat.REF),
                threat.get(Threat.NAME),
                threat.get(Threat.LRO),
                from.getOrDefault(kept.record().id().value(), ""),
                verdicts.of(kept.record()));
    }
}
