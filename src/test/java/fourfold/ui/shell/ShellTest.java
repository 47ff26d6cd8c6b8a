package fourfold.ui.shell;

import fourfold.ui.parts.Screen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.Prompts;
import fourfold.ui.kit.Status;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

@Windowed
final class ShellTest {

    private static final UUID SAFFRON = UUID.fromString("6b7f4c7e-8f0e-4f0a-9d58-2f4d4a1c9e10");

    private final Navigator navigator = new Navigator(new Place.Home());
    private final Look look = new Look();
    private final Status status = new Status();
    private final List<String> done = new ArrayList<>();

    private Shell shell() {
        var standing = new Standing();
        standing.desk().set("Derbyshire · North · LRO 014");
        standing.saved().set("Saved 14:02");
        standing.unseen().set("3 changes since package 14");
        standing.anchored().set("Last anchored 2 days ago");
        var shell = new Shell(navigator, look, status, standing);
        shell.recordsFound(typed -> "op saffron".contains(typed.toLowerCase(java.util.Locale.UK))
                ? List.of(Command.of("open.saffron", "Open EM-0014 Op Saffron", () ->
                        navigator.go(new Place.ThreatFile(SAFFRON, Place.Tab.OVERVIEW))))
                : List.of());
        shell.open(
                ShellTest::screen,
                List.of(
                        line("Home", "fth-home", new Place.Home(), 7),
                        line("Threats", "fth-target", new Place.Threats(""), 0),
                        line("Plans", "fth-columns", new Place.Plans(""), 0),
                        line("Disruptions", "fth-zap", new Place.Disruptions(""), 0),
                        line("Reviews", "fth-check-square", new Place.Reviews(), 2),
                        line("Packages", "fth-package", new Place.Packages(), 0),
                        line("People", "fth-users", new Place.People(), 0),
                        line("Guide", "fth-book-open", new Place.Guide(""), 0),
                        line("Settings", "fth-settings", new Place.Settings(), 0)),
                Command.of("vault.lock", "Lock", () -> done.add("lock")).on("Ctrl+L").icon("fth-lock"),
                List.of(Command.of("disruption.capture", "Record a disruption", () -> done.add("capture"))
                        .on("Ctrl+Shift+D")));
        return shell;
    }

    private static Rail.Line line(String name, String icon, Place place, int waiting) {
        return new Rail.Line(name, icon, place, new SimpleIntegerProperty(waiting), now -> now.getClass() == place.getClass());
    }

    private record Row(String ref, String name, String why) {}

    private static Screen screen(Place place) {
        return switch (place) {
            case Place.ThreatFile file -> Screen.of("Op Saffron", Page.untitled().scrolling(Nodes.prose("The file.")))
                    .under("Threats", new Place.Threats(""))
                    .helped("threats");
            case Place.Home home -> home();
            default -> Screen.of(place.getClass().getSimpleName(), Page.untitled().scrolling(new Label("A place.")));
        };
    }

    private static Screen home() {
        var bar = new FilterBar(new Filter(), "worklist");
        var table = Columns.<Row>of("Worklist")
                .text("Threat", 18, Row::name)
                .node("Why it is here", 16, Row::why, row -> new Badge(row.why(), Badge.Tone.WARNING))
                .text("What", 30, Row::ref)
                .empty("Nothing waits for you today.")
                .rows(FXCollections.observableArrayList(
                        new Row("Ask licensing for the premises file", "EM-0014 Op Saffron", "Overdue by 3 days"),
                        new Row("Write why nothing is needed, or add an action", "EM-0027 Op Larch", "Prepare is empty"),
                        new Row("Record what happened, or close the threat", "EM-0052 Op Wren", "Silent for 120 days")));
        return Screen.of("Home", Page.untitled().strip(bar).content(table)).helped("home");
    }

    @Test
    void theFrameHasNoSlip() {
        assertEquals(List.of(), Shots.take("shell-home", 1280, 800, this::shell));
    }

    @Test
    void thePaletteHasNoSlip() {
        assertEquals(List.of(), Shots.take("shell-palette", 1280, 800, () -> {
            var shell = shell();
            shell.openPalette();
            return shell;
        }));
    }

    @Test
    void theKeysHaveNoSlip() {
        assertEquals(List.of(), Shots.take("shell-keys", 1280, 800, () -> {
            var shell = shell();
            shell.openKeys();
            return shell;
        }));
    }

    @Test
    void aDialogLiesBelowTheMarking() {
        assertEquals(List.of(), Shots.take("shell-dialog", 1280, 800, () -> {
            var shell = shell();
            new OverlayPrompts(shell.overlay())
                    .text(
                            new Prompts.Question(
                                    "Send the plan back", "The author reads your reason on the plan.", "Send back"),
                            "What has to change",
                            reason -> {});
            status.say("Plan of Op Saffron submitted.", Command.of("plan.undo", "Take it back", () -> {}));
            return shell;
        }));
    }

    @Test
    void whenNothingCanBeSavedOnlyTheMarkingAndTheReasonStay() {
        assertEquals(List.of(), Shots.take("shell-blocked", 1280, 800, () -> {
            var shell = shell();
            shell.block(
                    "The journal cannot be written: the disk is full. Everything saved until 14:02 is safe in the vault.",
                    List.of(Command.of("vault.close", "Close the vault", () -> {})));
            return shell;
        }));
    }

    @Test
    void outsideTheVaultThereIsNoRailAndNoWayIn() {
        try (var hand = new Hand(this::shell)) {
            Shots.run(() -> navigator.restart(new Place.Unlock()));
            assertFalse(hand.sees(".rail"));
            assertFalse(hand.sees(".status-line"));
            assertTrue(hand.sees(".marking"));
        }
    }

    @Test
    void aFaultShowsItsCodeAndDetails() {
        assertEquals(List.of(), Shots.take("shell-fault", 1280, 800, () -> {
            var shell = shell();
            new FaultDialog(new OverlayPrompts(shell.overlay()), fault -> {})
                    .show(new IllegalStateException("a name that must not show"));
            return shell;
        }));
    }

    @Test
    void thePaletteOpensARecordByKeysAlone() {
        try (var hand = new Hand(this::shell)) {
            hand.press(KeyCode.CONTROL, KeyCode.K).type("saffron").press(KeyCode.ENTER);
            assertEquals(new Place.ThreatFile(SAFFRON, Place.Tab.OVERVIEW), navigator.current().get());
            hand.press(KeyCode.ALT, KeyCode.LEFT);
            assertEquals(new Place.Home(), navigator.current().get());
            hand.press(KeyCode.ALT, KeyCode.RIGHT);
            assertEquals(new Place.ThreatFile(SAFFRON, Place.Tab.OVERVIEW), navigator.current().get());
            hand.press(KeyCode.F1);
            assertEquals(new Place.Guide("threats"), navigator.current().get());
        }
    }

    @Test
    void escapeClosesThePaletteAndGivesTheKeyboardBack() {
        try (var hand = new Hand(this::shell)) {
            hand.press(KeyCode.CONTROL, KeyCode.F);
            var before = hand.focused();
            hand.press(KeyCode.CONTROL, KeyCode.K);
            assertTrue(hand.sees(".palette"));
            hand.press(KeyCode.ESCAPE);
            assertFalse(hand.sees(".palette"));
            assertEquals(before, hand.focused());
        }
    }

    @Test
    void shortcutsOfTheProgramWorkFromAnywhere() {
        try (var hand = new Hand(this::shell)) {
            hand.press(KeyCode.CONTROL, KeyCode.F).press(KeyCode.CONTROL, KeyCode.L);
            hand.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            assertEquals(List.of("lock", "capture"), done);
            hand.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertEquals(new Place.Threats(""), navigator.current().get());
            hand.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertEquals(110, look.percent().get());
            hand.press(KeyCode.CONTROL, KeyCode.SLASH);
            assertTrue(hand.sees(".shortcuts"));
        }
    }

    @Test
    void whileADialogIsOpenThePageUnderItCannotBeReached() {
        try (var hand = new Hand(this::shell)) {
            hand.press(KeyCode.CONTROL, KeyCode.K);
            for (int i = 0; i < 12; i++) {
                hand.press(KeyCode.TAB);
                var owner = hand.focused();
                assertFalse(
                        owner.getStyleClass().contains("rail-line"), "Tab left the palette for " + owner);
            }
        }
    }

    @Test
    void whatLiesUnderADialogDoesNotLookDisabled() {
        try (var hand = new Hand(this::shell)) {
            var line = hand.scene().lookup(".rail-line");
            hand.press(KeyCode.CONTROL, KeyCode.K);
            assertTrue(line.isDisabled());
            assertEquals(1, line.getOpacity());
            hand.press(KeyCode.ESCAPE);
            assertFalse(line.isDisabled());
            assertEquals(List.of(), hand.scene().lookup(".frame") instanceof Parent frame ? frame.getStylesheets() : null);
        }
    }
}
