package fourfold.ui.kit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One page: its title and what can be done with it at the top, what stands in the way below that, then the content.
public final class Page extends BorderPane {

    private final VBox top = new VBox();
    private final VBox above = new VBox(top);
    private final HBox head = new HBox();
    private final Label title = new Label();

    private Page() {
        getStyleClass().add("page");
        top.getStyleClass().add("page-top");
        head.getStyleClass().add("page-head");
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Nodes.showWhen(top, Bindings.isNotEmpty(top.getChildren()));
        setTop(above);
    }

    /// A page under a title.
    public static Page titled(String title) {
        var page = new Page();
        page.title.setText(title);
        page.head.getChildren().add(page.title);
        page.top.getChildren().add(page.head);
        return page;
    }

    /// A page whose title the frame's header already shows.
    public static Page untitled() {
        return new Page();
    }

    /// A quiet sentence under the title that says what the page is for.
    public Page saying(String sentence) {
        top.getChildren().add(Nodes.prose(sentence, "muted"));
        return this;
    }

    /// Buttons at the right of the title.
    public Page actions(List<Command> commands) {
        var row = new Flow();
        row.getStyleClass().addAll("buttons", "page-actions");
        commands.forEach(command -> row.getChildren().add(Buttons.button(command)));
        if (head.getParent() == null) {
            head.getChildren().add(Nodes.spring());
            top.getChildren().add(head);
        }
        head.getChildren().add(row);
        return this;
    }

    /// A strip under the title that stays when the content scrolls.
    public Page strip(Node node) {
        top.getChildren().add(node);
        return this;
    }

    /// The problem bar and the progress of the screen's acts.
    public Page following(ViewModel model) {
        var standing = new VBox(new BusyLine(model.acting()), ProblemBar.of(model));
        standing.getStyleClass().add("page-standing");
        above.getChildren().add(standing);
        return this;
    }

    /// Content that fills the page and scrolls by itself, as a table does. In a window too low for it the page scrolls.
    public Page content(Node node) {
        var box = new StackPane(node);
        box.getStyleClass().add("page-content");
        setCenter(filling(box));
        return this;
    }

    /// Fills its room with the content, and scrolls where that needs more height than there is.
    public static ScrollPane filling(Region content) {
        var scroll = Scrolled.down(content);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /// Content as tall as it is, that scrolls.
    public Page scrolling(Node node) {
        var box = new VBox(node);
        box.getStyleClass().add("page-scrolled");
        setCenter(Scrolled.down(box));
        return this;
    }

    /// What stands below the content, such as the buttons of a form.
    public Page footer(Node node) {
        var box = new HBox(node);
        HBox.setHgrow(node, Priority.ALWAYS);
        box.getStyleClass().add("page-footer");
        setBottom(box);
        return this;
    }
}
