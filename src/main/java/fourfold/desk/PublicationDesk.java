package fourfold.desk;

import static fourfold.core.access.Permission.MANAGE_TRUST;
import static fourfold.core.kernel.Outcome.done;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.Publication;
import fourfold.core.settings.PublicationKind;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.packet.PacketFormat;
import fourfold.packet.PublicationReader;
import fourfold.packet.Published;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The counter for what units publish: a unit's list of certificates, and a region's configuration. An administrator signs
/// it, another one looks at what it changes and takes it in; an older number never replaces a newer one. A configuration
/// counts only from the first unit that is trusted for this agency's region, and leaves the vault's own settings in place.
public final class PublicationDesk extends Desk {

    private final OpenVault vault;
    private final Agencies agencies;
    private final Configurations configurations;

    PublicationDesk(
            Session session, Store store, Ledger ledger, OpenVault vault, Agencies agencies, Configurations configurations) {
        super(session, store, ledger);
        this.vault = vault;
        this.agencies = agencies;
        this.configurations = configurations;
    }

    /// What is to be published.
    ///
    /// @param to the agencies, as anybody calls them
    /// @param number the least number that it may have, for a vault that was restored from a backup while its numbers had gone
    ///     on; 0 for the next one
    /// @param from the first day on which a configuration holds
    /// @param files a configuration's files by name; empty for certificates
    public record Wish(
            PublicationKind kind,
            List<String> to,
            long number,
            LocalDate from,
            String note,
            SortedMap<String, String> files) {}

    /// A publication that is written.
    public record Written(PublicationKind kind, long number, Path file, String hash, List<String> to) {}

    /// One thing that a publication changes.
    ///
    /// @param what the person, rule, list, template or limit
    /// @param before how it was; empty for something new
    /// @param after how it will be
    public record Line(String what, String before, String after) {}

    /// What a publication would change here, or has changed.
    ///
    /// @param already when it was taken in, where it was
    public record Preview(
            PublicationKind kind,
            String agency,
            long number,
            String note,
            String signedBy,
            Instant created,
            LocalDate from,
            Optional<Instant> already,
            List<Line> lines) {}

    /// The configuration that is in use.
    ///
    /// @param edition such as "EMSOU 3"; empty where the program's own data is all there is
    /// @param coming an edition that holds from a later day; empty otherwise
    /// @param rules the names of the counting rules, with the days they are for
    /// @param limits what holds now, by the name of the setting
    /// @param regional the names of the limits that the region sets
    /// @param ownLimits what this vault has set for itself
    public record InUse(
            String edition,
            Optional<Publication> taken,
            String coming,
            List<String> rules,
            Map<String, Long> limits,
            Set<String> regional,
            Map<String, Long> ownLimits) {}

    /// Writes a publication into that folder.
    public Outcome<Written> publish(Wish wish, Path folder) {
        return allowed(MANAGE_TRUST, () -> recipients(wish).then(recipients -> content(wish).then(content -> {
            long number = Math.max(wish.number(), newest(vault.own().fingerprint(), wish.kind()) + 1);
            var published = new Published(
                    UUID.randomUUID(),
                    wish.kind(),
                    number,
                    vault.agency(),
                    vault.own().fingerprint(),
                    recipients.stream().map(AgencyCertificates::agency).distinct().toList(),
                    session.clock().instant(),
                    wish.from(),
                    wish.note(),
                    content);
            // the number is taken before the file is there, so that no two publications ever share one
            keep(published, session.label());
            return written(published, recipients, folder);
        })));
    }

    private Outcome<List<AgencyCertificates>> recipients(Wish wish) {
        if (wish.to().isEmpty()) return refused(new Problem.Invalid("to", "Say for which agencies it is."));
        var all = new ArrayList<AgencyCertificates>();
        for (var name : wish.to()) {
            var found = agencies.find(name);
            if (found.isEmpty()) return refused(new Problem.Invalid("to", "There is no agency called " + name + "."));
            switch (vault.trusted().usable(found.get().name())) {
                case Outcome.Refused<AgencyCertificates>(var problem) -> {
                    return Outcome.refused(problem);
                }
                case Outcome.Done<AgencyCertificates> first -> all.addAll(vault.trusted().of(found.get().name()).orThrow());
            }
        }
        return done(all);
    }

    private Outcome<Json.Members> content(Wish wish) {
        if (wish.kind() == PublicationKind.CERTIFICATES)
            return done(Json.of(Map.of(
                    "keyring", Json.of(new String(vault.own().armoured(), StandardCharsets.US_ASCII)))));
        if (!agencies.find(vault.agency()).orElseThrow().isRegional())
            return refused(new Problem.NotAllowed(
                    "Only a regional unit publishes a configuration; " + vault.agency() + " is a force."));
        if (wish.files().isEmpty())
            return refused(new Problem.Invalid("files", "There is no file of a configuration in that folder."));
        if (wish.from().isBefore(session.today()))
            return refused(new Problem.Invalid("from", "A configuration holds from today at the earliest."));
        var files = new TreeMap<String, Json>();
        wish.files().forEach((name, text) -> files.put(name, Json.of(text)));
        var content = Json.of(files);
        return flaw(content, wish.from()).<Outcome<Json.Members>>map(Outcome::refused).orElseGet(() -> done(content));
    }

    /// What is wrong with a configuration, if anything.
    private static Optional<Problem> flaw(Json.Members content, LocalDate from) {
        try {
            var text = content.canonicalText();
            if (text.length() > Publication.LONGEST)
                return Optional.of(new Problem.Invalid("files", "The configuration is longer than a million characters."));
            Configurations.of(text, "X", from);
            return Optional.empty();
        } catch (RuntimeException wrong) {
            return Optional.of(new Problem.Invalid("files", "The configuration cannot be used: " + wrong.getMessage() + "."));
        }
    }

    private Outcome<Written> written(Published published, List<AgencyCertificates> recipients, Path folder) {
        var file = folder.resolve(
                PacketFormat.publicationName(published.agency(), published.kind().code(), published.number()));
        var all = new ArrayList<>(recipients);
        if (all.stream().noneMatch(one -> one.fingerprint().equals(vault.own().fingerprint()))) all.add(vault.own());
        try {
            var disk = vault.means().disk();
            disk.makeFolder(folder);
            if (disk.exists(file)) return refused(new Problem.NotNow("The file " + file.getFileName() + " is there already."));
            var bytes = new ByteArrayOutputStream();
            try (var sealed = vault.messages().seal(bytes, all)) {
                sealed.write(published.json().canonical());
            }
            disk.replace(file, bytes.toByteArray());
        } catch (IOException failed) {
            return refused(new Problem.NotNow("The publication could not be written to " + folder + "; its number "
                    + published.number() + " is taken, so publish it once more."));
        }
        ledger.log(session, Audit.Kind.DISCLOSURE, Map.of(
                "publication", Json.of(published.kind().code()),
                "number", Json.of(published.number()),
                "to", Json.texts(published.to())));
        // what we cannot read ourselves nobody else should be asked to
        return new PublicationReader(vault)
                .open(file)
                .orElseGet(() -> refused(new Problem.Damaged("The publication that was read back is not sound.")))
                .map(opened -> new Written(
                        published.kind(), published.number(), file, published.hash(), published.to()));
    }

    /// What the publication in that file would change; nothing when the file is no publication.
    public Optional<Outcome<Preview>> preview(Path file) {
        return new PublicationReader(vault)
                .open(file)
                .map(outcome -> session.require(MANAGE_TRUST).then(ok -> outcome).then(this::look));
    }

    /// Takes it in, as the preview says. One that is in already changes nothing.
    public Optional<Outcome<Preview>> accept(Path file) {
        return new PublicationReader(vault)
                .open(file)
                .map(outcome -> outcome.then(opened -> allowed(MANAGE_TRUST, () -> look(opened).then(preview -> {
                    if (preview.already().isPresent()) return done(preview);
                    return take(opened).map(ok -> preview);
                }))));
    }

    private Outcome<Preview> look(PublicationReader.Opened opened) {
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
        return flaw(published.content(), published.from()).<Outcome<List<Line>>>map(Outcome::refused).orElseGet(() -> {
            var edition = published.agency() + " " + published.number();
            var coming = Configurations.of(published.content().canonicalText(), edition, published.from());
            return done(ConfigurationChanges.by(coming, configurations.now(), settings()));
        });
    }

    /// The keyring of a list, if it is that of the unit that signed it and names nobody else's people.
    private static Outcome<AgencyCertificates> keyring(PublicationReader.Opened opened) {
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

    private Outcome<Boolean> take(PublicationReader.Opened opened) {
        var published = opened.published();
        if (published.kind() == PublicationKind.CONFIGURATION) {
            keep(published, opened.signer().label());
            return done(true);
        }
        return keyring(opened).then(read -> vault.trusted().trust(read.agency(), read.armoured())).map(all -> {
            keep(published, opened.signer().label());
            return true;
        });
    }

    private void keep(Published published, String signedBy) {
        var kind = published.kind();
        var record = Publication.FIELDS
                .blank(Publication.idFor(published.unit(), kind.code(), published.number()))
                .with(Publication.KIND, kind.code())
                .with(Publication.AGENCY, published.agency())
                .with(Publication.UNIT, published.unit())
                .with(Publication.NUMBER, published.number())
                .with(Publication.HASH, published.hash())
                .with(Publication.CREATED, published.created())
                .with(Publication.VALID_FROM, published.from())
                .with(Publication.SIGNED_BY, signedBy)
                .with(Publication.TAKEN_AT, session.clock().instant())
                .with(Publication.TAKEN_BY, session.label());
        if (kind == PublicationKind.CONFIGURATION) record = record.with(Publication.CONTENT, published.content().canonicalText());
        ledger.write(session, MANAGE_TRUST, published.note(), List.of(Change.creating(Operation.PUBLICATION, record)));
        configurations.changed();
        ledger.log(session, Audit.Kind.TRUST_CHANGED, Map.of(
                "publication", Json.of(kind.code()),
                "agency", Json.of(published.agency()),
                "fingerprint", Json.of(published.unit()),
                "number", Json.of(published.number())));
    }

    private long newest(String unit, PublicationKind kind) {
        return store.records().all(Publication.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.is(Publication.UNIT, unit) && one.is(Publication.KIND, kind.code()))
                .mapToLong(one -> one.get(Publication.NUMBER))
                .max()
                .orElse(0);
    }

    /// What was published here and taken in here, newest first.
    public List<Publication> all() {
        return store.records().all(Publication.FIELDS).stream()
                .map(Kept::record)
                .sorted(Comparator.comparing((Publication one) -> one.get(Publication.TAKEN_AT)).reversed())
                .toList();
    }

    /// The configuration that is in use today.
    public InUse inUse() {
        var now = configurations.now();
        return new InUse(
                now.edition().map(Configurations::name).orElse(""),
                now.edition(),
                now.coming().map(one -> Configurations.name(one) + " from "
                                + ConfigurationChanges.day(one.get(Publication.VALID_FROM)))
                        .orElse(""),
                now.reference().countingRules().all().stream().map(ConfigurationChanges::words).toList(),
                ConfigurationChanges.limits(now.limits(settings())),
                now.all().stream().flatMap(one -> one.limits().keySet().stream()).collect(Collectors.toSet()),
                ConfigurationChanges.limits(settings()));
    }

    private Settings settings() {
        return store.records().find(Settings.FIELDS, Settings.ID).map(Kept::record)
                .orElseGet(() -> Settings.FIELDS.blank(Settings.ID));
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return Outcome.refused(problem);
    }
}
