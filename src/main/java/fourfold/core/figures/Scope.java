package fourfold.core.figures;

import fourfold.core.disruption.CountingRules;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Residents;
import java.time.LocalDate;
import java.util.List;

/// All that a figure depends on beside its question.
///
/// @param facts what can be counted
/// @param tests the named tests over it
/// @param day the day of the question
/// @param window the days that the question is about
/// @param rules what counts nationally, each rule for its record dates
/// @param known every agency there is
/// @param residents how many people live where
/// @param agencies the names of the agencies that a table shows even where they have nothing, in their order
/// @param refs the references of records
record Scope(
        Facts facts,
        FactTests tests,
        LocalDate day,
        Window window,
        CountingRules rules,
        Agencies known,
        Residents residents,
        List<String> agencies,
        Counting.Refs refs) {

    int dayNumber() {
        return Math.toIntExact(day.toEpochDay());
    }
}
