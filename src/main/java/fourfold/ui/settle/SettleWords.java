package fourfold.ui.settle;

import fourfold.core.access.Role;
import fourfold.desk.Waiting;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Signal;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/// What both lists say of records and people, and where a record is opened.
final class SettleWords {

    private SettleWords() {}

    /// Changes of what can be in conflict or proposed.
    static Signal changes(Desktop desktop) {
        return desktop.changesOf("threat", "plan", "action", "disruption", "meeting", "review", "link");
    }

    /// As in "EMS-0001  Op Kiln", or for a plan "Plan of EMS-0001".
    static String name(Waiting record) {
        var ref = record.kind().equals("plan") ? "Plan of " + record.ref() : record.ref();
        return record.name().isBlank() ? ref : (ref + "  " + record.name()).strip();
    }

    /// As in "Y90001, LRO, Derbyshire".
    static String who(String user, String role, String agency) {
        var label = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .map(Role::label)
                .findFirst()
                .orElse(role);
        return user + ", " + label + ", " + agency;
    }

    static String when(Instant at, ZoneId zone) {
        return Dates.moment(at, zone);
    }

    /// What an empty value shows as.
    static String value(String value) {
        return value.isBlank() ? "(empty)" : value;
    }

    /// Where the record is read; a meeting has no place of its own.
    static Optional<Place> place(Waiting record) {
        return switch (record.kind()) {
            case "disruption" -> Optional.of(new Place.DisruptionFile(record.record()));
            case "link" -> Optional.of(new Place.SameEvents(
                    Optional.of(record.events().getFirst().value()), Optional.of(record.events().getLast().value())));
            case "plan", "action" -> record.threat()
                    .map(threat -> new Place.ThreatFile(threat.value(), Place.Tab.PLAN));
            default -> record.threat().map(threat -> new Place.ThreatFile(threat.value(), Place.Tab.OVERVIEW));
        };
    }
}
