package fourfold.core.inspection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was found, by one of its sides: cancelled meetings by reason, empty Ps by P. The counts need not add up to the number
/// of what was found, since one thing can stand under several.
///
/// @param by what it is by, such as "Reason"
/// @param counts in the order in which they are shown
public record Breakdown(String by, Map<String, Integer> counts) {

    public Breakdown {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
