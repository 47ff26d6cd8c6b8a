package fourfold.ui.packet;

import fourfold.desk.PacketDesk;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The screens of packages.
public final class PacketScreens {

    private PacketScreens() {}

    /// What was written and how it was answered, what came in, and what has not been sent since.
    public static Screen list(Desktop desktop) {
        var zone = desktop.office().session().clock().getZone();
        var model = new PackagesViewModel(
                desktop,
                new PackagesViewModel.Beside(
                        looked -> desktop.sheets().open("package.verdict " + looked.file(), () -> VerdictSheet.of(looked, zone)),
                        notices -> desktop.sheets().open("package.corrections", () -> NoticeSheet.corrections(notices, zone)),
                        waiting -> desktop.sheets().open("package.waiting", () -> NoticeSheet.waiting(waiting, zone))),
                PacketScreens::copy);
        var bar = new FilterBar(model.filter, "packages");
        var page = Page.untitled()
                .actions(List.of(model.make, model.bringIn, model.receipt, model.corrections, model.check))
                .strip(unsent(model))
                .strip(bar)
                .following(model)
                .content(QueryPane.around(model.packages, PacketLists.of(desktop, model, bar)));
        return Screen.of("Packages", page)
                .with(List.of(
                        model.make, model.bringIn, model.receipt, model.corrections, model.check, model.undo, model.copyHash,
                        model.refresh))
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

    /// The steps of importing a package.
    public static Screen in(Desktop desktop) {
        var model = new ImportViewModel(desktop, PacketScreens::copy);
        return Screen.of("Import a package", new ImportView(model))
                .under("Packages", new Place.Packages())
                .with(List.of(model.choose, model.next, model.back))
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
        model.packages.whenRead(read -> {
            box.getChildren().setAll(read.unsent().stream().map(unsent -> line(model, unsent)).toList());
            if (!read.due().isEmpty()) box.getChildren().add(due(model, read.due().size()));
            if (read.others().isEmpty())
                box.getChildren().add(Nodes.flow(
                        Nodes.label("No other unit is trusted yet, so nothing can be sent."), Buttons.link(model.trust)));
            box.setVisible(!box.getChildren().isEmpty());
            box.setManaged(box.isVisible());
        });
        return box;
    }

    private static Node line(PackagesViewModel model, PacketDesk.Unsent unsent) {
        var line = Nodes.prose(PacketWords.unsent(unsent), "unsent-line");
        line.setGraphic(Nodes.icon("fth-send"));
        var list = Command.of("package.waiting " + unsent.to(), "List", () -> model.show(unsent));
        return beside(line, list);
    }

    private static Node due(PackagesViewModel model, int count) {
        var line = Nodes.prose(PacketWords.count(count, "correction") + " to send: what was sent before and no longer holds", "unsent-line");
        line.setGraphic(Nodes.icon("fth-alert-triangle"));
        return beside(line, model.corrections);
    }

    /// The sentence takes as many lines as it needs, and what can be done about it stays in sight.
    private static Node beside(Label sentence, Command command) {
        var link = Buttons.link(command);
        link.setMinWidth(Region.USE_PREF_SIZE);
        return Nodes.row(sentence, link);
    }
}
