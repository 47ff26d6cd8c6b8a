package fourfold.ui.threat;

import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.ui.history.HistoryScreens;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Faults;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Status;
import fourfold.ui.kit.Tools;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import fourfold.ui.shell.Look;
import fourfold.ui.shell.Rail;
import fourfold.ui.shell.Shell;
import fourfold.ui.shell.Standing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.layout.StackPane;

/// A real office with an LRO let in, and the desktop that the screens about threats are given.
public final class ThreatOffice implements AutoCloseable {

    private final Office office;
    private final InlineWork work = new InlineWork();
    private final Status status = new Status();
    private Navigator navigator = new Navigator(new Place.Home());
    private Sheets sheets = new Sheets(new StackPane());
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private String changed = "";

    private ThreatOffice(Office office) {
        this.office = office;
    }

    /// The example region, with one threat that was changed several times.
    public static ThreatOffice loaded(Path folder) {
        var clock = TestVaults.clock();
        var office = TestVaults.begin(folder, TestVaults.surroundings(clock));
        TestVaults.add(office, "X11007", "LRO 001", EnumSet.of(Role.LRO));
        TestVaults.loadExample(office);
        var made = new ThreatOffice(TestVaults.as(office, "x11007"));
        made.change(clock);
        return made;
    }

    /// A vault with nothing in it.
    public static ThreatOffice empty(Path folder) {
        var office = TestVaults.begin(folder, TestVaults.surroundings(TestVaults.clock()));
        TestVaults.add(office, "X11007", "LRO 001", EnumSet.of(Role.LRO));
        return new ThreatOffice(TestVaults.as(office, "X11007"));
    }

    private void change(TestVaults.HandClock clock) {
        changed = "EMS-0002";
        edit(Threat.INTENT, "To supply cocaine along two lines from the city to the market towns.", "New intelligence");
        clock.forward(Duration.ofHours(2));
        edit(Threat.INTENT, "To supply cocaine and heroin along three lines from the city to the market towns.", "A third line was found");
        clock.forward(Duration.ofHours(20));
        edit(Threat.SCOPE, "The city and four market towns", "");
        clock.forward(Duration.ofMinutes(7));
        edit(Threat.SIZE, "About twelve people", "Debrief of 20 June");
    }

    private <V> void edit(Field<Threat, V> field, V value, String reason) {
        office.threats()
                .edit(new ThreatDesk.Edit(
                        kept(changed).seen(), new Editing<>(List.of(new Field.Slot<>(field, value))), reason))
                .orThrow();
    }

    /// The reference of the threat that was changed several times.
    String changedRef() {
        return changed;
    }

    /// The reference of an open threat with gaps.
    String refWithGaps() {
        return office.threats().list().orThrow().stream()
                .filter(line -> !line.gaps().isEmpty())
                .findFirst()
                .orElseThrow()
                .ref();
    }

    Kept<Threat> kept(String ref) {
        return office.threats().open(ref).orThrow();
    }

    UUID id(String ref) {
        return kept(ref).record().id().value();
    }

    Office office() {
        return office;
    }

    InlineWork work() {
        return work;
    }

    Status status() {
        return status;
    }

    /// Somebody has just come to a place; there is no window.
    void at(Place start) {
        navigator = new Navigator(start);
        sheets = new Sheets(new StackPane());
    }

    /// The window's content for somebody who has just come to a place.
    Shell shell(Place start) {
        navigator = new Navigator(start);
        var standing = new Standing();
        standing.desk().set("EMSOU · LRO 001");
        var shell = new Shell(navigator, new Look(), status, standing);
        sheets = shell.sheets();
        shell.open(
                this::screen,
                List.of(
                        line("Home", "fth-home", new Place.Home()),
                        line("Threats", "fth-target", new Place.Threats("")),
                        line("Plans", "fth-columns", new Place.Plans(""))),
                Command.of("vault.lock", "Lock", () -> {}).on("Ctrl+L").icon("fth-lock"),
                List.of());
        return shell;
    }

    private static Rail.Line line(String name, String icon, Place place) {
        return new Rail.Line(name, icon, place, new SimpleIntegerProperty(), now -> now.getClass() == place.getClass());
    }

    private Screen screen(Place place) {
        return switch (place) {
            case Place.Threats(var filter) -> ThreatScreens.list(desktop(), filter);
            case Place.ThreatFile(var threat, var tab) -> ThreatScreens.file(desktop(), threat, tab, parts());
            case Place.History(var kind, var id) -> HistoryScreens.history(desktop(), kind, id);
            default -> Screen.of("Elsewhere", Nodes.prose("Elsewhere."));
        };
    }

    Navigator navigator() {
        return navigator;
    }

    Desktop desktop() {
        var failures = new Faults() {
            @Override
            public void show(Throwable fault) {
                throw new AssertionError(fault);
            }

            @Override
            public void note(Throwable fault) {
                throw new AssertionError(fault);
            }
        };
        return new Desktop(office, new Tools(work, failures, status, prompts), navigator, sheets, (threat, action) -> {});
    }

    ScriptedPrompts prompts() {
        return prompts;
    }

    ThreatScreens.Parts parts() {
        return new ThreatScreens.Parts() {
            @Override
            public Screen plan(UUID threat) {
                return Screen.of("Plan", Nodes.prose("The plan."));
            }

            @Override
            public Screen disruptions(UUID threat) {
                return Screen.of("Disruptions", Nodes.prose("The disruptions."));
            }
        };
    }

    @Override
    public void close() {
        office.close();
    }
}
