package fourfold.ui.kit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// A form: labels above fields, one line a field, what is wrong with a field beside it. Each method makes one row.
public final class Form extends VBox {

    private Form(List<? extends Node> rows) {
        super(rows.toArray(new Node[0]));
        getStyleClass().add("form");
    }

    /// A form of these rows.
    public static Form of(Node... rows) {
        return new Form(List.of(rows));
    }

    /// Short fields side by side, which share the width.
    public static Node beside(FormRow... rows) {
        var grid = new GridPane();
        grid.getStyleClass().add("beside");
        grid.addRow(0, rows);
        for (var row : rows) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / rows.length);
            grid.getColumnConstraints().add(column);
            GridPane.setValignment(row, VPos.TOP);
        }
        return grid;
    }

    /// A heading that groups the rows below it.
    public static Node group(String heading) {
        var label = Nodes.heading(heading);
        label.getStyleClass().add("form-group");
        return label;
    }

    /// One line of text.
    public static FormRow text(Input<String> input) {
        return FormRow.around(input, TextInputs.line(input));
    }

    /// A passphrase, shown as dots.
    public static FormRow secret(Input<String> input) {
        return FormRow.around(input, TextInputs.secret(input));
    }

    /// Several lines of text. Tab leaves it, Ctrl+Tab writes a tab.
    public static FormRow area(Input<String> input) {
        return area(input, 4);
    }

    /// Several lines of text, so many of them visible.
    public static FormRow area(Input<String> input, int lines) {
        return FormRow.around(input, TextInputs.area(input, lines));
    }

    /// A day, typed in any common form.
    ///
    /// @param today the day that "today" means
    public static FormRow date(Input<LocalDate> input, Supplier<LocalDate> today) {
        return FormRow.around(input, new DateBox(input, today));
    }

    /// A whole number.
    public static FormRow number(Input<Long> input) {
        return FormRow.around(input, TextInputs.number(input));
    }

    /// An amount in pounds and pence.
    public static FormRow money(Input<BigDecimal> input) {
        return FormRow.around(input, TextInputs.money(input));
    }

    /// One of a list. An optional field starts with an empty line.
    public static <T> FormRow choice(Input<T> input, List<T> choices, Function<T, String> words) {
        return FormRow.around(input, Choices.box(input, choices, words));
    }

    /// One of two or three short ones, side by side like the segments of one button.
    public static <T> FormRow segments(Input<T> input, List<T> choices, Function<T, String> words) {
        return FormRow.around(input, Choices.segments(input, choices, words));
    }

    /// One of a few, all visible, with a sentence of help under each.
    public static <T> FormRow options(
            Input<T> input, List<T> choices, Function<T, String> words, Function<T, String> meaning) {
        return FormRow.around(input, Choices.options(input, choices, words, meaning));
    }

    /// One of a few, all visible in a column, with the meaning of each unfolding beside them.
    ///
    /// @param hint what stands beside them while nothing is chosen
    public static <T> FormRow explained(
            Input<T> input, List<T> choices, Function<T, String> words, Function<T, String> meaning, String hint) {
        return FormRow.around(input, Choices.explained(input, choices, words, meaning, hint));
    }

    /// Any number of a few, all visible.
    public static <T> FormRow flags(Input<Set<T>> input, List<T> choices, Function<T, String> words) {
        return FormRow.around(input, Choices.flags(input, choices, words));
    }

    /// Yes or no, the label beside the box.
    public static FormRow check(Input<Boolean> input) {
        return FormRow.bare(input, Choices.check(input));
    }

    /// A person, a threat or anything else of a long list, found by typing a part of its words.
    ///
    /// @param words how a choice is written; each word typed must occur in it
    public static <T> FormRow suggest(Input<T> input, ObservableList<T> choices, Function<T, String> words) {
        return FormRow.around(input, new SuggestBox<>(input, choices, words, null));
    }

    /// A text for which a long list only makes suggestions, such as the label of a person or a partner.
    public static FormRow suggestText(Input<String> input, ObservableList<String> choices) {
        return FormRow.around(input, new SuggestBox<>(input, choices, text -> text, text -> text));
    }

    /// Any number of a long list, found by typing a part of their words; each stands as a chip that can be taken away.
    public static <T> FormRow several(Input<Set<T>> input, ObservableList<T> choices, Function<T, String> words) {
        return FormRow.around(input, new Several<>(input, choices, words));
    }

    /// Any other control, under the field's label.
    public static FormRow other(Input<?> input, Node control) {
        return FormRow.around(input, control);
    }
}
