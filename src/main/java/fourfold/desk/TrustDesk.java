package fourfold.desk;

import static fourfold.core.access.Permission.BACK_UP;
import static fourfold.core.access.Permission.MANAGE_PEOPLE;
import static fourfold.core.access.Permission.MANAGE_TRUST;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.Backup;
import fourfold.vault.OpenVault;
import fourfold.vault.RecoveryCode;
import fourfold.vault.SixWords;
import fourfold.vault.VaultPeople;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The counter for what the vault believes and how it is kept safe: certificates of other units, our own to hand out,
/// backups and recovery codes.
public final class TrustDesk extends Desk {

    private static final int LONGEST_KEYRING = 16_000_000;
    private static final int LONGEST_CODE = 100_000;

    private final OpenVault vault;
    private final Agencies agencies;

    TrustDesk(Session session, Store store, Ledger ledger, OpenVault vault, Agencies agencies) {
        super(session, store, ledger);
        this.vault = vault;
        this.agencies = agencies;
    }

    /// A unit whose certificate is believed here.
    ///
    /// @param fingerprint what two people compare before one trusts it
    public record Trusted(String agency, String fingerprint, int people, boolean own) {
        /// The fingerprint as six words, which two people read to each other.
        public String words() {
            return SixWords.of(fingerprint);
        }
    }

    /// The certificate of our unit and its people, armoured, to be handed to other units.
    public byte[] certificates() {
        return vault.own().armoured();
    }

    /// Writes our certificates into a file, in place of what had its name.
    public Outcome<Path> export(Path file) {
        // everybody may have them, so there is nothing to log
        return FileOut.place(vault, file).then(place -> FileOut.write(vault, place, certificates(), () -> {}));
    }

    /// Writes our certificates into a file that must not be there yet.
    public Outcome<Path> exportNew(Path file) {
        return FileOut.place(vault, file).then(place -> FileOut.writeNew(vault, place, certificates()));
    }

    /// Believes the keyring in a file from now on.
    ///
    /// @param office whether it is one more office of an agency that is trusted already, or of our own
    public Outcome<Trusted> trust(String agency, Path file, boolean office) {
        try {
            return trust(agency, vault.means().disk().read(file, LONGEST_KEYRING), office);
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("The file " + file.getFileName() + " cannot be read."));
        }
    }

    /// Believes a unit's keyring from now on.
    public Outcome<Trusted> trust(String agency, byte[] keyring) {
        return trust(agency, keyring, false);
    }

    /// Believes a unit's keyring from now on.
    ///
    /// @param office whether it is one more office of an agency that is trusted already, or of our own: another vault, with a
    ///     unit's key and people of its own. It is never taken for one by itself, since that is what an impostor would want.
    public Outcome<Trusted> trust(String agency, byte[] keyring, boolean office) {
        return session.require(MANAGE_TRUST)
                .then(ok -> agencies.find(agency)
                        .map(found -> Outcome.done(found.name()))
                        .orElseGet(() -> Outcome.refused(
                                new Problem.Invalid("agency", "There is no agency called " + agency + "."))))
                .then(name -> office
                        ? vault.trusted().trustAnother(name, keyring)
                        : vault.trusted().trust(name, keyring))
                .map(this::logged);
    }

    private Trusted logged(AgencyCertificates certificates) {
        ledger.log(session, Audit.Kind.TRUST_CHANGED, Map.of(
                "agency", Json.of(certificates.agency()), "fingerprint", Json.of(certificates.fingerprint())));
        return trusted(certificates);
    }

    private Trusted trusted(AgencyCertificates certificates) {
        return new Trusted(
                certificates.agency(),
                certificates.fingerprint(),
                certificates.people().size(),
                certificates.fingerprint().equals(vault.own().fingerprint()));
    }

    /// Believes the certificates of an agency no more, those of all its offices. Our own unit's cannot be taken away.
    public Outcome<Boolean> endTrust(String agency) {
        return endTrust(agency, "");
    }

    /// The same, with the reason: it is told to whoever tries to import what they sign.
    public Outcome<Boolean> endTrust(String agency, String reason) {
        return session.require(MANAGE_TRUST).then(ok -> agency.equals(session.agency())
                ? Outcome.refused(new Problem.NotNow("A vault always believes its own unit."))
                : vault.trusted().remove(agency, reason).map(gone -> ended(agency, "", reason, gone)));
    }

    /// Believes the certificates of one unit no more; other offices of its agency are believed as before.
    ///
    /// @param unit as [#all] gives it
    public Outcome<Boolean> endTrust(Trusted unit) {
        return session.require(MANAGE_TRUST).then(ok -> unit.fingerprint().equals(vault.own().fingerprint())
                ? Outcome.refused(new Problem.NotNow("A vault always believes its own unit."))
                : vault.trusted().removeUnit(unit.fingerprint(), "")
                        .map(gone -> ended(unit.agency(), unit.fingerprint(), "", gone)));
    }

    private boolean ended(String agency, String fingerprint, String reason, boolean gone) {
        ledger.log(session, Audit.Kind.TRUST_CHANGED, Map.of(
                "agency", Json.of(agency),
                "fingerprint", Json.of(""),
                "ended", Json.of(fingerprint),
                "reason", Json.of(reason)));
        return gone;
    }

    /// All units believed here, our own among them.
    public Outcome<List<Trusted>> all() {
        return vault.trusted().all().map(all -> all.stream().map(this::trusted).toList());
    }

    /// What a backup holds.
    public record BackedUp(int files, long bytes) {}

    /// Writes a verified, encrypted backup, to a file outside the vault.
    public Outcome<BackedUp> backUp(Path file) {
        return allowed(BACK_UP, () -> FileOut.place(vault, file).then(place -> Backup.write(vault, place)).map(made -> {
            ledger.log(session, Audit.Kind.BACKUP, Map.of("files", Json.of(made.files()), "bytes", Json.of(made.bytes())));
            return new BackedUp(made.files(), made.bytes());
        }));
    }

    /// A recovery code that lies in a file for another unit.
    ///
    /// @param fingerprint of the certificate it was sealed to
    public record SealedCode(String agency, String fingerprint, Path file) {}

    /// Draws a recovery code of its own that only the unit of that agency can read, and writes it into a file for them. The
    /// code on paper holds on; one sealed to that unit earlier does not. Only an administrator may do this.
    public Outcome<SealedCode> sealRecoveryTo(String agency, Path file) {
        return session.require(MANAGE_PEOPLE)
                .then(ok -> agencies.find(agency)
                        .map(found -> Outcome.done(found.name()))
                        .orElseGet(() -> Outcome.refused(
                                new Problem.Invalid("to", "There is no agency called " + agency + "."))))
                .then(unit -> unit.equals(session.agency())
                        ? Outcome.refused(new Problem.Invalid("to", "A code sealed to its own unit would open nothing."))
                        : FileOut.place(vault, file).then(place -> vault.people().sealRecoveryTo(unit)))
                .then(escrow -> {
                    ledger.log(session, Audit.Kind.KEYS_CHANGED, Map.of(
                            "what", Json.of("recovery code sealed"),
                            "agency", Json.of(escrow.agency()),
                            "fingerprint", Json.of(escrow.fingerprint())));
                    return written(escrow, file);
                });
    }

    private Outcome<SealedCode> written(VaultPeople.Escrow escrow, Path file) {
        try {
            vault.means().disk().replace(file, escrow.message());
            return Outcome.done(new SealedCode(escrow.agency(), escrow.fingerprint(), file));
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("The file " + file.getFileName()
                    + " cannot be written there; the sealed code lies in the folder keys of the vault."));
        }
    }

    /// Opens a recovery code that another vault sealed to our unit, so that it can be told to whoever lost their passphrase
    /// there. Only an administrator may do this.
    public Outcome<String> openSealedCode(Path file) {
        return session.require(MANAGE_PEOPLE).then(ok -> sealedIn(file)).then(text -> code(text, file)).map(code -> {
            try (code) {
                ledger.log(session, Audit.Kind.KEYS_CHANGED, Map.of("what", Json.of("recovery code of another vault opened")));
                return code.printed();
            }
        });
    }

    /// Whatever else was encrypted to the unit is not shown.
    private static Outcome<RecoveryCode> code(String text, Path file) {
        return switch (RecoveryCode.read(text.toCharArray())) {
            case Outcome.Done<RecoveryCode> done -> done;
            case Outcome.Refused<RecoveryCode> other -> Outcome.refused(noSealedCode(file));
        };
    }

    private Outcome<String> sealedIn(Path file) {
        try {
            var sealed = vault.means().disk().read(file, LONGEST_CODE);
            return vault.messages().readEscrow(new ByteArrayInputStream(sealed));
        } catch (IOException failed) {
            return Outcome.refused(new Problem.NotNow("The file " + file.getFileName() + " cannot be read."));
        }
    }

    private static Problem noSealedCode(Path file) {
        return new Problem.Damaged("The file " + file.getFileName() + " is not a recovery code sealed to this unit.");
    }

    /// Draws a new recovery code; the one on paper opens nothing any more.
    public Outcome<String> newRecoveryCode() {
        return session.require(MANAGE_PEOPLE).then(ok -> vault.people().newRecoveryCode()).map(code -> {
            try (code) {
                ledger.log(session, Audit.Kind.KEYS_CHANGED, Map.of("what", Json.of("recovery code")));
                return code.printed();
            }
        });
    }
}
