package fourfold.core.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The short name of a fault: the same on every desk for the same fault, so that two people who meet it can tell.
/// It is made of the kind of the first cause and of the first of our own methods that it passed, never of its message,
/// which may hold case text. Letters and digits are those of Crockford's base 32, without I, L, O and U.
public final class FaultCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 5;

    private FaultCode() {}

    /// The code of a fault, as in "F-7KQ2M".
    public static String of(Throwable fault) {
        var first = firstCause(fault);
        return "F-" + letters(first.getClass().getName() + "@" + place(first));
    }

    /// The details for whoever mends the program: kinds and places, no messages and therefore no case text.
    public static String details(Throwable fault) {
        var text = new StringBuilder("Fourfold fault ").append(of(fault)).append('\n');
        text.append("Java ").append(Runtime.version()).append(", ").append(System.getProperty("os.name"));
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append('\n').append(cause.getClass().getName());
            for (var frame : cause.getStackTrace()) {
                text.append("\n    ").append(frame);
            }
        }
        return text.append('\n').toString();
    }

    private static Throwable firstCause(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("fourfold."))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("outside");
    }

    private static String letters(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                code.append(LETTERS.charAt(hash[i] & 31));
            }
            return code.toString();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
