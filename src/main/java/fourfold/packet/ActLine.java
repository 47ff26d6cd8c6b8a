package fourfold.packet;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Author;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;

/// The line that ends an act in `data/changes/changes.ndjson`. The lines above it, back to the end of the act before, are
/// its entries in order: an entry as such, or `{"withheld":"..."}` with the digest of one that stays behind.
///
/// The key that verifies the signature is the Ed25519 key that the author's unit vouches for in the author's certificate;
/// agency and collar number say whose.
///
/// @param author who did it
/// @param count how many entries it has, those that stay behind included
/// @param signature Ed25519 over `fourfold-act-v1`, a zero byte, and the digests of all entries in order, 64 bytes
record ActLine(UUID act, Author author, int count, byte[] signature) {

    static final String ACT = "act";
    static final String WITHHELD = "withheld";

    Json.Members json() {
        var members = new TreeMap<String, Json>();
        members.put(ACT, Json.of(act.toString()));
        members.put("actor", Json.of(author.user()));
        members.put("agency", Json.of(author.agency()));
        members.put("role", Json.of(author.role()));
        members.put("count", Json.of(count));
        members.put("signature", Json.of(HexFormat.of().formatHex(signature)));
        return Json.of(members);
    }

    /// @throws RuntimeException when a member is missing or of another type
    static ActLine of(Json.Members m) {
        return new ActLine(
                UUID.fromString(m.get(ACT).text()),
                new Author(m.get("actor").text(), m.get("agency").text(), m.get("role").text()),
                Math.toIntExact(m.get("count").whole()),
                HexFormat.of().parseHex(m.get("signature").text()));
    }

    static Json.Members withheld(byte[] digest) {
        var members = new TreeMap<String, Json>();
        members.put(WITHHELD, Json.of(HexFormat.of().formatHex(digest)));
        return Json.of(members);
    }
}
