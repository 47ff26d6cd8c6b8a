package fourfold.vault;

import fourfold.core.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What `vault.json` holds: which vault this is, whose, and who is in it, each with the version of their slot. It can be
/// read before unlock, and is believed only after: it carries an HMAC under the vault's key.
///
/// @param vault the vault's identity, for ever
/// @param copy drawn anew when the vault is made and whenever it is restored, so that two copies of one vault never
///     write under one name
/// @param people by collar number, the version of each slot
/// @param recovery by name, the version of each recovery slot
record Charter(
        UUID vault,
        UUID copy,
        String agency,
        Instant created,
        SortedMap<String, Long> people,
        SortedMap<String, Long> recovery,
        String seal) {

    static final int FORMAT = 1;
    static final int LONGEST_FILE = 4 << 20;

    private static final String SUITE = "argon2id aes-256-gcm hkdf-sha256 ed25519 openpgp-v4";

    /// @throws Unreadable when it is damaged
    /// @throws NewerFormat when a newer version of the program wrote it
    static Charter read(byte[] bytes) {
        try {
            var json = StrictJson.read(bytes).members();
            if (json.get("format").whole() > FORMAT) throw new NewerFormat();
            if (!json.get("suite").text().equals(SUITE)) throw new NewerFormat();
            return new Charter(
                    UUID.fromString(json.get("vault").text()),
                    UUID.fromString(json.get("copy").text()),
                    json.get("agency").text(),
                    Instant.ofEpochMilli(json.get("created").whole()),
                    versions(json.get("people")),
                    versions(json.get("recovery")),
                    json.get("seal").text());
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("a charter of another form");
        }
    }

    /// The file, sealed with these keys.
    byte[] bytes(VaultKeys keys) {
        var all = new TreeMap<>(members().values());
        all.put("seal", Json.of(sealWith(keys)));
        return (Json.of(all).canonicalText() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the one who wrote it had the vault's key.
    boolean isGenuine(VaultKeys keys) {
        return MessageDigest.isEqual(
                sealWith(keys).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.US_ASCII));
    }

    Charter withPerson(String user, long version) {
        var changed = new TreeMap<>(people);
        changed.put(user, version);
        return new Charter(vault, copy, agency, created, changed, recovery, "");
    }

    Charter withoutPerson(String user) {
        var changed = new TreeMap<>(people);
        changed.remove(user);
        return new Charter(vault, copy, agency, created, changed, recovery, "");
    }

    Charter withRecovery(String name, long version) {
        var changed = new TreeMap<>(recovery);
        changed.put(name, version);
        return new Charter(vault, copy, agency, created, people, changed, "");
    }

    Charter asCopy(UUID another) {
        return new Charter(vault, another, agency, created, people, recovery, "");
    }

    private String sealWith(VaultKeys keys) {
        return HexFormat.of().formatHex(keys.sealOf(members().canonical()));
    }

    private Json.Members members() {
        return Json.of(Map.of(
                "format", Json.of(FORMAT),
                "suite", Json.of(SUITE),
                "vault", Json.of(vault.toString()),
                "copy", Json.of(copy.toString()),
                "agency", Json.of(agency),
                "created", Json.of(created.toEpochMilli()),
                "people", json(people),
                "recovery", json(recovery)));
    }

    private static Json json(SortedMap<String, Long> versions) {
        var members = new TreeMap<String, Json>();
        versions.forEach((name, version) -> members.put(name, Json.of(version)));
        return Json.of(members);
    }

    private static SortedMap<String, Long> versions(Json json) {
        var versions = new TreeMap<String, Long>();
        json.members().values().forEach((name, version) -> versions.put(name, version.whole()));
        return versions;
    }
}
