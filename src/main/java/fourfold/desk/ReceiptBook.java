package fourfold.desk;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.EntryId;
import fourfold.packet.PackageVerdict;
import fourfold.packet.PacketFormat;
import fourfold.packet.Receipt;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.Messages;
import fourfold.vault.OpenVault;
import fourfold.vault.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Writes receipts for packages that were imported, and opens those that came for packages sent from here.
final class ReceiptBook {

    private final Session session;
    private final OpenVault vault;
    private final Addresses addresses;

    ReceiptBook(Session session, OpenVault vault, Addresses addresses) {
        this.session = session;
        this.addresses = addresses;
        this.vault = vault;
    }

    /// A receipt that was opened, and who signed it.
    ///
    /// @param unit the fingerprint of the certificate of the unit that vouches for them
    record Opened(Receipt receipt, String signedBy, String unit) {}

    /// Writes the answer to a package into the vault's folder for what goes out.
    Outcome<Path> write(PackageVerdict.Sound sound, Sifting sifting) {
        var manifest = sound.manifest();
        return write(new Receipt(
                manifest.id(),
                sound.sha256(),
                manifest.order().sequence(),
                vault.agency(),
                manifest.from().agency(),
                session.clock().instant(),
                sifting.here().text(),
                sifting.held().text(),
                sifting.refusals().stream()
                        .map(refusal -> new Receipt.Refused(refusal.entries().text(), refusal.why()))
                        .toList()), addresses.of(manifest.from().agency(), sound.unit()));
    }

    /// Writes the answer to a package whose import was undone: nothing of it is here.
    ///
    /// @param entries what the earlier answer said is here
    Outcome<Path> undone(ReceivedPackage received, String entries) {
        var why = "the import was undone by " + received.get(ReceivedPackage.UNDONE_BY);
        return again(received, "", "", List.of(new Receipt.Refused(entries, why)));
    }

    /// Writes the answer to a package anew of which something was taken back.
    Outcome<Path> withdrawn(Withdrawing.Withdrawn withdrawn, Collection<EntryId> waiting) {
        var received = withdrawn.received();
        var there = EntryRanges.of(received.get(ReceivedPackage.ENTRIES));
        var held = new EntryRanges();
        waiting.stream().filter(there::contains).forEach(held::add);
        return again(
                received, there.without(waiting).text(), held.text(), withdrawn.acts().stream().map(ReceiptBook::refused).toList());
    }

    /// A new answer to a package that was answered before: of several the newest holds.
    private Outcome<Path> again(ReceivedPackage received, String accepted, String held, List<Receipt.Refused> refused) {
        return write(
                new Receipt(
                        UUID.fromString(received.get(ReceivedPackage.PACKAGE_ID)),
                        received.get(ReceivedPackage.HASH),
                        received.get(ReceivedPackage.NUMBER),
                        vault.agency(),
                        received.get(ReceivedPackage.SENDER),
                        session.clock().instant(),
                        accepted,
                        held,
                        refused),
                addresses.of(received.get(ReceivedPackage.SENDER), received.get(ReceivedPackage.UNIT)));
    }

    private static Receipt.Refused refused(Simulation.Unfounded unfounded) {
        var entries = new EntryRanges();
        unfounded.act().entries().forEach(entry -> entries.add(entry.id()));
        return new Receipt.Refused(entries.text(), unfounded.why());
    }

    private Outcome<Path> write(Receipt receipt, Addresses.Address sender) {
        var name = PacketFormat.receiptName(addresses.own().label(), sender.label(), receipt.number());
        var file = vault.folder().out().resolve(name);
        return addresses.usable(sender).then(addressee -> {
            try {
                vault.means().disk().makeFolder(vault.folder().out());
                vault.means().disk().replace(file, sealed(receipt, addressee));
                return Outcome.done(file);
            } catch (IOException failed) {
                return Outcome.refused(new Problem.NotNow(
                        "This is done, but the receipt could not be written; import the same file once more to have one written."));
            }
        });
    }

    private byte[] sealed(Receipt receipt, AgencyCertificates addressee) throws IOException {
        var out = new ByteArrayOutputStream();
        var own = vault.own();
        var recipients = addressee.fingerprint().equals(own.fingerprint()) ? List.of(own) : List.of(addressee, own);
        try (var sealed = vault.messages().seal(out, recipients)) {
            sealed.write(receipt.json().canonical());
        }
        return out.toByteArray();
    }

    /// Opens a receipt.
    Outcome<Opened> open(Path file) {
        byte[] bytes;
        try {
            var disk = vault.means().disk();
            if (!disk.exists(file)) return Outcome.refused(new Problem.Gone("The file " + file.getFileName() + " is not there."));
            bytes = disk.read(file, Receipt.LONGEST);
        } catch (IOException unreadable) {
            return Outcome.refused(new Problem.NotNow("The file " + file.getFileName() + " cannot be read, or is too long for a receipt."));
        }
        var limits = new Messages.Limits(Receipt.LONGEST, Receipt.LONGEST, () -> false);
        return vault.messages().open(new ByteArrayInputStream(bytes), limits).then(opened -> {
            try (var content = opened.content()) {
                var receipt = Receipt.of(StrictJson.read(content.stream().readAllBytes()));
                return receipt.from().equals(opened.from().agency())
                        ? Outcome.done(new Opened(receipt, opened.signer().label(), opened.from().fingerprint()))
                        : Outcome.refused(new Problem.NotAllowed("The receipt says it comes from " + receipt.from()
                                + ", but it was signed for " + opened.from().agency() + "."));
            } catch (IOException | RuntimeException damaged) {
                // whatever is wrong with what was signed, it is no receipt
                return Outcome.refused(new Problem.Damaged("The file " + file.getFileName() + " is not a receipt."));
            }
        });
    }
}
