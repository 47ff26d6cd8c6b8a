package fourfold.report;

import fourfold.core.disclosure.Released;
import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All papers of one threat: its record, its plan with the actions, and its events.
///
/// @param events newest first
public record ThreatPapers(Threat threat, Optional<Plan> plan, List<Action> actions, List<Event> events) {

    /// An event with the answer of the counting rules.
    public record Event(Disruption record, CountingVerdict verdict) {

        boolean isLed() {
            return !record.is(Disruption.TYPE, DisruptionType.SUPPORT);
        }

        /// The day that the counting rules and the printed filters go by; that of the event where there is none.
        LocalDate counted() {
            return record.find(Disruption.RECORD_DATE).or(() -> record.find(Disruption.EVENT_DATE)).orElse(LocalDate.MIN);
        }
    }

    public ThreatPapers {
        actions = List.copyOf(actions);
        events = List.copyOf(events);
    }

    /// What of it was released.
    ///
    /// @throws IllegalArgumentException when the threat itself was not, which whoever asks has to look at before
    ThreatPapers cleared(Released released) {
        if (!released.includes(threat.id().value())) throw new IllegalArgumentException("the threat is not released");
        return new ThreatPapers(
                threat,
                plan.filter(one -> released.includes(one.id().value())),
                actions.stream().filter(one -> released.includes(one.id().value())).toList(),
                events.stream().filter(one -> released.includes(one.record().id().value())).toList());
    }

    /// As in "DER-0014 Op Saffron".
    String words() {
        return threat.lacks(Threat.NAME) ? threat.get(Threat.REF) : threat.get(Threat.REF) + " " + threat.get(Threat.NAME);
    }

    /// Kind, owner, tier and phase in one line.
    String below() {
        var parts = new ArrayList<String>();
        add(parts, threat.print(Threat.KIND));
        add(parts, threat.lacks(Threat.AREA) ? threat.get(Threat.AGENCY) : threat.get(Threat.AGENCY) + ", " + threat.get(Threat.AREA));
        add(parts, threat.print(Threat.TIER));
        add(parts, threat.get(Threat.PHASE));
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) parts.add(part);
    }

    String standing() {
        return plan.map(one -> PlanRules.standing(one, actions)).orElse("No plan yet");
    }

    /// The actions under a P that stand: open ones by due day, then finished ones.
    List<Action> live(P p) {
        return actions.stream()
                .filter(action -> action.is(Action.FOUR_P, p) && action.isLive())
                .sorted(Comparator.comparing((Action action) -> !action.isOpen())
                        .thenComparing(action -> action.find(Action.DUE).orElse(LocalDate.MAX)))
                .toList();
    }

    List<Action> open() {
        return actions.stream()
                .filter(Action::isOpen)
                .sorted(Comparator.comparing(action -> action.find(Action.DUE).orElse(LocalDate.MAX)))
                .toList();
    }

    List<Action> overdue(LocalDate today) {
        return open().stream().filter(action -> action.isOverdue(today)).toList();
    }

    /// The events that were recorded from that day to the other.
    List<Event> recorded(LocalDate from, LocalDate to) {
        return events.stream()
                .filter(event -> !event.counted().isBefore(from) && !event.counted().isAfter(to))
                .toList();
    }

    /// The day of the newest event.
    Optional<LocalDate> lastEvent() {
        return events.stream()
                .flatMap(event -> event.record().find(Disruption.EVENT_DATE).stream())
                .max(Comparator.naturalOrder());
    }

    static <K extends fourfold.core.kernel.Entity<K>> String orNone(K record, Field<K, ?> field, String none) {
        return record.lacks(field) ? none : record.print(field);
    }
}
