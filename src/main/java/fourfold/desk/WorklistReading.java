package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.meeting.Meeting;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.HomeDesk.Group;
import fourfold.desk.HomeDesk.Item;
import fourfold.desk.HomeDesk.Load;
import fourfold.desk.HomeDesk.Worklist;
import fourfold.store.ActionRow;
import fourfold.store.Store;
import fourfold.store.ThreatRow;
import fourfold.store.UnsettledRepository;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Gathers the worklist of whoever is let in, once.
final class WorklistReading {

    private static final Set<String> EVENTS = Set.of(Disruption.FIELDS.kind(), Meeting.FIELDS.kind(), EventLink.FIELDS.kind());

    private final Session session;
    private final Store store;
    private final Ledger ledger;
    private final Settings limits;
    private final LocalDate today;
    private final boolean isLro;
    private final boolean isSupervisor;
    private final Set<String> managed;
    private final List<Item> items = new ArrayList<>();

    WorklistReading(Session session, Store store, Ledger ledger, Settings limits, PeopleDesk people) {
        this.session = session;
        this.store = store;
        this.ledger = ledger;
        this.limits = limits;
        today = session.today();
        isLro = session.may(Permission.EDIT_PLANS);
        isSupervisor = session.may(Permission.REVIEW_PLANS);
        managed = isSupervisor ? people.managedBy(session.user()) : Set.of();
    }

    /// The list.
    ///
    /// @param unsent what waits to be sent, by addressee
    Worklist all(List<PacketDesk.Unsent> unsent) {
        // a supervisor's people and an LRO's own threats; a person may be both
        boolean everybody = isSupervisor && managed.isEmpty() || !isSupervisor && !isLro;
        var whose = everybody ? Set.<String>of() : whose();
        actions(whose);
        plans(whose);
        threats(whose);
        events(whose);
        unsettledEvents();
        proposed();
        gaps(whose);
        if (session.may(Permission.EXPORT)) unsent.forEach(this::unsent);
        var loads = isSupervisor ? workload(whose) : List.<Load>of();
        items.sort(Comparator.comparing(Item::group));
        return new Worklist(List.copyOf(items), loads, everybody);
    }

    private Set<String> whose() {
        var whose = new TreeSet<>(managed);
        if (isLro) whose.add(session.user());
        return whose;
    }

    private void actions(Set<String> whose) {
        for (var row : store.home().overdueActions(whose, today))
            action(Group.OVERDUE, row, "Overdue since " + day(row.due().orElse(today)));
        for (var row : store.home().dueActions(whose, today, today.plusDays(limits.dueDays())))
            action(Group.DUE, row, "Due " + day(row.due().orElse(today)));
        for (var row : store.home().finishedWithoutDisruption(whose))
            action(Group.UNRECORDED, row, "Finished: record it, or say why not");
        for (var row : store.home().declinedWithoutReason(whose))
            action(Group.GAP, row, "Declined without a reason");
    }

    private void action(Group group, ActionRow row, String why) {
        items.add(new Item(
                group,
                row.title(),
                Optional.of(row.threat()),
                row.threatRef(),
                row.threatName(),
                why,
                "action",
                row.id().value(),
                row.due()));
    }

    private void plans(Set<String> whose) {
        for (var row : store.home().returnedPlans(whose)) threat(Group.RETURNED, row, "The plan was returned", "plan");
        for (var row : store.home().reviewsDue(whose, today.plusDays(limits.dueDays()))) {
            var due = row.nextReview().orElse(today);
            threat(Group.REVIEW_DUE, row, (due.isBefore(today) ? "Review was due " : "Review due ") + day(due), "plan");
        }
        if (isSupervisor)
            for (var row : store.home().plansToReview(whose))
                threat(Group.TO_REVIEW, row, "Submitted by " + row.lro(), "plan");
        for (var one : store.home().emptyPs(whose)) {
            var empty = one.empty().stream().sorted().map(P::label).collect(Collectors.joining(", "));
            threat(Group.EMPTY_P, one.threat(), empty + (one.empty().size() == 1 ? " is" : " are")
                    + " empty without a reason", "plan");
        }
    }

    /// A threat is silent when nothing has happened for so many days. One that was identified less long ago has not had
    /// the time.
    private void threats(Set<String> whose) {
        var from = today.minusDays(limits.silentDays()).plusDays(1);
        var silent = store.home().silent(whose, from, today);
        var never = silent.stream().filter(row -> row.lastActivity().isEmpty()).map(ThreatRow::id).toList();
        var records = never.isEmpty() ? Map.<Id<Threat>, Kept<Threat>>of() : store.records().findAll(Threat.FIELDS, never);
        for (var row : silent) {
            var since = row.lastActivity().or(() -> Optional.ofNullable(records.get(row.id()))
                    .flatMap(kept -> kept.record().find(Threat.IDENTIFIED)));
            if (since.isPresent() && !since.get().isBefore(from)) continue;
            var days = since.map(day -> ChronoUnit.DAYS.between(day, today));
            threat(Group.SILENT, row, days.map(n -> "Silent for " + n + " days").orElse("Silent since ever"), "threat");
        }
        for (var row : store.home().inConflict(whose))
            threat(Group.CONFLICT, row, row.conflicts() == 1 ? "One value to settle" : row.conflicts() + " values to settle", "threat");
    }

    private void events(Set<String> whose) {
        for (var row : store.home().unmoderated(whose))
            items.add(new Item(
                    Group.TO_MODERATE,
                    row.summary(),
                    Optional.of(row.threat()),
                    row.threatRef(),
                    row.threatName(),
                    row.category().map(Category::label).orElse("") + ", "
                            + row.moderation().map(EventModeration::label).orElse("").toLowerCase(Locale.ROOT),
                    "disruption",
                    row.id().value(),
                    row.day()));
    }

    /// Events, meetings and links of events belong to no LRO, so that whoever sits here can settle them.
    private void unsettledEvents() {
        for (var one : store.unsettled().inConflict())
            if (EVENTS.contains(one.kind()))
                unsettled(Group.CONFLICT, one, counted(one.conflicts(), "value", "values") + " to settle");
    }

    /// What other agencies propose and this one answers.
    private void proposed() {
        for (var one : store.unsettled().proposed())
            unsettled(Group.PROPOSED, one, counted(one.proposals(), "proposal", "proposals") + " to answer");
    }

    private void unsettled(Group group, UnsettledRepository.Waiting one, String why) {
        SharedKinds.find(one.kind()).ifPresent(fields -> unsettled(fields, group, one, why));
    }

    private <K extends Entity<K>> void unsettled(
            Fields<K> fields, Group group, UnsettledRepository.Waiting one, String why) {
        var kept = store.records().find(fields, new Id<K>(one.record())).orElseThrow();
        var about = Governing.about(kept.record());
        if (group == Group.PROPOSED && !ledger.governing().ownership(kept.record()).governs(session.agency())) return;
        var threat = about.flatMap(id -> store.records().find(Threat.FIELDS, id)).map(Kept::record);
        items.add(new Item(
                group,
                UnsettledReading.called(kept.record()),
                about,
                threat.map(t -> t.get(Threat.REF)).orElse(""),
                threat.map(t -> t.get(Threat.NAME)).orElse(""),
                why,
                one.kind(),
                one.record(),
                Optional.empty()));
    }

    private static String counted(long count, String one, String many) {
        return count == 1 ? "One " + one : count + " " + many;
    }

    /// What a form would have asked for. A threat that nobody is the LRO of is everybody's.
    private void gaps(Set<String> whose) {
        for (var row : store.home().offListWithoutReason(whose))
            threat(Group.GAP, row, "Off the master list without a reason", "threat");
        for (var row : store.home().sioIsLroWithoutReason(whose))
            threat(Group.GAP, row, "The SIO is the LRO, without a reason", "threat");
        for (var row : store.home().withoutLro(Set.of())) threat(Group.GAP, row, "No LRO", "threat");
    }

    private void unsent(PacketDesk.Unsent one) {
        items.add(new Item(
                Group.TO_SEND,
                "Changes for " + one.to(),
                Optional.empty(),
                "",
                "",
                one.changes() + (one.changes() == 1 ? " change" : " changes")
                        + (one.since() == 0 ? ", nothing sent yet" : " since package " + one.since()),
                "package",
                new UUID(0, one.since()),
                Optional.empty()));
    }

    private void threat(Group group, ThreatRow row, String why, String kind) {
        items.add(new Item(
                group,
                row.name(),
                Optional.of(row.id()),
                row.ref(),
                row.name(),
                why,
                kind,
                row.id().value(),
                row.nextReview().filter(day -> group == Group.REVIEW_DUE)));
    }

    private List<Load> workload(Set<String> whose) {
        return store.workload().workload(whose).stream()
                .map(load -> new Load(
                        load.lro(),
                        load.collar(),
                        load.threats(),
                        load.tiers(),
                        load.openActions(),
                        limits.threatsPerLro()))
                .toList();
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK)
                + " " + day.getYear();
    }
}
