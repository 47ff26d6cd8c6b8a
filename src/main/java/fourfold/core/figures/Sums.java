package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/// What events state in numbers, added up: by label, money with two decimals. What is not stated counts as 0.
///
/// @param largest the largest single number of each
record Sums(SortedMap<String, String> sums, SortedMap<String, String> largest) {

    static Sums of(FactTable<Disruption> events, int[] rows) {
        var sums = new TreeMap<String, String>();
        var largest = new TreeMap<String, String>();
        for (var field : CountedFields.QUANTITIES) {
            var amounts = events.amounts(field);
            long sum = 0;
            long most = 0;
            for (int row : rows) {
                if (!amounts.isGiven(row)) continue;
                sum = Math.addExact(sum, amounts.at(row));
                most = Math.max(most, amounts.at(row));
            }
            sums.put(field.label(), text(amounts, sum));
            largest.put(field.label(), text(amounts, most));
        }
        return new Sums(sums, largest);
    }

    private static String text(Column.Amounts amounts, long number) {
        return amounts.isMoney() ? BigDecimal.valueOf(number, 2).toPlainString() : Long.toString(number);
    }
}
