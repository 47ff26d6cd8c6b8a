package fourfold.ui.packet;

import fourfold.desk.Notice;
import fourfold.desk.PacketDesk;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// What would go and what would stay, before anything leaves.
final class PacketLook {

    private PacketLook() {}

    static Node of(PackageOutViewModel model) {
        var seen = model.preview().get();
        if (seen == null) return Nodes.prose("");
        if (seen.isNothing() && seen.withheld().isEmpty())
            return Nodes.column(
                    Nodes.prose(model.nothing(seen)), Nodes.prose("Go back to choose something else, or to send again what was sent before.", "muted"));
        var box = Nodes.column(
                Nodes.heading("Package " + seen.number() + " to " + seen.to()), summary(seen));
        if (!seen.notices().isEmpty()) box.getChildren().add(takenBack(seen));
        if (!seen.withheld().isEmpty()) box.getChildren().add(withheld(seen.withheld()));
        if (!seen.gaps().isEmpty()) box.getChildren().add(gaps(seen));
        if (!seen.included().isEmpty()) box.getChildren().add(included(seen.included()));
        return box;
    }

    private static Node summary(PacketDesk.Preview seen) {
        return new Facts()
                .add("Goes", seen.records().isEmpty() ? "Nothing" : PacketWords.records(seen.records()))
                .add("Changes", String.format(Locale.UK, "%,d", seen.entries()))
                .add("Withheld", seen.withheld().isEmpty() ? "Nothing" : PacketWords.count(seen.withheld().size(), "record"));
    }

    /// What the addressee is told of earlier packages.
    private static Node takenBack(PacketDesk.Preview seen) {
        var table = Columns.<Notice>of("What no longer holds")
                .text("Record", 10, one -> PacketWords.capital(PacketWords.word(one.kind())))
                .text("Reference", 14, Notice::reference)
                .text("What was sent", 20, PacketLook::said)
                .text("What holds now", 20, PacketLook::holds)
                .rows(FXCollections.observableArrayList(seen.notices()));
        return section("Corrects what was sent before", table, seen.notices().size());
    }

    private static String said(Notice notice) {
        return notice.what() instanceof Notice.What.Changed changed ? changed.label() + ": " + changed.said() : "The record";
    }

    private static String holds(Notice notice) {
        return switch (notice.what()) {
            case Notice.What.Changed changed -> changed.holds().isEmpty() ? "Nothing" : changed.holds();
            case Notice.What.Withheld withheld -> "Withheld: " + withheld.why().label().toLowerCase(Locale.UK);
        };
    }

    private static Node withheld(List<PacketDesk.Line> lines) {
        return section("Withheld, and why", lines("Withheld records")
                .text("Why", 24, PacketDesk.Line::why)
                .rows(FXCollections.observableArrayList(lines)), lines.size());
    }

    private static Node included(List<PacketDesk.Line> lines) {
        return section("Included", lines("Included records")
                .number("Changes", 6, PacketDesk.Line::entries)
                .text("Marking", 14, line -> line.marking().label())
                .rows(FXCollections.observableArrayList(lines)), lines.size());
    }

    private static Columns<PacketDesk.Line> lines(String name) {
        return Columns.<PacketDesk.Line>of(name)
                .text("Record", 10, line -> PacketWords.capital(PacketWords.word(line.kind())))
                .text("Reference", 14, PacketDesk.Line::reference);
    }

    private static Node gaps(PacketDesk.Preview seen) {
        var list = new VBox(Nodes.heading("Known gaps, which the addressee is told"));
        list.getStyleClass().add("tight-column");
        seen.gaps().forEach(gap -> list.getChildren().add(Nodes.prose(VerdictSheet.gap(gap))));
        return list;
    }

    private static Node section(String heading, TableView<?> table, int rows) {
        table.getStyleClass().add(rows > 8 ? "long-table" : "short-table");
        var box = new VBox(Nodes.heading(heading), table);
        box.getStyleClass().add("tight-column");
        return box;
    }
}
