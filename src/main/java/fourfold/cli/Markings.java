package fourfold.cli;

import fourfold.core.kernel.Marking;
import java.util.Arrays;

/// A protective marking as it is written in an option.
final class Markings {

    private Markings() {}

    /// @throws Usage when it is none
    static Marking of(String option, String written) {
        return Arrays.stream(Marking.values())
                .filter(marking -> marking.label().equalsIgnoreCase(written.strip()))
                .findFirst()
                .orElseThrow(() -> new Usage("After " + option + " comes OFFICIAL or OFFICIAL-SENSITIVE."));
    }
}
