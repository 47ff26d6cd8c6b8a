package fourfold.packet;

import fourfold.packet.PacketFlaw.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A list of SHA-256 hashes as `sha256sum --check` and BagIt (RFC 8493, section 2.1.3) take it: a hash in hexadecimal, two
/// spaces, a name, a line feed.
final class HashList {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}([\\x21-\\x7E]{1,120})");

    private final SortedMap<String, String> hashes = new TreeMap<>();

    void put(String name, byte[] hash) {
        hashes.put(name, HexFormat.of().formatHex(hash));
    }

    SortedMap<String, String> hashes() {
        return Collections.unmodifiableSortedMap(hashes);
    }

    byte[] bytes() {
        var text = new StringBuilder();
        hashes.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// @param called the list's own name, for the refusal
    static HashList of(byte[] bytes, String called) throws Refusal {
        var list = new HashList();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\n")) throw PacketFlaw.HASH_LIST.with(called);
        for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
            var match = LINE.matcher(line);
            if (!match.matches() || list.hashes.put(match.group(2), match.group(1)) != null)
                throw PacketFlaw.HASH_LIST.with(called);
        }
        return list;
    }
}
