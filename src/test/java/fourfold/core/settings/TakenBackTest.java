package fourfold.core.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which positions were taken back, however their ranges lie.
final class TakenBackTest {

    @ParameterizedTest
    @ValueSource(strings = {"100-200", "100-200,150-152", "150-152,100-200", "100-102,150-152,100-200"})
    void what_was_taken_back_within_a_range_parts_it_nowhere(String text) {
        var back = TakenBack.of(text);
        for (long at : List.of(100L, 149L, 151L, 153L, 200L)) assertTrue(back.contains(at), text + " " + at);
        for (long at : List.of(99L, 201L)) assertFalse(back.contains(at), text + " " + at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-102,150", "150,100-102"})
    void what_lies_between_ranges_stands(String text) {
        var back = TakenBack.of(text);
        for (long at : List.of(100L, 102L, 150L)) assertTrue(back.contains(at), text + " " + at);
        for (long at : List.of(103L, 149L, 151L)) assertFalse(back.contains(at), text + " " + at);
    }
}
