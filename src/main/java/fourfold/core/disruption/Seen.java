package fourfold.core.disruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An event with what is compared of it again and again.
///
/// @param name the name of its threat, as plain letters
/// @param national the national reference of its threat, as plain letters
record Seen(Sighting event, String name, String national) {

    static Seen of(Sighting event) {
        return new Seen(event, plain(event.threatName()), plain(event.nationalRef()));
    }

    /// What two events have to share, one of these at least, to be compared at all.
    List<String> keys() {
        var keys = new ArrayList<String>();
        if (event.threat() != null) keys.add("t" + event.threat());
        if (!national.isEmpty()) keys.add("r" + national);
        if (!name.isEmpty()) keys.add("n" + name);
        event.operations().forEach(operation -> keys.add("o" + operation));
        if (event.quantities().size() > 1) keys.add("q" + event.quantities());
        return keys;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
