package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The certificates this vault believes: its own unit's, and those of other units that an administrator pinned. Each is
/// a sealed file, so that nobody without the vault's key can put another in its place. An agency may have several units,
/// each an office with a vault and people of its own; they are told apart by the fingerprint of the unit's certificate. OpenPGP certificates begin and
/// expire by the computer's own clock.
public final class TrustedKeys {

    private static final int NAME_HASH = 8;
    private static final String SUFFIX = ".cert";
    /// Parts the agency from the fingerprint in the name of a file with the certificates of one more unit of it.
    private static final String BESIDE = "+";

    private final Disk disk;
    private final VaultFolder folder;
    private final VaultKeys keys;
    private final String label;
    private final Path own;
    private final InstantSource clock;
    private final EndedTrust ended;

    TrustedKeys(Means means, VaultFolder folder, VaultKeys keys, Charter charter) {
        this.disk = means.disk();
        this.folder = folder;
        this.keys = keys;
        this.label = "fourfold trust " + charter.vault() + " ";
        this.own = file(charter.agency());
        this.clock = means.clock();
        this.ended = new EndedTrust(disk, folder, keys, label);
    }

    /// Pins a unit's keyring for an agency. A newer keyring of a unit that is pinned adds to what is known of it. Another
    /// certificate for an agency that has one is refused: it may be an impostor's, and whoever knows that it is another
    /// office of that agency says so with [#trustAnother].
    ///
    /// @param keyring an OpenPGP keyring, armoured or not
    public Outcome<AgencyCertificates> trust(String agency, byte[] keyring) {
        return read(agency, keyring).then(read -> Attempt.at(folder, () -> pin(read, false)));
    }

    /// Pins the keyring of one more unit of an agency, beside those that are pinned: another office of it, with a vault and
    /// people of its own. It may be our own agency.
    ///
    /// @param keyring an OpenPGP keyring, armoured or not
    public Outcome<AgencyCertificates> trustAnother(String agency, byte[] keyring) {
        return read(agency, keyring).then(read -> Attempt.at(folder, () -> pin(read, true)));
    }

    private static Outcome<AgencyCertificates> read(String agency, byte[] keyring) {
        try {
            var read = AgencyCertificates.read(keyring);
            return same(read.agency(), agency)
                    ? Outcome.done(read)
                    : Outcome.refused(new Problem.NotAllowed(
                            "The certificate is that of " + read.agency() + ", not of " + agency + "."));
        } catch (Unreadable wrong) {
            return Outcome.refused(new Problem.Damaged(
                    "The file is not a keyring of a unit and its people (" + wrong.getMessage() + ")."));
        }
    }

    private Outcome<AgencyCertificates> pin(AgencyCertificates read, boolean beside) throws IOException {
        var there = units(read.agency());
        var known = there.stream().filter(unit -> unit.fingerprint().equals(read.fingerprint())).findFirst();
        if (known.isEmpty() && !there.isEmpty() && !beside) {
            return Outcome.refused(new Problem.NotNow(read.agency() + " is trusted with another certificate ("
                    + there.getFirst().fingerprint() + "); if this is another office of that agency, trust it as one,"
                    + " otherwise remove that one first."));
        }
        var all = known.isPresent() ? known.get().and(read) : read;
        if (!all.isUsable(new Date())) return Outcome.refused(unusable(all.agency()));
        if (all.isExpired(clock.instant())) return Outcome.refused(expired(all));
        write(all, there.isEmpty() ? file(all.agency()) : place(all));
        ended.forget(all);
        return Outcome.done(all);
    }

    /// The own unit's certificates are the first of its agency.
    void write(AgencyCertificates certificates) throws IOException {
        write(certificates, file(certificates.agency()));
    }

    private void write(AgencyCertificates certificates, Path file) throws IOException {
        var key = keys.trust();
        try {
            SealedFile.write(disk, file, key, label + file.getFileName(), certificates.armoured());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Where a unit's certificates are, or would be: the first unit of an agency has the file of the agency's name.
    private Path place(AgencyCertificates unit) throws IOException {
        boolean isFirst = find(unit.agency()).filter(one -> one.fingerprint().equals(unit.fingerprint())).isPresent();
        return isFirst ? file(unit.agency()) : another(unit.agency(), unit.fingerprint());
    }

    /// Ends the trust in every certificate of an agency but our own unit's.
    ///
    /// @param reason empty where none is given
    public Outcome<Boolean> remove(String agency, String reason) {
        return Attempt.at(folder, () -> {
            boolean any = false;
            for (var unit : units(agency)) any |= remove(unit, reason);
            return Outcome.done(any);
        });
    }

    /// Ends the trust in one unit's certificate; our own stays.
    ///
    /// @param fingerprint of the unit's certificate
    /// @param reason empty where none is given
    public Outcome<Boolean> removeUnit(String fingerprint, String reason) {
        return all().then(all -> Attempt.at(folder, () -> {
            boolean any = false;
            for (var unit : all) if (unit.fingerprint().equals(fingerprint)) any |= remove(unit, reason);
            return Outcome.done(any);
        }));
    }

    /// The note that it ended is there first.
    private boolean remove(AgencyCertificates unit, String reason) throws IOException {
        var file = place(unit);
        if (file.equals(own)) return false;
        ended.keep(unit, clock.instant(), reason);
        boolean was = disk.delete(file);
        if (was) disk.forceFolder(folder.trust());
        return was;
    }

    /// The units that were trusted once.
    List<EndedTrust.Ended> ended() throws IOException {
        return ended.all();
    }

    /// The units of an agency, whatever its case: the one that was trusted first, then its other offices.
    public Outcome<List<AgencyCertificates>> of(String agency) {
        return Attempt.at(folder, () -> Outcome.done(units(agency)));
    }

    /// The certificates of an agency's first unit, when something may be encrypted to it now.
    public Outcome<AgencyCertificates> usable(String agency) {
        return of(agency).then(units -> usable(agency, units.stream().findFirst()));
    }

    /// The certificates of one unit of an agency, when something may be encrypted to it now.
    ///
    /// @param fingerprint of the unit's certificate
    public Outcome<AgencyCertificates> usable(String agency, String fingerprint) {
        return of(agency).then(units -> usable(
                agency,
                units.stream().filter(unit -> unit.fingerprint().equals(fingerprint)).findFirst()));
    }

    private Outcome<AgencyCertificates> usable(String agency, Optional<AgencyCertificates> found) {
        if (found.isEmpty()) {
            return Outcome.refused(new Problem.NotNow(
                    "No certificate of " + agency + " is trusted here; ask an administrator to add it."));
        }
        if (found.get().isExpired(clock.instant())) return Outcome.refused(expired(found.get()));
        return found.get().isUsable(new Date()) ? Outcome.done(found.get()) : Outcome.refused(unusable(agency));
    }

    /// All certificates, the own unit's among them.
    public Outcome<List<AgencyCertificates>> all() {
        return Attempt.at(folder, () -> Outcome.done(stored("")));
    }

    /// The unit that has the file of the agency's name; of our own agency, that is our own unit.
    Optional<AgencyCertificates> find(String agency) throws IOException {
        var first = file(agency);
        return disk.exists(first) ? Optional.of(read(first)) : Optional.empty();
    }

    private List<AgencyCertificates> units(String agency) throws IOException {
        var units = new ArrayList<AgencyCertificates>();
        find(agency).ifPresent(units::add);
        units.addAll(stored(stem(agency) + BESIDE));
        return units;
    }

    private List<AgencyCertificates> stored(String stem) throws IOException {
        var found = new ArrayList<AgencyCertificates>();
        for (var file : disk.list(folder.trust())) {
            var name = file.getFileName().toString();
            if (name.startsWith(stem) && name.endsWith(SUFFIX)) found.add(read(file));
        }
        return found;
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

    private static String stem(String agency) {
        var capitals = agency.strip().toUpperCase(Locale.ROOT);
        var hash = KeySlot.sha256(capitals.getBytes(StandardCharsets.UTF_8));
        var plain = capitals.replaceAll("[^A-Z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), 40)) + "-"
                + HexFormat.of().formatHex(hash).substring(0, NAME_HASH);
    }

    private Path file(String agency) {
        return folder.trust().resolve(stem(agency) + SUFFIX);
    }

    private Path another(String agency, String fingerprint) {
        return folder.trust().resolve(stem(agency) + BESIDE + fingerprint + SUFFIX);
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static Problem expired(AgencyCertificates unit) {
        return new Problem.NotNow("The certificate of " + unit.agency() + " expired on "
                + Lapse.day(unit.expires().orElseThrow()) + "; ask for its renewed certificates.");
    }

    private static Problem unusable(String agency) {
        return new Problem.NotNow("The certificate of " + agency
                + " cannot be used today: it has expired or was revoked, or this computer's date is wrong.");
    }
}
