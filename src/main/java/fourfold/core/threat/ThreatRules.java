package fourfold.core.threat;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Problem.Flaw;
import fourfold.core.people.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a threat's record needs, and how it is typed, appointed and closed.
public final class ThreatRules {

    private ThreatRules() {}

    /// What is wrong with a threat that a person writes, in the order of the form.
    private static List<Flaw> flaws(Threat threat, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        if (threat.lacks(Threat.NAME)) flaws.add(new Flaw("name", "Give the threat a name."));
        if (threat.lacks(Threat.KIND)) flaws.add(new Flaw("kind", "Choose the kind of threat."));
        if (threat.lacks(Threat.AGENCY)) flaws.add(new Flaw("agency", "Say which agency owns the threat."));
        if (threat.lacks(Threat.PRIMARY_AREA))
            flaws.add(new Flaw("primaryArea", "Choose the primary threat area."));
        if (needsMasterListReason(threat))
            flaws.add(new Flaw("masterListReason", "Say why the threat is not on the master list."));
        if (sioIsLro(threat) && threat.lacks(Threat.SIO_IS_LRO_REASON))
            flaws.add(new Flaw("sioIsLroReason", "The SIO and the LRO are the same person; say why."));
        if (threat.find(Threat.IDENTIFIED).filter(day -> day.isAfter(today)).isPresent())
            flaws.add(new Flaw("identified", "Date identified lies in the future."));
        flawsOfClosing(threat, today, flaws);
        return flaws;
    }

    private static void flawsOfClosing(Threat threat, LocalDate today, List<Flaw> flaws) {
        if (threat.lacks(Threat.CLOSED)) return;
        var closed = threat.get(Threat.CLOSED);
        // what counts the threats of a day goes by the dates, so that such a threat would be left out while it is open
        if (!threat.isClosed())
            flaws.add(new Flaw("closed", "The threat is open: leave its date closed empty, or choose a phase that ends it."));
        if (closed.isAfter(today)) flaws.add(new Flaw("closed", "Date closed lies in the future."));
        if (threat.find(Threat.IDENTIFIED).filter(closed::isBefore).isPresent())
            flaws.add(new Flaw("closed", "Date closed lies before the date identified."));
    }

    /// A new threat as it is kept, or what is wrong with it. An LRO named at once is appointed at once, by whoever creates
    /// the threat and for the reason that the record or the act gives.
    public static Outcome<Threat> create(Threat threat, String by, String reason, LocalDate today) {
        var flaws = flaws(threat, today);
        if (!flaws.isEmpty()) return refused(new Problem.Invalid(flaws));
        if (threat.isClosed()) return closed(threat, today).then(closed -> appointed(closed, by, reason, today));
        return appointed(threat, by, reason, today);
    }

    private static Outcome<Threat> appointed(Threat threat, String by, String reason, LocalDate today) {
        if (threat.lacks(Threat.LRO)) return done(threat);
        var why = threat.lacks(Threat.LRO_REASON) ? reason : threat.get(Threat.LRO_REASON);
        return appoint(threat, threat.get(Threat.LRO), by, why, today);
    }

    /// A threat after a change. Typing it anew, appointing another LRO, closing it and opening it again ask for what they
    /// need, by whatever form the change was made. A gap that was there before (a loaded extract has some) does not stand in the way.
    ///
    /// @param by the label of the person who makes the change
    public static Outcome<Threat> change(Threat before, Threat written, String by, String reason, LocalDate today) {
        boolean reopened = before.isClosed() && !written.isClosed();
        var after = reopened ? reopened(before, written) : written;
        var known = flaws(before, today);
        var fresh = flaws(after, today).stream().filter(flaw -> !known.contains(flaw)).toList();
        if (!fresh.isEmpty()) return refused(new Problem.Invalid(fresh));
        Outcome<Threat> changed = done(after);
        if (!before.find(Threat.KIND).equals(after.find(Threat.KIND)))
            changed = changed.then(threat -> retyped(before, threat, reason, today));
        if (!before.get(Threat.LRO).equals(after.get(Threat.LRO)) && !after.lacks(Threat.LRO))
            changed = changed.then(threat -> appoint(threat, threat.get(Threat.LRO), by, reason, today));
        if (reopened && reason.isBlank())
            changed = changed.then(threat -> refused(new Problem.NeedsReason("threat.reopen", "Say why the threat is open again.")));
        if (!before.isClosed() && after.isClosed()) changed = changed.then(threat -> closed(threat, today));
        else if (!before.get(Threat.PHASE).equals(after.get(Threat.PHASE)))
            changed = changed.map(threat -> threat.with(Threat.PHASE_SINCE, today));
        return changed;
    }

    /// Whether the SIO and the LRO are one person, by identity and not by spelling (inspection report, Nottinghamshire).
    public static boolean sioIsLro(Threat threat) {
        return Party.samePerson(threat.get(Threat.LRO), threat.get(Threat.SIO));
    }

    private static boolean needsMasterListReason(Threat threat) {
        return !threat.is(Threat.MASTER_LIST, MasterListStatus.ON_LIST) && threat.lacks(Threat.MASTER_LIST_REASON);
    }

    /// What a record lacks that a form would have asked for, one sentence each; shown on the record and on the home list
    /// until somebody fills it in.
    public static Set<ThreatGap> gaps(Threat threat) {
        var gaps = EnumSet.noneOf(ThreatGap.class);
        if (threat.isClosed()) return gaps;
        if (needsMasterListReason(threat)) gaps.add(ThreatGap.MASTER_LIST_REASON);
        if (threat.lacks(Threat.LRO)) gaps.add(ThreatGap.LRO);
        if (sioIsLro(threat) && threat.lacks(Threat.SIO_IS_LRO_REASON)) gaps.add(ThreatGap.SIO_IS_LRO_REASON);
        return gaps;
    }

    /// Typing anew keeps the day and the reason; events keep the kind they were recorded under. The day and the reason of
    /// the kind before do not serve again.
    private static Outcome<Threat> retyped(Threat before, Threat threat, String reason, LocalDate today) {
        boolean reasoned = !threat.get(Threat.KIND_REASON).equals(before.get(Threat.KIND_REASON));
        var why = reason.isBlank() && reasoned ? threat.get(Threat.KIND_REASON) : reason;
        if (why.isBlank()) return refused(new Problem.NeedsReason("threat.retype", "Say why the threat is typed anew."));
        boolean dated = !threat.find(Threat.KIND_SINCE).equals(before.find(Threat.KIND_SINCE));
        var since = dated ? threat.find(Threat.KIND_SINCE).orElse(today) : today;
        if (since.isAfter(today)) return refused(new Problem.Invalid("kindSince", "Kind since lies in the future."));
        return done(threat.with(Threat.KIND_SINCE, since).with(Threat.KIND_REASON, why));
    }

    /// A threat that is open again has no date closed, and what it was closed on does not serve for closing it once more. Its
    /// history keeps it.
    private static Threat reopened(Threat before, Threat after) {
        var open = after.find(Threat.CLOSED).equals(before.find(Threat.CLOSED)) ? after.with(Threat.CLOSED, null) : after;
        return open.with(Threat.CLOSURE_REASON, null).with(Threat.CLOSURE_EVIDENCE, null).with(Threat.INTELLIGENCE_HANDED_OVER, null);
    }

    /// Appoints an LRO, keeping who did it, why and when (inspection report: LROs "didn't know why they had been
    /// appointed").
    private static Outcome<Threat> appoint(Threat threat, String lro, String by, String reason, LocalDate since) {
        if (reason.isBlank()) return refused(new Problem.NeedsReason("threat.appoint", "Say why this LRO is appointed."));
        return done(threat.with(Threat.LRO, lro)
                .with(Threat.LRO_SINCE, since)
                .with(Threat.LRO_APPOINTED_BY, by)
                .with(Threat.LRO_REASON, reason));
    }

    /// What is missing before a threat can be closed: a phase that says so, reason, evidence, the last assessment, the
    /// intelligence handed over, the orders still to monitor and a retention group.
    public static List<Flaw> missingToClose(Threat threat) {
        var flaws = new ArrayList<Flaw>();
        if (!threat.isClosed()) flaws.add(new Flaw("phase", "Choose how the threat ends."));
        if (threat.lacks(Threat.CLOSURE_REASON)) flaws.add(new Flaw("closureReason", "Say why the threat is closed."));
        if (threat.lacks(Threat.CLOSURE_EVIDENCE))
            flaws.add(new Flaw("closureEvidence", "Say what the closing rests on."));
        if (threat.lacks(Threat.LAST_ASSESSED))
            flaws.add(new Flaw("lastAssessed", "Give the date of the last assessment."));
        if (!threat.get(Threat.INTELLIGENCE_HANDED_OVER))
            flaws.add(new Flaw("intelligenceHandedOver", "Hand the intelligence over first, then say so here."));
        if (threat.lacks(Threat.ORDERS_TO_MONITOR))
            flaws.add(new Flaw("ordersToMonitor", "List the orders still to monitor, or write none."));
        if (threat.lacks(Threat.RETENTION)) flaws.add(new Flaw("retention", "Choose the retention group."));
        return flaws;
    }

    private static Outcome<Threat> closed(Threat threat, LocalDate today) {
        var flaws = missingToClose(threat);
        if (!flaws.isEmpty()) return refused(new Problem.Invalid(flaws));
        var day = threat.find(Threat.CLOSED).orElse(today);
        return done(threat.with(Threat.CLOSED, day).with(Threat.PHASE_SINCE, day));
    }
}
