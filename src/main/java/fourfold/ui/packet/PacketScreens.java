package fourfold.ui.packet;

import fourfold.core.settings.SentPackage;
import fourfold.desk.PacketDesk;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The screens of packages.
public final class PacketScreens {

    private PacketScreens() {}

    /// What was written, and what has not been sent since.
    public static Screen list(Desktop desktop) {
        var zone = desktop.office().session().clock().getZone();
        var model = new PackagesViewModel(
                desktop,
                looked -> desktop.sheets().open("package.verdict " + looked.file(), () -> VerdictSheet.of(looked, zone)),
                PacketScreens::copy);
        var bar = new FilterBar(model.filter, "packages");
        var page = Page.untitled()
                .actions(List.of(model.make, model.check))
                .strip(unsent(model))
                .strip(bar)
                .following(model)
                .content(QueryPane.around(model.sent, body(desktop, model, bar)));
        return Screen.of("Packages", page)
                .with(List.of(model.make, model.check, model.copyHash, model.refresh))
                .helped("packages")
                .closing(model::close);
    }

    /// The steps of making a package.
    public static Screen out(Desktop desktop) {
        var model = new PackageOutViewModel(desktop);
        return Screen.of("Make a package", new PackageOutView(model, PacketScreens::copy))
                .under("Packages", new Place.Packages())
                .with(List.of(model.next, model.back))
                .helped("packages")
                .closing(model::close);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// One line an addressee who has not seen everything.
    private static Node unsent(PackagesViewModel model) {
        var box = new VBox();
        box.getStyleClass().addAll("tight-column", "unsent");
        model.sent.whenRead(read -> {
            box.getChildren().setAll(read.unsent().stream().map(PacketScreens::line).toList());
            if (read.others().isEmpty())
                box.getChildren().add(Nodes.flow(
                        Nodes.label("No other unit is trusted yet, so nothing can be sent."), Buttons.link(model.trust)));
            box.setVisible(!box.getChildren().isEmpty());
            box.setManaged(box.isVisible());
        });
        return box;
    }

    private static Node line(PacketDesk.Unsent unsent) {
        var line = Nodes.prose(PacketWords.unsent(unsent));
        line.setGraphic(Nodes.icon("fth-send"));
        return line;
    }

    private static Node body(Desktop desktop, PackagesViewModel model, FilterBar bar) {
        var table = Columns.<SentPackage>of("Packages")
                .number("No.", 4, one -> one.get(SentPackage.NUMBER))
                .text("For", 12, one -> one.get(SentPackage.ADDRESSEE))
                .sorted("Written", 13, one -> one.find(SentPackage.WRITTEN_AT).orElse(null), model::when)
                .number("Changes", 6, one -> one.find(SentPackage.INCLUDED).orElse(null))
                .whereThereIsRoom(2)
                .text("Withheld", 7, SentFacts::withheld)
                .whereThereIsRoom(3)
                .text("Purpose", 16, one -> one.get(SentPackage.PURPOSE))
                .whereThereIsRoom(1)
                .empty("")
                .keyed(one -> one.id())
                .remembering(desktop.go().memory())
                .searchedBy(bar)
                .rows(model.shown);
        model.sent.whenRead(read -> table.setPlaceholder(Nodes.prose(model.whenEmpty(), "muted", "empty")));
        model.filter.text().subscribe(typed -> table.setPlaceholder(Nodes.prose(model.whenEmpty(), "muted", "empty")));
        table.getSelectionModel().selectedItemProperty().subscribe(one -> model.chosen.set(one));
        if (table.getSelectionModel().isEmpty()) table.getSelectionModel().select(0);
        return beside(table, model);
    }

    private static Node beside(TableView<SentPackage> table, PackagesViewModel model) {
        var pane = new VBox();
        pane.getStyleClass().add("reading-pane");
        var scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("page-scroll", "reading-scroll");
        model.chosen.subscribe(one -> pane.getChildren().setAll(
                one == null ? Nodes.prose("Choose a package to see what it held.", "muted") : SentFacts.of(model, one)));
        HBox.setHgrow(table, Priority.ALWAYS);
        var row = new HBox(table, scroll);
        row.getStyleClass().add("list-and-pane");
        Nodes.showWhen(scroll, javafx.beans.binding.Bindings.isNotEmpty(model.shown));
        return row;
    }

}
