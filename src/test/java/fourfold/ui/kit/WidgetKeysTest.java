package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.ui.place.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The widgets as somebody uses them who has no mouse.
@Windowed
final class WidgetKeysTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 14);

    private static final class Event extends ViewModel {

        final Input<String> title = input(Input.text("title", "What happened").required().atMost(10));
        final Input<String> notes = input(Input.text("notes", "Notes"));
        final Input<LocalDate> when = input(Input.of("when", "When"));
        final Input<String> threat = input(Input.of("threat", "Threat"));
        final Input<Long> arrests = input(Input.of("arrests", "Arrests"));
        final Input<String> category = input(Input.of("category", "Category"));
        final List<String> saved = new ArrayList<>();
        final Command save = command("event.save", "Save", this::save).on("Ctrl+Enter");

        Event() {
            super(new Tools(new InlineWork(), new ThrowingFaults(), new Status(), new ScriptedPrompts()));
        }

        private void save() {
            askWithReason(
                    reasons -> title.filled() + "|" + reasons.text(),
                    wish -> wish.startsWith("|")
                            ? Outcome.refused(new Problem.Invalid("title", "Say what happened."))
                            : wish.equals("same|")
                                    ? Outcome.refused(new Problem.NeedsReason("same", "Say why."))
                                    : Outcome.done(wish),
                    saved::add);
        }
    }

    private record ThrowingFaults() implements Faults {
        @Override
        public void show(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void note(Throwable fault) {
            throw new AssertionError(fault);
        }
    }

    private static Page form(Event event) {
        return Page.titled("Event")
                .following(event)
                .scrolling(Form.of(
                        Form.text(event.title),
                        Form.area(event.notes),
                        Form.date(event.when, () -> TODAY),
                        Form.suggest(
                                event.threat,
                                FXCollections.observableArrayList("EM-0014 Op Saffron", "EM-0027 Op Larch", "EM-0031 Op Wren"),
                                words -> words),
                        Form.number(event.arrests),
                        Form.choice(event.category, List.of("Major", "Moderate", "Minor"), words -> words)))
                .footer(Buttons.of(event.save));
    }

    @Test
    void aFormIsFilledInFromTopToBottomByKeysAlone() {
        var event = new Event();
        try (var hand = new Hand(() -> form(event))) {
            hand.at(".text-field").type("Warrant").press(KeyCode.TAB);
            assertInstanceOf(TextArea.class, hand.focused());
            hand.type("a").press(KeyCode.CONTROL, KeyCode.TAB).type("b").press(KeyCode.TAB);
            hand.type("yesterday").press(KeyCode.TAB);
            hand.type("larch").press(KeyCode.ENTER).press(KeyCode.TAB);
            hand.type("1,204").press(KeyCode.TAB);
            hand.type("mi").press(KeyCode.TAB).press(KeyCode.SPACE);
        }
        assertEquals("Warrant", event.title.get());
        assertEquals("a\tb", event.notes.get());
        assertEquals(TODAY.minusDays(1), event.when.get());
        assertEquals("EM-0027 Op Larch", event.threat.get());
        assertEquals(1204L, event.arrests.get());
        assertEquals("Minor", event.category.get());
        assertEquals(List.of("Warrant|"), event.saved);
    }

    @Test
    void shiftTabGoesBackOutOfALongText() {
        var event = new Event();
        try (var hand = new Hand(() -> form(event))) {
            hand.at(".text-area").press(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals("What happened, required", hand.focused().getAccessibleText());
        }
    }

    @Test
    void aDateThatIsNoneStaysAsTypedAndSaysWhatIsWrong() {
        var event = new Event();
        try (var hand = new Hand(() -> form(event))) {
            hand.at(".date-box .text-field").type("31/6/2022").press(KeyCode.TAB);
            assertEquals("31/6/2022", ((TextField) hand.node(".date-box .text-field")).getText());
            assertTrue(hand.sees(".flaw"));
            assertEquals("\"31/6/2022\" is not a date: June has 30 days.", event.when.unread().get());
        }
    }

    @Test
    void arrowsMoveADateByDaysAndWeeks() {
        var event = new Event();
        event.when.set(TODAY);
        try (var hand = new Hand(() -> form(event))) {
            hand.at(".date-box .text-field").press(KeyCode.UP).press(KeyCode.SHIFT, KeyCode.DOWN);
        }
        assertEquals(TODAY.minusDays(6), event.when.get());
    }

    @Test
    void aNameThatFitsNothingIsNotTakenSilently() {
        var event = new Event();
        try (var hand = new Hand(() -> form(event))) {
            hand.at(".suggest-box .text-field").type("nutmeg").press(KeyCode.TAB);
        }
        assertEquals("Nothing here is called \"nutmeg\".", event.threat.unread().get());
    }

    @Test
    void textOverItsLimitIsCountedAndNeverCut() {
        var event = new Event();
        try (var hand = new Hand(() -> form(event))) {
            hand.at(".text-field").type("123456789");
            assertEquals("1 left", Shots.onScreen(() -> ((Labeled) hand.node(".limit")).getText()));
            hand.type("0123");
            assertEquals("3 characters too many", Shots.onScreen(() -> ((Labeled) hand.node(".limit")).getText()));
        }
        assertEquals("1234567890123", event.title.get());
    }

    @Test
    void aRefusalBringsTheKeyboardToItsField() {
        var event = new Event();
        try (var hand = new Hand(() -> form(event))) {
            hand.at("#event-save").press(KeyCode.SPACE);
            assertEquals("What happened, required", hand.focused().getAccessibleText());
            assertEquals("Say what happened.", hand.focused().getAccessibleHelp());
            assertTrue(hand.sees(".problem-bar"));
            hand.type("x").at("#event-save").press(KeyCode.SPACE);
            assertFalse(hand.sees(".problem-bar"));
        }
    }

    @Test
    void aReasonIsTypedIntoTheBarAndGoesWithTheAct() {
        var event = new Event();
        event.title.set("same");
        try (var hand = new Hand(() -> form(event))) {
            hand.at("#event-save").press(KeyCode.SPACE);
            assertEquals("problem-reason", hand.focused().getId());
            hand.type("on leave").press(KeyCode.ENTER);
        }
        assertEquals(List.of("same|on leave"), event.saved);
    }

    private record Row(String ref, String name) {}

    private static final List<Row> ROWS =
            List.of(new Row("EM-0027", "Larch"), new Row("EM-0014", "Saffron"), new Row("EM-0031", "Wren"));

    private static Page table(ObservableList<Row> rows, Filter filter, List<String> opened) {
        var bar = new FilterBar(filter, "threats");
        return Page.titled("Threats")
                .strip(bar)
                .content(Columns.<Row>of("Threats")
                        .text("Reference", 10, Row::ref)
                        .text("Name", 20, Row::name)
                        .empty("No threats yet.")
                        .opens(row -> opened.add(row.ref()))
                        .keyed(Row::ref)
                        .searchedBy(bar)
                        .rows(rows));
    }

    @Test
    void downComesIntoTheTableEnterOpensAndTypingSearches() {
        var opened = new ArrayList<String>();
        var filter = new Filter();
        try (var hand = new Hand(() -> table(FXCollections.observableArrayList(ROWS), filter, opened))) {
            hand.at(".filter-text").press(KeyCode.DOWN);
            assertInstanceOf(TableView.class, hand.focused());
            hand.press(KeyCode.ENTER).press(KeyCode.DOWN).press(KeyCode.ENTER);
            assertEquals(List.of("EM-0027", "EM-0014"), opened);
            hand.type("wr");
            assertEquals("wr", filter.text().get());
            assertInstanceOf(TextInputControl.class, hand.focused());
            hand.press(KeyCode.ESCAPE);
            assertEquals("", filter.text().get());
        }
    }

    @Test
    void theSelectionStaysOnItsRowWhenTheRowsAreReadAgain() {
        var rows = FXCollections.observableArrayList(ROWS);
        try (var hand = new Hand(() -> table(rows, new Filter(), new ArrayList<>()))) {
            hand.at(".table-view").press(KeyCode.DOWN).press(KeyCode.DOWN);
            Shots.run(() -> rows.setAll(
                    new Row("EM-0001", "Anise"), new Row("EM-0031", "Wren, renamed"), new Row("EM-0014", "Saffron")));
            var table = (TableView<?>) hand.node(".table-view");
            assertEquals(
                    new Row("EM-0031", "Wren, renamed"),
                    Shots.onScreen(() -> table.getSelectionModel().getSelectedItem()));
        }
    }

    @Test
    void selectionAndOrderAreFoundAgainOnTheNextVisit() {
        var visit = new Memory();
        try (var hand = new Hand(() -> remembering(visit))) {
            @SuppressWarnings("unchecked")
            var table = (TableView<Row>) hand.node(".table-view");
            Shots.run(() -> table.getSortOrder().add(descending(table.getColumns().get(1))));
            hand.at(".table-view").press(KeyCode.END);
        }
        try (var hand = new Hand(() -> remembering(visit))) {
            var table = (TableView<?>) hand.node(".table-view");
            assertEquals(ROWS.get(2), Shots.onScreen(() -> table.getItems().getFirst()));
            assertEquals(ROWS.get(0), Shots.onScreen(() -> table.getSelectionModel().getSelectedItem()));
        }
    }

    private static <S> TableColumn<S, ?> descending(TableColumn<S, ?> column) {
        column.setSortType(TableColumn.SortType.DESCENDING);
        return column;
    }

    private static Page remembering(Memory visit) {
        return Page.titled("Threats")
                .content(Columns.<Row>of("Threats")
                        .text("Reference", 10, Row::ref)
                        .text("Name", 20, Row::name)
                        .keyed(Row::ref)
                        .remembering(visit)
                        .rows(FXCollections.observableArrayList(ROWS)));
    }

    @Test
    void copiedRowsAreATable() {
        var text = new AtomicReference<String>();
        try (var hand = new Hand(() -> table(FXCollections.observableArrayList(ROWS), new Filter(), new ArrayList<>()))) {
            hand.at(".table-view").press(KeyCode.SHIFT, KeyCode.DOWN).press(KeyCode.CONTROL, KeyCode.C);
            text.set(Shots.onScreen(() -> Clipboard.getSystemClipboard().getString()));
        }
        assertEquals("Reference\tName\nEM-0027\tLarch\nEM-0014\tSaffron", text.get());
    }

    @Test
    void escapeClosesASheetAndKeepsWhatWasTyped() {
        var event = new Event();
        var sheets = new AtomicReference<Sheets>();
        try (var hand = new Hand(() -> {
            sheets.set(new Sheets(Page.titled("Threats").content(Nodes.label("List"))));
            return sheets.get();
        })) {
            Shots.run(() -> sheets.get().open("capture", () -> sheet(event)));
            hand.type("Warrant").press(KeyCode.ESCAPE);
            assertFalse(hand.sees(".side-sheet"));
            assertEquals(1, sheets.get().unfinished().size());
            Shots.run(() -> sheets.get().open("capture", () -> sheet(new Event())));
            assertEquals("Warrant", ((TextField) hand.node(".side-sheet .text-field")).getText());
            assertEquals(0, sheets.get().unfinished().size());
            Shots.run(() -> sheets.get().finish());
            assertEquals(0, sheets.get().unfinished().size());
        }
    }

    @Test
    void whatOnePersonTypedIsNotThereForTheNextAfterTheSheetsAreForgotten() {
        var sheets = new AtomicReference<Sheets>();
        try (var hand = new Hand(() -> {
            sheets.set(new Sheets(Page.titled("Threats").content(Nodes.label("List"))));
            return sheets.get();
        })) {
            Shots.run(() -> sheets.get().open("capture", () -> sheet(new Event())));
            hand.type("Warrant");
            Shots.run(() -> sheets.get().forget());
            assertFalse(hand.sees(".side-sheet"));
            assertEquals(0, sheets.get().unfinished().size());
            Shots.run(() -> sheets.get().open("capture", () -> sheet(new Event())));
            assertFalse(hand.sees(".side-sheet"), "nobody has been let in yet");
            Shots.run(() -> sheets.get().allow());
            Shots.run(() -> sheets.get().open("capture", () -> sheet(new Event())));
            assertEquals("", ((TextField) hand.node(".side-sheet .text-field")).getText());
        }
    }

    @Test
    void theKeysOfASheetSaveItFromWithinAField() {
        var event = new Event();
        try (var hand = new Hand(() -> {
            var sheets = new Sheets(Page.titled("Threats").content(Nodes.label("List")));
            sheets.open("capture", () -> sheet(event));
            return sheets;
        })) {
            hand.at(".side-sheet .text-field").type("Warrant").press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        assertEquals(List.of("Warrant|"), event.saved);
    }

    private static SideSheet sheet(Event event) {
        return new SideSheet("capture", "Record a disruption", Form.of(Form.text(event.title)), event::hasUnsaved)
                .buttons(event.save, List.of());
    }

    @Test
    void aButtonThatCannotBeUsedIsReachedAndSaysWhy() {
        var done = new ArrayList<String>();
        var command = Command.of("plan.submit", "Submit", () -> done.add("submit"))
                .when(new SimpleBooleanProperty(false), "Prepare is empty: say why.");
        try (var hand = new Hand(() -> Nodes.row(Buttons.button(command)))) {
            hand.at("#plan-submit").press(KeyCode.SPACE);
            assertEquals("Prepare is empty: say why.", hand.focused().getAccessibleHelp());
            var tip = assertInstanceOf(Button.class, hand.focused()).getTooltip();
            assertEquals("Prepare is empty: say why.", tip.getText());
            assertTrue(tip.isShowing());
            assertEquals(List.of(), done);
        }
    }

    @Test
    void whoeverPointsAtAButtonIsToldWhatItDoesOrWhyItCannot() throws TimeoutException {
        var may = new SimpleBooleanProperty(true);
        var command = Command.of("plan.submit", "Submit", () -> {}).on("Ctrl+Enter").when(may, "Prepare is empty: say why.");
        try (var hand = new Hand(() -> Nodes.row(Buttons.button(command), new TextField()))) {
            var button = assertInstanceOf(Button.class, hand.node("#plan-submit"));
            assertNull(button.getTooltip());
            hand.over(".text-field").over("#plan-submit");
            assertEquals("Submit  Ctrl+Enter", button.getTooltip().getText());
            hand.nudge();
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, button.getTooltip().showingProperty());
            Platform.runLater(() -> may.set(false));
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals("Prepare is empty: say why.", button.getTooltip().getText());
        }
    }
}
