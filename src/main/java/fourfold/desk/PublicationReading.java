package fourfold.desk;

import static fourfold.core.kernel.Outcome.done;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.Publication;
import fourfold.core.settings.PublicationKind;
import fourfold.core.sync.Kept;
import fourfold.desk.PublicationDesk.Line;
import fourfold.desk.PublicationDesk.Preview;
import fourfold.packet.PublicationReader;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// Says whether a publication of another unit may be taken in, and what it would change here.
final class PublicationReading {

    private final Session session;
    private final Store store;
    private final OpenVault vault;
    private final Agencies agencies;
    private final Configurations configurations;

    PublicationReading(Session session, Store store, OpenVault vault, Agencies agencies, Configurations configurations) {
        this.session = session;
        this.store = store;
        this.vault = vault;
        this.agencies = agencies;
        this.configurations = configurations;
    }

    /// What it would change; refused where it may not be taken in.
    Outcome<Preview> look(PublicationReader.Opened opened) {
        var published = opened.published();
        var what = published.kind().words();
        var unit = published.unit();
        if (unit.equals(vault.own().fingerprint()))
            return refused(new Problem.NotNow("This " + what + " was published in this vault."));
        var same = store.records()
                .find(Publication.FIELDS, Publication.idFor(unit, published.kind().code(), published.number()))
                .map(Kept::record);
        if (same.isPresent() && !same.get().is(Publication.HASH, published.hash()))
            return refused(new Problem.NotAllowed("Another " + what + " with the number " + published.number() + " from "
                    + published.agency() + " was taken in already: their vault was restored from an old copy, or somebody has made"
                    + " a false one."));
        long newest = newest(unit, published.kind());
        if (same.isEmpty() && published.number() < newest)
            return refused(new Problem.NotAllowed("This is the " + what + " number " + published.number() + " of "
                    + published.agency() + ", and number " + newest
                    + " is in use already; an older one never replaces a newer one."));
        return lines(opened).map(lines -> new Preview(
                published.kind(),
                published.agency(),
                published.number(),
                published.note(),
                opened.signer().label(),
                published.created(),
                published.from(),
                same.flatMap(one -> one.find(Publication.TAKEN_AT)),
                lines));
    }

    /// The highest number of that kind of a unit that was published or taken in here; 0 where there is none.
    long newest(String unit, PublicationKind kind) {
        return store.records().all(Publication.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.is(Publication.UNIT, unit) && one.is(Publication.KIND, kind.code()))
                .mapToLong(one -> one.get(Publication.NUMBER))
                .max()
                .orElse(0);
    }

    private Outcome<List<Line>> lines(PublicationReader.Opened opened) {
        var published = opened.published();
        if (published.kind() == PublicationKind.CERTIFICATES) return keyring(opened).map(
                read -> CertificateChanges.between(opened.from(), read, session.clock().getZone()));
        var region = agencies.find(vault.agency()).orElseThrow().regionCode();
        var first = vault.trusted().of(region).map(units -> units.stream().findFirst()).orThrow();
        if (!published.agency().equals(region) || first.filter(one -> one.fingerprint().equals(published.unit())).isEmpty())
            return refused(new Problem.NotAllowed("A configuration is taken from " + region + " alone, the regional unit of "
                    + vault.agency() + "; this one is from " + published.agency() + "."));
        var day = LocalDate.ofInstant(published.created(), session.clock().getZone());
        if (published.from().isBefore(day))
            return refused(new Problem.NotAllowed("The configuration would hold from a day before it was published, and count"
                    + " again what was recorded already."));
        return Configurations.flaw(published.content(), published.from()).<Outcome<List<Line>>>map(Outcome::refused).orElseGet(() -> {
            var edition = published.agency() + " " + published.number();
            var coming = Configurations.of(published.content().canonicalText(), edition, published.from());
            return done(ConfigurationChanges.by(coming, configurations.now(), configurations.settings()));
        });
    }

    /// The keyring of a list, if it is that of the unit that signed it and names nobody else's people.
    static Outcome<AgencyCertificates> keyring(PublicationReader.Opened opened) {
        try {
            var keyring = opened.published().content().get("keyring").text().getBytes(StandardCharsets.US_ASCII);
            var read = AgencyCertificates.read(keyring);
            if (!read.fingerprint().equals(opened.from().fingerprint()))
                return refused(new Problem.NotAllowed("The list is that of " + read.agency()
                        + ", but it was signed for another unit, " + opened.from().agency() + "."));
            var strangers = AgencyCertificates.strangers(keyring);
            return strangers.isEmpty()
                    ? done(read)
                    : refused(new Problem.NotAllowed("The list names " + String.join(", ", strangers) + ", for whom "
                            + read.agency() + " does not vouch as its own."));
        } catch (RuntimeException damaged) {
            // whatever is wrong with what was signed, it is no list
            return refused(new Problem.Damaged("The list of certificates cannot be read."));
        }
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return Outcome.refused(problem);
    }
}
