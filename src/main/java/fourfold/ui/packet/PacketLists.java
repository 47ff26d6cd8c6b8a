package fourfold.ui.packet;

import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.packet.PackagesViewModel.Sent;
import fourfold.ui.parts.Desktop;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The packages that were sent, below them those that came in, and beside both the one that was looked at last.
final class PacketLists {

    private PacketLists() {}

    static Node of(Desktop desktop, PackagesViewModel model, FilterBar bar) {
        var sent = sent(desktop, model, bar);
        var received = received(model);
        says(model, sent, model::whenNoneSent);
        says(model, received, model::whenNoneReceived);
        sent.getSelectionModel().selectedItemProperty().subscribe(one -> model.chosen.set(one));
        received.getSelectionModel().selectedItemProperty().subscribe(one -> model.taken.set(one));
        var pane = new VBox(Nodes.prose("Choose a package to see what is known of it.", "muted"));
        pane.getStyleClass().add("reading-pane");
        var looked = new SimpleObjectProperty<@Nullable Node>();
        looked.subscribe(facts -> {
            if (facts != null) pane.getChildren().setAll(facts);
        });
        follows(looked, received, one -> ReceivedFacts.of(model, one));
        follows(looked, sent, one -> SentFacts.of(model, one));
        if (sent.getSelectionModel().isEmpty()) sent.getSelectionModel().select(0);
        if (sent.getItems().isEmpty()) received.getSelectionModel().select(0);
        return beside(model, parts(sent, received), pane);
    }

    private static TableView<Sent> sent(Desktop desktop, PackagesViewModel model, FilterBar bar) {
        return Columns.<Sent>of("Packages sent")
                .number("No.", 4, one -> one.line().number())
                .text("For", 7, one -> one.line().to())
                .whereThereIsRoom(0)
                .node("State", 9, one -> one.line().state().label(), one -> StateWords.badge(one.line().state()))
                .<Instant>sorted("Answered", 13, one -> one.line().answered().orElse(null), one -> model.when(one.line().answered()))
                .whereThereIsRoom(2)
                .<Instant>sorted("Written", 13, one -> one.line().written().orElse(null), one -> model.when(one.line().written()))
                .whereThereIsRoom(1)
                .number("Changes", 6, one -> one.line().entries())
                .whereThereIsRoom(3)
                .text("Withheld", 7, one -> SentFacts.withheld(one.record()))
                .whereThereIsRoom(5)
                .text("Purpose", 14, one -> one.record().get(SentPackage.PURPOSE))
                .whereThereIsRoom(4)
                .empty("")
                .keyed(one -> one.record().id())
                .remembering(desktop.go().memory())
                .searchedBy(bar)
                .rows(model.sent);
    }

    private static TableView<ReceivedPackage> received(PackagesViewModel model) {
        Function<ReceivedPackage, Optional<Instant>> at = one -> one.find(ReceivedPackage.IMPORTED_AT);
        return Columns.<ReceivedPackage>of("Packages taken in")
                .number("No.", 4, one -> one.get(ReceivedPackage.NUMBER))
                .text("From", 8, model::sender)
                .<Instant>sorted("Taken in", 13, one -> at.apply(one).orElse(null), one -> model.when(at.apply(one)))
                .whereThereIsRoom(0)
                .text("By", 13, one -> one.get(ReceivedPackage.IMPORTED_BY))
                .whereThereIsRoom(2)
                .text("Left out", 8, ReceivedFacts::leftOut)
                .whereThereIsRoom(1)
                .text("Purpose", 14, one -> one.get(ReceivedPackage.PURPOSE))
                .whereThereIsRoom(3)
                .empty("")
                .keyed(one -> one.id())
                .rows(model.received);
    }

    private static void says(PackagesViewModel model, TableView<?> table, Supplier<String> whenEmpty) {
        Runnable say = () -> table.setPlaceholder(Nodes.prose(whenEmpty.get(), "muted", "empty"));
        model.packages.whenRead(read -> say.run());
        model.filter.text().subscribe(typed -> say.run());
    }

    /// Shows the row that was chosen, and shows it again when the keyboard comes back to its table.
    private static <R> void follows(ObjectProperty<@Nullable Node> looked, TableView<R> table, Function<R, Node> facts) {
        var row = table.getSelectionModel().selectedItemProperty();
        // made once a row, so that nothing is replaced under the keyboard
        var made = row.map(facts);
        made.subscribe(node -> {
            if (node != null) looked.set(node);
        });
        table.focusedProperty().subscribe(focused -> {
            var node = made.getValue();
            if (focused && node != null) looked.set(node);
        });
    }

    private static Node parts(TableView<?> sent, TableView<?> received) {
        var above = new VBox(Nodes.heading("Sent"), sent);
        var below = new VBox(Nodes.heading("Taken in"), received);
        for (var part : java.util.List.of(above, below)) {
            part.getStyleClass().add("packet-part");
            VBox.setVgrow(part, Priority.ALWAYS);
            VBox.setVgrow(part.getChildren().getLast(), Priority.ALWAYS);
        }
        var both = new VBox(above, below);
        both.getStyleClass().add("packet-parts");
        return both;
    }

    private static Node beside(PackagesViewModel model, Node parts, VBox pane) {
        var scroll = Scrolled.down(pane, "reading-scroll");
        HBox.setHgrow(parts, Priority.ALWAYS);
        var row = new HBox(parts, scroll);
        row.getStyleClass().add("list-and-pane");
        Nodes.showWhen(scroll, Bindings.isNotEmpty(model.sent).or(Bindings.isNotEmpty(model.received)));
        return row;
    }
}
