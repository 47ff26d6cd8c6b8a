package fourfold.desk;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Kept;
import fourfold.packet.Manifest;
import fourfold.packet.PackageVerdict;
import fourfold.packet.PacketReader;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The packages that were imported here, those whose import was undone included.
final class ReceivedPackages {

    private final Store store;
    private final OpenVault vault;

    ReceivedPackages(Store store, OpenVault vault) {
        this.store = store;
        this.vault = vault;
    }

    /// All of them, the oldest first.
    List<ReceivedPackage> all() {
        return store.records().all(ReceivedPackage.FIELDS).stream().map(Kept::record).toList();
    }

    /// Those that the same copy of the sender's vault wrote as this package.
    List<ReceivedPackage> from(Manifest manifest) {
        return all().stream()
                .filter(one -> one.is(ReceivedPackage.SENDER, manifest.from().agency()))
                .filter(one -> one.is(ReceivedPackage.DEVICE, manifest.from().device().value()))
                .toList();
    }

    /// The package of that identity, where it was imported.
    Optional<Kept<ReceivedPackage>> of(Manifest manifest) {
        return store.records().find(ReceivedPackage.FIELDS, new Id<>(manifest.id()));
    }

    /// The package of that file, or with that number from an agency. Refused when there is none, or more than one.
    ///
    /// @param file the package's file, or its number
    /// @param sender part of the sender's name, for a number; empty where the number says enough
    Outcome<ReceivedPackage> find(Path file, String sender) {
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
    }

    private List<ReceivedPackage> numbered(long number, String sender) {
        return all().stream()
                .filter(one -> one.get(ReceivedPackage.NUMBER) == number)
                .filter(one -> sender.isEmpty() || one.get(ReceivedPackage.SENDER).equalsIgnoreCase(sender))
                .toList();
    }

    private List<ReceivedPackage> hashed(Path file) {
        return new PacketReader(vault, System::nanoTime).check(file) instanceof PackageVerdict.Sound sound
                ? of(sound.manifest()).stream().map(Kept::record).toList()
                : List.of();
    }
}
