package fourfold.desk;

import static fourfold.core.access.Permission.IMPORT;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.settings.Positions;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.packet.PackageVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes in what a package brings, and remembers that it came.
final class Acceptance {

    private final Session session;
    private final Ledger ledger;
    private final Journal journal;
    private final ReceivedPackages received;

    Acceptance(Session session, Ledger ledger, Journal journal, ReceivedPackages received) {
        this.session = session;
        this.ledger = ledger;
        this.journal = journal;
        this.received = received;
    }

    /// Takes in what passed every gate.
    void take(PackageVerdict.Sound sound, Sifting sifting) {
        var id = sound.manifest().id();
        var taken = sifting.isAnything()
                ? Optional.of(ledger.takeIn(id, sifting, new ChangeFeed.Changed(sifting.kinds(), sifting.records())))
                : cutShort(id, sifting);
        remember(sound, sifting, taken);
    }

    /// What the package brought when its import was cut short after that, before anything could say so; nothing in any other
    /// case.
    private Optional<Journal.TakenIn> cutShort(UUID id, Sifting sifting) {
        var newest = sifting.newestHere();
        if (newest.isEmpty()) return Optional.empty();
        var back = TakenBack.of(received.all());
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
        var before = received.of(manifest);
        var now = before.map(Kept::record)
                .orElseGet(() -> ReceivedPackage.FIELDS.blank(new Id<>(manifest.id())))
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
                        Change.of(Operation.PACKAGE, kept.record(), now, kept.state()))
                .orElseGet(() -> Change.creating(Operation.PACKAGE, now))));
        ledger.log(session, Audit.Kind.COMBINATION, Map.of(
                "package", Json.of(manifest.id().toString()),
                "sender", Json.of(manifest.from().agency()),
                "number", Json.of(manifest.order().sequence()),
                "entries", Json.of(taken.size()),
                "refused", Json.of(sifting.refused().size())));
    }
}
