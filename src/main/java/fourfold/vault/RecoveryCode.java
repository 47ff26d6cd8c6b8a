package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;

/// A code of 130 random bits on paper that opens a vault when a passphrase is lost: seven groups of four of the 32 signs
/// of Crockford's Base32, which has no I, L, O or U. The last two signs are a check sum, so that a slip of the pen is
/// told from a wrong code.
public final class RecoveryCode implements AutoCloseable {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SIGNS = 26;
    private static final int ALL_SIGNS = 28;
    private static final int GROUP = 4;

    private final char[] signs;

    private RecoveryCode(char[] signs) {
        this.signs = signs;
    }

    /// A new code.
    static RecoveryCode draw() {
        var random = Aes.random(RANDOM_SIGNS);
        var signs = new char[ALL_SIGNS];
        for (int i = 0; i < RANDOM_SIGNS; i++) signs[i] = SIGNS.charAt(random[i] & 31);
        Arrays.fill(random, (byte) 0);
        int check = check(signs);
        signs[RANDOM_SIGNS] = SIGNS.charAt(check >> 5);
        signs[RANDOM_SIGNS + 1] = SIGNS.charAt(check & 31);
        return new RecoveryCode(signs);
    }

    /// Reads a code as somebody typed it: small letters, spaces and hyphens do not matter, O is 0, I and L are 1. The
    /// array given is wiped.
    public static Outcome<RecoveryCode> read(char[] typed) {
        var signs = new char[ALL_SIGNS];
        int count = 0;
        boolean foreign = false;
        for (char raw : typed) {
            if (raw == '-' || Character.isWhitespace(raw)) continue;
            int sign = SIGNS.indexOf(plain(raw));
            foreign |= sign < 0;
            if (sign >= 0 && count < ALL_SIGNS) signs[count] = SIGNS.charAt(sign);
            count++;
        }
        Arrays.fill(typed, '\0');
        if (foreign || count != ALL_SIGNS) {
            return refused(signs, "A recovery code has seven groups of four letters and digits.");
        }
        int check = check(signs);
        boolean right = signs[RANDOM_SIGNS] == SIGNS.charAt(check >> 5)
                && signs[RANDOM_SIGNS + 1] == SIGNS.charAt(check & 31);
        if (!right) return refused(signs, "The recovery code has a slip in it; compare it with the paper.");
        return Outcome.done(new RecoveryCode(signs));
    }

    private static Outcome<RecoveryCode> refused(char[] signs, String sentence) {
        Arrays.fill(signs, '\0');
        return Outcome.refused(new Problem.Invalid("code", sentence));
    }

    /// The code for the printer, in groups of four. It is shown once and kept nowhere.
    public String printed() {
        var text = new StringBuilder();
        for (int i = 0; i < ALL_SIGNS; i++) {
            if (i > 0 && i % GROUP == 0) text.append('-');
            text.append(signs[i]);
        }
        return text.toString();
    }

    /// The code as the passphrase of its slot.
    Passphrase passphrase() {
        return Passphrase.entered(signs.clone());
    }

    @Override
    public void close() {
        Arrays.fill(signs, '\0');
    }

    private static char plain(char typed) {
        return switch (String.valueOf(typed).toUpperCase(Locale.ROOT).charAt(0)) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> String.valueOf(typed).toUpperCase(Locale.ROOT).charAt(0);
        };
    }

    /// Ten bits over the random signs. Weights differ from place to place, so that two signs changed over are seen.
    private static int check(char[] signs) {
        int sum = 7;
        for (int i = 0; i < RANDOM_SIGNS; i++) sum = (sum * 33 + SIGNS.indexOf(signs[i]) + 1) % 1021;
        return sum;
    }
}
