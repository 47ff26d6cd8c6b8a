package fourfold.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/// The vault's one random key and what follows from it: a key for each purpose, by HKDF-SHA256 with the vault's identity
/// as salt and a label. Changing a passphrase changes none of them.
///
/// Every array handed out is a copy that the caller wipes when done. After [#close()] nothing is handed out any more.
public final class VaultKeys implements AutoCloseable {

    private static final String LABEL = "fourfold-v1 ";

    private final byte[] vaultKey;
    private final byte[] salt;
    private boolean closed;

    VaultKeys(UUID vault, byte[] vaultKey) {
        this.vaultKey = vaultKey.clone();
        this.salt = ByteBuffer.allocate(16)
                .putLong(vault.getMostSignificantBits())
                .putLong(vault.getLeastSignificantBits())
                .array();
    }

    /// The key of the store's file.
    public byte[] store() {
        return derive("db");
    }

    /// The key that seals what is not secret: `vault.json` and the store's seal.
    public byte[] seal() {
        return derive("seal");
    }

    /// HMAC-SHA256 with [#seal()] over these bytes.
    public byte[] sealOf(byte[] bytes) {
        return macWith("seal", bytes);
    }

    /// The key of snapshots and backups.
    public byte[] snapshot() {
        return derive("snap");
    }

    /// The key of one segment of the journal.
    public byte[] journalSegment(long number) {
        return derive("journal " + number);
    }

    /// The key of one attachment.
    ///
    /// @param name its name, as [#attachmentName] gave it
    public byte[] attachment(String name) {
        return derive("att " + name);
    }

    /// The file name of an attachment with that SHA-256, which tells nothing about it: HMAC in hexadecimal.
    public String attachmentName(byte[] sha256) {
        return HexFormat.of().formatHex(macWith("att-name", sha256));
    }

    byte[] trust() {
        return derive("trust");
    }

    byte[] unit() {
        return derive("unit");
    }

    /// A copy of the vault's key, for a slot.
    synchronized byte[] vaultKey() {
        requireOpen();
        return vaultKey.clone();
    }

    private byte[] macWith(String purpose, byte[] bytes) {
        var key = derive(purpose);
        try {
            return KeyDerivation.mac(key, bytes);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private synchronized byte[] derive(String purpose) {
        requireOpen();
        return KeyDerivation.expand(vaultKey, salt, LABEL + purpose);
    }

    private void requireOpen() {
        if (closed) throw new IllegalStateException("the vault is locked");
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(vaultKey, (byte) 0);
    }
}
