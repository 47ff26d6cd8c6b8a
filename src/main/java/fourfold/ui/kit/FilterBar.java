package fourfold.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// The search box, the conditions as chips that can be taken away, and always "38 of 312".
public final class FilterBar extends Flow {

    /// What Ctrl+F looks for on a page.
    public static final String SEARCH_STYLE = "filter-text";

    private final TextField text = new TextField();
    private final List<Node> chips = new ArrayList<>();
    private final Label count;

    /// @param what what is searched, as in "threats"
    /// @param more nodes that add conditions, such as menus
    public FilterBar(Filter filter, String what, Node... more) {
        getStyleClass().add("filter-bar");
        text.getStyleClass().add(SEARCH_STYLE);
        text.setPromptText("Find in " + what);
        text.setAccessibleText("Find in " + what);
        text.textProperty().bindBidirectional(filter.text());
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
                text.clear();
                event.consume();
            }
        });
        count = Nodes.label(filter.countWords(), "filter-count", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().add(text);
        getChildren().addAll(more);
        getChildren().add(count);
        InvalidationListener fill = changed -> fillChips(filter);
        filter.chips().addListener(fill);
        filter.text().addListener(fill);
        fillChips(filter);
    }

    /// A box that finds one condition of many by typing a part of its words, such as "Tier 2" or the name of an LRO, and
    /// adds it.
    ///
    /// @param prompt names a few, as in "Add a filter: tier, agency, LRO"
    /// @param conditions what can be chosen; choosing runs it
    public static Node conditions(String prompt, ObservableList<Condition> conditions) {
        var input = Input.<Condition>of("condition", "Add a filter");
        var box = new SuggestBox<>(input, conditions, Condition::words, null);
        box.getStyleClass().add("filter-condition");
        box.prompt(prompt);
        box.setAccessibleText("Add a filter");
        input.value().subscribe(chosen -> {
            if (chosen != null) {
                chosen.add().run();
                input.set(null);
            }
        });
        return box;
    }

    /// A condition that can be added.
    ///
    /// @param words as in "Agency: Derbyshire"
    public record Condition(String words, Runnable add) {}

    private void fillChips(Filter filter) {
        getChildren().removeAll(chips);
        chips.clear();
        filter.chips().forEach(chip -> chips.add(chip(chip)));
        if (filter.chips().size() > 1 || !filter.chips().isEmpty() && !filter.text().get().isBlank()) {
            chips.add(Buttons.link(Command.of("filter.clear", "Clear all", filter::clear)));
        }
        getChildren().addAll(getChildren().indexOf(count), chips);
    }

    private static Node chip(Filter.Chip chip) {
        var button = new Button(chip.words(), Nodes.icon("fth-x"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Filter " + chip.words() + ", remove");
        button.setOnAction(event -> chip.remove().run());
        return button;
    }

    /// Puts the menu of a table's columns at the end.
    void columns(Node menu) {
        getChildren().add(menu);
    }

    /// Pressing Down here goes to `target`, and typing a letter there comes back here.
    public void leadsTo(Node target) {
        text.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                target.requestFocus();
                event.consume();
            }
        });
    }

    /// Brings the keyboard to the search box, with `typed` added to what is in it.
    public void type(String typed) {
        text.requestFocus();
        text.end();
        text.appendText(typed);
        text.end();
    }
}
