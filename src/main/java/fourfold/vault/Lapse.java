package fourfold.vault;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Why a certificate that is known says nothing any more: each reason with its own sentence.
final class Lapse {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private Lapse() {}

    /// The sentence; nothing where unit and person are in force at that moment.
    static Optional<String> of(AgencyCertificates unit, PersonCertificate person, Instant now) {
        var who = person.label();
        if (person.isEnded()) return Optional.of(revoked(unit.agency(), who, person.latest()));
        if (person.isExpired(now))
            return Optional.of("It is signed by " + who + ", whose certificate expired on "
                    + day(person.expires().orElseThrow()) + "; ask " + unit.agency()
                    + " to renew it and to send its list of certificates.");
        if (unit.isExpired(now))
            return Optional.of("It is signed by " + who + " of " + unit.agency() + ", whose own certificate expired on "
                    + day(unit.expires().orElseThrow()) + "; ask for the renewed list of certificates.");
        return Optional.empty();
    }

    /// The sentence on what a unit signed that is trusted no more.
    static String of(EndedTrust.Ended ended, PersonCertificate person) {
        return "It is signed by " + person.label() + " of " + ended.unit().agency()
                + ", whose certificate has not been trusted here since " + day(ended.at())
                + (ended.reason().isEmpty() ? "" : " (" + ended.reason() + ")") + ".";
    }

    private static String revoked(String agency, String who, Standing end) {
        var why = end.reason().isEmpty() ? "" : " (" + end.reason() + ")";
        return "It is signed by " + who + ", whose certificate " + agency + " revoked on " + day(end.from()) + why
                + "; ask for it again, signed by somebody else.";
    }

    static String day(Instant moment) {
        return DAY.format(moment);
    }
}
