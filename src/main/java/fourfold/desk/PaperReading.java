package fourfold.desk;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.report.DisruptionReturn;
import fourfold.report.InspectionPage;
import fourfold.report.MeetingBrief;
import fourfold.report.Occasion;
import fourfold.report.PlanBriefing;
import fourfold.report.ThreatOnAPage;
import fourfold.report.ThreatPapers;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Puts together what a paper is made of. Whether the person may print was asked before.
final class PaperReading {

    /// How many events of a threat are read; more than any one has.
    private static final int MOST_EVENTS = 20_000;

    private final Session session;
    private final Store store;
    private final Supplier<Reference> reference;
    private final IntSupplier silentDays;
    private final EventFamilies families;
    private final PaperFigures figures;

    PaperReading(
            Session session, Store store, Supplier<Reference> reference, IntSupplier silentDays, PaperFigures figures) {
        this.session = session;
        this.store = store;
        this.reference = reference;
        this.silentDays = silentDays;
        this.figures = figures;
        this.families = new EventFamilies(store, reference, session::today);
    }

    /// All that a paper is made of.
    ///
    /// @param about the record, agency or day that it is about
    /// @param records all records that it may speak of, to be weighed; none for all that there are
    /// @param needed those without which there is no such paper
    /// @param threats the threats of it
    /// @param make makes it of what was released
    record Gathered(
            String about, List<Kept<?>> records, Set<UUID> needed, List<Threat> threats, Function<Released, byte[]> make) {}

    private record OfThreat(ThreatPapers papers, List<Kept<?>> records) {}

    Outcome<Gathered> gather(PrintDesk.Wish wish) {
        return switch (wish.paper()) {
            case PLAN_BRIEFING -> kept(Threat.FIELDS, wish.ref()).then(this::planBriefing);
            case THREAT -> kept(Threat.FIELDS, wish.ref()).map(this::threat);
            case MEETING_BRIEF -> kept(Meeting.FIELDS, wish.ref()).map(this::meeting);
            case DISRUPTION_RETURN -> figures.disruptionReturn(wish.ref(), wish.window()).map(content -> new Gathered(
                    content.agency(), List.of(), Set.of(), List.of(),
                    released -> DisruptionReturn.pdf(released, content, occasion())));
            case INSPECTION -> figures.inspect(wish.window()).map(inspection -> new Gathered(
                    inspection.day().toString(), List.of(), Set.of(), List.of(),
                    released -> InspectionPage.pdf(released, inspection, occasion())));
        };
    }

    private <K extends fourfold.core.kernel.Entity<K>> Outcome<Kept<K>> kept(Fields<K> fields, String ref) {
        return store.records()
                .findByRef(fields, ref)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        new Problem.Gone("There is no " + fields.word() + " with the reference " + ref + ".")));
    }

    private Occasion occasion() {
        return new Occasion(
                session.today(), session.clock().instant(), reference.get().countingRules().all(), silentDays.getAsInt());
    }

    private Outcome<Gathered> planBriefing(Kept<Threat> kept) {
        var of = of(kept);
        if (of.papers().plan().isEmpty())
            return Outcome.refused(new Problem.Gone(kept.record().get(Threat.REF) + " has no plan yet."));
        var needed = Set.of(kept.record().id().value(), Plan.idFor(kept.record().id()).value());
        return Outcome.done(new Gathered(
                kept.record().id().toString(), of.records(), needed, List.of(kept.record()),
                released -> PlanBriefing.pdf(released, of.papers(), occasion())));
    }

    private Gathered threat(Kept<Threat> kept) {
        var of = of(kept);
        var id = kept.record().id().value();
        return new Gathered(
                id.toString(), of.records(), Set.of(id), List.of(kept.record()),
                released -> ThreatOnAPage.pdf(released, of.papers(), occasion()));
    }

    private OfThreat of(Kept<Threat> kept) {
        var sheet = store.plans().sheet(kept.record().id()).orElseThrow();
        var events = store.disruptions().of(kept.record().id(), MOST_EVENTS);
        var verdicts = families.verdicts(events);
        var records = new ArrayList<Kept<?>>();
        records.add(kept);
        sheet.plan().ifPresent(records::add);
        records.addAll(sheet.actions());
        records.addAll(events);
        var papers = new ThreatPapers(
                kept.record(),
                sheet.plan().map(Kept::record),
                sheet.actions().stream().map(Kept::record).toList(),
                events.stream()
                        .map(Kept::record)
                        .map(event -> new ThreatPapers.Event(event, verdicts.of(event)))
                        .toList());
        return new OfThreat(papers, records);
    }

    private Gathered meeting(Kept<Meeting> kept) {
        var meeting = kept.record();
        var records = new ArrayList<Kept<?>>();
        records.add(kept);
        var needed = new HashSet<UUID>();
        needed.add(meeting.id().value());
        var items = new ArrayList<MeetingBrief.Item>();
        var earlier = store.records().all(Meeting.FIELDS).stream().map(Kept::record).toList();
        for (var ref : meeting.get(Meeting.THREATS))
            store.records().findByRef(Threat.FIELDS, ref).ifPresent(threat -> {
                var of = of(threat);
                records.addAll(of.records());
                needed.add(threat.record().id().value());
                items.add(new MeetingBrief.Item(of.papers(), MeetingRules.lastBefore(meeting, threat.record().get(Threat.REF), earlier)));
            });
        return new Gathered(
                meeting.id().toString(), records, needed, items.stream().map(item -> item.papers().threat()).toList(),
                released -> MeetingBrief.pdf(released, meeting, items, occasion()));
    }
}
