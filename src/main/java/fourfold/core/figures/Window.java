package fourfold.core.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Days from one to another, both included.
///
/// @param from the first day; null for no beginning
/// @param to the last day; null for no end
public record Window(@Nullable LocalDate from, @Nullable LocalDate to) {

    /// All days.
    public static final Window ALL = new Window(null, null);

    /// Those days, where at least one of the two is given.
    public static Optional<Window> given(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null && to == null ? Optional.empty() : Optional.of(new Window(from, to));
    }

    /// The periods that go by the day of the question.
    public enum Preset {
        /// The year that ends with the day.
        ROLLING_12_MONTHS("rolling-12-months"),
        /// 1 April to 31 March around the day.
        FINANCIAL_YEAR("financial-year"),
        LAST_FINANCIAL_YEAR("last-financial-year"),
        CALENDAR_YEAR("calendar-year"),
        LAST_CALENDAR_YEAR("last-calendar-year");

        private final String written;

        Preset(String written) {
            this.written = written;
        }

        /// As views and commands write it.
        public String written() {
            return written;
        }

        /// The days of the period for that day.
        public Window at(LocalDate day) {
            int financial = day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
            return switch (this) {
                case ROLLING_12_MONTHS -> new Window(day.minusYears(1).plusDays(1), day);
                case FINANCIAL_YEAR -> financial(financial);
                case LAST_FINANCIAL_YEAR -> financial(financial - 1);
                case CALENDAR_YEAR -> calendar(day.getYear());
                case LAST_CALENDAR_YEAR -> calendar(day.getYear() - 1);
            };
        }

        private static Window financial(int year) {
            return new Window(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31));
        }

        private static Window calendar(int year) {
            return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }

        /// The preset of that name.
        public static Optional<Preset> called(String written) {
            return List.of(values()).stream().filter(one -> one.written.equalsIgnoreCase(written.strip())).findFirst();
        }
    }

    int first() {
        return from == null ? Integer.MIN_VALUE + 1 : Math.toIntExact(from.toEpochDay());
    }

    int last() {
        return to == null ? Integer.MAX_VALUE : Math.toIntExact(to.toEpochDay());
    }

    /// Whether it leaves out any day.
    public boolean isBounded() {
        return from != null || to != null;
    }

    /// Whether it ends before it begins.
    public boolean isBackwards() {
        return from != null && to != null && to.isBefore(from);
    }
}
