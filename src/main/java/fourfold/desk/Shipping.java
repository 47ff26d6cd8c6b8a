package fourfold.desk;

import static fourfold.core.access.Permission.EXPORT;

import fourfold.core.audit.Audit;
import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.settings.SentPackage;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Versions;
import fourfold.desk.Addresses.Address;
import fourfold.packet.Manifest;
import fourfold.packet.Notices;
import fourfold.packet.PacketFormat;
import fourfold.packet.PacketReader;
import fourfold.packet.PacketWriter;
import fourfold.packet.Shipment;
import fourfold.report.CoverSheet;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.function.Supplier;

/// Writes one package of what was released, and keeps what went with it.
final class Shipping {

    /// How many earlier packages a manifest tells of.
    private static final int MOST_EARLIER = 20;

    private final Session session;
    private final Store store;
    private final Ledger ledger;
    private final Journal journal;
    private final OpenVault vault;
    private final Addresses addresses;
    private final Replica own;
    private final Supplier<String> edition;
    private final Runnable anchor;

    Shipping(
            Session session,
            Store store,
            Ledger ledger,
            Journal journal,
            OpenVault vault,
            Addresses addresses,
            PacketDesk.Replicas replicas,
            Runnable anchor) {
        this.session = session;
        this.store = store;
        this.ledger = ledger;
        this.journal = journal;
        this.vault = vault;
        this.addresses = addresses;
        this.own = replicas.own();
        this.edition = replicas.edition();
        this.anchor = anchor;
    }

    /// Writes what was released for that unit into that folder, with what it takes back of earlier packages.
    Outcome<PacketDesk.Written> write(Address to, Released released, Notices notices, Path folder, Watch progress) {
        return addresses.usable(to).then(unit -> {
            var before = Exchanged.with(to, store);
            long number = before.lastNumber() + 1;
            var id = UUID.randomUUID();
            // the number is taken before the file is there, so that no two packages ever share one
            var kept = reserve(id, number, unit, released.purpose());
            anchor.run();
            var writer = new PacketWriter(vault, new PacketReader(vault, System::nanoTime));
            var envelope = new PacketWriter.Envelope(unit, PacketFormat.fileName(
                    addresses.own().label(), to.label(), number, released.marking()));
            var order = new Manifest.Order(number, before.lastHash());
            var shipment = shipment(id, released, notices, order, before, envelope.fileName());
            // counted once: it goes through all records, and is told with every entry
            long total = released.entries();
            var gone = new EntryRanges();
            PacketWriter.Progress noting = (entry, count) -> {
                gone.add(entry);
                return progress.goOn(count, total);
            };
            return writer.write(folder, released, shipment, envelope, noting, file -> disclosed(id, released, notices))
                    .map(file -> sent(kept, released, notices, file, gone));
        });
    }

    private Shipment shipment(
            UUID id, Released released, Notices notices, Manifest.Order order, Exchanged before, String fileName) {
        var created = session.clock().instant();
        var sheet = CoverSheet.pdf(released, new CoverSheet.Package(
                id, order.sequence(), created, fileName, session.label(), vault.certificate().fingerprint(),
                NoticeWords.of(notices)));
        var have = new TreeMap<Replica, Long>();
        have.put(own, journal.lastSeq(own));
        return new Shipment(
                id,
                created,
                own,
                order,
                new Versions(have),
                new Manifest.JournalHead(journal.head(), journal.headHash(), earlier(before)),
                before.missing(),
                notices,
                PackageTables.of(store, released),
                sheet,
                edition.get());
    }

    /// What the journal says now of where it ended when the newest packages for that addressee were written.
    private List<Manifest.Earlier> earlier(Exchanged before) {
        var written = before.written().stream().filter(one -> !one.lacks(SentPackage.POSITION)).toList();
        return written.subList(Math.max(0, written.size() - MOST_EARLIER), written.size()).stream()
                .map(one -> earlier(one.get(SentPackage.NUMBER), one.get(SentPackage.POSITION)))
                .toList();
    }

    /// Of a place that the journal does not reach any more it says so: no chain value is nought.
    private Manifest.Earlier earlier(long number, long position) {
        boolean there = position > 0 && position <= journal.head();
        return new Manifest.Earlier(number, position, there ? journal.hashAt(position) : "0".repeat(64));
    }

    private Kept<SentPackage> reserve(UUID id, long number, AgencyCertificates to, String purpose) {
        var begun = SentPackage.FIELDS
                .blank(new Id<>(id))
                .with(SentPackage.PACKAGE_ID, id.toString())
                .with(SentPackage.NUMBER, number)
                .with(SentPackage.ADDRESSEE, to.agency())
                .with(SentPackage.UNIT, to.fingerprint())
                .with(SentPackage.PURPOSE, purpose)
                .with(SentPackage.VERIFIED_BY, session.label());
        ledger.write(session, EXPORT, purpose, List.of(Change.creating(Operation.PACKAGE, begun)));
        return store.records().find(SentPackage.FIELDS, begun.id()).orElseThrow();
    }

    /// Logged before the package has its name: it is better to have written down too much than to have let too much go.
    private void disclosed(UUID id, Released released, Notices notices) {
        ledger.log(session, Audit.Kind.DISCLOSURE, Map.of(
                "package", Json.of(id.toString()),
                "recipient", Json.of(released.to().agency()),
                "purpose", Json.of(released.purpose()),
                "entries", Json.of(released.entries()),
                "takenBack", Json.of(notices.corrected().size() + notices.more() + notices.withheld().size())));
    }

    private PacketDesk.Written sent(
            Kept<SentPackage> begun, Released released, Notices notices, PacketWriter.Written file, EntryRanges gone) {
        var name = String.valueOf(file.file().getFileName());
        int withheld = released.withheldRecords();
        var whole = begun.record()
                .with(SentPackage.WRITTEN_AT, session.clock().instant())
                .with(SentPackage.FILE, name)
                .with(SentPackage.HASH, file.sha256())
                .with(SentPackage.POSITION, file.manifest().journal().position())
                .with(SentPackage.ENTRIES, gone.text())
                .with(SentPackage.INCLUDED, released.entries())
                .with(SentPackage.WITHHELD, (long) withheld)
                .with(SentPackage.MARKING, released.marking())
                .with(SentPackage.WITHDRAWN, notices.withheld().stream()
                        .map(one -> one.record().toString())
                        .collect(Collectors.joining(" ")));
        ledger.write(session, EXPORT, released.purpose(), List.of(
                Change.of(Operation.PACKAGE, begun.record(), whole, begun.state())));
        return new PacketDesk.Written(
                file.manifest().order().sequence(), file.file(), file.sha256(), released.entries(), new TreeMap<>(released.records()), withheld);
    }
}
