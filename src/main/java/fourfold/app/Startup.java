package fourfold.app;

import fourfold.desk.LobbyAhead;
import fourfold.desk.Office;
import fourfold.desk.VaultDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Status;
import fourfold.ui.kit.Tools;
import fourfold.ui.kit.WorkThreads;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import fourfold.ui.shell.FaultDialog;
import fourfold.ui.shell.Look;
import fourfold.ui.shell.OverlayPrompts;
import fourfold.ui.shell.Rail;
import fourfold.ui.shell.Shell;
import fourfold.ui.shell.Standing;
import fourfold.ui.vault.Door;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// Everything that lives as long as the window: the frame, the way off the UI thread, the door of the vault. What lives
/// while a vault is open is the [Workspace]. Built and used on the UI thread.
final class Startup {

    private final Navigator navigator;
    private final Look look = new Look();
    private final Status status = new Status();
    private final Standing standing = new Standing();
    private final Shell shell;
    private final WorkThreads work = new WorkThreads();
    private final Tools tools;
    private final Door door;
    private final IntegerProperty waiting = new SimpleIntegerProperty();
    private final IntegerProperty toReview = new SimpleIntegerProperty();
    private @Nullable Workspace workspace;

    /// With nobody gone ahead to any vault.
    Startup(VaultDesk desk, Door.Recent recent, Door.Hint hint) {
        this(desk, LobbyAhead.nobody(), recent, hint);
    }

    /// @param desk where vaults are made and approached
    /// @param ahead who goes up to the first of the recent vaults meanwhile
    /// @param recent the vaults opened lately on this computer
    /// @param hint what the unlock screen says beside its fields
    Startup(VaultDesk desk, LobbyAhead ahead, Door.Recent recent, Door.Hint hint) {
        navigator = new Navigator(recent.all().isEmpty() ? new Place.NewVault() : new Place.Unlock());
        shell = new Shell(navigator, look, status, standing);
        var prompts = new OverlayPrompts(shell.overlay());
        var faults = new AppFaults(
                new FaultDialog(prompts, FaultLog::keep), sentence -> shell.block(sentence, List.of()));
        tools = new Tools(work, faults, status, prompts);
        door = new Door(desk, ahead, tools, navigator, recent, hint, this::entered);
        var screens = new AppScreens(door, () -> workspace);
        shell.open(screens, lines(), lock(), List.of(capture(), conflicts()));
    }

    private List<Rail.Line> lines() {
        var none = new SimpleIntegerProperty();
        return List.of(
                new Rail.Line("Home", "fth-home", new Place.Home(), waiting, place -> place instanceof Place.Home),
                new Rail.Line("Threats", "fth-target", new Place.Threats(""), none, place ->
                        place instanceof Place.Threats || place instanceof Place.ThreatFile),
                new Rail.Line("Plans", "fth-columns", new Place.Plans(""), none, place ->
                        place instanceof Place.Plans || place instanceof Place.PlanBoard),
                new Rail.Line("Events", "fth-zap", new Place.Disruptions(""), none, place ->
                        place instanceof Place.Disruptions
                                || place instanceof Place.DisruptionFile
                                || place instanceof Place.SameEvents),
                new Rail.Line("Reviews", "fth-check-square", new Place.Reviews(), toReview, place ->
                        place instanceof Place.Reviews || place instanceof Place.Review),
                new Rail.Line("Meetings", "fth-calendar", new Place.Meetings(""), none, place ->
                        place instanceof Place.Meetings || place instanceof Place.MeetingFile),
                new Rail.Line("Figures", "fth-bar-chart-2", new Place.Figures(), none, place ->
                        place instanceof Place.Figures || place instanceof Place.Frozen),
                new Rail.Line("Inspection", "fth-clipboard", new Place.Inspection(), none, place ->
                        place instanceof Place.Inspection),
                new Rail.Line("Packages", "fth-package", new Place.Packages(), none, place ->
                        place instanceof Place.Packages
                                || place instanceof Place.PackageOut
                                || place instanceof Place.PackageIn),
                new Rail.Line("Load", "fth-download", new Place.Load(), none, place -> place instanceof Place.Load),
                new Rail.Line("People", "fth-users", new Place.People(), none, place -> place instanceof Place.People),
                new Rail.Line("Guide", "fth-book-open", new Place.Guide(""), none, place -> place instanceof Place.Guide),
                new Rail.Line("Settings", "fth-settings", new Place.Settings(), none, place ->
                        place instanceof Place.Settings));
    }

    private Command lock() {
        return Command.of("vault.lock", "Lock", this::lockNow).on("Ctrl+L").icon("fth-lock");
    }

    private Command capture() {
        return Command.of("disruption.capture", "Record a disruption", () -> {
                    var open = workspace;
                    if (open != null) open.capture(null, null);
                })
                .on("Ctrl+Shift+D")
                .icon("fth-zap");
    }

    private Command conflicts() {
        return Command.of("conflicts.show", "Settle conflicts and answer proposals", () -> {
                    if (workspace != null)
                        navigator.go(new Place.Conflicts(Place.Unsettled.IN_CONFLICT, java.util.Optional.empty()));
                })
                .icon("fth-git-merge");
    }

    private void entered(Office office) {
        shell.sheets().allow();
        var open = new Workspace(office, inside(office), navigator, shell.sheets(), look);
        open.follow(standing, waiting, toReview);
        open.checkJournal();
        workspace = open;
        shell.recordsFound(open::found);
        navigator.restart(new Place.Home());
    }

    /// What is given to whoever is let in, to speak to them with: nobody hears any of it once the vault is locked.
    private Tools inside(Office office) {
        BooleanSupplier open = () -> workspace != null && workspace.office() == office;
        var said = new Status();
        status.follow(said, open);
        return new Tools(work, tools.faults(), said, new UntilLocked(tools.prompts(), open));
    }

    /// Covers the screen at once; the running act is finished, the lock logged, and then the keys are wiped.
    void lockNow() {
        var open = workspace;
        if (open == null) return;
        workspace = null;
        shell.forget();
        navigator.restart(new Place.Unlock());
        status.forget();
        standing.desk().set("");
        standing.warning().set("");
        standing.unseen().set("");
        open.close();
    }

    /// Whether nobody has touched the program for too long, or the computer was asleep.
    boolean isIdle() {
        var open = workspace;
        return open != null && open.isIdle();
    }

    /// A key was pressed or the pointer moved.
    void touched() {
        var open = workspace;
        if (open != null) open.touched();
    }

    void say(String sentence) {
        status.say(sentence);
    }

    Shell shell() {
        return shell;
    }

    Look look() {
        return look;
    }

    Navigator navigator() {
        return navigator;
    }

    Door door() {
        return door;
    }

    @Nullable Workspace workspace() {
        return workspace;
    }

    /// Whether everything that was asked of the desks has been answered.
    boolean isQuiet() {
        return work.isQuiet();
    }

    /// Locks, waits for what is running, and gives the vault's lock back.
    void close() {
        lockNow();
        work.close();
        door.close();
    }
}
