package fourfold.core.disruption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What of an event tells whether another agency has recorded the same one.
///
/// @param agency who recorded it; empty where nobody can tell
/// @param threat null where it names none
/// @param threatWords what people call the threat
/// @param threatName the name of the threat alone
/// @param nationalRef the threat's national reference; empty where it has none
/// @param lead whether it was recorded as led, and not as supported
/// @param named the agencies that it names as leading or supporting
/// @param quantities what was counted, by the field's label; noughts left out
/// @param operations the operations that its texts name, in small letters
public record Sighting(
        UUID id,
        String ref,
        String agency,
        @Nullable UUID threat,
        String threatWords,
        String threatName,
        String nationalRef,
        LocalDate date,
        boolean lead,
        Set<String> named,
        Set<String> tactics,
        SortedMap<String, String> quantities,
        Set<String> operations) {

    private static final Pattern OPERATION =
            Pattern.compile("\\bOp(?:eration|\\.)?\\s+(\\p{Lu}[\\p{L}\\d-]+)(?:\\s+(\\p{Lu}[\\p{L}\\d-]+))?");

    public Sighting {
        named = Set.copyOf(named);
        tactics = Set.copyOf(tactics);
        operations = Set.copyOf(operations);
    }

    /// The names of operations in a text, in small letters. Of "Operation Amber Kite" both "amber" and "amber kite", since
    /// nobody can tell where a name ends.
    public static SortedSet<String> operationsIn(String text) {
        var names = new TreeSet<String>();
        var found = OPERATION.matcher(text);
        while (found.find()) {
            var first = found.group(1).toLowerCase(java.util.Locale.ROOT);
            names.add(first);
            if (found.group(2) != null) names.add(first + " " + found.group(2).toLowerCase(java.util.Locale.ROOT));
        }
        return names;
    }

    /// What matters of the two, in 32 hexadecimal digits, whichever is named first: another print means that one of them
    /// has changed materially since somebody decided.
    public static String print(Sighting one, Sighting other) {
        var inOrder = one.id().toString().compareTo(other.id().toString()) < 0;
        var text = inOrder ? one.matter() + "\n" + other.matter() : other.matter() + "\n" + one.matter();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    private String matter() {
        return String.join(
                "\u0000", id.toString(), date.toString(), threat == null ? "" : threat.toString(), lead ? "lead" : "support",
                new TreeSet<>(named).toString(), new TreeSet<>(tactics).toString(), new TreeMap<>(quantities).toString());
    }
}
