package fourfold.ui.shell;

import fourfold.ui.parts.Screen;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Commands;
import fourfold.ui.kit.FilterBar;
import fourfold.ui.kit.Keys;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Status;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The frame around every place. The marking bar is always on top; below it lie the rail, the header, the place, and
/// the status line; dialogs open below the marking too.
public final class Shell extends BorderPane {

    private final Navigator navigator;
    private final Look look;
    private final Commands commands = new Commands();
    private final Status status;
    private final Standing standing;
    private final StackPane body = new StackPane();
    private final Sheets sheets = new Sheets(body);
    private final BorderPane middle = new BorderPane(sheets);
    private final BorderPane frame = new BorderPane(middle);
    private final Overlay overlay = new Overlay(frame);
    private Function<String, List<Command>> records = typed -> List.of();
    private Subscription following = Subscription.EMPTY;
    private List<Command> inside = List.of();
    private List<Command> outside = List.of();
    private @Nullable Command lock;
    private @Nullable Screens screens;
    private @Nullable Screen screen;
    private @Nullable Supplier<Surround> surround;
    private @Nullable Surround made;

    /// What stands around a place inside the vault.
    private record Surround(PlaceHeader header, Node warning, Node rail, Node statusLine) {}

    public Shell(Navigator navigator, Look look, Status status, Standing standing) {
        this.navigator = navigator;
        this.look = look;
        this.status = status;
        this.standing = standing;
        getStyleClass().add("shell");
        frame.getStyleClass().add("frame");
        setCenter(overlay);
        body.getStyleClass().add("place");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Where side sheets open.
    public Sheets sheets() {
        return sheets;
    }

    /// Where dialogs open.
    public Overlay overlay() {
        return overlay;
    }

    /// All commands that can be given now.
    public Commands commands() {
        return commands;
    }

    /// How the palette finds records for what was typed. It must be quick.
    public void recordsFound(Function<String, List<Command>> finder) {
        records = finder;
    }

    /// Puts the frame together and shows where the navigator is.
    ///
    /// @param locking locks the vault
    /// @param ofProgram commands of the whole program, such as quick capture
    public void open(Screens all, List<Rail.Line> lines, Command locking, List<Command> ofProgram) {
        screens = all;
        lock = locking;
        var own = new Frame(this, navigator, look);
        var everywhere = new ArrayList<>(ofProgram);
        everywhere.addAll(own.commands());
        everywhere.add(locking);
        everywhere.addAll(goTo(lines));
        inside = everywhere;
        outside = own.outside();
        setTop(new MarkingBar(standing, locking, navigator));
        made = null;
        surround = () -> new Surround(
                new PlaceHeader(navigator, own.back(), own.forward(), own.palette()),
                warning(),
                new Rail(lines, navigator),
                new StatusLine(standing, status, sheets, own.help(), own.keys()));
        following.unsubscribe();
        following = navigator.current().subscribe(this::show);
    }

    private Node warning() {
        var warning = Nodes.prose("", "standing-warning");
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.setGraphic(Nodes.icon("fth-alert-triangle"));
        warning.textProperty().bind(standing.warning());
        return Nodes.showWhen(warning, standing.warning().isNotEmpty());
    }

    private List<Command> goTo(List<Rail.Line> lines) {
        var all = new ArrayList<Command>();
        for (var line : lines) {
            var go = Command.of("go." + all.size(), "Go to " + line.name(), () -> navigator.go(line.place()));
            all.add(all.size() < 9 ? go.on("Ctrl+" + (all.size() + 1)) : go);
        }
        return all;
    }

    /// Leaves the place that is shown: the window closes, or the vault is locked and another shell comes.
    public void close() {
        following.unsubscribe();
        if (screen != null) {
            screen.leave().run();
            screen = null;
        }
    }

    private void show(Place place) {
        if (screens == null) {
            return;
        }
        if (screen != null) {
            screen.leave().run();
        }
        sheets.close();
        var next = screens.at(place);
        screen = next;
        var around = screens.isOutside(place) ? null : surround();
        middle.setTop(around == null ? null : new VBox(around.header, around.warning));
        frame.setLeft(around == null ? null : around.rail);
        frame.setBottom(around == null ? null : around.statusLine);
        if (made != null) {
            made.header.show(next);
        }
        commands.everywhere(around == null ? outside : inside);
        commands.enter(next.commands());
        body.getChildren().setAll(next.node());
        if (getScene() != null) {
            firstIn(next.node());
        }
    }

    /// Made when somebody is first let in: the unlock screen is there sooner without it.
    private @Nullable Surround surround() {
        if (made == null && surround != null) {
            made = surround.get();
        }
        return made;
    }

    private static void firstIn(Node node) {
        node.applyCss();
        node.lookupAll("*").stream()
                .filter(inner -> inner.isFocusTraversable() && !inner.isDisabled() && inner.isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void pressed(KeyEvent event) {
        if (overlay.isOpen() && event.getCode() != javafx.scene.input.KeyCode.F1 && !isLock(event)) {
            return;
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.getCode().isFunctionKey();
        if (plain) {
            return;
        }
        var sheet = sheets.open().get();
        if (sheet != null && sheet.isFocusWithin() && sheet.takes(event)) {
            return;
        }
        for (var command : List.copyOf(commands.all())) {
            if (Keys.match(command.keys(), event)) {
                event.consume();
                var reason = command.run();
                if (!reason.isEmpty()) {
                    status.say(reason);
                }
                return;
            }
        }
    }

    private boolean isLock(KeyEvent event) {
        return lock != null && Keys.match(lock.keys(), event);
    }

    /// Closes what is open over the place, and finds no records any more: the vault is locked.
    public void forget() {
        overlay.closeAll();
        sheets.forget();
        records = typed -> List.of();
    }

    void openPalette() {
        var others = now().stream().filter(command -> !command.id().equals(Frame.PALETTE)).toList();
        var palette = new Palette(others, records, overlay::close);
        overlay.open("Search or command", palette, palette.first(), () -> {});
    }

    /// What can be done now: first in the open sheet, then at the place, then anywhere.
    private List<Command> now() {
        var sheet = sheets.open().get();
        var all = new ArrayList<Command>(sheet == null ? List.of() : sheet.commands());
        all.addAll(commands.all());
        return all;
    }

    void openKeys() {
        var sheet = new ShortcutSheet(now());
        overlay.open("Keys", sheet, sheet.first(), () -> {});
    }

    void openHelp() {
        navigator.go(new Place.Guide(screen == null ? "" : screen.topic()));
    }

    /// Brings the keyboard to the search box of the place.
    void find() {
        var box = body.lookup("." + FilterBar.SEARCH_STYLE);
        if (box == null) {
            openPalette();
        } else {
            box.requestFocus();
        }
    }

    /// Covers everything with one sentence: nothing more can be saved. Only the marking stays.
    ///
    /// @param sentence what happened and where the last good copy is
    public void block(String sentence, List<Command> ways) {
        var box = new VBox(
                Nodes.prose("Nothing more can be saved", "page-title"), Nodes.prose(sentence), Buttons.row(ways));
        box.getStyleClass().addAll("dialog", "blocking");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var whole = new StackPane(box);
        whole.getStyleClass().add("blocked");
        setCenter(whole);
    }
}
