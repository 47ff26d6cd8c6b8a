package fourfold.desk;

import static fourfold.core.access.Permission.IMPORT;
import static fourfold.core.access.Permission.READ;

import fourfold.core.exchange.AuthorRights;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.SentPackage;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.packet.Receipt;
import fourfold.store.Store;
import fourfold.store.Timeline;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The counter for what went out: which packages were answered and how, which are overdue, and what waits to be sent. To be
/// sent and to have been confirmed are two things.
public final class OutboxDesk extends Desk {

    /// How long an answer may take before the package counts as overdue.
    static final Duration PATIENCE = Duration.ofDays(14);

    private final ReceiptBook receipts;
    private final Addresses addresses;
    private final Supplier<Outcome<List<PacketDesk.Unsent>>> unsent;

    OutboxDesk(
            Session session,
            Store store,
            Ledger ledger,
            OpenVault vault,
            Addresses addresses,
            Supplier<Outcome<List<PacketDesk.Unsent>>> unsent) {
        super(session, store, ledger);
        this.receipts = new ReceiptBook(session, vault, addresses);
        this.addresses = addresses;
        this.unsent = unsent;
    }

    /// Where a package stands.
    public enum State {
        /// Written, and nobody has answered yet.
        SENT("Sent"),
        /// Nobody has answered for two weeks.
        OVERDUE("Overdue"),
        /// All of it is there.
        CONFIRMED("Confirmed"),
        /// All of it is there, but some waits for changes that have not come.
        HELD("Held in part"),
        /// Some of it was left out there.
        REFUSED("Refused in part");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /// What a person reads.
        public String label() {
            return label;
        }
    }

    /// One package that was written here.
    ///
    /// @param entries how many changes it carried
    /// @param held how many of them wait there
    /// @param refused how many of them were left out there
    /// @param why why they were, a sentence part each
    public record Line(
            long number,
            String to,
            Optional<Instant> written,
            State state,
            long entries,
            Optional<Instant> answered,
            long held,
            long refused,
            List<String> why) {}

    /// What went out, and what waits.
    public record Outbox(List<Line> packages, List<PacketDesk.Unsent> waiting) {}

    /// One change that an agency has not been sent.
    ///
    /// @param reference what people call the record; empty where it has no reference
    /// @param what what was done, and to which fields
    /// @param by the collar number and agency of whoever did it
    public record Fresh(String kind, String reference, String what, String by, Instant at) {}

    /// How many changes are listed of what waits.
    static final int MOST = 200;

    /// The newest changes that the unit has not been sent, newest first, [#MOST] of them.
    public Outcome<List<Fresh>> waiting(String to) {
        return session.require(READ).then(ok -> addresses.find(to)).map(unit -> {
            var known = Exchanged.with(unit, store).entries();
            var kinds = SharedKinds.ALL.stream().map(Fields::kind).toList();
            return store.timeline().newest(kinds, known::contains, MOST).stream().map(this::fresh).toList();
        });
    }

    private Fresh fresh(Timeline.Line line) {
        var fields = SharedKinds.find(line.kind()).orElseThrow();
        var state = store.records().states(line.kind(), List.of(line.record())).get(line.record());
        var ref = state == null ? "" : AuthorRights.text(state.values().getOrDefault("ref", Json.nothing()));
        var names = line.fields().stream().map(name -> FieldWords.label(fields, name)).sorted().collect(Collectors.joining(", "));
        return new Fresh(
                line.kind(), ref, Operation.words(line.operation()) + (names.isEmpty() ? "" : ": " + names),
                line.user() + ", " + line.agency(), line.at());
    }

    /// What went out, newest first, and what waits to be sent.
    public Outcome<Outbox> look() {
        return session.require(READ).then(ok -> unsent.get()).map(waiting -> new Outbox(
                store.records().all(SentPackage.FIELDS).reversed().stream()
                        .map(Kept::record)
                        .filter(one -> !one.lacks(SentPackage.FILE))
                        .map(this::line)
                        .toList(),
                waiting));
    }

    private Line line(SentPackage sent) {
        return new Line(
                sent.get(SentPackage.NUMBER),
                addresses.of(sent.get(SentPackage.ADDRESSEE), sent.get(SentPackage.UNIT)).label(),
                sent.find(SentPackage.WRITTEN_AT),
                state(sent),
                sent.find(SentPackage.INCLUDED).orElse(0L),
                sent.find(SentPackage.ANSWERED_AT),
                sent.find(SentPackage.HELD).orElse(0L),
                sent.find(SentPackage.REFUSED).orElse(0L),
                sent.get(SentPackage.REFUSED_WHY).lines().toList());
    }

    private State state(SentPackage sent) {
        if (sent.lacks(SentPackage.ANSWERED_AT)) {
            var due = sent.find(SentPackage.WRITTEN_AT).orElse(Instant.MAX.minus(PATIENCE)).plus(PATIENCE);
            return session.clock().instant().isAfter(due) ? State.OVERDUE : State.SENT;
        }
        if (sent.find(SentPackage.REFUSED).orElse(0L) > 0) return State.REFUSED;
        return sent.find(SentPackage.HELD).orElse(0L) > 0 ? State.HELD : State.CONFIRMED;
    }

    /// Takes in the addressee's answer to a package.
    public Outcome<Line> confirm(Path file) {
        return session.require(IMPORT)
                .then(ok -> ledger.deciding(() -> receipts.open(file).then(this::confirm)));
    }

    private Outcome<Line> confirm(ReceiptBook.Opened opened) {
        var receipt = opened.receipt();
        return store.records().find(SentPackage.FIELDS, new Id<>(receipt.packageId()))
                .filter(sent -> sent.record().is(SentPackage.ADDRESSEE, receipt.from()))
                .filter(sent -> sent.record().lacks(SentPackage.UNIT) || sent.record().is(SentPackage.UNIT, opened.unit()))
                .filter(sent -> sent.record().is(SentPackage.HASH, receipt.sha256()))
                .map(sent -> keep(sent, opened))
                .orElseGet(() -> Outcome.refused(new Problem.Gone("The receipt is for package " + receipt.number() + " from "
                        + receipt.to() + " to " + receipt.from() + ", which was not written in this vault.")));
    }

    private Outcome<Line> keep(Kept<SentPackage> sent, ReceiptBook.Opened opened) {
        var receipt = opened.receipt();
        // an import may be undone, or the package taken in again: the newest answer holds, in whatever order they come
        if (sent.record().find(SentPackage.ANSWERED_AT).filter(receipt.at()::isBefore).isPresent())
            return Outcome.done(line(sent.record()));
        var answered = sent.record()
                .with(SentPackage.ANSWERED_AT, receipt.at())
                .with(SentPackage.ANSWERED_BY, opened.signedBy())
                .with(SentPackage.HELD, EntryRanges.of(receipt.held()).size())
                .with(SentPackage.REFUSED, receipt.refused().stream()
                        .mapToLong(each -> EntryRanges.of(each.entries()).size())
                        .sum())
                .with(SentPackage.REFUSED_WHY, receipt.refused().stream()
                        .map(Receipt.Refused::why)
                        .distinct()
                        .collect(Collectors.joining("\n")));
        var change = Change.of(Operation.PACKAGE, sent.record(), answered, sent.state());
        if (!change.isNothing())
            ledger.write(session, IMPORT, "Receipt for package " + receipt.number(), List.of(change));
        return Outcome.done(line(answered));
    }
}
