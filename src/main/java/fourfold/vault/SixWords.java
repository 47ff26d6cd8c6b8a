package fourfold.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A fingerprint as six words that two people read to each other on the telephone.
///
/// They are the first 66 bits of SHA-256 over `fourfold-words-v1`, a zero byte and the 20 bytes of the fingerprint, eleven
/// bits a word, in a list of 2048 words. Whoever wants another certificate with the same six words has to make about 2^66
/// keys; who would have any of a thousand units' words, 2^56. They do not help against somebody who can also speak for the
/// other unit on the telephone, nor against a key that was copied.
public final class SixWords {

    private static final int WORDS = 6;
    private static final int BITS = 11;
    private static final String LIST = "/fourfold/vault/words.txt";
    private static final byte[] LABEL = "fourfold-words-v1\0".getBytes(StandardCharsets.US_ASCII);

    private SixWords() {}

    /// The six words, with a space between each two.
    ///
    /// @param fingerprint 40 hexadecimal digits
    public static String of(String fingerprint) {
        var print = HexFormat.of().parseHex(fingerprint);
        var labelled = new byte[LABEL.length + print.length];
        System.arraycopy(LABEL, 0, labelled, 0, LABEL.length);
        System.arraycopy(print, 0, labelled, LABEL.length, print.length);
        var hash = new BigInteger(1, KeySlot.sha256(labelled));
        var first = hash.shiftRight(256 - WORDS * BITS);
        var list = list();
        var words = new ArrayList<String>(WORDS);
        for (int i = WORDS - 1; i >= 0; i--) words.add(list.get(first.shiftRight(i * BITS).intValue() & ((1 << BITS) - 1)));
        return String.join(" ", words);
    }

    /// All words, in their order.
    static List<String> list() {
        try (var in = SixWords.class.getResourceAsStream(LIST)) {
            if (in == null) throw new IllegalStateException("the list of words is missing from the program");
            var words = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            if (words.size() != 1 << BITS) throw new IllegalStateException("the list of words has another length");
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(LIST, broken);
        }
    }
}
