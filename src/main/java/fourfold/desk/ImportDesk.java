package fourfold.desk;

import static fourfold.core.access.Permission.IMPORT;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.access.Role;
import fourfold.core.audit.Audit;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.Positions;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.packet.Manifest;
import fourfold.packet.PacketReader;
import fourfold.packet.PackageVerdict;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import fourfold.vault.PersonCertificate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The counter where packages of other vaults come in: looked at through all gates, shown as what they would do here, and
/// then taken in by a person, all of it at once. Nothing that is here is touched before the last gate.
public final class ImportDesk extends Desk {

    private final Journal journal;
    private final OpenVault vault;
    private final Addresses addresses;
    private final Replica own;
    private final Quarantine quarantine;
    private final ReceiptBook receipts;
    private final DiskRoom room;

    ImportDesk(
            Session session,
            Store store,
            Ledger ledger,
            Journal journal,
            OpenVault vault,
            Addresses addresses,
            DiskRoom room,
            Replica own) {
        super(session, store, ledger);
        this.journal = journal;
        this.vault = vault;
        this.addresses = addresses;
        this.own = own;
        this.room = room;
        this.quarantine = new Quarantine(session, ledger, vault);
        this.receipts = new ReceiptBook(session, vault, addresses);
    }

    /// One record that a package is about.
    ///
    /// @param fate the gravest that becomes of its changes
    /// @param changes how many changes the package holds of it
    /// @param why why something of it is refused; empty where nothing is
    public record Line(String kind, String reference, Fate fate, int changes, String why) {}

    /// What a package would do here, or has done.
    ///
    /// @param from the unit that sent it: its agency, or the office of it
    /// @param already when it was imported, where it was
    /// @param records how many records there are of each fate
    /// @param missing numbers of the sender's packages that have not come
    /// @param notices what the package takes back of what earlier packages of the sender said, a sentence each
    /// @param warnings sentences to think about before accepting
    public record Preview(
            String from,
            long number,
            String purpose,
            String signedBy,
            Instant created,
            Optional<Instant> already,
            Map<Fate, Integer> records,
            List<Line> lines,
            List<Long> missing,
            List<String> notices,
            List<String> warnings) {

        Preview warning(String sentence) {
            var more = new ArrayList<>(warnings);
            more.add(sentence);
            return new Preview(from, number, purpose, signedBy, created, already, records, lines, missing, notices, more);
        }
    }

    /// A package that is in.
    ///
    /// @param receipt the signed answer for the sender, written anew for a package that was in before; nothing where it could
    ///     not be written, which a warning says
    public record Imported(Preview preview, Optional<Path> receipt) {}

    /// What came of looking at a file through all gates.
    public sealed interface Look {
        /// It may be taken in, and would do this.
        record Passed(Preview preview) implements Look {}

        /// A gate refused it.
        ///
        /// @param kept whether a copy of it is in quarantine; an empty, absent or overlong file is not kept
        record Stopped(Problem problem, boolean kept) implements Look {}
    }

    /// Shows what would become of everything in the package; nothing is changed.
    public Outcome<Preview> preview(Path file) {
        return look(file).then(look -> switch (look) {
            case Look.Passed(var preview) -> done(preview);
            case Look.Stopped(var problem, var kept) -> refused(problem);
        });
    }

    /// The same, and says of a file that a gate refused whether it is kept in quarantine.
    public Outcome<Look> look(Path file) {
        return session.require(IMPORT).then(ok -> ledger.deciding(() ->
                switch (inspect(file, (sound, sifting) -> done(preview(sound, sifting)))) {
                    case Outcome.Done<Preview>(var preview) -> done(new Look.Passed(preview));
                    case Outcome.Refused<Preview>(var problem) ->
                        done(new Look.Stopped(problem, quarantine.keep(file, problem)));
                }));
    }

    /// Takes the package in, as the preview says, and writes the receipt. Refused while the disk has too little room.
    public Outcome<Imported> accept(Path file) {
        return session.require(IMPORT)
                .then(ok -> room.require())
                .then(ok -> ledger.deciding(() -> examine(file, this::take)));
    }

    private <T> Outcome<T> examine(Path file, BiFunction<PackageVerdict.Sound, Sifting, Outcome<T>> use) {
        var outcome = inspect(file, use);
        if (outcome instanceof Outcome.Refused<T>(var problem)) quarantine.keep(file, problem);
        return outcome;
    }

    private <T> Outcome<T> inspect(Path file, BiFunction<PackageVerdict.Sound, Sifting, Outcome<T>> use) {
        var result = new Holder<T>();
        var verdict = new PacketReader(vault, System::nanoTime).read(file, contents -> {
            var wrong = wrong(contents.verdict());
            result.outcome = wrong.<Outcome<T>>map(Outcome::refused).orElseGet(() -> {
                var sifting = new Sifting(contents, store, journal, own, rolesOf());
                return lie(sifting)
                        .<Outcome<T>>map(Outcome::refused)
                        .orElseGet(() -> use.apply(contents.verdict(), sifting));
            });
        });
        return verdict instanceof PackageVerdict.Refused flawed
                ? Outcome.<T>refused(fourfold.desk.PackageVerdict.Refused.of(flawed).problem())
                : Objects.requireNonNull(result.outcome);
    }

    private static final class Holder<T> {
        private @Nullable Outcome<T> outcome;
    }

    /// The gates that need to know what was imported before.
    private Optional<Problem> wrong(PackageVerdict.Sound sound) {
        var manifest = sound.manifest();
        if (manifest.from().device().equals(own))
            return Optional.of(new Problem.NotNow("This package was written in this vault; it is imported by " + manifest.to().agency() + "."));
        if (!manifest.to().agency().equals(vault.agency()))
            return Optional.of(new Problem.NotAllowed("This package is for " + manifest.to().agency() + "."));
        if (!manifest.to().is(vault.agency(), vault.own().fingerprint()))
            return Optional.of(new Problem.NotAllowed("This package is for another office of " + vault.agency() + "."));
        var before = from(manifest);
        var same = before.stream().filter(one -> one.get(ReceivedPackage.NUMBER) == manifest.order().sequence()).findFirst();
        if (same.isPresent() && !same.get().is(ReceivedPackage.PACKAGE_ID, manifest.id().toString()))
            return Optional.of(new Problem.NotAllowed("Another package with the number " + manifest.order().sequence() + " from "
                    + manifest.from().agency() + " was imported already: the sender's vault was restored from an old copy, or somebody"
                    + " has made a false one."));
        if (isRewritten(before, manifest))
            return Optional.of(new Problem.NotAllowed("The history of the sender's vault is another one than when "
                    + manifest.from().agency() + " sent its earlier packages: it was rewritten, or this is another copy of the vault."));
        return before.stream().anyMatch(one -> isCut(one, manifest))
                ? Optional.of(new Problem.NotAllowed("The sender's vault was restored from an old copy, or its history was cut: "
                        + manifest.from().agency() + " has to begin a new copy of it before anything from it is imported."))
                : Optional.empty();
    }

    private List<ReceivedPackage> from(Manifest manifest) {
        return store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.is(ReceivedPackage.SENDER, manifest.from().agency()))
                .filter(one -> one.is(ReceivedPackage.DEVICE, manifest.from().device().value()))
                .toList();
    }

    /// Whether the sender's journal says now what it said in the packages that are here.
    private static boolean isRewritten(List<ReceivedPackage> before, Manifest manifest) {
        return before.stream().anyMatch(one -> manifest.journal().earlier().stream()
                .filter(said -> said.number() == one.get(ReceivedPackage.NUMBER))
                .anyMatch(said -> said.position() != one.get(ReceivedPackage.POSITION) || !one.is(ReceivedPackage.CHAIN, said.hash())));
    }

    /// A later package never ends at an earlier place of its vault's journal, nor at the same place with another hash.
    private static boolean isCut(ReceivedPackage before, Manifest manifest) {
        long number = before.get(ReceivedPackage.NUMBER);
        long there = before.get(ReceivedPackage.POSITION);
        long here = manifest.journal().position();
        boolean otherChain = there == here && !before.is(ReceivedPackage.CHAIN, manifest.journal().hash());
        if (number == manifest.order().sequence()) return false;
        return otherChain || (number < manifest.order().sequence() ? here < there : here > there);
    }

    /// Whether an entry that is here already comes with another content.
    private Optional<Problem> lie(Sifting sifting) {
        if (sifting.alien().isPresent())
            return Optional.of(new Problem.NotAllowed("The package holds a change that this vault is said to have written and does not"
                    + " know: this vault was restored from an old copy, or somebody has made a false history."));
        return sifting.lie().map(id -> new Problem.NotAllowed("The package says something else of a change that is here already ("
                + id.replica() + " " + id.seq() + "): somebody has made a false history. Both are kept as evidence."));
    }

    private Sifting.Roles rolesOf() {
        var all = vault.trusted().all().orThrow();
        return (author, time, signed, signature) -> {
            var certificates = all.stream()
                    .filter(unit -> unit.agency().equals(author.agency()))
                    .flatMap(unit -> unit.everyCertificateOf(author.user()).stream())
                    .toList();
            // who is a supervisor in one office is none in another: the key that signed says which one it was
            return certificates.stream()
                    .filter(one -> certificates.size() == 1 || one.verifiesAct(signed.get(), signature))
                    .map(certificate -> roles(certificate, time))
                    .collect(HashSet::new, Set::addAll, Set::addAll);
        };
    }

    /// A clock that ran behind when its owner was first vouched for takes away no right.
    private static Set<Role> roles(PersonCertificate certificate, Instant time) {
        return certificate.standingAt(time).isPresent()
                ? certificate.rolesAt(time)
                : certificate.history().getFirst().roles();
    }

    private Preview preview(PackageVerdict.Sound sound, Sifting sifting) {
        var manifest = sound.manifest();
        var records = new EnumMap<Fate, Integer>(Fate.class);
        sifting.tallies().forEach(tally -> records.merge(tally.fate(), 1, Integer::sum));
        var before = from(manifest);
        var already = before.stream()
                .filter(one -> one.is(ReceivedPackage.PACKAGE_ID, manifest.id().toString()))
                .findFirst();
        return new Preview(
                addresses.of(manifest.from().agency(), sound.unit()).label(),
                manifest.order().sequence(),
                manifest.purpose(),
                sound.signedBy(),
                manifest.created(),
                already.filter(one -> !one.isUndone()).flatMap(one -> one.find(ReceivedPackage.IMPORTED_AT)),
                records,
                sifting.tallies().stream()
                        .map(tally -> new Line(tally.kind(), tally.reference(), tally.fate(), tally.entries(), tally.why()))
                        .toList(),
                Gaps.in(before, manifest.order().sequence()),
                NoticeWords.of(manifest.notices()),
                warnings(sound, sifting, already));
    }

    private List<String> warnings(PackageVerdict.Sound sound, Sifting sifting, Optional<ReceivedPackage> before) {
        var warnings = new ArrayList<String>();
        askedFor(sound).ifPresent(warnings::add);
        if (sifting.isClockSuspect(session.clock().instant()))
            warnings.add("The sender's clock runs more than 24 hours ahead; times in this package are suspect.");
        before.filter(ReceivedPackage::isUndone)
                .ifPresent(one -> warnings.add("This package was imported on " + NoticeWords.day(one.get(ReceivedPackage.IMPORTED_AT))
                        + ", and the import was undone on " + NoticeWords.day(one.get(ReceivedPackage.UNDONE_AT)) + " by "
                        + one.get(ReceivedPackage.UNDONE_BY) + ". It can be imported again."));
        return warnings;
    }

    /// What the sender asks for again of what was written here for them.
    private Optional<String> askedFor(PackageVerdict.Sound sound) {
        var sender = addresses.of(sound.manifest().from().agency(), sound.unit());
        var asked = sound.manifest().missing();
        var files = Exchanged.with(sender, store).written().stream()
                .filter(one -> asked.contains(one.get(SentPackage.NUMBER)))
                .map(one -> one.get(SentPackage.FILE))
                .toList();
        if (files.isEmpty()) return Optional.empty();
        return Optional.of(sender.label() + " asks again for " + (files.size() == 1 ? "a package that has" : "packages that have")
                + " not come there: " + String.join(", ", files) + ". Hand over the " + (files.size() == 1 ? "file" : "files")
                + " once more, or send everything that was sent before.");
    }

    private Outcome<Imported> take(PackageVerdict.Sound sound, Sifting sifting) {
        var preview = preview(sound, sifting);
        if (preview.already().isEmpty()) {
            var taken = sifting.isAnything()
                    ? Optional.of(ledger.takeIn(sound.manifest().id(), sifting, new ChangeFeed.Changed(sifting.kinds(), sifting.records())))
                    : cutShort(sound.manifest().id(), sifting);
            remember(sound, sifting, taken);
        }
        return done(switch (receipts.write(sound, sifting)) {
            case Outcome.Done<Path>(var file) -> new Imported(preview, Optional.of(file));
            // it is in all the same, and to say otherwise would be false
            case Outcome.Refused<Path>(var problem) -> new Imported(preview.warning(problem.sentence()), Optional.empty());
        });
    }

    /// What the package brought when its import was cut short after that, before anything could say so; nothing in any other
    /// case.
    private Optional<Journal.TakenIn> cutShort(UUID id, Sifting sifting) {
        var newest = sifting.newestHere();
        if (newest.isEmpty()) return Optional.empty();
        var back = TakenBack.of(store.records().all(ReceivedPackage.FIELDS).stream().map(Kept::record).toList());
        var found = new ArrayList<Journal.TakenIn>();
        journal.read(newest.getAsLong(), new Journal.Reader() {
            @Override
            public void takenIn(Journal.TakenIn end) {
                if (end.batch().equals(id) && !back.contains(end.spot().position())) found.add(end);
            }
        });
        return found.stream().findFirst();
    }

    private void remember(PackageVerdict.Sound sound, Sifting sifting, Optional<Journal.TakenIn> positions) {
        var manifest = sound.manifest();
        var taken = new EntryRanges();
        taken.add(sifting.here().text());
        taken.add(sifting.held().text());
        var id = new Id<ReceivedPackage>(manifest.id());
        var before = store.records().find(ReceivedPackage.FIELDS, id);
        var received = before.map(Kept::record)
                .orElseGet(() -> ReceivedPackage.FIELDS.blank(id))
                .with(ReceivedPackage.PACKAGE_ID, manifest.id().toString())
                .with(ReceivedPackage.SENDER, manifest.from().agency())
                .with(ReceivedPackage.UNIT, sound.unit())
                .with(ReceivedPackage.DEVICE, manifest.from().device().value())
                .with(ReceivedPackage.NUMBER, manifest.order().sequence())
                .with(ReceivedPackage.PURPOSE, manifest.purpose())
                .with(ReceivedPackage.HASH, sound.sha256())
                .with(ReceivedPackage.POSITION, manifest.journal().position())
                .with(ReceivedPackage.CHAIN, manifest.journal().hash())
                .with(ReceivedPackage.ENTRIES, taken.text())
                .with(ReceivedPackage.REFUSED, sifting.refused().size())
                .with(ReceivedPackage.IMPORTED_AT, session.clock().instant())
                .with(ReceivedPackage.IMPORTED_BY, session.label())
                .with(ReceivedPackage.TAKEN, positions.map(at -> new Positions(at.first(), at.spot().position()).toString()).orElse(null))
                .with(ReceivedPackage.UNDONE_AT, null)
                .with(ReceivedPackage.UNDONE_BY, null);
        ledger.write(session, IMPORT, manifest.purpose(), List.of(before.map(kept ->
                        Change.of(Operation.PACKAGE, kept.record(), received, kept.state()))
                .orElseGet(() -> Change.creating(Operation.PACKAGE, received))));
        ledger.log(session, Audit.Kind.COMBINATION, Map.of(
                "package", Json.of(manifest.id().toString()),
                "sender", Json.of(manifest.from().agency()),
                "number", Json.of(manifest.order().sequence()),
                "entries", Json.of(taken.size()),
                "refused", Json.of(sifting.refused().size())));
    }

    /// The imported package of that file, or with that number from an agency. Refused when there is none, or more than one.
    ///
    /// @param file the package's file, or its number
    /// @param sender part of the sender's name, for a number; empty where the number says enough
    public Outcome<ReceivedPackage> find(Path file, String sender) {
        return session.require(READ).then(ok -> {
            var text = file.toString();
            boolean isNumber = text.matches("[0-9]{1,9}");
            var found = isNumber ? numbered(Long.parseLong(text), sender) : hashed(file);
            if (found.size() == 1) return done(found.getFirst());
            if (found.isEmpty())
                return refused(new Problem.Gone(isNumber
                        ? "No package " + text + (sender.isEmpty() ? "" : " from " + sender) + " was imported here."
                        : "The package " + file.getFileName() + " was not imported here."));
            return refused(new Problem.Invalid("from", "Several packages with the number " + text
                    + " were imported here; say from whom, or name the file."));
        });
    }

    private List<ReceivedPackage> numbered(long number, String sender) {
        return store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.get(ReceivedPackage.NUMBER) == number)
                .filter(one -> sender.isEmpty() || one.get(ReceivedPackage.SENDER).equalsIgnoreCase(sender))
                .toList();
    }

    private List<ReceivedPackage> hashed(Path file) {
        var sound = new PacketReader(vault, System::nanoTime).check(file);
        if (!(sound instanceof PackageVerdict.Sound checked)) return List.of();
        return store.records().find(ReceivedPackage.FIELDS, new Id<>(checked.manifest().id())).stream()
                .map(Kept::record)
                .toList();
    }

    /// What an undone import left.
    ///
    /// @param receipt the signed answer for the sender; nothing where it could not be written
    /// @param warnings sentences about what could not be done
    public record Undone(ReceivedPackage received, Optional<Path> receipt, List<String> warnings) {}

    /// Takes an import back, with a reason, as long as no package was written since and nothing was built on what it brought.
    /// The records are then what they would be had it never come, and the sender's new receipt says so. The same package may be
    /// imported again.
    public Outcome<Undone> undo(Id<ReceivedPackage> id, String reason) {
        if (reason.isBlank()) return refused(new Problem.Invalid("reason", "Say why the import is undone."));
        return session.require(IMPORT)
                .then(ok -> room.require())
                .then(ok -> ledger.deciding(() -> kept(ReceivedPackage.FIELDS, id).then(kept -> {
                    var entries = kept.record().get(ReceivedPackage.ENTRIES);
                    return new Undoing(session, store, ledger, journal).undo(kept, reason).map(undone -> undone(undone, entries));
                })));
    }

    private Undone undone(ReceivedPackage received, String entries) {
        ledger.log(session, Audit.Kind.COMBINATION, Map.of(
                "package", Json.of(received.get(ReceivedPackage.PACKAGE_ID)),
                "sender", Json.of(received.get(ReceivedPackage.SENDER)),
                "number", Json.of(received.get(ReceivedPackage.NUMBER)),
                "undone", Json.of(EntryRanges.of(entries).size())));
        return switch (receipts.undone(received, entries)) {
            case Outcome.Done<Path>(var file) -> new Undone(received, Optional.of(file), List.of());
            case Outcome.Refused<Path>(var problem) -> new Undone(received, Optional.empty(), List.of(problem.sentence()));
        };
    }

    /// The packages that were imported here, those whose import was undone included, newest first.
    public Outcome<List<ReceivedPackage>> received() {
        return session.require(READ).map(ok -> store.records().all(ReceivedPackage.FIELDS).reversed().stream()
                .map(Kept::record)
                .toList());
    }
}
