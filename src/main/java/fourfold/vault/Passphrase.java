package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;

/// A passphrase in memory, in Unicode form NFKC so that the same keys give the same bytes on every computer (NIST
/// SP 800-63B, section 5.1.1.2), wiped on [#close()].
///
/// A new one has 15 characters or five words at least and 128 characters at most. There are no rules of composition.
public final class Passphrase implements AutoCloseable {

    /// How many characters a new passphrase has at least, unless it has [#FEWEST_WORDS].
    public static final int SHORTEST = 15;

    /// How many different words of two letters or more make a new passphrase long enough whatever their length.
    public static final int FEWEST_WORDS = 5;

    /// How many characters a passphrase has at most.
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /// A passphrase that somebody entered to be let in. The array given is wiped.
    public static Passphrase entered(char[] entered) {
        try {
            return new Passphrase(normal(entered));
        } finally {
            Arrays.fill(entered, '\0');
        }
    }

    /// A new passphrase that somebody chose. The array given is wiped.
    public static Outcome<Passphrase> chosen(char[] chosen) {
        var passphrase = entered(chosen);
        var weakness = passphrase.weakness();
        if (weakness.isEmpty()) return Outcome.done(passphrase);
        passphrase.close();
        return Outcome.refused(weakness.get());
    }

    /// What bars it from being a new passphrase, if anything.
    Optional<Problem> weakness() {
        int length = Character.codePointCount(characters, 0, characters.length);
        if (length > LONGEST) return weak("A passphrase has at most 128 characters.");
        if (length < SHORTEST && words(characters) < FEWEST_WORDS) {
            return weak("A passphrase needs at least 15 characters, or five different words.");
        }
        if (different(characters) < FEWEST_DIFFERENT) {
            return weak("A passphrase needs at least five different characters.");
        }
        return Optional.empty();
    }

    private static Optional<Problem> weak(String sentence) {
        return Optional.of(new Problem.Invalid("passphrase", sentence));
    }

    /// The UTF-8 bytes; the caller wipes them.
    byte[] bytes() {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        wipe(encoded);
        return bytes;
    }

    /// Whether it could be one: neither empty nor longer than any passphrase is.
    boolean isPlausible() {
        return characters.length > 0
                && Character.codePointCount(characters, 0, characters.length) <= LONGEST;
    }

    /// Whether both are the same.
    boolean same(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    private static void wipe(ByteBuffer buffer) {
        if (buffer.hasArray()) Arrays.fill(buffer.array(), (byte) 0);
    }

    /// Only characters beyond ASCII go through the normaliser, since it leaves a text in memory that cannot be wiped.
    private static char[] normal(char[] entered) {
        for (char c : entered) {
            if (c >= 0x80) return Normalizer.normalize(CharBuffer.wrap(entered), Normalizer.Form.NFKC).toCharArray();
        }
        return entered.clone();
    }

    private static int different(char[] characters) {
        var seen = new HashSet<Character>();
        for (char c : characters) seen.add(c);
        return seen.size();
    }

    private static int words(char[] characters) {
        var hashes = new HashSet<Integer>();
        int start = 0;
        for (int i = 0; i <= characters.length; i++) {
            boolean end = i == characters.length || Character.isWhitespace(characters[i]);
            if (!end) continue;
            if (i - start >= 2) hashes.add(Arrays.hashCode(Arrays.copyOfRange(characters, start, i)));
            start = i + 1;
        }
        return hashes.size();
    }
}
