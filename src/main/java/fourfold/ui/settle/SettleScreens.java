package fourfold.ui.settle;

import fourfold.ui.kit.Command;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.Tips;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import fourfold.ui.place.Place.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/// The screens where conflicts are settled and proposals answered.
public final class SettleScreens {

    private SettleScreens() {}

    /// One of the two lists, with the other one a key away.
    ///
    /// @param at the record, or the threat of the records, to begin at
    public static Screen conflicts(Desktop desktop, Unsettled list, Optional<UUID> at) {
        return switch (list) {
            case IN_CONFLICT -> {
                var model = new ConflictsViewModel(desktop, at);
                yield screen(desktop, list, model, ConflictsView.of(model), model::keepDraft, List.of(model.settle, model.open, model.saving.command(), model.refresh));
            }
            case PROPOSED -> {
                var model = new ProposalsViewModel(desktop, at);
                yield screen(
                        desktop,
                        list,
                        model,
                        ProposalsView.of(model),
                        model::keepDraft,
                        List.of(model.accept, model.decline, model.open, model.saving.command(), model.refresh));
            }
        };
    }

    /// @param keep keeps what was typed, before the screen is left or the vault is locked
    private static Screen screen(
            Desktop desktop, Unsettled list, ViewModel model, Node content, Runnable keep, List<Command> own) {
        var commands = new ArrayList<>(own);
        var tabs = new Flow();
        tabs.getStyleClass().setAll("tab-row");
        tabs.setAccessibleRole(AccessibleRole.TAB_PANE);
        tabs.setAccessibleText("Lists");
        for (var one : Unsettled.values()) {
            var show = Command.of("conflicts.list." + (one.ordinal() + 1), "Show " + one.label(), () -> desktop.go()
                            .go(new Place.Conflicts(one, Optional.empty())))
                    .on("Alt+" + (one.ordinal() + 1));
            if (one != list) commands.add(show);
            tabs.getChildren().add(tab(one, one == list, show));
        }
        var page = Page.untitled().strip(tabs).following(model).content(content);
        return Screen.of("Conflicts", page).with(commands).helped("packages").closing(() -> {
            keep.run();
            model.close();
        });
    }

    private static Node tab(Unsettled list, boolean here, Command show) {
        var button = new ToggleButton(list.label());
        button.getStyleClass().add("tab-button");
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        Tips.on(button, show.keys());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(here);
        button.setOnAction(event -> {
            button.setSelected(here);
            if (!here) show.run();
        });
        return button;
    }
}
