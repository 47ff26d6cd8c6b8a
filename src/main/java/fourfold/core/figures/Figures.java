package fourfold.core.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The answer to a question, with all that is needed to make it again.
///
/// @param view the view that was counted
/// @param keys the names of the keys
/// @param labels what the keys are called above their columns
/// @param rows in order: the values of fixed lists in their own order, others by their labels
/// @param total how many rows the view holds for the question
/// @param rule the filter or rule that was used, with its version
/// @param day the day of the question
/// @param asAt whether it was asked as at that day, by the records' own dates
/// @param window the days that were counted; all where the view has no period
/// @param known as known on which moment; nothing for now
/// @param notes sentences that belong to the figures: what the records' dates cannot tell, what stands apart
public record Figures(
        View view,
        List<String> keys,
        List<String> labels,
        List<Row> rows,
        long total,
        String rule,
        LocalDate day,
        boolean asAt,
        Window window,
        Optional<Known> known,
        List<String> notes) {

    /// As known on which moment.
    ///
    /// @param position the journal position of the newest entry that was known then
    public record Known(Instant moment, long position) {}

    /// How percentages are rounded, in a sentence that is printed beside them.
    public static final String ROUNDING = "Percentages are whole numbers, half rounded up; parts need not add to 100.";

    public Figures {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// One figure.
    ///
    /// @param values the labels of the keys' values
    /// @param count how many
    /// @param of out of how many
    /// @param refs the references of what was counted, in order; empty where nobody asked
    /// @param sums what the counted events state in numbers, by label, money with two decimals; empty where nobody asked
    /// @param largest the largest single number of each, in the same way
    /// @param rate per 1,000 residents of the agency, two decimals, half rounded up; nothing where nobody entered how many
    ///     people live there, or no agency is among the keys
    public record Row(
            List<String> values,
            long count,
            long of,
            List<String> refs,
            SortedMap<String, String> sums,
            SortedMap<String, String> largest,
            Optional<String> rate) {

        public Row {
            values = List.copyOf(values);
            refs = List.copyOf(refs);
            sums = new TreeMap<>(sums);
            largest = new TreeMap<>(largest);
        }

        /// The share as a whole number, half rounded up; nothing of nothing.
        public Optional<Long> percent() {
            return percent(count, of);
        }

        /// The share of some in all as a whole number, half rounded up; nothing of nothing.
        public static Optional<Long> percent(long count, long of) {
            return of == 0 ? Optional.empty() : Optional.of(Math.floorDiv(200 * count + of, 2 * of));
        }
    }

    /// These with that moment and more sentences.
    public Figures asKnownOn(Known moment, List<String> more) {
        var all = new ArrayList<>(more);
        all.addAll(notes);
        return new Figures(view, keys, labels, rows, total, rule, day, asAt, window, Optional.of(moment), all);
    }

    /// The row of these values, if there is one.
    public Optional<Row> row(String... values) {
        var wanted = List.of(values);
        return rows.stream().filter(row -> row.values().equals(wanted)).findFirst();
    }
}
