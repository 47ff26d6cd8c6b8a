package fourfold.core.threat;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Problem.Flaw;
import fourfold.core.people.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a threat's record needs, and how it is typed, appointed and closed.
public final class ThreatRules {

    private ThreatRules() {}

    /// What has to be right before a threat that a person wrote can be kept. What a loaded extract lacks is shown instead
    /// ([#gaps]).
    public static Outcome<Threat> check(Threat threat, LocalDate today) {
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
        return flaws.isEmpty() ? done(threat) : refused(new Problem.Invalid(flaws));
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
    public static List<Flaw> gaps(Threat threat) {
        var gaps = new ArrayList<Flaw>();
        if (threat.isClosed()) return gaps;
        if (needsMasterListReason(threat))
            gaps.add(new Flaw("masterListReason", "Off the master list without a reason."));
        if (threat.lacks(Threat.LRO)) gaps.add(new Flaw("lro", "No LRO."));
        if (sioIsLro(threat) && threat.lacks(Threat.SIO_IS_LRO_REASON))
            gaps.add(new Flaw("sioIsLroReason", "The SIO is the LRO, without a reason."));
        return gaps;
    }

    /// Types a threat anew, with the day and the reason kept; its events keep the kind they were recorded under.
    public static Outcome<Threat> retype(Threat threat, ThreatKind kind, String reason, LocalDate since) {
        if (threat.is(Threat.KIND, kind)) return refused(new Problem.NotNow("The threat is of that kind already."));
        if (reason.isBlank())
            return refused(new Problem.NeedsReason("threat.retype", "Say why the threat is typed anew."));
        return done(threat.with(Threat.KIND, kind).with(Threat.KIND_SINCE, since).with(Threat.KIND_REASON, reason));
    }

    /// Appoints an LRO, keeping who did it, why and when (inspection report: LROs "didn't know why they had been
    /// appointed").
    public static Outcome<Threat> appoint(Threat threat, String lro, String by, String reason, LocalDate since) {
        if (lro.isBlank()) return refused(new Problem.Invalid("lro", "Say who the LRO is."));
        if (reason.isBlank()) return refused(new Problem.NeedsReason("threat.appoint", "Say why this LRO is appointed."));
        return done(threat.with(Threat.LRO, lro)
                .with(Threat.LRO_SINCE, since)
                .with(Threat.LRO_APPOINTED_BY, by)
                .with(Threat.LRO_REASON, reason));
    }

    /// Closes a threat: a phase that says so, reason, evidence, the last assessment, the intelligence handed over, the
    /// orders still to monitor and a retention group.
    public static Outcome<Threat> close(Threat threat, Threat asClosed, LocalDate today) {
        if (threat.isClosed()) return refused(new Problem.NotNow("The threat is closed already."));
        var flaws = new ArrayList<Flaw>();
        if (!asClosed.get(Threat.PHASE).toLowerCase(Locale.ROOT).contains("closed"))
            flaws.add(new Flaw("phase", "Choose how the threat is closed."));
        if (asClosed.lacks(Threat.CLOSURE_REASON)) flaws.add(new Flaw("closureReason", "Say why the threat is closed."));
        if (asClosed.lacks(Threat.CLOSURE_EVIDENCE))
            flaws.add(new Flaw("closureEvidence", "Say what the closing rests on."));
        if (asClosed.lacks(Threat.LAST_ASSESSED))
            flaws.add(new Flaw("lastAssessed", "Give the date of the last assessment."));
        if (!asClosed.get(Threat.INTELLIGENCE_HANDED_OVER))
            flaws.add(new Flaw("intelligenceHandedOver", "Hand the intelligence over first, then say so here."));
        if (asClosed.lacks(Threat.ORDERS_TO_MONITOR))
            flaws.add(new Flaw("ordersToMonitor", "List the orders still to monitor, or write none."));
        if (asClosed.lacks(Threat.RETENTION)) flaws.add(new Flaw("retention", "Choose the retention group."));
        var day = asClosed.find(Threat.CLOSED).orElse(today);
        if (day.isAfter(today)) flaws.add(new Flaw("closed", "Date closed lies in the future."));
        if (!flaws.isEmpty()) return refused(new Problem.Invalid(flaws));
        return done(asClosed.with(Threat.CLOSED, day).with(Threat.PHASE_SINCE, day));
    }
}
