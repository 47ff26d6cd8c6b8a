package fourfold.desk;

import static fourfold.core.access.Permission.IMPORT;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.audit.Audit;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Replica;
import fourfold.packet.PacketReader;
import fourfold.packet.PackageVerdict;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The counter where packages of other vaults come in: looked at through all gates, shown as what they would do here, and
/// then taken in by a person, all of it at once. Nothing that is here is touched before the last gate.
public final class ImportDesk extends Desk {

    private final Journal journal;
    private final OpenVault vault;
    private final Replica own;
    private final DiskRoom room;
    private final Quarantine quarantine;
    private final ReceivedPackages received;
    private final VaultGates gates;
    private final ImportReading reading;
    private final Acceptance acceptance;
    private final Withdrawing withdrawing;
    private final ReceiptBook receipts;

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
        this.own = own;
        this.room = room;
        this.quarantine = new Quarantine(session, ledger, vault);
        this.received = new ReceivedPackages(store, vault);
        this.gates = new VaultGates(vault, own, received);
        this.reading = new ImportReading(session, store, addresses, received);
        this.acceptance = new Acceptance(session, ledger, journal, received);
        this.withdrawing = new Withdrawing(session, store, ledger);
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
                switch (inspect(file, (sound, sifting) -> done(reading.preview(sound, sifting)))) {
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
            var wrong = gates.wrong(contents.verdict());
            result.outcome = wrong.<Outcome<T>>map(Outcome::refused).orElseGet(() -> {
                var sifting = new Sifting(contents, store, journal, own, new CertifiedRoles(vault.trusted().all().orThrow()));
                return VaultGates.wrong(sifting)
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

    private Outcome<Imported> take(PackageVerdict.Sound sound, Sifting looked) {
        var preview = reading.preview(sound, looked);
        var sifting = looked;
        if (preview.already().isEmpty()) {
            var unfounded = looked.unfounded();
            if (!withdrawing.isKnown(unfounded))
                return refused(new Problem.NotNow("An earlier import was cut short; import the package that came before once more first."));
            var withdrawn = withdrawing.withdraw(unfounded);
            if (!withdrawn.isEmpty()) sifting = looked.again();
            acceptance.take(sound, sifting);
            for (var one : withdrawn)
                if (receipts.withdrawn(one, waiting()) instanceof Outcome.Refused<Path>(var problem))
                    preview = preview.warning(problem.sentence());
        }
        return done(switch (receipts.write(sound, sifting)) {
            case Outcome.Done<Path>(var file) -> new Imported(preview, Optional.of(file));
            // it is in all the same, and to say otherwise would be false
            case Outcome.Refused<Path>(var problem) -> new Imported(preview.warning(problem.sentence()), Optional.empty());
        });
    }

    private Set<EntryId> waiting() {
        return store.records().waiting().stream().map(one -> one.entry().id()).collect(Collectors.toSet());
    }

    /// The imported package of that file, or with that number from an agency. Refused when there is none, or more than one.
    ///
    /// @param file the package's file, or its number
    /// @param sender part of the sender's name, for a number; empty where the number says enough
    public Outcome<ReceivedPackage> find(Path file, String sender) {
        return session.require(READ).then(ok -> received.find(file, sender));
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
        return session.require(READ).map(ok -> received.all().reversed());
    }
}
