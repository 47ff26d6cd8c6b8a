package fourfold.packet;

import fourfold.core.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// The addressee's answer to a package: what became of each of its entries. It travels as a signed and encrypted message
/// like a package, and holds nothing but numbers and reasons. Entries are ranges by replica: `0123456789abcdef:1-500,507`.
///
/// @param packageId the package that it answers
/// @param sha256 of the package's file, in hexadecimal
/// @param number of the package
/// @param from the agency that answers
/// @param to the agency that sent the package
/// @param at when it was imported
/// @param accepted entries that are there now, whether they came with this package or earlier
/// @param held entries that wait there for others
/// @param refused what was left out, and why
public record Receipt(
        UUID packageId,
        String sha256,
        long number,
        String from,
        String to,
        Instant at,
        String accepted,
        String held,
        List<Refused> refused) {

    /// The longest receipt that is read, in bytes.
    public static final int LONGEST = 8 << 20;

    private static final String NAME = "fourfold-receipt";
    private static final int VERSION = 1;

    public Receipt {
        refused = List.copyOf(refused);
    }

    /// Entries that were left out.
    ///
    /// @param why in the middle of a sentence
    public record Refused(String entries, String why) {}

    /// The receipt as it is signed.
    public Json.Members json() {
        var members = new TreeMap<String, Json>();
        members.put("format", Json.of(NAME));
        members.put("version", Json.of(VERSION));
        members.put("package", Json.of(packageId.toString()));
        members.put("sha256", Json.of(sha256));
        members.put("number", Json.of(number));
        members.put("from", Json.of(from));
        members.put("to", Json.of(to));
        members.put("at", Json.of(at.toString()));
        members.put("accepted", Json.of(accepted));
        members.put("held", Json.of(held));
        members.put("refused", Json.of(refused.stream().map(Receipt::json).toList()));
        return Json.of(members);
    }

    private static Json json(Refused refused) {
        var members = new TreeMap<String, Json>();
        members.put("entries", Json.of(refused.entries));
        members.put("why", Json.of(refused.why));
        return Json.of(members);
    }

    /// The receipt of that JSON.
    ///
    /// @throws RuntimeException when it is something else, of a newer version, or lacks something
    public static Receipt of(Json json) {
        var m = json.members();
        if (!m.get("format").equals(Json.of(NAME)) || !m.get("version").equals(Json.of(VERSION)))
            throw new IllegalArgumentException("not a receipt of this version");
        return new Receipt(
                UUID.fromString(m.get("package").text()),
                m.get("sha256").text(),
                m.get("number").whole(),
                m.get("from").text(),
                m.get("to").text(),
                Instant.parse(m.get("at").text()),
                m.get("accepted").text(),
                m.get("held").text(),
                m.get("refused").items().stream()
                        .map(each -> new Refused(
                                each.members().get("entries").text(),
                                DisplayText.clean(each.members().get("why").text())))
                        .toList());
    }
}
