package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The certificates this vault believes: its own unit's, and those of other units that an administrator pinned. Each is
/// a sealed file, so that nobody without the vault's key can put another in its place. OpenPGP certificates begin and
/// expire by the computer's own clock.
public final class TrustedKeys {

    private static final int NAME_HASH = 8;

    private final Disk disk;
    private final VaultFolder folder;
    private final VaultKeys keys;
    private final String label;

    TrustedKeys(Means means, VaultFolder folder, VaultKeys keys, Charter charter) {
        this.disk = means.disk();
        this.folder = folder;
        this.keys = keys;
        this.label = "fourfold trust " + charter.vault() + " ";
    }

    /// Pins a unit's keyring for an agency. A newer keyring of the same unit adds to what is known; another unit's
    /// certificate in place of a pinned one is refused until the pinned one was removed.
    ///
    /// @param keyring an OpenPGP keyring, armoured or not
    public Outcome<AgencyCertificates> trust(String agency, byte[] keyring) {
        AgencyCertificates read;
        try {
            read = AgencyCertificates.read(keyring);
        } catch (Unreadable wrong) {
            return Outcome.refused(new Problem.Damaged(
                    "The file is not a keyring of a unit and its people (" + wrong.getMessage() + ")."));
        }
        if (!same(read.agency(), agency)) {
            return Outcome.refused(new Problem.NotAllowed(
                    "The certificate is that of " + read.agency() + ", not of " + agency + "."));
        }
        return Attempt.at(folder, () -> pin(read));
    }

    private Outcome<AgencyCertificates> pin(AgencyCertificates read) throws IOException {
        var known = find(read.agency());
        if (known.isPresent() && !known.get().fingerprint().equals(read.fingerprint())) {
            return Outcome.refused(new Problem.NotNow(read.agency() + " is trusted with another certificate ("
                    + known.get().fingerprint() + "); remove that one first."));
        }
        var all = known.isPresent() ? known.get().and(read) : read;
        if (!all.isUsable(new Date())) return Outcome.refused(unusable(all.agency()));
        write(all);
        return Outcome.done(all);
    }

    void write(AgencyCertificates certificates) throws IOException {
        var key = keys.trust();
        try {
            var agency = certificates.agency();
            SealedFile.write(disk, file(agency), key, labelOf(agency), certificates.armoured());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Ends the trust in an agency's certificate.
    public Outcome<Boolean> remove(String agency) {
        return Attempt.at(folder, () -> {
            boolean was = disk.delete(file(agency));
            if (was) disk.forceFolder(folder.trust());
            return Outcome.done(was);
        });
    }

    /// The certificates of an agency, whatever its case.
    public Outcome<Optional<AgencyCertificates>> of(String agency) {
        return Attempt.at(folder, () -> Outcome.done(find(agency)));
    }

    /// The certificates of an agency, when something may be encrypted to its unit now.
    public Outcome<AgencyCertificates> usable(String agency) {
        return of(agency).then(found -> {
            if (found.isEmpty()) {
                return Outcome.refused(new Problem.NotNow(
                        "No certificate of " + agency + " is trusted here; ask an administrator to add it."));
            }
            return found.get().isUsable(new Date())
                    ? Outcome.done(found.get())
                    : Outcome.refused(unusable(agency));
        });
    }

    /// All certificates, the own unit's among them.
    public Outcome<List<AgencyCertificates>> all() {
        return Attempt.at(folder, () -> {
            var found = new ArrayList<AgencyCertificates>();
            for (var file : disk.list(folder.trust())) {
                if (file.getFileName().toString().endsWith(".cert")) found.add(read(file));
            }
            return Outcome.done(found);
        });
    }

    Optional<AgencyCertificates> find(String agency) throws IOException {
        var file = file(agency);
        return disk.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /// A file's label holds its name, so that one agency's file cannot be renamed to another's.
    private AgencyCertificates read(Path file) throws IOException {
        var key = keys.trust();
        try {
            var name = label + file.getFileName();
            return AgencyCertificates.read(SealedFile.read(disk, file, key, name));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private String labelOf(String agency) {
        return label + file(agency).getFileName();
    }

    private Path file(String agency) {
        var capitals = agency.strip().toUpperCase(Locale.ROOT);
        var hash = KeySlot.sha256(capitals.getBytes(StandardCharsets.UTF_8));
        var plain = capitals.replaceAll("[^A-Z0-9]+", "-");
        var name = plain.substring(0, Math.min(plain.length(), 40)) + "-"
                + HexFormat.of().formatHex(hash).substring(0, NAME_HASH);
        return folder.trust().resolve(name + ".cert");
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static Problem unusable(String agency) {
        return new Problem.NotNow("The certificate of " + agency
                + " cannot be used today: it has expired or was revoked, or this computer's date is wrong.");
    }
}
