package fourfold.desk;

import fourfold.core.exchange.Fate;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.desk.ImportDesk.Line;
import fourfold.desk.ImportDesk.Preview;
import fourfold.packet.PackageVerdict;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Says what a package would do here, and what to think about before it is taken in.
final class ImportReading {

    private final Session session;
    private final Store store;
    private final Addresses addresses;
    private final ReceivedPackages received;

    ImportReading(Session session, Store store, Addresses addresses, ReceivedPackages received) {
        this.session = session;
        this.store = store;
        this.addresses = addresses;
        this.received = received;
    }

    Preview preview(PackageVerdict.Sound sound, Sifting sifting) {
        var manifest = sound.manifest();
        var records = new EnumMap<Fate, Integer>(Fate.class);
        sifting.tallies().forEach(tally -> records.merge(tally.fate(), 1, Integer::sum));
        var before = received.from(manifest);
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
        for (var one : sifting.unfounded())
            warnings.add("A change by " + one.act().author().user() + " (" + one.act().author().agency() + ") that came before waits for what"
                    + " this package brings, and cannot stand: " + one.why() + ". It is left out, and a new receipt says so.");
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
}
