package fourfold.journal;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Author;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.vault.StrictJson;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// What the frame at the end of an act holds.
///
/// @param count of its entries
/// @param digests SHA-256 over the entries' digests in order
/// @param highest for each replica the highest entry number in it, so that a start need not parse the entries
/// @param stamp the newest of its entries
record ActClose(int count, byte[] digests, Author author, byte[] signature, Versions highest, Stamp stamp) {

    byte[] body() {
        var members = new TreeMap<String, Json>();
        members.put("count", Json.of(count));
        members.put("digests", Json.of(HexFormat.of().formatHex(digests)));
        members.put("user", Json.of(author.user()));
        members.put("agency", Json.of(author.agency()));
        members.put("role", Json.of(author.role()));
        members.put("signature", Json.of(Base64.getEncoder().encodeToString(signature)));
        members.put("highest", highest.json());
        members.put("stamp", stamp(stamp));
        return Json.of(members).canonical();
    }

    /// @throws IllegalArgumentException when it is none
    static ActClose of(byte[] body) {
        var m = StrictJson.read(body).members();
        return new ActClose(
                Math.toIntExact(m.get("count").whole()),
                HexFormat.of().parseHex(m.get("digests").text()),
                new Author(m.get("user").text(), m.get("agency").text(), m.get("role").text()),
                Base64.getDecoder().decode(m.get("signature").text()),
                Versions.of(m.get("highest")),
                stamp(m.get("stamp")));
    }

    static Json stamp(Stamp stamp) {
        return Json.of(List.of(Json.of(stamp.millis()), Json.of(stamp.counter())));
    }

    static Stamp stamp(Json json) {
        return new Stamp(
                json.items().get(0).whole(), Math.toIntExact(json.items().get(1).whole()));
    }
}
