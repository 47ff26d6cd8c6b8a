package fourfold.ui.kit;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The content that a [Query] brings, or what stands in its place: a refusal's sentence, or a fault's code with "Try
/// again". While it is read again, what was read before stays.
public final class QueryPane extends BorderPane {

    private final StackPane content = new StackPane();

    private QueryPane(Query<?> query) {
        getStyleClass().add("query-pane");
        setTop(new BusyLine(query.asker()));
        content.getStyleClass().add("query-content");
        setCenter(content);
    }

    /// A pane that makes its content anew after every answer: for small content without a state of its own.
    public static <T> QueryPane of(Query<T> query, Function<? super T, ? extends Node> content) {
        var pane = new QueryPane(query);
        query.whenRead(read -> pane.show(content.apply(read)));
        query.state().subscribe(state -> pane.follow(query, state, null));
        return pane;
    }

    /// A pane around content that follows the query by itself, as a table does: it keeps its scroll and selection.
    public static <T> QueryPane around(Query<T> query, Node content) {
        var pane = new QueryPane(query);
        query.state().subscribe(state -> pane.follow(query, state, content));
        return pane;
    }

    private void follow(Query<?> query, Query.State state, @org.jspecify.annotations.Nullable Node lasting) {
        switch (state) {
            case Query.State.Loading loading -> {}
            case Query.State.Ready ready -> {
                if (lasting != null) {
                    show(lasting);
                }
            }
            case Query.State.Refused(var problem) -> show(instead(Nodes.prose(problem.sentence())));
            case Query.State.Failed(var code) -> show(instead(
                    Nodes.prose("This could not be read. The fault is ours; its code is " + code + "."),
                    Buttons.button(Command.of("query.again", "Try again", query::refresh))));
        }
    }

    private void show(Node node) {
        if (content.getChildren().size() != 1 || content.getChildren().getFirst() != node) {
            content.getChildren().setAll(node);
        }
    }

    /// What stands where something else would, had it been possible.
    public static Node instead(Node... nodes) {
        var box = new VBox(nodes);
        box.getStyleClass().addAll("column", "instead");
        return box;
    }
}
