package fourfold.core.figures;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a key says of each row of its subject: one value or several, each a number with a label. The values of a fixed
/// list are known beforehand, so that one which no row has is shown as 0.
final class Trait {

    /// No value.
    static final int NONE = Integer.MIN_VALUE;

    private static final Function<String, Optional<Integer>> NAMELESS = text -> Optional.empty();

    private final IntUnaryOperator one;
    private final @Nullable IntFunction<int[]> many;
    private final IntFunction<String> label;
    private final List<Integer> fixed;
    private final Function<String, Optional<Integer>> called;
    private final boolean date;

    /// @param called which value of the fixed list a person means by a text
    private Trait(
            IntUnaryOperator one,
            @Nullable IntFunction<int[]> many,
            IntFunction<String> label,
            List<Integer> fixed,
            Function<String, Optional<Integer>> called,
            boolean date) {
        this.one = one;
        this.many = many;
        this.label = label;
        this.fixed = List.copyOf(fixed);
        this.called = called;
        this.date = date;
    }

    /// A value of a fixed list.
    static Trait of(List<? extends Choice> all, IntUnaryOperator place) {
        return new Trait(none(place), null, code -> all.get(code).label(), upTo(all.size()), names(all), false);
    }

    /// Several values of a fixed list.
    static Trait several(List<? extends Choice> all, IntFunction<int[]> places) {
        return new Trait(row -> NONE, places, code -> all.get(code).label(), upTo(all.size()), names(all), false);
    }

    /// Yes or no.
    static Trait whether(IntPredicate test) {
        return listed(List.of("Yes", "No"), row -> test.test(row) ? 0 : 1);
    }

    /// One of these words, all of which are shown.
    static Trait listed(List<String> words, IntUnaryOperator place) {
        var called = new HashMap<String, Integer>();
        for (int i = 0; i < words.size(); i++) called.put(Type.plain(words.get(i)), i);
        return new Trait(none(place), null, words::get, upTo(words.size()), among(called), false);
    }

    /// A word of whatever the records hold; spaces around it make no other word of it.
    static Trait words(Column.Words words) {
        var all = words.all();
        var labels = new ArrayList<String>();
        var places = new HashMap<String, Integer>();
        var codes = new int[all.size()];
        for (int i = 0; i < codes.length; i++)
            codes[i] = places.computeIfAbsent(Type.bare(all.get(i)), label -> {
                labels.add(label);
                return labels.size() - 1;
            });
        return open(row -> words.code(row) < 0 ? -1 : codes[words.code(row)], labels::get);
    }

    /// Numbers with labels that nobody knows beforehand.
    static Trait open(IntUnaryOperator code, IntFunction<String> label) {
        return new Trait(none(code), null, label, List.of(), NAMELESS, false);
    }

    /// Several such.
    static Trait several(IntFunction<int[]> codes, IntFunction<String> label) {
        return new Trait(row -> NONE, codes, label, List.of(), NAMELESS, false);
    }

    /// A day.
    static Trait day(Column.Days days) {
        return new Trait(days::at, null, day -> LocalDate.ofEpochDay(day).toString(), List.of(), NAMELESS, true);
    }

    /// The same of another row: that to which the row refers.
    Trait through(IntUnaryOperator link) {
        var inner = many;
        return new Trait(
                row -> {
                    int other = link.applyAsInt(row);
                    return other < 0 ? NONE : one.applyAsInt(other);
                },
                inner == null
                        ? null
                        : row -> {
                            int other = link.applyAsInt(row);
                            return other < 0 ? new int[0] : inner.apply(other);
                        },
                label,
                fixed,
                called,
                date);
    }

    /// The same with only those values of its fixed list.
    Trait only(IntPredicate kept) {
        return new Trait(one, many, label, fixed.stream().filter(kept::test).toList(), called, date);
    }

    /// The same, whose values answer to other names too.
    ///
    /// @param other the word of the list that a person means by a text, if any
    Trait alsoCalled(Function<String, Optional<String>> other) {
        return new Trait(one, many, label, fixed, text -> called.apply(text).or(() -> other.apply(text).flatMap(called)), date);
    }

    private static IntUnaryOperator none(IntUnaryOperator place) {
        return row -> {
            int code = place.applyAsInt(row);
            return code < 0 ? NONE : code;
        };
    }

    private static List<Integer> upTo(int size) {
        return java.util.stream.IntStream.range(0, size).boxed().toList();
    }

    private static Function<String, Optional<Integer>> names(List<? extends Choice> all) {
        var names = new HashMap<String, Integer>();
        for (int i = 0; i < all.size(); i++) {
            names.put(Type.plain(all.get(i).name()), i);
            names.put(Type.plain(all.get(i).label()), i);
        }
        return among(names);
    }

    private static Function<String, Optional<Integer>> among(Map<String, Integer> names) {
        return text -> Optional.ofNullable(names.get(Type.plain(text)));
    }

    boolean isDate() {
        return date;
    }

    boolean isSeveral() {
        return many != null;
    }

    /// The value of a row, or [#NONE]; meaningless where rows have several.
    int at(int row) {
        return one.applyAsInt(row);
    }

    /// The values of a row.
    int[] all(int row) {
        if (many != null) return many.apply(row);
        int code = one.applyAsInt(row);
        return code == NONE ? new int[0] : new int[] {code};
    }

    String label(int code) {
        return label.apply(code);
    }

    /// The values of its fixed list, in their order; none for an open one.
    List<Integer> fixed() {
        return fixed;
    }

    /// The value of the fixed list that a person means by that text.
    Optional<Integer> find(String text) {
        return called.apply(text);
    }
}
