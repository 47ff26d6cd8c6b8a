package fourfold.core.figures;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.P;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingStatus;
import fourfold.core.people.Party;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The named tests over facts, each said once. Days are days since 1970-01-01, rows those of the tables of the facts.
///
/// Not for several threads at once: what takes longer to find out is kept for the next question.
public final class FactTests {

    private static final Set<Category> ASSESSED = EnumSet.of(Category.MAJOR, Category.MODERATE, Category.MINOR);

    private final Facts facts;
    private final Column.Words phases;
    private final boolean[] closedPhases;

    private int @Nullable [][] actionsOfThreats;
    private @Nullable List<Delay> delays;

    public FactTests(Facts facts) {
        this.facts = facts;
        phases = facts.threats().words(Threat.PHASE);
        var all = phases.all();
        closedPhases = new boolean[all.size()];
        for (int i = 0; i < closedPhases.length; i++)
            closedPhases[i] = all.get(i).toLowerCase(Locale.ROOT).contains("closed");
    }

    /// Whether the threat's phase does not contain the word "closed", whatever the case (inspection report, appendix 2).
    public boolean isOpen(int threat) {
        int phase = phases.code(threat);
        return phase < 0 || !closedPhases[phase];
    }

    /// Whether somebody managed the threat on that day, by its own dates: on the master list since it was mapped, off the
    /// list since it was identified, and not closed by then.
    public boolean isManaged(int threat, int day) {
        var threats = facts.threats();
        boolean listed = threats.picks(Threat.MASTER_LIST).is(threat, MasterListStatus.ON_LIST);
        var since = threats.days(listed ? Threat.MAPPED : Threat.IDENTIFIED);
        return since.isUpTo(threat, day) && !threats.days(Threat.CLOSED).isUpTo(threat, day);
    }

    /// The collar number in capitals of each different label of a column of people; empty for a label without one.
    public static String[] collars(Column.Words people) {
        return people.all().stream().map(label -> Party.identity(label).orElse("")).toArray(String[]::new);
    }

    /// The threats whose LRO and SIO are one person, by collar number; two blanks are nobody.
    public BitSet sioIsLro() {
        var lro = facts.threats().words(Threat.LRO);
        var sio = facts.threats().words(Threat.SIO);
        var lros = collars(lro);
        var sios = collars(sio);
        var same = new BitSet();
        for (int i = 0; i < facts.threats().size(); i++)
            if (lro.code(i) >= 0
                    && sio.code(i) >= 0
                    && !lros[lro.code(i)].isEmpty()
                    && lros[lro.code(i)].equals(sios[sio.code(i)])) same.set(i);
        return same;
    }

    /// Whether the event was led: it says so, and is not linked as the support of another.
    public boolean isLead(int event) {
        return facts.events().picks(Disruption.TYPE).is(event, DisruptionType.LEAD) && !facts.isSupport(event);
    }

    /// Whether the event was assessed as Major, Moderate or Minor, the three categories that the printed filter keeps.
    public boolean isAssessed(int event) {
        var category = facts.events().picks(Disruption.CATEGORY).at(event);
        return category != null && ASSESSED.contains(category);
    }

    /// The threats against which there is an event of any type and category, with that date within these days.
    public BitSet threatsWithEvents(Field<Disruption, java.time.LocalDate> date, int from, int to) {
        return threatsWith(date, from, to, false);
    }

    /// The threats against which an event was led and assessed, recorded within these days.
    public BitSet threatsWithLeadAssessed(int from, int to) {
        return threatsWith(Disruption.RECORD_DATE, from, to, true);
    }

    private BitSet threatsWith(Field<Disruption, java.time.LocalDate> date, int from, int to, boolean leadAssessed) {
        var events = facts.events();
        var days = events.days(date);
        var threat = events.links(Disruption.THREAT);
        var found = new BitSet();
        for (int i = 0; i < events.size(); i++)
            if (threat.at(i) >= 0 && days.isWithin(i, from, to) && (!leadAssessed || isLead(i) && isAssessed(i)))
                found.set(threat.at(i));
        return found;
    }

    /// The open threats without any event whose event date is within these days. With the twelve months to a day: stalled.
    public BitSet stalled(int from, int to) {
        return openWithout(threatsWithEvents(Disruption.EVENT_DATE, from, to));
    }

    /// The open threats that are not among those.
    public BitSet openWithout(BitSet threats) {
        var without = new BitSet();
        for (int i = 0; i < facts.threats().size(); i++) if (isOpen(i) && !threats.get(i)) without.set(i);
        return without;
    }

    /// The rows of the actions of that threat.
    public int[] actionsOf(int threat) {
        var known = actionsOfThreats;
        if (known == null) {
            known = grouped(facts.actions().links(Action.THREAT), facts.actions().size(), facts.threats().size());
            actionsOfThreats = known;
        }
        return threat < 0 ? new int[0] : known[threat];
    }

    private static int[][] grouped(Column.Links links, int rows, int groups) {
        var sizes = new int[groups];
        for (int i = 0; i < rows; i++) if (links.at(i) >= 0) sizes[links.at(i)]++;
        var all = new int[groups][];
        for (int i = 0; i < groups; i++) all[i] = new int[sizes[i]];
        Arrays.fill(sizes, 0);
        for (int i = 0; i < rows; i++) if (links.at(i) >= 0) all[links.at(i)][sizes[links.at(i)]++] = i;
        return all;
    }

    /// The threat of a plan; less than 0 where it is not known here.
    public int threatOf(int plan) {
        return facts.plans().links(Plan.THREAT).at(plan);
    }

    /// Whether the action still stands under its P: a cancelled or declined one does not.
    public boolean isLive(int action) {
        var status = facts.actions().picks(Action.STATUS).at(action);
        return status != ActionStatus.CANCELLED && status != ActionStatus.DECLINED;
    }

    /// The Ps under which the plan has no action: none at all, or none that still stands.
    ///
    /// @param anyStatus whether a cancelled or declined action is enough
    public EnumSet<P> emptyPs(int plan, boolean anyStatus) {
        var empty = EnumSet.allOf(P.class);
        var ps = facts.actions().picks(Action.FOUR_P);
        for (int action : actionsOf(threatOf(plan))) {
            var p = ps.at(action);
            if (p != null && (anyStatus || isLive(action))) empty.remove(p);
        }
        return empty;
    }

    /// Whether somebody should have finished the action before that day and had not, as far as its own dates tell: the rule of
    /// [Action#isOverdue].
    public boolean isOverdue(int action, int day) {
        var actions = facts.actions();
        int due = actions.days(Action.DUE).at(action);
        if (due == Column.Days.NONE || due >= day || !isLive(action)) return false;
        var tasked = actions.days(Action.TASKED_ON);
        if (tasked.isGiven(action) && !tasked.isUpTo(action, day)) return false;
        return !actions.picks(Action.STATUS).is(action, ActionStatus.DONE)
                || actions.days(Action.FINISHED_ON).isGiven(action) && !actions.days(Action.FINISHED_ON).isUpTo(action, day);
    }

    /// Whether the plan's next review lay before that day.
    public boolean isReviewOverdue(int plan, int day) {
        return facts.plans().days(Plan.NEXT_REVIEW).isUpTo(plan, day - 1);
    }

    /// Whether the plan has actions, and its threat's LRO owns every one of them.
    public BitSet everyActionWithLro() {
        var owner = facts.actions().words(Action.OWNER);
        var lro = facts.threats().words(Threat.LRO);
        var owners = collars(owner);
        var lros = collars(lro);
        var plans = new BitSet();
        for (int plan = 0; plan < facts.plans().size(); plan++) {
            int threat = threatOf(plan);
            var actions = actionsOf(threat);
            if (actions.length == 0 || lro.code(threat) < 0) continue;
            var officer = lros[lro.code(threat)];
            if (!officer.isEmpty()
                    && Arrays.stream(actions)
                            .allMatch(one -> owner.code(one) >= 0 && owners[owner.code(one)].equals(officer)))
                plans.set(plan);
        }
        return plans;
    }

    /// The finished actions under a P under which no event, of whatever type and category, is recorded against their threat.
    public BitSet doneWithoutEventInSameP() {
        var events = facts.events();
        var recorded = new BitSet();
        for (int i = 0; i < events.size(); i++) {
            int threat = events.links(Disruption.THREAT).at(i);
            int p = events.picks(Disruption.FOUR_P).place(i);
            if (threat >= 0 && p >= 0) recorded.set(threat * P.values().length + p);
        }
        var actions = facts.actions();
        var done = new BitSet();
        for (int i = 0; i < actions.size(); i++) {
            int threat = actions.links(Action.THREAT).at(i);
            int p = actions.picks(Action.FOUR_P).place(i);
            if (actions.picks(Action.STATUS).is(i, ActionStatus.DONE)
                    && threat >= 0
                    && p >= 0
                    && !recorded.get(threat * P.values().length + p)) done.set(i);
        }
        return done;
    }

    /// A decision that a meeting did not take.
    ///
    /// @param meeting the row of the cancelled or inquorate meeting
    /// @param threat the row of a threat on its agenda
    /// @param days how long until a meeting was held that had the threat on its agenda; nothing where there is none yet
    public record Delay(int meeting, int threat, Optional<Integer> days) {

        /// The same as far as it was known on a day: a meeting that was held later had not been held yet.
        ///
        /// @param on the day of the meeting that did not decide
        Optional<Integer> days(int on, int day) {
            return days.filter(waited -> on + waited <= day);
        }
    }

    /// Every decision that had to wait because a meeting was cancelled or not quorate.
    public List<Delay> delays() {
        var known = delays;
        if (known == null) {
            known = List.copyOf(findDelays());
            delays = known;
        }
        return known;
    }

    private List<Delay> findDelays() {
        var meetings = facts.meetings();
        var status = meetings.picks(Meeting.STATUS);
        var date = meetings.days(Meeting.DATE);
        var held = facts.agendas().keySet().stream()
                .filter(row -> status.is(row, MeetingStatus.HELD) && date.isGiven(row))
                .sorted(Comparator.comparing(date::at))
                .toList();
        var delays = new ArrayList<Delay>();
        for (int row = 0; row < meetings.size(); row++) {
            int meeting = row;
            boolean failed = status.is(row, MeetingStatus.CANCELLED) || status.is(row, MeetingStatus.INQUORATE);
            if (!failed || !date.isGiven(row)) continue;
            for (int threat : Objects.requireNonNullElse(facts.agendas().get(row), new int[0]))
                delays.add(new Delay(
                        row,
                        threat,
                        held.stream()
                                .filter(other -> date.at(other) > date.at(meeting))
                                .filter(other -> Arrays.binarySearch(facts.agendas().get(other), threat) >= 0)
                                .findFirst()
                                .map(other -> date.at(other) - date.at(meeting))));
        }
        return delays;
    }
}
