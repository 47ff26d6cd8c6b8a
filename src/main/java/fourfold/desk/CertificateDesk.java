package fourfold.desk;

import static fourfold.core.access.Permission.MANAGE_PEOPLE;

import fourfold.core.access.Role;
import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import fourfold.vault.PersonCertificate;
import fourfold.vault.SixWords;
import fourfold.vault.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The counter for certificates: who is vouched for and until when, renewing them, and saying in time which of them end.
public final class CertificateDesk extends Desk {

    /// How many days before the end a certificate is spoken of, and when more urgently.
    public static final List<Integer> DAYS = List.of(60, 30, 7);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final OpenVault vault;

    CertificateDesk(Session session, Store store, Ledger ledger, OpenVault vault) {
        super(session, store, ledger);
        this.vault = vault;
    }

    /// A unit's certificate.
    ///
    /// @param own whether it is our own unit's
    /// @param expires nothing where the unit never named an end
    public record Unit(String agency, String fingerprint, boolean own, Optional<Instant> expires, List<Holder> people) {
        /// The fingerprint as six words.
        public String words() {
            return SixWords.of(fingerprint);
        }
    }

    /// A person's certificate.
    ///
    /// @param user the collar number
    /// @param label the name with the collar number
    /// @param ended when it was revoked or its owner left
    /// @param reason why, where a reason was named
    public record Holder(
            String user,
            String label,
            Set<Role> roles,
            String fingerprint,
            Optional<Instant> expires,
            Optional<Instant> ended,
            String reason) {}

    /// A certificate that ends soon, or has ended by itself.
    ///
    /// @param days whole days until then; below nought when it is over
    /// @param own whether it is that of whoever is let in
    public record Warning(String sentence, LocalDate day, long days, boolean own) {
        /// Whether it cannot wait: a week or less.
        public boolean isUrgent() {
            return days <= DAYS.getLast();
        }
    }

    /// All units believed here with their people, our own first.
    public Outcome<List<Unit>> all() {
        return vault.trusted().all().map(all -> all.stream()
                .map(this::unit)
                .sorted(Comparator.comparing((Unit unit) -> !unit.own()).thenComparing(Unit::agency))
                .toList());
    }

    /// What a keyring says, before anybody trusts it.
    public Outcome<Unit> read(byte[] keyring) {
        try {
            return Outcome.done(unit(AgencyCertificates.read(keyring)));
        } catch (Unreadable wrong) {
            return Outcome.refused(new Problem.Damaged(
                    "The file is not a keyring of a unit and its people (" + wrong.getMessage() + ")."));
        }
    }

    private Unit unit(AgencyCertificates unit) {
        return new Unit(
                unit.agency(),
                unit.fingerprint(),
                unit.fingerprint().equals(vault.own().fingerprint()),
                unit.expires(),
                unit.people().stream().map(CertificateDesk::holder).toList());
    }

    static Holder holder(PersonCertificate person) {
        var latest = person.latest();
        return new Holder(
                person.user(),
                person.label(),
                person.roles(),
                person.fingerprint(),
                person.isEnded() ? Optional.empty() : person.expires(),
                person.isEnded() ? Optional.of(latest.from()) : Optional.empty(),
                latest.reason());
    }

    /// Lets a person's certificate hold for another two years. Only an administrator may do this.
    public Outcome<Holder> renew(String user) {
        return session.require(MANAGE_PEOPLE).then(ok -> vault.people().renew(user)).map(person -> {
            ledger.log(session, Audit.Kind.KEYS_CHANGED, Map.of(
                    "person", Json.of(person.user()), "what", Json.of("certificate renewed")));
            return holder(person);
        });
    }

    /// Lets our unit's own certificate hold for another five years. Only an administrator may do this.
    public Outcome<Unit> renewUnit() {
        return session.require(MANAGE_PEOPLE).then(ok -> vault.people().renewUnit()).map(own -> {
            ledger.log(session, Audit.Kind.KEYS_CHANGED, Map.of("what", Json.of("certificate of the unit renewed")));
            return unit(own);
        });
    }

    /// The certificates that end within sixty days, or have ended: one's own, our unit's, those of other units, and for an
    /// administrator those of our people; the soonest first.
    public List<Warning> warnings() {
        var found = new ArrayList<Warning>();
        for (var unit : all().orThrow()) {
            unit.expires().ifPresent(end -> warn(found, end, false, unit.own()
                    ? "The certificate of our own unit"
                    : "The certificate of " + unit.agency(), unit.own() ? ours() : theirs(unit.agency())));
            if (unit.own()) unit.people().forEach(person -> warn(found, person));
        }
        found.sort(Comparator.comparing(Warning::day));
        return found;
    }

    private void warn(List<Warning> found, Holder person) {
        boolean own = person.fingerprint().equals(vault.certificate().fingerprint());
        if (person.expires().isEmpty() || !own && !session.may(MANAGE_PEOPLE)) return;
        warn(found, person.expires().get(), own, own ? "Your certificate" : "The certificate of " + person.label(), ours());
    }

    private void warn(List<Warning> found, Instant end, boolean own, String what, String then) {
        var now = session.clock().instant();
        long days = Math.floorDiv(Duration.between(now, end).toSeconds(), Duration.ofDays(1).toSeconds());
        if (days > DAYS.getFirst()) return;
        var day = LocalDate.ofInstant(end, session.clock().getZone());
        var when = days < 0 ? " expired on " + DAY.format(day)
                : " expires " + (days == 0 ? "within a day" : days == 1 ? "in 1 day" : "in " + days + " days") + ", on "
                        + DAY.format(day);
        found.add(new Warning(what + when + "; " + then, day, days, own));
    }

    private String ours() {
        return session.may(MANAGE_PEOPLE) ? "renew it." : "ask an administrator to renew it.";
    }

    private static String theirs(String agency) {
        return "ask " + agency + " for its renewed list of certificates.";
    }
}
