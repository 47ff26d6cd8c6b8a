package fourfold.core.people;

import fourfold.core.kernel.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A person, unit or partner as a record names it: a label as written, such as "LRO 001 (X11007)". The part in the last
/// brackets, where it looks like a collar number, is the person: labels and letter case may differ, the collar number
/// decides who is who. A label without one is a post, a unit or a partner without a log-in.
///
/// A user id without any digit looks like the short name of an agency, as in "Duty inspector (EMSOU)". Whether such a label
/// names a certain user is told by that id; whether two such labels name one person only by their being the same label.
public final class Party {

    /// What a vault takes as a user id, in the last brackets.
    private static final Pattern USER_ID =
            Pattern.compile(".*\\(\\s*([A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?)\\s*\\)\\s*");

    private Party() {}

    /// The type of a field that names one.
    public static Type<String> type() {
        return Type.text(200);
    }

    /// The label of a person with that name and collar number.
    public static String label(String name, String collar) {
        return name + " (" + capitals(collar) + ")";
    }

    /// The user id in capitals that the label ends with, with or without a digit.
    public static Optional<String> userId(String label) {
        var match = USER_ID.matcher(label);
        return match.matches() ? Optional.of(capitals(match.group(1))) : Optional.empty();
    }

    /// The collar number in capitals, if the label carries one: a user id with a digit.
    public static Optional<String> collar(String label) {
        return userId(label).filter(id -> id.chars().anyMatch(Character::isDigit));
    }

    /// What tells the person of a label from any other; empty where the label names none.
    public static Optional<String> identity(String label) {
        return collar(label).or(() -> userId(label).map(id -> capitals(label)));
    }

    /// Whether both labels name the same person, by identity and not by spelling. Two labels without a user id never do.
    public static boolean samePerson(String one, String other) {
        var first = identity(one);
        return first.isPresent() && first.equals(identity(other));
    }

    /// Whether the label names the person of that user id: by its last brackets, or by being nothing but that id.
    public static boolean is(String label, String userId) {
        var user = capitals(userId);
        return !user.isEmpty() && userId(label).orElse(capitals(label)).equals(user);
    }

    private static String capitals(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
