package fourfold.ui.packet;

import fourfold.desk.ImportDesk;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.packet.ImportViewModel.Seen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a package says of itself, and what it would do here.
final class ImportLook {

    private static final int MOST_NOTICES = 20;

    private ImportLook() {}

    static Node of(ImportViewModel model, Seen seen) {
        var preview = seen.preview();
        var box = Nodes.column(Nodes.heading("Package " + preview.number() + " from " + preview.from()));
        preview.already().ifPresent(at -> box.getChildren().add(notice("This package was taken in on " + model.when(at)
                + ". There is nothing to take in again.")));
        FateWords.warnings(preview).forEach(warning -> box.getChildren().add(notice(warning)));
        box.getChildren().addAll(
                new Facts()
                        .add("Purpose", preview.purpose())
                        .add("Signed by", preview.signedBy())
                        .add("Written", model.when(preview.created()))
                        .add("File", String.valueOf(seen.file().getFileName())),
                FateTiles.narrowing(model, preview.records()));
        if (!preview.notices().isEmpty()) box.getChildren().add(2, notices(preview.notices()));
        if (!preview.lines().isEmpty()) box.getChildren().add(records(model));
        return box;
    }

    /// What earlier packages said and this one takes back.
    private static Node notices(List<String> sentences) {
        var box = new VBox(Nodes.heading(sentences.size() == 1 ? "It corrects what was sent before" : "It corrects what was sent before: "
                + PacketWords.count(sentences.size(), "correction")));
        box.getStyleClass().add("tight-column");
        sentences.stream().limit(MOST_NOTICES).forEach(one -> box.getChildren().add(notice(one)));
        if (sentences.size() > MOST_NOTICES)
            box.getChildren().add(Nodes.prose(
                    PacketWords.count(sentences.size() - MOST_NOTICES, "more correction") + "; fourfold import lists them all."));
        return box;
    }

    private static Node records(ImportViewModel model) {
        var bar = new FilterBar(model.filter, "records");
        var table = Columns.<ImportDesk.Line>of("Records in the package")
                .text("Record", 8, line -> PacketWords.capital(PacketWords.word(line.kind())))
                .text("Reference", 13, line -> line.reference().isEmpty() ? "not known yet" : line.reference())
                .node("What becomes of it", 10, line -> FateWords.capital(line.fate()), line -> FateWords.badge(line.fate()))
                .number("Changes", 6, ImportDesk.Line::changes)
                .text("Why", 22, ImportDesk.Line::why)
                .whereThereIsRoom(1)
                .empty("No record answers to what you typed or pressed. Empty the search box, or press the tile again.")
                .searchedBy(bar)
                .rows(model.shown);
        table.getStyleClass().addAll("import-table", "wide-table");
        var box = new VBox(bar, table);
        box.getStyleClass().add("tight-column");
        return box;
    }

    /// A sentence that must not be overlooked.
    static Node notice(String sentence) {
        var prose = Nodes.prose(sentence);
        HBox.setHgrow(prose, Priority.ALWAYS);
        var row = new HBox(Nodes.icon("fth-alert-triangle"), prose);
        row.getStyleClass().addAll("row", "notice", "warning");
        return row;
    }
}
