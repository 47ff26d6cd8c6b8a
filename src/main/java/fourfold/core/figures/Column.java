package fourfold.core.figures;

import fourfold.core.kernel.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One column of a table of facts: a value, or none, for each row. Once its table is made it never changes.
public abstract sealed class Column {

    /// How much a column grows at once.
    private static final int GROWTH = 1024;

    /// Puts a cell into a row while the table is made.
    ///
    /// @param cell of the kind that the column takes; null for none
    abstract void set(int row, @Nullable Object cell);

    /// Another column with the same cells.
    abstract Column copy();

    /// Whether there is a value.
    public abstract boolean isGiven(int row);

    private static int room(int row, int length) {
        return row < length ? length : Math.max(row + GROWTH, length + length / 2);
    }

    /// Calendar days, as days since 1970-01-01.
    public static final class Days extends Column {
        /// No day.
        public static final int NONE = Integer.MIN_VALUE;

        private int[] days = {};

        /// The day, or [#NONE].
        public int at(int row) {
            return row < days.length ? days[row] : NONE;
        }

        /// Whether there is a day, and it is that one or an earlier one.
        public boolean isUpTo(int row, int day) {
            int at = at(row);
            return at != NONE && at <= day;
        }

        /// Whether there is a day, and it is within these, both included.
        public boolean isWithin(int row, int from, int to) {
            int at = at(row);
            return at != NONE && at >= from && at <= to;
        }

        @Override
        public boolean isGiven(int row) {
            return at(row) != NONE;
        }

        @Override
        void set(int row, @Nullable Object cell) {
            days = grown(days, row, NONE);
            days[row] = cell == null ? NONE : (Integer) cell;
        }

        @Override
        Days copy() {
            var copy = new Days();
            copy.days = days.clone();
            return copy;
        }
    }

    private static int[] grown(int[] values, int row, int none) {
        if (row < values.length) return values;
        var longer = Arrays.copyOf(values, room(row, values.length));
        Arrays.fill(longer, values.length, longer.length, none);
        return longer;
    }

    /// Values of a fixed list.
    public static final class Picks<C extends Choice> extends Column {
        private final List<C> all;
        private final Map<String, Byte> byName = new HashMap<>();
        private byte[] places = {};

        Picks(List<C> all) {
            this.all = List.copyOf(all);
            for (int i = 0; i < all.size(); i++) byName.put(all.get(i).name(), (byte) i);
        }

        /// The fixed list.
        public List<C> all() {
            return all;
        }

        /// The value's place in its list; -1 for none.
        public int place(int row) {
            return row < places.length ? places[row] : -1;
        }

        /// The value; null for none.
        public @Nullable C at(int row) {
            int place = place(row);
            return place < 0 ? null : all.get(place);
        }

        /// Whether that is the value.
        public boolean is(int row, C value) {
            return value.equals(at(row));
        }

        @Override
        public boolean isGiven(int row) {
            return place(row) >= 0;
        }

        @Override
        void set(int row, @Nullable Object cell) {
            if (row >= places.length) {
                int before = places.length;
                places = Arrays.copyOf(places, room(row, before));
                Arrays.fill(places, before, places.length, (byte) -1);
            }
            var place = cell == null ? null : byName.get((String) cell);
            places[row] = place == null ? -1 : place;
        }

        @Override
        Picks<C> copy() {
            var copy = new Picks<>(all);
            copy.places = places.clone();
            return copy;
        }
    }

    /// Words and labels, each kept once.
    public static final class Words extends Column {
        private final List<String> all = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private int[] codes = {};

        /// Every different text, in the order in which they came.
        public List<String> all() {
            return List.copyOf(all);
        }

        /// The place of the row's text in [#all]; -1 for none.
        public int code(int row) {
            return row < codes.length ? codes[row] : -1;
        }

        /// The text; empty for none.
        public String at(int row) {
            int code = code(row);
            return code < 0 ? "" : all.get(code);
        }

        /// The place of that text in [#all], if any row ever had it.
        public Optional<Integer> find(String text) {
            return Optional.ofNullable(places.get(text));
        }

        @Override
        public boolean isGiven(int row) {
            return code(row) >= 0;
        }

        @Override
        void set(int row, @Nullable Object cell) {
            codes = grown(codes, row, -1);
            codes[row] = cell == null || ((String) cell).isBlank() ? -1 : place((String) cell);
        }

        private int place(String text) {
            var known = places.get(text);
            if (known != null) return known;
            all.add(text);
            places.put(text, all.size() - 1);
            return all.size() - 1;
        }

        @Override
        Words copy() {
            var copy = new Words();
            copy.all.addAll(all);
            copy.places.putAll(places);
            copy.codes = codes.clone();
            return copy;
        }
    }

    /// Sets of words, each different set kept once.
    public static final class WordSets extends Column {
        private final Words words = new Words();
        private final List<int[]> sets = new ArrayList<>();
        private final Map<List<String>, Integer> places = new HashMap<>();
        private int[] codes = {};

        /// Every different word, in the order in which they came.
        public List<String> all() {
            return words.all();
        }

        /// The places in [#all] of the row's words; not to be changed.
        public int[] codes(int row) {
            int set = row < codes.length ? codes[row] : -1;
            return set < 0 ? new int[0] : sets.get(set);
        }

        /// The words.
        public List<String> at(int row) {
            return Arrays.stream(codes(row)).mapToObj(words.all::get).toList();
        }

        /// Whether that word is one of them.
        public boolean has(int row, String word) {
            var code = words.places.get(word);
            if (code == null) return false;
            for (int one : codes(row)) if (one == code) return true;
            return false;
        }

        @Override
        public boolean isGiven(int row) {
            return row < codes.length && codes[row] >= 0;
        }

        @Override
        void set(int row, @Nullable Object cell) {
            codes = grown(codes, row, -1);
            codes[row] = cell instanceof List<?> list && !list.isEmpty() ? place(list.stream().map(String.class::cast).toList()) : -1;
        }

        private int place(List<String> set) {
            return places.computeIfAbsent(set, fresh -> {
                sets.add(fresh.stream().mapToInt(words::place).toArray());
                return sets.size() - 1;
            });
        }

        @Override
        WordSets copy() {
            var copy = new WordSets();
            copy.words.all.addAll(words.all);
            copy.words.places.putAll(words.places);
            copy.sets.addAll(sets);
            copy.places.putAll(places);
            copy.codes = codes.clone();
            return copy;
        }
    }

    /// The rows of another table that rows refer to.
    public static final class Links extends Column {
        /// It refers to nothing.
        public static final int NONE = -1;
        /// It refers to a record that is not in this vault.
        public static final int NOT_HERE = -2;

        private int[] rows = {};

        /// The row, [#NONE] or [#NOT_HERE].
        public int at(int row) {
            return row < rows.length ? rows[row] : NONE;
        }

        @Override
        public boolean isGiven(int row) {
            return at(row) != NONE;
        }

        @Override
        void set(int row, @Nullable Object cell) {
            rows = grown(rows, row, NONE);
            rows[row] = cell == null ? NONE : (Integer) cell;
        }

        @Override
        Links copy() {
            var copy = new Links();
            copy.rows = rows.clone();
            return copy;
        }
    }

    /// Counts, and amounts of money in pence.
    public static final class Amounts extends Column {
        /// Nothing stated.
        public static final long NONE = Long.MIN_VALUE;

        private final boolean money;
        private long[] amounts = {};

        Amounts(boolean money) {
            this.money = money;
        }

        /// Whether it is money, in pence.
        public boolean isMoney() {
            return money;
        }

        /// The amount, or [#NONE].
        public long at(int row) {
            return row < amounts.length ? amounts[row] : NONE;
        }

        @Override
        public boolean isGiven(int row) {
            return at(row) != NONE;
        }

        /// Quantities that nobody uses cost no memory.
        @Override
        void set(int row, @Nullable Object cell) {
            if (cell == null && row >= amounts.length) return;
            if (row >= amounts.length) {
                int before = amounts.length;
                amounts = Arrays.copyOf(amounts, room(row, before));
                Arrays.fill(amounts, before, amounts.length, NONE);
            }
            amounts[row] = cell == null ? NONE : (Long) cell;
        }

        @Override
        Amounts copy() {
            var copy = new Amounts(money);
            copy.amounts = amounts.clone();
            return copy;
        }
    }

    /// Yes or no, or nothing said; of a long text, only whether there is one.
    public static final class Flags extends Column {
        private byte[] flags = {};

        /// Whether it says yes.
        public boolean is(int row) {
            return row < flags.length && flags[row] > 0;
        }

        @Override
        public boolean isGiven(int row) {
            return row < flags.length && flags[row] >= 0;
        }

        @Override
        void set(int row, @Nullable Object cell) {
            if (row >= flags.length) {
                int before = flags.length;
                flags = Arrays.copyOf(flags, room(row, before));
                Arrays.fill(flags, before, flags.length, (byte) -1);
            }
            flags[row] = (byte) (cell == null ? -1 : (Boolean) cell ? 1 : 0);
        }

        @Override
        Flags copy() {
            var copy = new Flags();
            copy.flags = flags.clone();
            return copy;
        }
    }
}
