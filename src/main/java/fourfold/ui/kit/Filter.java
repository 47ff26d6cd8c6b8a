package fourfold.ui.kit;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What narrows a list: a search text and chips that can be taken away. A view-model reads it, a [FilterBar] shows it.
public final class Filter {

    /// One condition, in words, and how to take it away.
    ///
    /// @param words as in "Tier 1 or 2"
    public record Chip(String words, Runnable remove) {}

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<Chip> chips = FXCollections.observableArrayList();
    private final IntegerProperty shown = new SimpleIntegerProperty(this, "shown");
    private final IntegerProperty total = new SimpleIntegerProperty(this, "total");

    /// The search text.
    public StringProperty text() {
        return text;
    }

    /// The conditions.
    public ObservableList<Chip> chips() {
        return chips;
    }

    /// Says how many of how many are shown.
    public void count(int shownNow, int totalNow) {
        total.set(totalNow);
        shown.set(shownNow);
    }

    /// As in "38 of 312".
    public ObservableValue<String> countWords() {
        return javafx.beans.binding.Bindings.createStringBinding(
                () -> shown.get() == total.get()
                        ? Integer.toString(total.get())
                        : shown.get() + " of " + total.get(),
                shown,
                total);
    }

    /// What narrows the list, in words; empty where nothing does.
    public String terms() {
        var terms = new java.util.ArrayList<String>();
        if (!text.get().isBlank()) terms.add("\"" + text.get().strip() + "\"");
        chips.forEach(chip -> terms.add(chip.words()));
        return String.join(", ", terms);
    }

    /// Takes everything away.
    public void clear() {
        text.set("");
        java.util.List.copyOf(chips).forEach(chip -> chip.remove().run());
    }
}
