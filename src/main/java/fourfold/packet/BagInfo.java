package fourfold.packet;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.packet.PacketFlaw.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The file `bag-info.txt`: the package's identity in a form that every archive tool shows (RFC 8493, section 2.2.2).
final class BagInfo {

    private BagInfo() {}

    /// The payload's size as BagIt writes it: bytes, a full stop, files.
    static String oxum(SortedMap<String, Long> sizes) {
        var payload = sizes.entrySet().stream()
                .filter(each -> each.getKey().startsWith("data/"))
                .map(Map.Entry::getValue)
                .toList();
        return payload.stream().mapToLong(Long::longValue).sum() + "." + payload.size();
    }

    private static Map<String, String> lines(Manifest manifest, String oxum) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Source-Organization", manifest.from().agency());
        lines.put("External-Identifier", manifest.id().toString());
        lines.put("External-Description", "Fourfold package " + manifest.order().sequence() + " to "
                + manifest.to().agency());
        lines.put("Bagging-Date", LocalDate.ofInstant(manifest.created(), ZoneOffset.UTC).toString());
        lines.put("Payload-Oxum", oxum);
        lines.put("Fourfold-Format", PacketFormat.NAME + " " + PacketFormat.VERSION);
        lines.put("Fourfold-Sequence", Long.toString(manifest.order().sequence()));
        lines.put("Fourfold-Previous", manifest.order().previous().orElse("none"));
        lines.put("Fourfold-Marking", manifest.marking().label());
        return lines;
    }

    static byte[] bytes(Manifest manifest, String oxum) {
        var text = new StringBuilder();
        lines(manifest, oxum).forEach((label, value) -> text.append(label)
                .append(": ")
                .append(DisplayText.clean(value))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Every line that this version writes has to be there and say the same; others are passed over.
    static void check(byte[] bytes, Manifest manifest, String oxum) throws Refusal {
        var given = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n"));
        for (var line : lines(manifest, oxum).entrySet()) {
            if (!given.contains(line.getKey() + ": " + DisplayText.clean(line.getValue())))
                throw PacketFlaw.BAG_INFO.with(line.getKey());
        }
    }

    static boolean isMarkingKnown(Json marking) {
        return marking instanceof Json.Text(var name)
                && Arrays.stream(Marking.values()).anyMatch(known -> known.name().equals(name));
    }
}
