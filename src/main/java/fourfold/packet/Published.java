package fourfold.packet;

import fourfold.core.kernel.Json;
import fourfold.core.settings.PublicationKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// What a unit publishes for others, as one signed and encrypted message: whole each time, never what changed since the last.
///
/// @param number from 1, of that kind and unit
/// @param agency whose unit publishes
/// @param unit the fingerprint of that unit's certificate, in capitals
/// @param to the agencies that it is for
/// @param from the first day on which it holds
/// @param note what is new, for whoever takes it in
/// @param content certificates: `keyring`; configuration: `files`
public record Published(
        UUID id,
        PublicationKind kind,
        long number,
        String agency,
        String unit,
        List<String> to,
        Instant created,
        LocalDate from,
        String note,
        Json.Members content) {

    /// The longest that is read, in bytes.
    public static final int LONGEST = 8 << 20;

    /// What the format is called.
    static final String NAME = "fourfold-publication";
    static final int VERSION = 1;

    public Published {
        to = List.copyOf(to);
    }

    /// SHA-256 of the content in hexadecimal.
    public String hash() {
        return HexFormat.of().formatHex(Hashing.sha256().digest(content.canonical()));
    }

    /// The publication as it is signed.
    public Json.Members json() {
        var members = new TreeMap<String, Json>();
        members.put("format", Json.of(NAME));
        members.put("version", Json.of(VERSION));
        members.put("id", Json.of(id.toString()));
        members.put("kind", Json.of(kind.code()));
        members.put("number", Json.of(number));
        members.put("agency", Json.of(agency));
        members.put("unit", Json.of(unit));
        members.put("to", Json.texts(to));
        members.put("created", Json.of(created.toString()));
        members.put("from", Json.of(from.toString()));
        members.put("note", Json.of(note));
        members.put("content", content);
        return Json.of(members);
    }

    /// The publication of that JSON.
    ///
    /// @throws RuntimeException when a member is missing or of another type
    static Published of(Json.Members m) {
        var kind = Arrays.stream(PublicationKind.values())
                .filter(known -> known.code().equals(m.get("kind").text()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("another kind"));
        long number = m.get("number").whole();
        if (number < 1) throw new IllegalArgumentException("a number below 1");
        return new Published(
                UUID.fromString(m.get("id").text()),
                kind,
                number,
                m.get("agency").text(),
                m.get("unit").text(),
                m.get("to").items().stream().map(Json::text).toList(),
                Instant.parse(m.get("created").text()),
                LocalDate.parse(m.get("from").text()),
                DisplayText.sentence(m.get("note").text()),
                m.get("content").members());
    }
}
