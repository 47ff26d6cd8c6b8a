package fourfold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsTest {

    @Test
    void the_table_has_a_line_for_every_goal_and_says_what_was_not_run_or_went_wrong() {
        var table = FaultsTable.table(List.of(
                new FaultsTable.Line(Goal.G_2, "power cuts", 500, 500, 0, "1 to 500", 2.04),
                new FaultsTable.Line(Goal.G_5, "packages", 311, 2_000, 1, "1 to 312", 9.5)));
        for (var goal : Goal.values()) assertTrue(table.contains("| " + goal.id() + " |"), goal.id());
        assertTrue(table.contains("| G-2 | power cuts | 500 | 0 | 1 to 500 | 2.0 |"), table);
        assertTrue(table.contains("| G-5 | packages | 311 of 2,000 | 1 | 1 to 312 | 9.5 |"), table);
        assertEquals(
                Goal.values().length - 2,
                Arrays.stream(table.split("\n")).filter(line -> line.contains("**not run**")).count());
        assertTrue(table.contains("811 tried, 1 violations, 12 seconds; 12 of 14 goals not run."), table);
    }
}
