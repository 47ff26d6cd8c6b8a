package fourfold.desk;

import static fourfold.core.access.Permission.EXPORT;
import static fourfold.core.access.Permission.READ;

import fourfold.core.audit.Audit;
import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Intent;
import fourfold.core.disclosure.Recipient;
import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Selection;
import fourfold.core.disclosure.Verification;
import fourfold.core.disclosure.WeighedRecord;
import fourfold.core.disclosure.Weighing;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.SignedActs;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.packet.Manifest;
import fourfold.packet.PacketFormat;
import fourfold.packet.PacketReader;
import fourfold.packet.PacketWriter;
import fourfold.packet.Shipment;
import fourfold.report.CoverSheet;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The counter for packages: choosing what goes to whom, seeing what is included and what is withheld and why, writing it,
/// and checking one that is there. Whoever writes a package is the person who verified it.
public final class PacketDesk extends Desk {

    private final Journal journal;
    private final OpenVault vault;
    private final Agencies agencies;
    private final Replicas replicas;
    private final Runnable anchor;

    /// What a package has to say of this copy of the vault.
    record Replicas(fourfold.core.sync.Replica own) {}

    PacketDesk(
            Session session,
            Store store,
            Ledger ledger,
            Journal journal,
            OpenVault vault,
            Agencies agencies,
            Replicas replicas,
            Runnable anchor) {
        super(session, store, ledger);
        this.journal = journal;
        this.vault = vault;
        this.agencies = agencies;
        this.replicas = replicas;
        this.anchor = anchor;
    }

    /// What is to be sent.
    ///
    /// @param to the agency, as anybody calls it
    /// @param threats the threats chosen, with all that belongs to them; empty for everything
    /// @param again whether what the addressee was sent before goes once more
    /// @param answers for a threat with handling instructions: how they are met for this recipient and purpose
    public record Wish(
            String to, String purpose, Set<Id<Threat>> threats, boolean again, Map<Id<Threat>, String> answers) {}

    /// One record on the way out, or held back.
    ///
    /// @param why why it is withheld, in words; empty where it goes
    public record Line(String kind, UUID record, String reference, int entries, Marking marking, String why) {}

    /// What would go and what would stay.
    ///
    /// @param number the number that the package would have
    public record Preview(
            String to, long number, long entries, Map<String, Integer> records, List<Line> included, List<Line> withheld, List<Gap> gaps) {}

    /// What was written.
    public record Written(long number, Path file, String sha256, long entries, Map<String, Integer> records, int withheld) {}

    /// Shows what would go and what would stay.
    public Outcome<Preview> preview(Wish wish) {
        return session.require(EXPORT).then(ok -> addressee(wish.to())).then(to -> weigh(wish, to).map(weighing -> {
            var gone = weighing.carried();
            var counts = new TreeMap<String, Integer>();
            gone.forEach(record -> counts.merge(record.kind(), 1, Integer::sum));
            return new Preview(
                    to,
                    nextNumber(to),
                    weighing.entries(),
                    counts,
                    gone.stream().map(record -> line(record, "")).toList(),
                    weighing.withheldByRule().stream()
                            .map(record -> line(record, record.withheld().map(why -> why.label()).orElse("")))
                            .toList(),
                    gaps(weighing));
        }));
    }

    /// Handling instructions that somebody has to answer before the threat can go.
    ///
    /// @param instructions the text on the record
    public record Handling(Id<Threat> threat, String reference, String instructions) {}

    /// The handling instructions of everything chosen, each to be answered for this recipient and purpose (intelligence
    /// handling code C: no route out until each condition is answered).
    public Outcome<List<Handling>> handling(Wish wish) {
        var unanswered = new Wish(wish.to(), wish.purpose(), wish.threats(), wish.again(), Map.of());
        return session.require(EXPORT)
                .then(ok -> addressee(wish.to()))
                .then(to -> weigh(unanswered, to))
                .map(weighing -> weighing.withheldByRule().stream()
                        .filter(record -> record.kind().equals(Threat.FIELDS.kind()) && !record.instructions().isEmpty())
                        .map(record -> new Handling(
                                new Id<>(record.id()), record.reference(), record.instructions()))
                        .toList());
    }

    private static Line line(WeighedRecord record, String why) {
        return new Line(record.kind(), record.id(), record.reference(), record.entries(), record.marking(), why);
    }

    private Outcome<String> addressee(String written) {
        return agencies.find(written)
                .map(agency -> Outcome.done(agency.name()))
                .orElseGet(() -> Outcome.refused(
                        new Problem.Invalid("to", "There is no agency called " + written + ".")));
    }

    private Outcome<Weighing> weigh(Wish wish, String to) {
        var sent = wish.again() ? new EntryRanges() : sent(to);
        var selection = Selection.everything().without(sent::contains).answering(values(wish.answers()));
        if (!wish.threats().isEmpty())
            selection = selection.of(new HashSet<>(wish.threats().stream().map(Id::value).toList()));
        var intent = new Intent(
                session.agency(),
                new Recipient(to, Marking.OFFICIAL_SENSITIVE),
                wish.purpose(),
                Marking.OFFICIAL_SENSITIVE,
                selection);
        return DisclosureRules.weigh(intent, SignedActs.of(journal));
    }

    private static Map<UUID, String> values(Map<Id<Threat>, String> answers) {
        var values = new HashMap<UUID, String>();
        answers.forEach((threat, answer) -> values.put(threat.value(), answer));
        return values;
    }

    /// Everything that the addressee has: what it was sent, and what it sent itself.
    private EntryRanges sent(String to) {
        var sent = new EntryRanges();
        for (var one : to(to)) sent.add(one.get(SentPackage.ENTRIES));
        for (var one : from(to)) sent.add(one.get(ReceivedPackage.ENTRIES));
        return sent;
    }

    private List<ReceivedPackage> from(String sender) {
        return store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.is(ReceivedPackage.SENDER, sender))
                .toList();
    }

    private List<SentPackage> to(String addressee) {
        return store.records().all(SentPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.is(SentPackage.ADDRESSEE, addressee))
                .sorted(Comparator.comparingLong(one -> one.get(SentPackage.NUMBER)))
                .toList();
    }

    private long nextNumber(String to) {
        var before = to(to);
        return before.isEmpty() ? 1 : before.getLast().get(SentPackage.NUMBER) + 1;
    }

    private List<Gap> gaps(Weighing weighing) {
        var lacking = new TreeMap<String, List<String>>();
        var ids = weighing.carried().stream()
                .filter(record -> record.kind().equals("threat"))
                .map(record -> new Id<Threat>(record.id()))
                .toList();
        store.records().findAll(Threat.FIELDS, ids).values().forEach(kept -> {
            for (var gap : ThreatRules.gaps(kept.record()))
                lacking.computeIfAbsent(gap.sentence(), s -> new ArrayList<>()).add(kept.record().get(Threat.REF));
        });
        var gaps = new ArrayList<Gap>();
        lacking.forEach((lacks, refs) -> gaps.add(new Gap("threat", lacks, refs.stream().sorted().toList())));
        return gaps;
    }

    /// Writes what is new for the addressee into a folder: one package, or several numbered ones where it is too much for
    /// one. Refused when there is nothing new.
    public Outcome<List<Written>> write(Wish wish, Path folder, Watch progress) {
        return session.require(EXPORT).then(ok -> addressee(wish.to())).then(to -> place(folder).then(there -> {
            var written = new ArrayList<Written>();
            var rest = wish;
            while (true) {
                var weighed = weigh(rest, to);
                if (weighed instanceof Outcome.Refused<Weighing>(var problem)) return Outcome.refused(problem);
                var weighing = weighed.orThrow();
                if (weighing.entries() == 0 && !written.isEmpty()) return Outcome.done(written);
                if (weighing.entries() == 0 && weighing.withheldByRule().isEmpty())
                    return Outcome.refused(nothingNew(to));
                var part = Portions.first(weighing, PacketFormat.MOST_ENTRIES);
                var portion = part.isEmpty() ? weighing : weigh(only(rest, part.get()), to).orThrow();
                var one = writeOne(wish, to, portion, folder, progress);
                if (one instanceof Outcome.Refused<Written>(var problem)) return Outcome.refused(problem);
                written.add(one.orThrow());
                if (part.isEmpty()) return Outcome.done(written);
                // what was written is known as sent from here on, so the rest is what is new now
                rest = new Wish(wish.to(), wish.purpose(), wish.threats(), false, wish.answers());
            }
        }));
    }

    /// The folder, before a number is taken for what cannot be written there.
    private Outcome<Path> place(Path folder) {
        var disk = vault.means().disk();
        try {
            if (!disk.isFolder(folder))
                return Outcome.refused(new Problem.NotNow("The folder " + folder + " is not there; choose another."));
            return disk.isWritable(folder)
                    ? Outcome.done(folder)
                    : Outcome.refused(new Problem.NotNow(
                            "There is no permission to write in the folder " + folder + "; choose another."));
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("The folder " + folder + " cannot be read; choose another."));
        }
    }

    private static Wish only(Wish wish, Set<Id<Threat>> threats) {
        return new Wish(wish.to(), wish.purpose(), threats, wish.again(), wish.answers());
    }

    private Problem nothingNew(String to) {
        var before = to(to);
        return new Problem.NotNow(
                before.isEmpty()
                        ? "There is nothing to send to " + to + "."
                        : "There is nothing new for " + to + " since package "
                                + before.getLast().get(SentPackage.NUMBER) + ".");
    }

    private Outcome<Written> writeOne(Wish wish, String to, Weighing weighing, Path folder, Watch progress) {
        var verification = new Verification(session.label(), session.clock().instant());
        return DisclosureRules.release(weighing, verification, gaps(weighing))
                .then(released -> vault.trusted().usable(to).then(trusted -> {
                    long number = nextNumber(to);
                    var previous = to(to).stream().map(one -> one.get(SentPackage.HASH)).filter(h -> !h.isEmpty())
                            .reduce((one, other) -> other);
                    var id = UUID.randomUUID();
                    // the number is taken before the file is there, so that no two packages ever share one
                    var kept = reserve(id, number, to, wish.purpose());
                    anchor.run();
                    var writer = new PacketWriter(vault, new PacketReader(vault, System::nanoTime));
                    return writer.write(folder, released, shipment(id, released, number, previous), entries -> progress.goOn(
                                    entries, released.entries()))
                            .map(file -> sent(kept, released, file, number));
                }));
    }

    private Shipment shipment(UUID id, Released released, long number, Optional<String> previous) {
        var created = session.clock().instant();
        var fileName = PacketFormat.fileName(released.from(), released.to().agency(), number, released.marking());
        var sheet = CoverSheet.pdf(released, new CoverSheet.Package(
                id, number, created, fileName, session.label(), vault.certificate().fingerprint()));
        var own = replicas.own();
        var have = new TreeMap<fourfold.core.sync.Replica, Long>();
        have.put(own, journal.lastSeq(own));
        return new Shipment(
                id,
                created,
                own,
                new Manifest.Order(number, previous),
                new fourfold.core.sync.Versions(have),
                new Manifest.JournalHead(journal.head(), journal.headHash()),
                Gaps.in(from(released.to().agency())),
                PackageTables.of(store, released),
                sheet);
    }

    private Kept<SentPackage> reserve(UUID id, long number, String to, String purpose) {
        var begun = SentPackage.FIELDS
                .blank(new Id<>(id))
                .with(SentPackage.PACKAGE_ID, id.toString())
                .with(SentPackage.NUMBER, number)
                .with(SentPackage.ADDRESSEE, to)
                .with(SentPackage.PURPOSE, purpose)
                .with(SentPackage.VERIFIED_BY, session.label());
        ledger.write(session, EXPORT, purpose, List.of(Change.creating(Operation.PACKAGE, begun)));
        return kept(SentPackage.FIELDS, begun.id()).orThrow();
    }

    private Written sent(Kept<SentPackage> begun, Released released, PacketWriter.Written file, long number) {
        var ranges = new EntryRanges();
        released.read(new SignedActs.Reader() {
            @Override
            public void entry(Entry entry) {
                ranges.add(entry.id());
            }

            @Override
            public void withheld(byte[] digest) {}

            @Override
            public void end(UUID act, Author author, int count, byte[] signature) {}
        });
        var name = String.valueOf(file.file().getFileName());
        int withheld = released.withheld().stream().mapToInt(Released.Withheld::records).sum();
        var whole = begun.record()
                .with(SentPackage.WRITTEN_AT, session.clock().instant())
                .with(SentPackage.FILE, name)
                .with(SentPackage.HASH, file.sha256())
                .with(SentPackage.ENTRIES, ranges.text())
                .with(SentPackage.INCLUDED, released.entries())
                .with(SentPackage.WITHHELD, (long) withheld)
                .with(SentPackage.MARKING, released.marking());
        ledger.write(session, EXPORT, released.purpose(), List.of(
                Change.of(Operation.PACKAGE, begun.record(), whole, begun.state())));
        ledger.log(session, Audit.Kind.DISCLOSURE, Map.of(
                "package", Json.of(whole.id().toString()),
                "recipient", Json.of(released.to().agency()),
                "purpose", Json.of(released.purpose()),
                "entries", Json.of(released.entries())));
        return new Written(number, file.file(), file.sha256(), released.entries(), new TreeMap<>(released.records()), withheld);
    }

    /// Looks at a package through all gates, and uses nothing of it.
    public PackageVerdict verify(Path file) {
        return switch (new PacketReader(vault, System::nanoTime).check(file)) {
            case fourfold.packet.PackageVerdict.Sound sound -> new PackageVerdict.Sound(
                    statement(sound.manifest()), sound.signedBy(), sound.sha256(), sound.fromUs(), sound.files());
            case fourfold.packet.PackageVerdict.Refused refused -> PackageVerdict.Refused.of(refused);
        };
    }

    private static PackageVerdict.Statement statement(Manifest manifest) {
        return new PackageVerdict.Statement(
                manifest.id(),
                manifest.from().agency(),
                manifest.to().agency(),
                manifest.order().sequence(),
                manifest.purpose(),
                manifest.created(),
                manifest.marking(),
                manifest.verified(),
                manifest.counts().records(),
                manifest.counts().entries(),
                manifest.counts().held(),
                manifest.withheld(),
                manifest.handling(),
                manifest.gaps());
    }

    /// The packages that were written here, newest first.
    public Outcome<List<SentPackage>> written() {
        return session.require(READ).map(ok -> store.records().all(SentPackage.FIELDS).reversed().stream()
                .map(Kept::record)
                .filter(one -> !one.lacks(SentPackage.FILE))
                .toList());
    }

    /// How many changes an agency has not been sent.
    ///
    /// @param since the number of the last package to it, 0 where there was none
    public record Unsent(String to, long changes, long since) {}

    /// What has not been sent: to the regional unit, and to everybody who was sent something before.
    public Outcome<List<Unsent>> unsent() {
        return session.require(READ).map(ok -> {
            var addressees = new java.util.TreeSet<String>();
            store.records().all(SentPackage.FIELDS)
                    .forEach(kept -> addressees.add(kept.record().get(SentPackage.ADDRESSEE)));
            agencies.find(session.agency())
                    .map(agencies::regionalUnitOf)
                    .filter(unit -> !unit.name().equals(session.agency()))
                    .ifPresent(unit -> addressees.add(unit.name()));
            long all = store.timeline().count(SharedKinds.ALL.stream().map(Fields::kind).toList());
            return addressees.stream()
                    .map(to -> new Unsent(to, all - sent(to).size(), nextNumber(to) - 1))
                    .filter(unsent -> unsent.changes() > 0)
                    .toList();
        });
    }

    /// The agencies whose certificate is trusted here, to whom something can be sent.
    public Outcome<List<String>> addressees() {
        return vault.trusted().all().map(all -> all.stream().map(unit -> unit.agency()).sorted().toList());
    }
}
