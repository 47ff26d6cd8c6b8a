package fourfold.packet.hostile;

import static fourfold.packet.PacketFlaw.ACT_AUTHOR;
import static fourfold.packet.PacketFlaw.ACT_AUTHOR_UNKNOWN;
import static fourfold.packet.PacketFlaw.ACT_COUNT;
import static fourfold.packet.PacketFlaw.ACT_SIGNATURE;
import static fourfold.packet.PacketFlaw.ACT_UNFINISHED;
import static fourfold.packet.PacketFlaw.COUNTS;
import static fourfold.packet.PacketFlaw.ENTRY_MARKED_ABOVE;
import static fourfold.packet.PacketFlaw.ENTRY_NOT_CANONICAL;
import static fourfold.packet.PacketFlaw.ENTRY_TOO_LONG;
import static fourfold.packet.PacketFlaw.ENTRY_TWICE;
import static fourfold.packet.PacketFlaw.ENTRY_UNREADABLE;
import static fourfold.packet.PacketFlaw.TOO_MANY_ENTRIES;
import static fourfold.packet.PacketFlaw.TOO_MANY_WITHHELD;
import static java.nio.charset.StandardCharsets.US_ASCII;

import fourfold.core.kernel.Json;
import fourfold.packet.PacketFlaw;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// With the changes themselves, in a package that is signed as it should be: nobody can write in another's name.
final class ChangesTricks {

    private static final String DIGEST = "{\"withheld\":\"" + "a".repeat(64) + "\"}\n";

    private ChangesTricks() {}

    private static Trick changes(String name, String sentence, PacketFlaw flaw, UnaryOperator<String> change) {
        return new Trick(name, sentence, flaw, lab -> lab.changes(change));
    }

    private static Trick lines(String name, String sentence, PacketFlaw flaw, UnaryOperator<List<String>> change) {
        return new Trick(name, sentence, flaw, lab -> lab.lines(change));
    }

    static List<Trick> all() {
        return List.of(
                changes("a changed entry", "A value is another than its author signed.", ACT_SIGNATURE, text -> text.replace("Op DER-0001", "Op DER-0007")),
                changes("another time", "A change is older than its author signed.", ACT_SIGNATURE, text -> text.replaceFirst("\"at\":\\[1", "\"at\":[2")),
                changes("another number", "A change takes another place in its vault's history.", ACT_SIGNATURE, text -> text.replaceFirst("\"seq\":1,", "\"seq\":99,")),
                changes("another past", "A change claims to have seen more than its author had.", ACT_SIGNATURE,
                        text -> text.replaceFirst("\"seen\":\\{\\}", "\"seen\":{\"ffffffffffffffff\":9}")),
                changes("another replica", "A change claims to come from another vault.", ACT_SIGNATURE,
                        text -> text.replaceFirst("\"replica\":\"[0-9a-f]{16}\"", "\"replica\":\"ffffffffffffffff\"")),
                changes("another operation", "A change is of another kind than its author signed.", ACT_SIGNATURE, text -> text.replaceFirst("\"EDIT\"", "\"ACCEPT\"")),
                changes("another salt", "The salt of a change is another.", ACT_SIGNATURE, text -> text.replaceFirst("\"salt\":\"[0-9a-f]{32}", "\"salt\":\"" + "0".repeat(32))),
                lines("entries in another order", "The entries of an act have changed places.", ACT_SIGNATURE, lines -> {
                    lines.add(1, lines.removeFirst());
                    return lines;
                }),
                lines("an entry in place of its neighbour's digest", "An entry is left out, and a digest of something else stands for it.", ACT_SIGNATURE, lines -> {
                    lines.set(0, DIGEST);
                    return lines;
                }),
                lines("another act's signature", "Two acts have changed their signatures.", ACT_SIGNATURE, lines -> {
                    int first = end(lines, 0);
                    lines.set(first, lines.get(end(lines, first + 1)));
                    return lines;
                }),
                lines("an entry left out", "The first entry of an act is missing.", ACT_COUNT, lines -> lines.subList(1, lines.size())),
                lines("two acts made one", "The end between two acts is missing.", ACT_COUNT, lines -> {
                    lines.remove(end(lines, 0));
                    return lines;
                }),
                changes("an act with nothing but digests", "An act says nothing, and only that it was.", ACT_COUNT, text -> DIGEST + text.substring(text.indexOf("{\"act\""))),
                lines("an act of nothing", "The end of an act stands there without any entry.", ACT_COUNT, lines -> {
                    lines.addFirst(lines.getLast());
                    return lines;
                }),
                changes("an act left out", "A whole act is missing.", COUNTS, text -> text.substring(text.indexOf('\n', text.indexOf("{\"act\"")) + 1)),
                new Trick("more changes than there are", "The manifest counts one entry more.", COUNTS, lab -> lab.counting("entries", Json.of(11))),
                new Trick("more digests than there are", "The manifest counts an entry that stayed behind.", COUNTS, lab -> lab.counting("held", Json.of(1))),
                changes("an act cut short", "The last act has no end.", ACT_UNFINISHED, text -> text.substring(0, text.lastIndexOf("{\"act\""))),
                changes("a last line cut short", "The last line has no line feed.", ACT_UNFINISHED, text -> text.substring(0, text.length() - 1)),
                changes("an act twice", "Every act stands there twice.", ENTRY_TWICE, text -> text + text),
                changes("an author unknown", "Nobody vouches for the author.", ACT_AUTHOR_UNKNOWN, text -> text.replace("\"DE1001\"", "\"DE9999\"")),
                changes("an author of the addressee", "The unit's own officer is said to have written it.", ACT_SIGNATURE,
                        text -> text.replace("\"DE1001\"", "\"EM2002\"").replace("\"Derbyshire\"", "\"EMSOU\"")),
                changes("an entry by somebody else", "An entry names another author than its act.", ACT_AUTHOR, text -> text.replaceFirst("\"DE1001\"", "\"DE9999\"")),
                changes("an act under another role", "The end of an act names another role than its entries.", ACT_AUTHOR,
                        text -> text.replaceFirst("(\\{\"act\"[^\n]*\"role\":\")LRO", "$1SUPERVISOR")),
                changes("an entry marked above", "An entry is marked above what may be here.", ENTRY_MARKED_ABOVE, text -> text.replaceFirst("\"OFFICIAL\"", "\"SECRET\"")),
                changes("an entry with spaces", "The same entry is written in another way, and has another digest.", ENTRY_NOT_CANONICAL, text -> text.replaceFirst(",", ", ")),
                changes("an entry with an escaped letter", "A letter is written as its number, and the entry has another digest.", ENTRY_NOT_CANONICAL,
                        text -> text.replaceFirst("\"because\"", "\"becau\\\\u0073e\"")),
                changes("a line of Windows", "A line ends with a carriage return, which a reader of lines would pass over.", ENTRY_NOT_CANONICAL,
                        text -> text.replaceFirst("\n", "\r\n")),
                changes("an entry with a member that nobody knows", "A member rides along that the signature would not cover.", ENTRY_NOT_CANONICAL,
                        text -> text.replaceFirst("\\{\"actor\"", "{\"ab\":1,\"actor\"")),
                changes("an entry that lacks a member", "An entry does not say what kind of record it is about.", ENTRY_UNREADABLE,
                        text -> text.replaceFirst("\"kind\":\"threat\",", "")),
                changes("an entry with a name twice", "Readers differ in which of two authors counts.", ENTRY_UNREADABLE,
                        text -> text.replaceFirst("\\{\"actor\"", "{\"actor\":\"X\",\"actor\"")),
                changes("a number below nought", "An entry has a number that no vault gives.", ENTRY_UNREADABLE, text -> text.replaceFirst("\"seq\":1,", "\"seq\":-1,")),
                changes("no salt", "A change has no salt, so that its digest could be guessed.", ENTRY_UNREADABLE,
                        text -> text.replaceFirst("\"salt\":\"[0-9a-f]{32}", "\"salt\":\"")),
                changes("a past below nought", "A change claims to have seen a number that no vault gives.", ENTRY_UNREADABLE,
                        text -> text.replaceFirst("\"seen\":\\{\\}", "\"seen\":{\"ffffffffffffffff\":0}")),
                changes("a time before all times", "A change was made before there were clocks to stamp it.", ENTRY_UNREADABLE,
                        text -> text.replaceFirst("\"at\":\\[", "\"at\":[-")),
                changes("an empty line", "A line says nothing.", ENTRY_UNREADABLE, text -> "\n" + text),
                changes("a list for a line", "A line is a list.", ENTRY_UNREADABLE, text -> "[]\n" + text),
                changes("deep JSON in the changes", "A line is nested deeper than any reader's stack.", ENTRY_UNREADABLE, text -> "[".repeat(900_000) + "\n" + text),
                changes("half a character", "A text ends in the midst of a character.", ENTRY_UNREADABLE, text -> text.replaceFirst("because", "\\\\ud800")),
                new Trick("an endless line", "A line never ends.", ENTRY_TOO_LONG, lab -> {
                    var noise = lab.noise(3 << 20);
                    for (int i = 0; i < noise.length; i++) noise[i] = (byte) ('a' + (noise[i] & 15));
                    return lab.refitted(lab.bag().with(Lab.CHANGES, noise));
                }),
                changes("too many entries", "There are more changes than a package may have.", TOO_MANY_ENTRIES, ChangesTricks::tooMany),
                new Trick("too many digests", "There are more digests than a package may have.", TOO_MANY_WITHHELD, lab -> {
                    // a third of the digest changes, so that the archive is not steeper than it may be
                    var line = "{\"withheld\":\"%s" + "ab".repeat(20) + "\"}\n";
                    var noise = lab.noise(12 * 1_000_001);
                    var text = new StringBuilder(80 * 1_000_001);
                    for (int i = 0; i <= 1_000_000; i++)
                        text.append(line.replace("%s", HexFormat.of().formatHex(noise, 12 * i, 12 * i + 12)));
                    return lab.refitted(lab.bag().with(Lab.CHANGES, text.toString().getBytes(US_ASCII)));
                }));
    }

    /// The first entry again and again, each under a number and with a salt of its own.
    private static String tooMany(String text) {
        var first = text.substring(0, text.indexOf('\n') + 1);
        var parts = first.replaceFirst("\"salt\":\"[0-9a-f]{32}", "\"salt\":\"%").replaceFirst("\"seq\":\\d+", "\"seq\":%").split("%");
        var random = new Random(100_001);
        var salt = new byte[16];
        var all = new StringBuilder(101_000 * first.length());
        for (int i = 1; i <= 100_001; i++) {
            random.nextBytes(salt);
            all.append(parts[0]).append(HexFormat.of().formatHex(salt)).append(parts[1]).append(i).append(parts[2]);
        }
        return all.toString();
    }

    private static int end(List<String> lines, int from) {
        int at = from;
        while (!lines.get(at).startsWith("{\"act\"")) at++;
        return at;
    }
}
