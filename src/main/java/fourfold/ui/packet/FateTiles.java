package fourfold.ui.packet;

import fourfold.core.exchange.Fate;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Tips;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many records there are of each fate: a tile each, the number over its word.
final class FateTiles {

    private FateTiles() {}

    /// Tiles that narrow the list to their fate when they are pressed.
    static Node narrowing(ImportViewModel model, Map<Fate, Integer> records) {
        var row = row();
        for (var fate : FateWords.ORDER) {
            int count = records.getOrDefault(fate, 0);
            row.getChildren().add(count == 0 ? tile(fate, 0) : button(model, fate, count));
        }
        return row;
    }

    /// Tiles to read.
    static Node plain(Map<Fate, Integer> records) {
        var row = row();
        FateWords.ORDER.forEach(fate -> row.getChildren().add(tile(fate, records.getOrDefault(fate, 0))));
        return row;
    }

    private static Flow row() {
        var row = Nodes.flow();
        row.getStyleClass().add("fates");
        return row;
    }

    private static Node button(ImportViewModel model, Fate fate, int count) {
        var button = new ToggleButton();
        button.setId("fate-" + fate.name().toLowerCase(Locale.ROOT));
        button.setGraphic(words(fate, count));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().setAll("fate", "fate-button", tone(fate));
        button.setAccessibleText(PacketWords.count(count, "record") + " " + fate.label() + ", show only these");
        button.setAccessibleHelp(FateWords.meaning(fate));
        Tips.on(button, FateWords.meaning(fate));
        model.fate.subscribe(now -> button.setSelected(now == fate));
        button.setOnAction(event -> model.only(fate));
        return button;
    }

    private static Node tile(Fate fate, int count) {
        var tile = new VBox(words(fate, count));
        tile.getStyleClass().addAll("fate", count == 0 ? "none" : tone(fate));
        Tooltip.install(tile, new Tooltip(FateWords.meaning(fate)));
        return tile;
    }

    private static String tone(Fate fate) {
        return FateWords.tone(fate).name().toLowerCase(Locale.ROOT);
    }

    private static Node words(Fate fate, int count) {
        var number = Nodes.label(String.format(Locale.UK, "%,d", count), "fate-count");
        var word = Nodes.label(FateWords.capital(fate), "fate-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(number, word);
        box.getStyleClass().add("fate-words");
        return box;
    }
}
