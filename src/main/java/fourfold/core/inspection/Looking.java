package fourfold.core.inspection;

import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one named test is given: the records, the day it looks back from, and what the check sets.
///
/// A threat was open on a day when it had been identified by then and was not closed: its phase does not contain "closed", or
/// its closing date is later. It was managed where the dates alone say so, whatever its phase says: plans, actions and
/// the reasons for being off the list are asked of those, since a phase can contradict the dates.
record Looking(Holdings holdings, LocalDate day, Parameters parameters) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// A number that the check sets, or else that one.
    int number(String name, int otherwise) {
        return parameters.number(name).orElse(otherwise);
    }

    /// How many months back the check looks.
    int months() {
        return number("months", 12);
    }

    /// The first of the days looked back at: a year to 31 May begins on 1 June.
    LocalDate since() {
        return day.minusMonths(months()).plusDays(1);
    }

    /// "12 months".
    String monthsInWords() {
        return months() == 1 ? "a month" : months() + " months";
    }

    /// What was found, with the words that any sentence may use.
    Found found(List<Hit> hits) {
        return Found.of(hits)
                .saying("months", monthsInWords())
                .saying("since", say(since()))
                .saying("day", say(day));
    }

    static String say(LocalDate day) {
        return DAY.format(day);
    }

    static boolean hasCome(Optional<LocalDate> date, LocalDate day) {
        return date.filter(one -> one.isAfter(day)).isEmpty();
    }

    boolean isKnown(Threat threat) {
        return hasCome(threat.find(Threat.IDENTIFIED), day);
    }

    boolean isOpen(Threat threat) {
        return isKnown(threat)
                && (!threat.isClosed() || threat.find(Threat.CLOSED).filter(one -> one.isAfter(day)).isPresent());
    }

    boolean isManaged(Threat threat) {
        return isKnown(threat) && threat.find(Threat.CLOSED).filter(one -> !one.isAfter(day)).isEmpty();
    }

    Stream<Threat> open() {
        return holdings.threats().stream().filter(this::isOpen);
    }

    Map<Id<Threat>, Threat> threatsById() {
        var byId = new HashMap<Id<Threat>, Threat>();
        for (var threat : holdings.threats()) byId.put(threat.id(), threat);
        return byId;
    }

    Hit threat(Threat threat, String note) {
        return Hit.of(Hit.Kind.THREAT, threat, threat.get(Threat.REF), threat.get(Threat.NAME), note, threat.id().value());
    }
}
