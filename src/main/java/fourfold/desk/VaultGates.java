package fourfold.desk;

import fourfold.core.kernel.Problem;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Replica;
import fourfold.packet.Manifest;
import fourfold.packet.PackageVerdict;
import fourfold.vault.OpenVault;
import java.util.List;
import java.util.Optional;

/// The gates that need to know what only a vault knows: who has it, what it wrote, and what was imported here before.
final class VaultGates {

    private final OpenVault vault;
    private final Replica own;
    private final ReceivedPackages received;

    /// @param own the copy of the vault that writes here
    VaultGates(OpenVault vault, Replica own, ReceivedPackages received) {
        this.vault = vault;
        this.own = own;
        this.received = received;
    }

    /// What is wrong with the package, before its changes are looked at.
    Optional<Problem> wrong(PackageVerdict.Sound sound) {
        var manifest = sound.manifest();
        return misdirected(manifest).or(() -> contradicted(manifest, received.from(manifest)));
    }

    private Optional<Problem> misdirected(Manifest manifest) {
        if (manifest.from().device().equals(own))
            return Optional.of(new Problem.NotNow("This package was written in this vault; it is imported by " + manifest.to().agency() + "."));
        if (!manifest.to().agency().equals(vault.agency()))
            return Optional.of(new Problem.NotAllowed("This package is for " + manifest.to().agency() + "."));
        return manifest.to().is(vault.agency(), vault.own().fingerprint())
                ? Optional.empty()
                : Optional.of(new Problem.NotAllowed("This package is for another office of " + vault.agency() + "."));
    }

    /// What the packages that came before say against it.
    private static Optional<Problem> contradicted(Manifest manifest, List<ReceivedPackage> before) {
        if (before.stream().anyMatch(one -> isAnother(one, manifest)))
            return Optional.of(new Problem.NotAllowed("Another package with the number " + manifest.order().sequence() + " from "
                    + manifest.from().agency() + " was imported already: the sender's vault was restored from an old copy, or somebody"
                    + " has made a false one."));
        if (before.stream().anyMatch(one -> isRewritten(one, manifest)))
            return Optional.of(new Problem.NotAllowed("The history of the sender's vault is another one than when "
                    + manifest.from().agency() + " sent its earlier packages: it was rewritten, or this is another copy of the vault."));
        return before.stream().anyMatch(one -> isCut(one, manifest))
                ? Optional.of(new Problem.NotAllowed("The sender's vault was restored from an old copy, or its history was cut: "
                        + manifest.from().agency() + " has to begin a new copy of it before anything from it is imported."))
                : Optional.empty();
    }

    private static boolean isAnother(ReceivedPackage before, Manifest manifest) {
        return before.get(ReceivedPackage.NUMBER) == manifest.order().sequence()
                && !before.is(ReceivedPackage.PACKAGE_ID, manifest.id().toString());
    }

    /// Whether the sender's journal says now something else than it said in the package that is here.
    private static boolean isRewritten(ReceivedPackage before, Manifest manifest) {
        return manifest.journal().earlier().stream()
                .filter(said -> said.number() == before.get(ReceivedPackage.NUMBER))
                .anyMatch(said -> said.position() != before.get(ReceivedPackage.POSITION)
                        || !before.is(ReceivedPackage.CHAIN, said.hash()));
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

    /// What is wrong with its changes: one that this vault is said to have written, or one that is here already with another
    /// content.
    static Optional<Problem> wrong(Sifting sifting) {
        if (sifting.alien().isPresent())
            return Optional.of(new Problem.NotAllowed("The package holds a change that this vault is said to have written and does not"
                    + " know: this vault was restored from an old copy, or somebody has made a false history."));
        return sifting.lie().map(id -> new Problem.NotAllowed("The package says something else of a change that is here already ("
                + id.replica() + " " + id.seq() + "): somebody has made a false history. Both are kept as evidence."));
    }
}
