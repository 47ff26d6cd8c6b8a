package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.access.Permission;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.meeting.Meeting;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.core.threat.Tier;
import fourfold.store.ActionRow;
import fourfold.store.Store;
import fourfold.store.ThreatRow;
import fourfold.store.UnsettledRepository;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The worklist: what a person must do today, exact and complete, the most harmful first. An LRO sees their own threats, a
/// supervisor those of the people they line-manage.
public final class HomeDesk extends Desk {

    /// Why something is on the list, in the order of harm.
    public enum Group {
        OVERDUE("Overdue"),
        DUE("Due soon"),
        RETURNED("Returned to you"),
        REVIEW_DUE("Plan review due"),
        TO_REVIEW("Plans to review"),
        TO_MODERATE("Events to moderate"),
        SILENT("Silent threats"),
        EMPTY_P("Empty Ps"),
        UNRECORDED("Finished, and not recorded"),
        CONFLICT("In conflict"),
        PROPOSED("Proposed by others"),
        GAP("Missing on the record"),
        TO_SEND("Not sent yet");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /// The heading.
        public String label() {
            return label;
        }
    }

    /// One line of the list.
    ///
    /// @param what what it is about, such as an action's title
    /// @param threat the threat it belongs to; empty for what belongs to none
    /// @param why why it is here, in a sentence without its full stop
    /// @param kind the kind of the record that opens: "action", "plan", "threat", "disruption" or "package"
    /// @param record its identity
    /// @param day the day that it turns on
    public record Item(
            Group group,
            String what,
            Optional<Id<Threat>> threat,
            String threatRef,
            String threatName,
            String why,
            String kind,
            UUID record,
            Optional<LocalDate> day) {}

    /// What one LRO carries.
    ///
    /// @param limit how many threats one LRO should have at most
    public record Load(
            String lro, String collar, long threats, Map<Tier, Long> tiers, long openActions, int limit) {
    }

    /// A person's worklist.
    ///
    /// @param everybody whether it is about all threats, because nobody is entered as managed by this supervisor
    /// @param workload what each LRO carries, for a supervisor
    public record Worklist(List<Item> items, List<Load> workload, boolean everybody) {

        /// The lines of a group.
        public List<Item> of(Group group) {
            return items.stream().filter(item -> item.group() == group).toList();
        }
    }

    private static final Set<String> EVENTS = Set.of(Disruption.FIELDS.kind(), Meeting.FIELDS.kind(), EventLink.FIELDS.kind());

    private final PeopleDesk people;
    private final SettingsDesk settings;
    private final Supplier<Outcome<List<PacketDesk.Unsent>>> unsent;
    private final ReentrantLock gathering = new ReentrantLock();
    private @Nullable Gathered newest;

    HomeDesk(
            Session session,
            Store store,
            Ledger ledger,
            PeopleDesk people,
            SettingsDesk settings,
            Supplier<Outcome<List<PacketDesk.Unsent>>> unsent) {
        super(session, store, ledger);
        this.people = people;
        this.settings = settings;
        this.unsent = unsent;
    }

    /// The worklist of whoever is let in. The home screen and the counts beside it ask at the same moments, so whoever asks
    /// second is given the first one's answer.
    public Outcome<Worklist> worklist() {
        return session.require(READ).then(ok -> listed());
    }

    private Outcome<Worklist> listed() {
        gathering.lock();
        try {
            var upTo = store.home().upTo();
            var today = session.today();
            var known = newest;
            if (known != null && known.upTo == upTo && known.today.equals(today)) return Outcome.done(known.list);
            return unsent.get().map(waiting -> {
                var list = new Listing(settings.inForce()).all(waiting);
                newest = new Gathered(upTo, today, list);
                return list;
            });
        } finally {
            gathering.unlock();
        }
    }

    /// A worklist, of the tables up to that entry, on that day.
    private record Gathered(long upTo, LocalDate today, Worklist list) {}

    /// One listing while it is gathered.
    private final class Listing {
        private final Settings limits;
        private final LocalDate today = session.today();
        private final boolean isLro = session.may(Permission.EDIT_PLANS);
        private final boolean isSupervisor = session.may(Permission.REVIEW_PLANS);
        private final Set<String> managed = isSupervisor ? people.managedBy(session.user()) : Set.of();
        private final List<Item> items = new ArrayList<>();

        Listing(Settings limits) {
            this.limits = limits;
        }

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
            items.sort(java.util.Comparator.comparing(Item::group));
            return new Worklist(List.copyOf(items), loads, everybody);
        }

        private Set<String> whose() {
            var whose = new java.util.TreeSet<>(managed);
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
                                + row.moderation().map(EventModeration::label).orElse("").toLowerCase(java.util.Locale.ROOT),
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
            return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.UK)
                    + " " + day.getYear();
        }
    }
}
