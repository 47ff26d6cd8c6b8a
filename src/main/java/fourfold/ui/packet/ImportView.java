package fourfold.ui.packet;

import fourfold.desk.ImportDesk;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.packet.ImportViewModel.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The steps of importing a package, one at a time, with the way there at the top and the way on at the bottom.
final class ImportView extends StackPane {

    private final ImportViewModel model;
    private final StackPane content = new StackPane();
    private final StackPane foot = new StackPane();

    ImportView(ImportViewModel model) {
        this.model = model;
        content.getStyleClass().add("step-content");
        getChildren().add(Page.untitled().strip(StepHead.of(List.of(Step.values()), Step::label, model.step())).following(model).scrolling(content).footer(foot));
        model.step().subscribe(step -> show());
        model.stopped().subscribe(stopped -> {
            if (model.step().get() == Step.FILE) show();
        });
        setOnDragOver(event -> {
            if (dropped(event).isPresent()) event.acceptTransferModes(TransferMode.COPY);
        });
        setOnDragEntered(event -> Nodes.state(this, "over", dropped(event).isPresent()));
        setOnDragExited(event -> Nodes.state(this, "over", false));
        setOnDragDropped(event -> {
            dropped(event).ifPresent(model::look);
            event.setDropCompleted(true);
            event.consume();
        });
    }

    /// The one file that is being dragged, while a file is asked for.
    private Optional<Path> dropped(DragEvent event) {
        var files = event.getDragboard().getFiles();
        return model.step().get() == Step.FILE && files != null && files.size() == 1
                ? Optional.of(files.getFirst().toPath())
                : Optional.empty();
    }

    private void show() {
        var step = model.step().get();
        var seen = model.seen().get();
        var imported = model.imported().get();
        content.getChildren().setAll(
                step == Step.DONE && imported != null
                        ? done(imported)
                        : seen == null || step == Step.FILE
                                ? file()
                                : step == Step.LOOK ? ImportLook.of(model, seen) : sure(seen.preview()));
        foot.getChildren().setAll(
                switch (step) {
                    case FILE -> Buttons.of(model.choose, model.back);
                    case LOOK -> seen != null && seen.preview().already().isPresent()
                            ? Buttons.of(model.another, model.finish)
                            : Buttons.of(model.next, model.back);
                    case TAKE -> Buttons.of(model.take, model.back);
                    case DONE -> Buttons.of(model.finish, model.another);
                });
        foot.lookupAll(".button").stream().findFirst().ifPresent(Nodes::focus);
    }

    private Node file() {
        var box = Nodes.column();
        var stopped = model.stopped().get();
        if (stopped != null) box.getChildren().add(refusal(stopped));
        box.getChildren().addAll(
                Nodes.heading(stopped == null ? "Which package?" : "Another file?"),
                Nodes.prose("Choose the file that another unit sent, or drop it here. It is checked through every gate and shown to "
                        + "you first; nothing changes before you take it in."));
        return box;
    }

    private static Node refusal(ImportDesk.Look.Stopped stopped) {
        var kept = stopped.kept() ? "The file was put in quarantine, for whoever looks into it. " : "";
        var box = new VBox(
                Nodes.heading("Refused"),
                Nodes.prose(stopped.problem().sentence()),
                Nodes.prose("Nothing was changed. " + kept + "Ask the sender to write the package again if it should have worked.", "muted"));
        box.getStyleClass().addAll("notice", "danger");
        return box;
    }

    private static Node sure(ImportDesk.Preview preview) {
        var box = Nodes.column(
                Nodes.heading("Take in package " + preview.number() + " from " + preview.from()),
                FateTiles.plain(preview.records()),
                Nodes.prose("Everything but what is refused is taken in at once. Where values contradict each other, both stand until "
                        + "somebody decides. A receipt for " + preview.from() + " is written and signed in your name."));
        FateWords.warnings(preview).forEach(warning -> box.getChildren().add(ImportLook.notice(warning)));
        return box;
    }

    private Node done(ImportDesk.Imported imported) {
        var preview = imported.preview();
        var box = Nodes.column(
                Nodes.heading("Package " + preview.number() + " from " + preview.from() + " is taken in"),
                FateTiles.plain(preview.records()));
        imported.receipt().ifPresent(receipt -> box.getChildren().add(new Facts()
                .add("Receipt", String.valueOf(receipt.getFileName()))
                .add("Folder", String.valueOf(receipt.toAbsolutePath().getParent()))));
        var todo = new VBox(Nodes.heading("What to do next"));
        todo.getStyleClass().add("tight-column");
        FateWords.todo(imported).forEach(line -> todo.getChildren().add(point(line)));
        box.getChildren().addAll(todo, Buttons.row(List.of(model.copyReceipt, model.worklist)));
        return box;
    }

    private static Node point(String words) {
        var prose = Nodes.prose(words);
        HBox.setHgrow(prose, Priority.ALWAYS);
        var row = Nodes.row(Nodes.icon("fth-arrow-right"), prose);
        row.getStyleClass().add("point");
        return row;
    }
}
