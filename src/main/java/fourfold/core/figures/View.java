package fourfold.core.figures;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A saved view: what is counted, as data. It says which reading of which text it is.
///
/// @param name short and unique, such as "disruptions-year"
/// @param title what a person calls it
/// @param subject what one row is
/// @param agency the key that "agency" stands for in it
/// @param conditions what a row has to meet
/// @param conditionsAsAt what it has to meet instead when the question is as at a day; empty where the same holds
/// @param period which days it counts
/// @param rule the filter or rule that it follows, by the name and date under which it was published
/// @param reading one sentence: which reading this is
/// @param source where it is stated
public record View(
        String name,
        String title,
        Subject subject,
        String agency,
        List<Term> conditions,
        List<Term> conditionsAsAt,
        Period period,
        String rule,
        String reading,
        String source) {

    /// The days that a view counts.
    ///
    /// @param on the key of the date that decides; empty where the view has no period, "activity" where the period says
    ///     when something has to have happened to what is counted
    /// @param after the day after which it begins; null where it begins otherwise
    /// @param from the first day
    /// @param to the last day
    /// @param preset the name of a period that goes by the day of the question; empty for the days above
    public record Period(
            String on, @Nullable LocalDate after, @Nullable LocalDate from, @Nullable LocalDate to, String preset) {

        /// Whether the days only say when something has to have happened to what is counted.
        public boolean isOfActivity() {
            return on.equals(ACTIVITY);
        }

        /// The days, for a question of that day.
        public Window at(LocalDate day) {
            return Window.Preset.called(preset)
                    .map(known -> known.at(day))
                    .orElseGet(() -> new Window(after == null ? from : after.plusDays(1), to));
        }
    }

    /// What stands in place of a date where the period is one of activity.
    public static final String ACTIVITY = "activity";

    public View {
        conditions = List.copyOf(conditions);
        conditionsAsAt = List.copyOf(conditionsAsAt);
    }

    /// Whether it has a period that a question may replace.
    public boolean hasPeriod() {
        return !period.on().isEmpty();
    }
}
