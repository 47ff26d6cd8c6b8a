package fourfold.desk;

import static fourfold.core.access.Permission.MANAGE_TRUST;
import static fourfold.core.kernel.Outcome.done;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.Publication;
import fourfold.core.settings.PublicationKind;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.packet.PublicationReader;
import fourfold.packet.Published;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// The counter for what units publish: a unit's list of certificates, and a region's configuration. An administrator signs
/// it, another one looks at what it changes and takes it in; an older number never replaces a newer one. A configuration
/// counts only from the first unit that is trusted for this agency's region, and leaves the vault's own settings in place.
public final class PublicationDesk extends Desk {

    private final OpenVault vault;
    private final Configurations configurations;
    private final Publishing publishing;
    private final PublicationReading reading;

    PublicationDesk(
            Session session, Store store, Ledger ledger, OpenVault vault, Agencies agencies, Configurations configurations) {
        super(session, store, ledger);
        this.vault = vault;
        this.configurations = configurations;
        publishing = new Publishing(session, ledger, vault, agencies);
        reading = new PublicationReading(session, store, vault, agencies, configurations);
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
        return allowed(MANAGE_TRUST, () -> publishing.recipients(wish).then(to -> publishing.content(wish).then(content -> {
            long number = Math.max(wish.number(), reading.newest(vault.own().fingerprint(), wish.kind()) + 1);
            var published = new Published(
                    UUID.randomUUID(),
                    wish.kind(),
                    number,
                    vault.agency(),
                    vault.own().fingerprint(),
                    to.stream().map(AgencyCertificates::agency).distinct().toList(),
                    session.clock().instant(),
                    wish.from(),
                    wish.note(),
                    content);
            // the number is taken before the file is there, so that no two publications ever share one
            keep(published, session.label());
            return publishing.write(published, to, folder);
        })));
    }

    /// What the publication in that file would change; nothing when the file is no publication.
    public Optional<Outcome<Preview>> preview(Path file) {
        return new PublicationReader(vault)
                .open(file)
                .map(outcome -> session.require(MANAGE_TRUST).then(ok -> outcome).then(reading::look));
    }

    /// Takes it in, as the preview says. One that is in already changes nothing.
    public Optional<Outcome<Preview>> accept(Path file) {
        return new PublicationReader(vault)
                .open(file)
                .map(outcome -> outcome.then(opened -> allowed(MANAGE_TRUST, () -> reading.look(opened).then(preview -> {
                    if (preview.already().isPresent()) return done(preview);
                    return take(opened).map(ok -> preview);
                }))));
    }

    private Outcome<Boolean> take(PublicationReader.Opened opened) {
        var published = opened.published();
        if (published.kind() == PublicationKind.CONFIGURATION) {
            keep(published, opened.signer().label());
            return done(true);
        }
        return PublicationReading.keyring(opened).then(read -> vault.trusted().trust(read.agency(), read.armoured())).map(all -> {
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
                ConfigurationChanges.limits(now.limits(configurations.settings())),
                now.all().stream().flatMap(one -> one.limits().keySet().stream()).collect(Collectors.toSet()),
                ConfigurationChanges.limits(configurations.settings()));
    }
}
