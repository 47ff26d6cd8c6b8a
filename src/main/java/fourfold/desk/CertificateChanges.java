package fourfold.desk;

import fourfold.desk.PublicationDesk.Line;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.PersonCertificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a newer list of certificates changes: who is new, renewed, revoked, or has other roles.
final class CertificateChanges {

    private CertificateChanges() {}

    static List<Line> between(AgencyCertificates known, AgencyCertificates coming, ZoneId zone) {
        var lines = new ArrayList<Line>();
        if (later(known.expires(), coming.expires()))
            lines.add(new Line("The unit " + coming.agency(), until(known.expires(), zone), until(coming.expires(), zone)));
        for (var person : coming.people()) {
            var before = known.certificate(person.fingerprint());
            var was = before.map(one -> words(one, zone)).orElse("");
            var becomes = words(newer(before, person), zone);
            if (!was.equals(becomes)) lines.add(new Line(person.label(), was, becomes));
        }
        return lines;
    }

    /// What was said later holds, whichever list says it.
    private static PersonCertificate newer(Optional<PersonCertificate> before, PersonCertificate coming) {
        return before.filter(one -> one.latest().from().isAfter(coming.latest().from())).orElse(coming);
    }

    private static boolean later(Optional<Instant> before, Optional<Instant> coming) {
        return coming.isPresent() && (before.isEmpty() || coming.get().isAfter(before.get()));
    }

    private static String words(PersonCertificate person, ZoneId zone) {
        var latest = person.latest();
        if (person.isEnded())
            return "revoked on " + day(latest.from(), zone) + (latest.reason().isEmpty() ? "" : ": " + latest.reason());
        return person.roles().stream().map(role -> role.label()).collect(Collectors.joining(", "))
                + ", " + until(person.expires(), zone);
    }

    private static String until(Optional<Instant> end, ZoneId zone) {
        return end.map(moment -> "until " + day(moment, zone)).orElse("without an end");
    }

    private static String day(Instant moment, ZoneId zone) {
        return ConfigurationChanges.day(LocalDate.ofInstant(moment, zone));
    }
}
