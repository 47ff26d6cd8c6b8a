package fourfold.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.CompressionAlgorithm;
import org.pgpainless.algorithm.SymmetricKeyAlgorithm;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.ProducerOptions;

/// The key files of a vault that is open.
///
/// The unit's key is kept twice: without its certifying part under the vault's key, so that everybody let in can open
/// packages addressed to the unit; and whole, encrypted to each administrator's own certificate and then under the
/// vault's key, so that it takes both the vault and that administrator's passphrase to certify people.
final class KeyRoom {

    private final Disk disk;
    private final VaultFolder folder;
    private final Vault vault;
    private final VaultKeys keys;

    KeyRoom(Vault vault, VaultKeys keys) {
        this.vault = vault;
        this.disk = vault.means().disk();
        this.folder = vault.folder();
        this.keys = keys;
    }

    TrustedKeys trusted(Charter charter) {
        return new TrustedKeys(vault.means(), folder, keys, charter);
    }

    void putPerson(String user, long version, Passphrase passphrase, SigningKey signer) throws IOException {
        try (var secrets = new SlotSecrets(keys.vaultKey(), signer.actSeed(), OpenPgp.bytes(signer.ring()))) {
            put(KeySlot.Kind.PERSON, user, version, passphrase, secrets);
        }
    }

    void putRecovery(String name, long version, RecoveryCode code, PGPSecretKeyRing unit) throws IOException {
        try (var secrets = new SlotSecrets(keys.vaultKey(), new byte[KeyDerivation.KEY], OpenPgp.bytes(unit));
                var passphrase = code.passphrase()) {
            // a code of 130 random bits needs no cost above the floor
            put(KeySlot.Kind.RECOVERY, name, version, passphrase, secrets, Cost.FLOOR);
        }
    }

    private void put(KeySlot.Kind kind, String holder, long version, Passphrase passphrase, SlotSecrets secrets)
            throws IOException {
        put(kind, holder, version, passphrase, secrets, vault.means().calibration().cost());
    }

    private void put(
            KeySlot.Kind kind, String holder, long version, Passphrase passphrase, SlotSecrets secrets, Cost cost)
            throws IOException {
        var bytes = secrets.bytes();
        try {
            vault.shelf().put(KeySlot.seal(vault.charter().vault(), kind, holder, version, cost, passphrase, bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// What decrypts packages addressed to the unit.
    PGPSecretKeyRing unit() throws IOException {
        return OpenPgp.secretKeys(read(folder.unitKey(), "unit"));
    }

    void putUnit(PGPSecretKeyRing withoutPrimary) throws IOException {
        write(folder.unitKey(), "unit", OpenPgp.bytes(withoutPrimary));
    }

    boolean hasCertifier(String user) throws IOException {
        return disk.exists(folder.certifierOf(user));
    }

    /// What certifies people, for an administrator who is let in.
    PGPSecretKeyRing certifier(String user, SigningKey administrator) throws IOException {
        var sealed = read(folder.certifierOf(user), "certifier " + user);
        var options = ConsumerOptions.get().addDecryptionKey(administrator.ring(), OpenPgp.unprotected());
        try (var stream =
                PGPainless.decryptAndOrVerify().onInputStream(new ByteArrayInputStream(sealed)).withOptions(options)) {
            return OpenPgp.secretKeys(stream.readAllBytes());
        } catch (PGPException foreign) {
            throw new Unreadable("the unit's key is not for this administrator");
        }
    }

    void putCertifier(String user, PGPPublicKeyRing administrator, PGPSecretKeyRing unit) throws IOException {
        write(folder.certifierOf(user), "certifier " + user, sealedTo(administrator, OpenPgp.bytes(unit)));
    }

    void removeCertifier(String user) throws IOException {
        if (disk.delete(folder.certifierOf(user))) disk.forceFolder(folder.keys());
    }

    /// An OpenPGP message for one certificate, without a signature.
    static byte[] sealedTo(PGPPublicKeyRing certificate, byte[] content) {
        var out = new ByteArrayOutputStream();
        var options = ProducerOptions.encrypt(EncryptionOptions.get()
                        .addRecipient(certificate)
                        .overrideEncryptionAlgorithm(SymmetricKeyAlgorithm.AES_256))
                .setAsciiArmor(false)
                .overrideCompressionAlgorithm(CompressionAlgorithm.UNCOMPRESSED);
        try (var stream = PGPainless.encryptAndOrSign().onOutputStream(out).withOptions(options)) {
            stream.write(content);
        } catch (PGPException | IOException inMemory) {
            throw new IllegalStateException("nothing can be encrypted to a certificate of ours", inMemory);
        }
        return out.toByteArray();
    }

    private byte[] read(Path file, String what) throws IOException {
        var key = keys.unit();
        try {
            return SealedFile.read(disk, file, key, label(what));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private void write(Path file, String what, byte[] content) throws IOException {
        var key = keys.unit();
        try {
            SealedFile.write(disk, file, key, label(what), content);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(content, (byte) 0);
        }
    }

    private String label(String what) {
        return "fourfold " + what + " " + vault.charter().vault();
    }
}
