package fourfold.vault;

import fourfold.core.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// One way into a vault: secrets under a passphrase.
///
/// The file is canonical JSON: what the slot is, in clear; the secrets under AES-256-GCM with the clear part as
/// associated data; and a SHA-256 over everything, which tells an accident from a wrong passphrase before any key is
/// derived. The clear part is compared with what the caller expects, and its cost with floor and ceiling, also before.
///
/// @param vault which vault
/// @param kind for a person or for recovery
/// @param holder the collar number in capitals, or the name of the recovery slot
/// @param version counts up with every change
/// @param cost of the derivation
record KeySlot(
        UUID vault, Kind kind, String holder, long version, Cost cost, byte[] salt, byte[] nonce, byte[] sealed) {

    /// The newest format this program writes and reads.
    static final int FORMAT = 1;

    /// How many bytes a slot's file has at most.
    static final int LONGEST_FILE = 1 << 20;

    private static final int LARGEST_SECRETS = 32 << 10;

    /// Whom a slot is for.
    enum Kind {
        PERSON,
        RECOVERY
    }

    /// A new slot.
    static KeySlot seal(UUID vault, Kind kind, String holder, long version, Cost cost, Passphrase pass, byte[] secrets) {
        var open = new KeySlot(
                vault, kind, holder, version, cost, Aes.random(KeyDerivation.SALT), Aes.random(Aes.NONCE), new byte[0]);
        var key = open.key(pass);
        try {
            var sealed = Aes.seal(key, open.nonce, open.clear().canonical(), secrets);
            return new KeySlot(vault, kind, holder, version, cost, open.salt, open.nonce, sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The secrets; the caller wipes them.
    ///
    /// @return nothing when the passphrase is wrong, or the slot was altered by somebody who mended its check sum
    Optional<byte[]> open(Passphrase pass) {
        var key = key(pass);
        try {
            return Aes.open(key, nonce, clear().canonical(), sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// The file.
    byte[] bytes() {
        var all = new TreeMap<String, Json>(clear().values());
        all.put("nonce", text(nonce));
        all.put("sealed", text(sealed));
        all.put("check", Json.of(HexFormat.of().formatHex(sha256(Json.of(all).canonical()))));
        return (Json.of(all).canonicalText() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a slot's file.
    ///
    /// @throws Unreadable when it is damaged, or not the slot that was asked for
    /// @throws NewerFormat when a newer version of the program wrote it
    static KeySlot read(byte[] bytes, UUID vault, Kind kind, String holder) {
        KeySlot slot;
        try {
            slot = of(StrictJson.read(bytes).members());
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("a key slot of another form");
        }
        if (!slot.vault.equals(vault)) throw new Unreadable("a key slot of another vault");
        if (slot.kind != kind || !slot.holder.equals(holder)) throw new Unreadable("a key slot of somebody else");
        if (!slot.cost.isAllowed()) throw new Unreadable("a key slot whose cost is outside its limits");
        if (!Arrays.equals(slot.bytes(), bytes)) throw new Unreadable("a key slot that does not match its check sum");
        return slot;
    }

    private static KeySlot of(Json.Members json) {
        if (json.get("format").whole() > FORMAT) throw new NewerFormat();
        var sealed = bytes(json.get("sealed"));
        if (sealed.length > LARGEST_SECRETS) throw new IllegalArgumentException("too long");
        return new KeySlot(
                UUID.fromString(json.get("vault").text()),
                Kind.valueOf(json.get("kind").text()),
                json.get("holder").text(),
                json.get("version").whole(),
                Cost.of(json.get("kdf")),
                exactly(KeyDerivation.SALT, json.get("salt")),
                exactly(Aes.NONCE, json.get("nonce")),
                sealed);
    }

    private Json.Members clear() {
        return Json.of(Map.of(
                "format", Json.of(FORMAT),
                "vault", Json.of(vault.toString()),
                "kind", Json.of(kind.name()),
                "holder", Json.of(holder),
                "version", Json.of(version),
                "kdf", cost.json(),
                "salt", text(salt)));
    }

    private byte[] key(Passphrase pass) {
        var bytes = pass.bytes();
        try {
            return KeyDerivation.derive(bytes, salt, cost);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Json text(byte[] bytes) {
        return Json.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] bytes(Json json) {
        return Base64.getDecoder().decode(json.text());
    }

    private static byte[] exactly(int length, Json json) {
        var bytes = bytes(json);
        if (bytes.length != length) throw new IllegalArgumentException("another length");
        return bytes;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
