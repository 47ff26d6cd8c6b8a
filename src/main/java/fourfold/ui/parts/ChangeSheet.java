package fourfold.ui.parts;

import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The side sheet in which a record is made or changed.
public final class ChangeSheet {

    private ChangeSheet() {}

    /// @param form the fields, in the sheet's own order
    public static SideSheet of(String title, ChangeViewModel<?> model, Node form) {
        model.keepWhenAtRest();
        return new SideSheet(model.place(), title, Nodes.column(draft(model), form), model::hasUnsaved)
                .following(model)
                .buttons(model.save, List.of(model.discard))
                .keeping(model::keep);
    }

    /// Says that what stands here was typed before and not saved, and asks what to do with it.
    private static Node draft(ChangeViewModel<?> model) {
        ObservableValue<String> words =
                model.draftFrom().map(when -> "Unsaved text of " + when + " stands in this form.");
        var said = Nodes.prose("");
        said.textProperty().bind(words);
        var bar = Nodes.column(said, Buttons.row(List.of(model.keepDraft, model.discardDraft)));
        bar.getStyleClass().setAll("tight-column", "draft-bar");
        return Nodes.showWhen(bar, model.draftFrom().isNotEmpty());
    }
}
