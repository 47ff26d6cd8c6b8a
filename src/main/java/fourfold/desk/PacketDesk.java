package fourfold.desk;

import static fourfold.core.access.Permission.EXPORT;
import static fourfold.core.access.Permission.READ;

import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Intent;
import fourfold.core.disclosure.Recipient;
import fourfold.core.disclosure.Selection;
import fourfold.core.disclosure.Verification;
import fourfold.core.disclosure.WeighedRecord;
import fourfold.core.disclosure.Weighing;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.desk.Addresses.Address;
import fourfold.packet.Manifest;
import fourfold.packet.PacketFormat;
import fourfold.packet.PacketReader;
import fourfold.store.Ahead;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The counter for packages: choosing what goes to whom, seeing what is included and what is withheld and why, writing it,
/// and checking one that is there. Whoever writes a package is the person who verified it.
public final class PacketDesk extends Desk {

    private final Journal journal;
    private final OpenVault vault;
    private final Addresses addresses;
    private final Notifying notifying;
    private final Shipping shipping;

    /// What a package has to say of this copy of the vault.
    ///
    /// @param edition the edition of the region's configuration in use; empty for none
    record Replicas(fourfold.core.sync.Replica own, java.util.function.Supplier<String> edition) {}

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
        this.addresses = new Addresses(vault, agencies);
        this.notifying = new Notifying(store, journal);
        this.shipping = new Shipping(session, store, ledger, journal, vault, addresses, replicas, anchor);
    }

    /// What is to be sent.
    ///
    /// @param to the agency, as anybody calls it, or one of its offices as [#addressees()] calls it
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
    /// @param notices what it would take back of earlier packages
    public record Preview(
            String to,
            long number,
            long entries,
            Map<String, Integer> records,
            List<Line> included,
            List<Line> withheld,
            List<Gap> gaps,
            List<Notice> notices) {

        /// Whether there is nothing to write: no change, and nothing to take back.
        public boolean isNothing() {
            return entries == 0 && notices.isEmpty();
        }
    }

    /// What was written.
    public record Written(long number, Path file, String sha256, long entries, Map<String, Integer> records, int withheld) {}

    /// Shows what would go and what would stay.
    public Outcome<Preview> preview(Wish wish) {
        return session.require(EXPORT).then(ok -> addresses.find(wish.to())).then(to -> weigh(wish, to).map(weighing -> {
            var gone = weighing.carried();
            var counts = new TreeMap<String, Integer>();
            gone.forEach(record -> counts.merge(record.kind(), 1, Integer::sum));
            return new Preview(
                    to.label(),
                    Exchanged.with(to, store).lastNumber() + 1,
                    weighing.entries(),
                    counts,
                    gone.stream().map(record -> line(record, "")).toList(),
                    weighing.withheldByRule().stream()
                            .map(record -> line(record, record.withheld().map(why -> why.label()).orElse("")))
                            .toList(),
                    gaps(weighing),
                    notifying.of(to, true).stream()
                            .filter(notice -> notice.what() instanceof Notice.What.Withheld
                                    || weighing.carries(notice.record()))
                            .toList());
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
                .then(ok -> addresses.find(wish.to()))
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

    private Outcome<Weighing> weigh(Wish wish, Address to) {
        var sent = wish.again() ? new EntryRanges() : Exchanged.with(to, store).entries();
        var selection = Selection.everything().without(sent::contains).answering(values(wish.answers()));
        if (!wish.threats().isEmpty())
            selection = selection.of(new HashSet<>(wish.threats().stream().map(Id::value).toList()));
        var intent = new Intent(
                session.agency(),
                new Recipient(to.agency(), Marking.OFFICIAL_SENSITIVE),
                wish.purpose(),
                Marking.OFFICIAL_SENSITIVE,
                selection);
        var left = TakenBack.of(store.records().all(ReceivedPackage.FIELDS).stream().map(Kept::record).toList()).left(journal);
        return DisclosureRules.weigh(intent, journal.head() < Ahead.FEW ? left : new ActsAhead(left));
    }

    private static Map<UUID, String> values(Map<Id<Threat>, String> answers) {
        var values = new HashMap<UUID, String>();
        answers.forEach((threat, answer) -> values.put(threat.value(), answer));
        return values;
    }

    private List<Gap> gaps(Weighing weighing) {
        var lacking = new TreeMap<String, List<String>>();
        var ids = weighing.carried(Threat.FIELDS.kind()).stream()
                .map(record -> new Id<Threat>(record.id()))
                .toList();
        store.records().findAll(Threat.FIELDS, ids).values().forEach(kept -> {
            for (var gap : ThreatRules.gaps(kept.record()))
                lacking.computeIfAbsent(gap.flaw().sentence(), s -> new ArrayList<>()).add(kept.record().get(Threat.REF));
        });
        var gaps = new ArrayList<Gap>();
        lacking.forEach((lacks, refs) -> gaps.add(new Gap("threat", lacks, refs.stream().sorted().toList())));
        return gaps;
    }

    /// Writes what is new for the addressee into a folder: one package, or several numbered ones where it is too much for
    /// one; or nothing but what is taken back of earlier ones. Refused when there is neither.
    public Outcome<List<Written>> write(Wish wish, Path folder, Watch progress) {
        return session.require(EXPORT).then(ok -> addresses.find(wish.to())).then(to -> FileOut.folder(vault, folder).then(there -> {
            var written = new ArrayList<Written>();
            var rest = wish;
            while (true) {
                var weighed = weigh(rest, to);
                if (weighed instanceof Outcome.Refused<Weighing>(var problem)) return Outcome.refused(problem);
                var weighing = weighed.orThrow();
                if (weighing.entries() == 0 && !written.isEmpty()) return Outcome.done(written);
                if (weighing.entries() == 0 && weighing.withheldByRule().isEmpty() && !takesBack(to, weighing))
                    return Outcome.refused(nothingNew(to));
                var part = Portions.first(weighing, PacketFormat.MOST_ENTRIES);
                var portion = part.isEmpty() ? weighing : weigh(only(rest, part.get()), to).orThrow();
                var one = writeOne(to, portion, folder, progress);
                if (one instanceof Outcome.Refused<Written>(var problem)) return Outcome.refused(problem);
                written.add(one.orThrow());
                if (part.isEmpty()) return Outcome.done(written);
                // what was written is known as sent from here on, so the rest is what is new now
                rest = new Wish(wish.to(), wish.purpose(), wish.threats(), false, wish.answers());
            }
        }));
    }

    private static Wish only(Wish wish, Set<Id<Threat>> threats) {
        return new Wish(wish.to(), wish.purpose(), threats, wish.again(), wish.answers());
    }

    private Problem nothingNew(Address to) {
        long last = Exchanged.with(to, store).lastNumber();
        return new Problem.NotNow(
                last == 0
                        ? "There is nothing to send to " + to.label() + "."
                        : "There is nothing new for " + to.label() + " since package " + last + ".");
    }

    private Outcome<Written> writeOne(Address to, Weighing portion, Path folder, Watch progress) {
        var verification = new Verification(session.label(), session.clock().instant());
        var notices = notifying.forPackage(to, portion::carries);
        return DisclosureRules.release(portion, verification, gaps(portion), !notices.isEmpty())
                .then(released -> shipping.write(to, released, notices, folder, progress));
    }

    private boolean takesBack(Address to, Weighing weighing) {
        return !notifying.forPackage(to, weighing::carries).isEmpty();
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
                manifest.gaps(),
                manifest.configuration());
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
            long all = store.timeline().count(SharedKinds.ALL.stream().map(Fields::kind).toList());
            return addresses.usual(store).stream()
                    .map(to -> unsent(to, all))
                    .filter(unsent -> unsent.changes() > 0)
                    .toList();
        });
    }

    private Unsent unsent(Address to, long all) {
        var exchanged = Exchanged.with(to, store);
        return new Unsent(to.label(), all - exchanged.entries().size(), exchanged.lastNumber());
    }

    /// Who can be sent something: the units that are trusted here but our own, each by the name of its agency, or of its
    /// office where several offices of the agency are trusted.
    public Outcome<List<String>> addressees() {
        return addresses.others().map(all -> all.stream().map(Address::label).toList());
    }

    /// What a unit is called here that a package went to or came from.
    ///
    /// @param agency as the package names it
    /// @param unit the fingerprint of its certificate; empty where that was not kept
    public String called(String agency, String unit) {
        return addresses.of(agency, unit).label();
    }
}
