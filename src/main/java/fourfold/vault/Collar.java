package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Collar numbers as user ids: compared without case, kept in capitals, and safe as file names on every system.
final class Collar {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9](?:[A-Z0-9-]{0,30}[A-Z0-9])?");

    /// Names that Windows keeps for devices, with whatever ending.
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(?:COM|LPT)[0-9]");

    private Collar() {}

    static String capitals(String user) {
        return user.strip().toUpperCase(Locale.ROOT);
    }

    static Outcome<String> read(String user) {
        var capitals = capitals(user);
        boolean device = DEVICES.contains(capitals) || NUMBERED_DEVICE.matcher(capitals).matches();
        if (FORM.matcher(capitals).matches() && !device) return Outcome.done(capitals);
        return Outcome.refused(new Problem.Invalid(
                "user", "A user id is a collar number: up to 32 letters, digits and hyphens, such as EM1234."));
    }
}
