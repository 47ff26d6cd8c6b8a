package fourfold.ui.kit;

import fourfold.desk.TableDesk;
import fourfold.ui.place.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Builds a table, a line a column. Enter and a double click open a row, typing goes to the filter bar, the selection
/// stays on its row when the rows are read again, and copied rows paste as a table.
///
/// @param <R> what a row shows
public final class Columns<R> {

    private final TableView<R> table = new TableView<>();
    private final Shown<R> shown = new Shown<>(table);
    private final Map<TableColumn<R, ?>, Function<R, String>> copied = new HashMap<>();
    private final Map<TableColumn<R, ?>, Function<R, ?>> values = new HashMap<>();
    private final List<MenuItem> more = new ArrayList<>();
    private Function<R, ?> key = Function.identity();
    private Consumer<R> open = row -> {};
    private Memory memory = new Memory();
    private @Nullable ObjectProperty<@Nullable R> chosen;

    private Columns(String name) {
        table.setAccessibleText(name);
        table.getStyleClass().add("columns");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setRowFactory(view -> {
            var row = new javafx.scene.control.TableRow<R>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
    }

    /// The text size of a node in pixels, for the few decisions about room that no style sheet can take.
    public static double em(Node node) {
        return TextSize.of(node);
    }

    /// A table.
    ///
    /// @param name what it lists, for the screen reader
    public static <R> Columns<R> of(String name) {
        return new Columns<>(name);
    }

    /// A column of text, sorted as people sort.
    ///
    /// @param width in ems of the text size, so that it grows with the text
    public Columns<R> text(String title, double width, Function<R, String> value) {
        return column(title, width, value, value, String.CASE_INSENSITIVE_ORDER);
    }

    /// A column of numbers, aligned to the right.
    public Columns<R> number(String title, double width, Function<R, @Nullable Number> value) {
        column(title, width, value, row -> Objects.toString(value.apply(row), ""),
                Comparator.comparing(number -> number == null ? Double.NEGATIVE_INFINITY : number.doubleValue()));
        last().getStyleClass().add("number");
        return this;
    }

    /// A column shown by text but sorted by something else, as a day is.
    public <V extends Comparable<? super V>> Columns<R> sorted(
            String title, double width, Function<R, @Nullable V> value, Function<R, String> text) {
        return column(title, width, value, text, Comparator.nullsLast(Comparator.<V>naturalOrder()));
    }

    /// A column whose cells are nodes; `text` is what is copied and read aloud.
    public Columns<R> node(String title, double width, Function<R, String> text, Function<R, Node> node) {
        text(title, width, text);
        @SuppressWarnings("unchecked")
        var column = (TableColumn<R, String>) last();
        column.setCellFactory(source -> new NodeCell<>(node));
        return this;
    }

    private <V> Columns<R> column(
            String title, double width, Function<R, V> value, Function<R, String> text, Comparator<V> order) {
        var column = new TableColumn<R, V>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(source -> new TextCell<>(text));
        column.setComparator(order);
        table.getColumns().add(column);
        Ems.width(table, column, width, shown::fit);
        copied.put(column, text);
        values.put(column, value);
        return this;
    }

    private TableColumn<R, ?> last() {
        return table.getColumns().getLast();
    }

    /// The column added last is shown only where there is room for it, unless the person chooses it: in the table's own
    /// menu, or in the one beside its search box.
    ///
    /// @param rank of the columns that may be left out, the one with the greatest rank goes first
    public Columns<R> whereThereIsRoom(int rank) {
        shown.whereThereIsRoom(last(), rank);
        return this;
    }

    /// What stands there when there are no rows: a sentence that says what to do.
    public Columns<R> empty(String sentence) {
        var text = Nodes.prose(sentence, "muted", "empty");
        table.setPlaceholder(text);
        return this;
    }

    /// What Enter and a double click do with a row.
    public Columns<R> opens(Consumer<R> row) {
        open = row;
        return this;
    }

    /// What makes a row the same row when the rows are read again.
    public Columns<R> keyed(Function<R, ?> identity) {
        key = identity;
        return this;
    }

    /// The selected row is what `property` holds, whichever of them changes; where no row is selected, it stays as it is.
    public Columns<R> choosing(ObjectProperty<@Nullable R> property) {
        chosen = property;
        return this;
    }

    /// Finds selection and order as they were left when the person comes back to the place.
    public Columns<R> remembering(Memory visit) {
        memory = visit;
        return this;
    }

    /// Typing in the table searches, and Down in the search box comes into the table. Called once all columns are there.
    public Columns<R> searchedBy(FilterBar bar) {
        bar.leadsTo(table);
        if (shown.isChoosable()) {
            bar.columns(shown.menu());
        }
        table.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            var typed = event.getCharacter();
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (plain && !typed.isBlank() && typed.chars().allMatch(letter -> letter > ' ' && letter != 127)) {
                bar.type(typed);
                event.consume();
            }
        });
        table.focusedProperty().subscribe(focused -> {
            if (focused && table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        });
        return this;
    }

    /// The rows and columns can be written as they are shown: by the place's command, or from the table's own menu.
    ///
    /// @param records the records that a row tells of; none for a figure
    public Columns<R> savedBy(Saving saving, Function<R, List<UUID>> records) {
        saving.of(() -> shown(records));
        var item = new MenuItem(saving.command().text());
        item.setOnAction(event -> saving.command().run());
        more.add(item);
        return this;
    }

    private TableDesk.Shown shown(Function<R, List<UUID>> records) {
        var columns = table.getVisibleLeafColumns();
        return new TableDesk.Shown(
                Objects.toString(table.getAccessibleText(), ""),
                "",
                columns.stream().map(TableColumn::getText).toList(),
                table.getItems().stream()
                        .map(row -> new TableDesk.Row(
                                records.apply(row), columns.stream().map(column -> cell(column, row)).toList()))
                        .toList());
    }

    /// What is shown, with the number or the day that it is sorted by where the words say nothing else.
    private TableDesk.Cell cell(TableColumn<R, ?> column, R row) {
        var text = Objects.requireNonNull(copied.get(column)).apply(row);
        var value = Objects.requireNonNull(values.get(column)).apply(row);
        boolean says = value instanceof Number
                || value instanceof LocalDate day && (text.equals(Dates.day(day)) || text.equals(Dates.shortDay(day)));
        return new TableDesk.Cell(text, says ? value : null);
    }

    /// Shows these rows, and goes on following them. The order that the person chose stays.
    public TableView<R> rows(ObservableList<R> rows) {
        var sorted = rows.sorted();
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        if (shown.isChoosable() || !more.isEmpty()) {
            var menu = new ContextMenu();
            if (shown.isChoosable()) menu.getItems().setAll(shown.items());
            menu.getItems().addAll(0, more);
            table.setContextMenu(menu);
        }
        sorted.addListener((ListChangeListener<R>) change -> table.refresh());
        new Keeper<>(table, key, memory).follow(rows);
        if (chosen != null) Chosen.keep(table, chosen);
        return table;
    }

    private void pressed(KeyEvent event) {
        var row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && row != null && table.isFocused()) {
            open.accept(row);
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        var lines = new ArrayList<String>();
        var columns = table.getVisibleLeafColumns();
        lines.add(columns.stream().map(TableColumn::getText).collect(Collectors.joining("\t")));
        for (var row : table.getSelectionModel().getSelectedItems()) {
            lines.add(columns.stream()
                    .map(column -> Objects.requireNonNull(copied.get(column)).apply(row).replaceAll("[\\t\\n\\r]+", " "))
                    .collect(Collectors.joining("\t")));
        }
        var content = new ClipboardContent();
        content.putString(String.join("\n", lines));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
