package fourfold.ui.figures;

import fourfold.core.figures.Figures;
import fourfold.core.figures.Subject;
import fourfold.core.figures.View;
import fourfold.core.kernel.Marking;
import fourfold.desk.FigureTable;
import fourfold.desk.TableDesk;
import fourfold.ui.figures.Asked.Answered;
import fourfold.ui.figures.Asked.Beside;
import fourfold.ui.figures.FiguresViewModel.Line;
import fourfold.ui.figures.FiguresViewModel.Period;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Bars;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.TableSaving;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The question at the top, the bars and their table below it, and how all of it was counted under them.
final class FiguresView {

    /// The least width of the bars and of the table, in ems of the text.
    private static final double LEAST = 30;

    private final FiguresViewModel model;
    private final VBox plot = new VBox();
    final Command copy;
    final Command save;
    final Command freeze;
    final Saving saving;

    FiguresView(FiguresViewModel model) {
        this.model = model;
        plot.getStyleClass().addAll("column", "figures-plot");
        saving = TableSaving.at(model.desktop(), () -> FigureTable.sentence(model.read.now().figures()));
        copy = Command.of("figures.copy", "Copy the picture", () -> model.copy(picture(), FiguresView::toClipboard))
                .on("Ctrl+Shift+C")
                .when(model.read.ready(), "Nothing has been counted yet.");
        save = Command.of("figures.picture", "Save the picture", () -> model.save(picture()))
                .on("Ctrl+Shift+P")
                .when(model.read.ready(), "Nothing has been counted yet.");
        freeze = Command.of("figures.freeze", "Freeze these figures", this::freeze)
                .on("Ctrl+Shift+F")
                .when(model.read.ready(), "Nothing has been counted yet.");
    }

    Page page() {
        var box = Nodes.column(pictures(), question(), QueryPane.of(model.read, this::answer));
        return Page.untitled().following(model).scrolling(box);
    }

    private Node pictures() {
        var often = Buttons.row(Arrays.stream(Picture.values())
                .map(one -> Command.of("figures." + one.name().toLowerCase(Locale.ROOT), one.label(), () -> model.show(one)))
                .toList());
        return new Ends(often, Nodes.flow(Buttons.link(model.frozen), Buttons.link(model.returned)));
    }

    private Node question() {
        var flow = new Flow(
                sized(Form.choice(model.view, model.views, View::title), "wide"),
                sized(Form.suggest(model.first, model.keys, model::label), "key"),
                sized(Form.suggest(model.second, model.keys, model::label), "key"),
                sized(Form.choice(model.period, Period.ALL, Period::label), "usual"),
                sized(Form.choice(model.beside, model.besides, Beside::label), "beside"),
                sized(Form.date(model.from, model::today), "day"),
                sized(Form.date(model.to, model::today), "day"),
                sized(Form.date(model.asAt, model::today), "day"),
                typed(Form.text(model.knownOn), "where"),
                typed(Form.text(model.where), "where"));
        flow.getStyleClass().add("figures-question");
        return flow;
    }

    /// What is typed counts with Enter, and when the keyboard leaves it.
    private Node typed(Region row, String size) {
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) model.apply();
        });
        row.focusWithinProperty().subscribe(within -> {
            if (!within) model.apply();
        });
        return sized(row, size);
    }

    private static Node sized(Region row, String size) {
        row.getStyleClass().add("figures-" + size);
        return row;
    }

    private Node answer(Answered answered) {
        var figures = answered.figures();
        fill(answered);
        var table = table(answered);
        var both = new Abreast(LEAST, List.<Region>of(plot, table));
        both.getStyleClass().add("settle");
        var said = new VBox(Nodes.prose(figures.view().reading(), "muted"));
        figures.notes().forEach(note -> said.getChildren().add(Nodes.prose(note, "muted")));
        answered.beside().ifPresent(other -> said.getChildren().add(Nodes.prose(
                "Beside it: " + FigureTable.sentence(other.figures()), "muted")));
        if (!answered.without().isEmpty()) said.getChildren().add(Nodes.prose(answered.without(), "settle-bar"));
        said.getStyleClass().add("tight-column");
        return Nodes.column(head(answered), both, said);
    }

    private Node head(Answered answered) {
        var figures = answered.figures();
        var total = Nodes.prose(
                String.format(Locale.UK, "%,d %s", figures.total(), figures.total() == 1
                        ? figures.view().subject().one()
                        : figures.view().subject().several()),
                "figures-total");
        var line = Nodes.flow(total, Buttons.button(freeze), Buttons.button(copy), Buttons.button(save));
        if (FiguresViewModel.isOfAMoment(answered)) line.getChildren().add(Buttons.button(model.prove));
        var head = new VBox(
                line,
                Nodes.prose(FigureTable.sentence(figures), "muted"));
        head.getStyleClass().add("tight-column");
        return head;
    }

    /// One key is one set of bars against the largest; two keys are a set for each value of the first, against the whole of it.
    private void fill(Answered answered) {
        plot.getChildren().clear();
        var lines = model.lines;
        if (answered.figures().keys().size() < 2) plot.getChildren().add(bars(title(answered), lines, answered, false));
        else {
            var groups = new LinkedHashMap<String, List<Line>>();
            for (var line : lines) groups.computeIfAbsent(line.values().getFirst(), k -> new ArrayList<>()).add(line);
            groups.forEach((name, group) -> {
                if (group.getFirst().row().of() > 0) plot.getChildren().add(bars(Line.said(name), group, answered, true));
            });
        }
        if (plot.getChildren().isEmpty()) plot.getChildren().add(Nodes.prose("Nothing was counted.", "muted"));
    }

    private static String title(Answered answered) {
        return answered.figures().labels().isEmpty()
                ? answered.figures().view().title()
                : answered.figures().labels().getFirst();
    }

    private Node bars(String title, List<Line> lines, Answered answered, boolean shares) {
        var all = new ArrayList<Bars.Bar>();
        var opens = new ArrayList<Runnable>();
        for (var line : lines) {
            opens.add(() -> records(line, false));
            all.add(new Bars.Bar(
                    line.values().isEmpty() ? "All" : Line.said(line.values().getLast()),
                    line.row().count(),
                    words(line)));
            answered.beside().ifPresent(other -> {
                long count = line.beside().map(Figures.Row::count).orElse(0L);
                all.add(new Bars.Bar(
                        "", count, String.format(Locale.UK, "%,d %s", count, other.called()), true));
                opens.add(() -> records(line, true));
            });
        }
        double most = shares ? lines.getFirst().row().of() : 0;
        var bars = Bars.of(title, all, most, at -> opens.get(at).run());
        var box = new VBox(Nodes.heading(title), bars);
        box.getStyleClass().add("tight-column");
        return box;
    }

    private static String words(Line line) {
        return String.format(Locale.UK, "%,d of %,d", line.row().count(), line.row().of())
                + line.row().percent().map(percent -> ", " + percent + " %").orElse("");
    }

    private TableView<Line> table(Answered answered) {
        var figures = answered.figures();
        var columns = Columns.<Line>of("Figures");
        for (int i = 0; i < figures.keys().size(); i++) {
            int at = i;
            columns.text(figures.labels().get(at), 11, line -> Line.said(line.values().get(at)));
        }
        if (figures.keys().isEmpty()) columns.text("What", 11, line -> "All");
        columns.number("Count", 5, line -> line.row().count());
        columns.number("Of", 5, line -> line.row().of()).whereThereIsRoom(2);
        columns.number("%", 4, line -> line.row().percent().orElse(null));
        if (figures.rows().stream().anyMatch(row -> row.rate().isPresent()))
            columns.text("Per 1,000", 6, line -> line.row().rate().orElse("")).whereThereIsRoom(4);
        if (answered.beside().isPresent()) {
            columns.number("Beside", 5.5, line -> line.beside().map(Figures.Row::count).orElse(0L)).whereThereIsRoom(1);
        }
        if (answered.beside().filter(Asked.Second::comparable).isPresent())
            columns.number("Difference", 7, line -> line.row().count()
                            - line.beside().map(Figures.Row::count).orElse(0L))
                    .whereThereIsRoom(3);
        var table = columns.opens(line -> records(line, false))
                .keyed(Line::values)
                .savedBy(saving, line -> List.of())
                .empty("Nothing was counted.")
                .rows(FXCollections.observableArrayList(model.lines));
        table.getStyleClass().add("figures-table");
        return table;
    }

    private void records(Line line, boolean beside) {
        model.records(line, beside, (subject, refs) -> {
            var key = "figures.records " + line.values() + beside;
            var words = beside
                    ? String.format(Locale.UK, "%,d %s", refs.size(), refs.size() == 1 ? subject.one() : subject.several())
                    : words(line);
            model.desktop().sheets().open(key, () -> sheet(key, line.name() + ": " + words, subject, refs));
        });
    }

    /// The records behind a figure, each of which opens.
    private SideSheet sheet(String key, String said, Subject subject, List<String> refs) {
        var table = Columns.<String>of("Records")
                .text(Objects.requireNonNull(capital(subject.one())), 16, ref -> ref)
                .opens(ref -> model.open(subject, ref))
                .empty("Nothing was counted.")
                .rows(FXCollections.observableArrayList(refs));
        table.getStyleClass().add("figures-records");
        Nodes.focus(table);
        table.getSelectionModel().select(0);
        return new SideSheet(key, "Records behind the figure", Nodes.column(Nodes.prose(said), table), () -> false);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// The bars as a picture that can go anywhere: with its marking, and how it was counted.
    private TableDesk.Picture picture() {
        var image = image();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new TableDesk.Picture(FigureTable.sentence(model.read.now().figures()), width, height, pixels);
    }

    private WritableImage image() {
        var shown = List.copyOf(plot.getChildren());
        var figures = model.read.now().figures();
        plot.getChildren().addFirst(Nodes.prose(Marking.OFFICIAL_SENSITIVE.label(), "figures-marking"));
        plot.getChildren().add(Nodes.prose(figures.view().title() + ". " + FigureTable.sentence(figures), "muted"));
        plot.getStyleClass().add("figures-picture");
        try {
            return plot.snapshot(null, null);
        } finally {
            plot.getStyleClass().remove("figures-picture");
            plot.getChildren().setAll(shown);
        }
    }

    private static void toClipboard(byte[] png) {
        var content = new ClipboardContent();
        content.putImage(new Image(new ByteArrayInputStream(png)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void freeze() {
        var question = model.read.now().question();
        model.desktop().sheets().open("figures.freeze", () -> {
            var sheet = new FreezeViewModel(model.desktop(), question, model.desktop().sheets()::finish);
            return new SideSheet("figures.freeze", "Freeze these figures", Form.of(
                            Nodes.prose(FigureTable.sentence(model.read.now().figures()), "muted"), Form.text(sheet.name)), sheet::hasUnsaved)
                    .following(sheet)
                    .buttons(sheet.freeze, List.of());
        });
    }
}
