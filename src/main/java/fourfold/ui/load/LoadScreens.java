package fourfold.ui.load;

import fourfold.desk.LoadDesk;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The screen of loading extracts.
public final class LoadScreens {

    private LoadScreens() {}

    /// Choosing the files, trying them, loading them.
    public static Screen load(Desktop desktop) {
        var model = new LoadViewModel(desktop, LoadScreens::copy);
        var came = new StackPane();
        came.getStyleClass().add("load-result");
        model.result().subscribe(result -> came.getChildren().setAll(result == null ? before() : after(model, result)));
        var page = Page.untitled()
                .saying("Try first: it says what would happen and changes nothing. Every row is loaded, or listed with its "
                        + "record, column and reason.")
                .following(model)
                .scrolling(Nodes.column(
                        Buttons.row(List.of(model.choose, model.chooseFolder)), files(model), Buttons.of(model.attempt, model.load), came));
        return Screen.of("Load", page)
                .with(List.of(model.choose, model.chooseFolder, model.attempt, model.load, model.copyRejected, model.saveRejected))
                .helped("extracts")
                .closing(model::close);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node files(LoadViewModel model) {
        var grid = new GridPane();
        grid.getStyleClass().add("load-files");
        for (var table : model.tables) {
            var name = Nodes.label(capital(table), "heading");
            name.setMinWidth(GridPane.USE_PREF_SIZE);
            var file = Nodes.prose("");
            var leave = Buttons.button(model.leaveOut(table));
            leave.getStyleClass().add("flat");
            leave.setAccessibleText("Leave out the " + table);
            Runnable show = () -> {
                var chosen = model.files.get(table);
                file.setText(words(chosen));
                file.getStyleClass().remove("muted");
                if (chosen == null) file.getStyleClass().add("muted");
                leave.setVisible(chosen != null);
            };
            model.files.addListener((MapChangeListener<String, Path>) change -> show.run());
            show.run();
            grid.addRow(grid.getRowCount(), name, file, Buttons.button(model.chooseFor(table)), leave);
        }
        return grid;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.UK) + word.substring(1);
    }

    private static String words(@Nullable Path file) {
        return file == null ? "No file" : String.valueOf(file.getFileName());
    }

    private static Node before() {
        return Nodes.prose(
                "Choose one file after another, or the folder that holds them; each is recognised by its column names.", "muted");
    }

    private static Node after(LoadViewModel model, LoadViewModel.Result result) {
        var report = result.report();
        var box = Nodes.column(
                Nodes.heading(result.tried() ? "What would happen" : "What was loaded"),
                Nodes.prose(LoadViewModel.sentence(report, result.tried())));
        if (!report.tallies().isEmpty()) box.getChildren().add(tallies(model, report));
        if (!report.rejected().isEmpty()) box.getChildren().add(notes("Not taken", report.rejected()));
        if (!report.warnings().isEmpty()) box.getChildren().add(notes("Taken, with a doubt", report.warnings()));
        if (!report.rejected().isEmpty() || !report.warnings().isEmpty())
            box.getChildren().add(Buttons.row(List.of(model.copyRejected, model.saveRejected)));
        return box;
    }

    private static Node tallies(LoadViewModel model, LoadDesk.Report report) {
        var table = Columns.<LoadViewModel.Line>of("Records by table")
                .text("Table", 10, line -> capital(line.table()))
                .number("New", 7, line -> line.tally().loaded())
                .number("Changed", 7, line -> line.tally().changed())
                .number("Unchanged", 8, line -> line.tally().unchanged())
                .number("In conflict", 8, line -> line.tally().conflicts())
                .rows(FXCollections.observableArrayList(model.lines(report)));
        table.getStyleClass().add("short-table");
        return table;
    }

    private static Node notes(String heading, List<LoadDesk.Note> notes) {
        TableView<LoadDesk.Note> table = Columns.<LoadDesk.Note>of(heading)
                .text("File", 10, LoadDesk.Note::file)
                .number("Record", 6, note -> note.record() == 0 ? null : note.record())
                .number("Line", 6, note -> note.record() == 0 ? null : note.line())
                .text("Column", 11, LoadDesk.Note::column)
                .text("Reason", 50, LoadDesk.Note::reason)
                .rows(FXCollections.observableArrayList(notes));
        table.getStyleClass().addAll(notes.size() > 8 ? "long-table" : "short-table", "wide-table");
        var box = new VBox(Nodes.heading(heading + ": " + notes.size()), table);
        box.getStyleClass().add("tight-column");
        return box;
    }
}
