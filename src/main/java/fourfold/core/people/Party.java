package fourfold.core.people;

import fourfold.core.kernel.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A person, unit or partner as a record names it: a label as written, such as "LRO 001 (X11007)". The part in the last
/// brackets, where it looks like a collar number, is the person: labels and letter case may differ, the collar number
/// decides who is who. A label without one is a post, a unit or a partner without a log-in.
public final class Party {

    private static final Pattern COLLAR = Pattern.compile(".*\\(\\s*([A-Za-z]{0,4}\\d[A-Za-z0-9-]{0,14})\\s*\\)\\s*");

    private Party() {}

    /// The type of a field that names one.
    public static Type<String> type() {
        return Type.text(200);
    }

    /// The label of a person with that name and collar number.
    public static String label(String name, String collar) {
        return name + " (" + collar.strip().toUpperCase(Locale.ROOT) + ")";
    }

    /// The collar number in capitals, if the label carries one.
    public static Optional<String> collar(String label) {
        var match = COLLAR.matcher(label);
        return match.matches() ? Optional.of(match.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /// Whether both labels name the same person, by identity and not by spelling. Two labels without a collar number
    /// never do.
    public static boolean samePerson(String one, String other) {
        var first = collar(one);
        return first.isPresent() && first.equals(collar(other));
    }

    /// Whether the label names the person of that user id: by the collar number in its last brackets, or by being nothing
    /// but that number.
    public static boolean is(String label, String userId) {
        var user = userId.strip().toUpperCase(Locale.ROOT);
        return !user.isEmpty() && collar(label).orElse(label.strip().toUpperCase(Locale.ROOT)).equals(user);
    }
}
