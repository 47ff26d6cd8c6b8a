package fourfold.ui;

import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.ui.kit.Faults;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Status;
import fourfold.ui.kit.Tools;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/// A real vault with the example region for the tests of screens, and a desktop over it whose work is done at once.
public final class DeskVault extends ClassVault {

    /// The LRO who is let in at first.
    public static final String LRO = "X11007";
    /// Who keeps the people and the keys, and may read no record.
    public static final String ADMINISTRATOR = "X90001";
    /// Who reviews.
    public static final String SUPERVISOR = "S20001";

    private final List<String> captures = new ArrayList<>();

    @Override
    protected Office begin(Path folder) {
        var office = TestVaults.begin(folder, TestVaults.surroundings(TestVaults.clock()));
        TestVaults.add(office, LRO, "LRO 001", EnumSet.of(Role.LRO));
        TestVaults.add(office, SUPERVISOR, "Supervisor 01", EnumSet.of(Role.SUPERVISOR));
        TestVaults.loadExample(office);
        return TestVaults.as(office, LRO);
    }

    /// The threat of that reference.
    public Id<Threat> threat(String ref) {
        return office().threats().open(ref).orThrow().record().id();
    }

    /// A new threat without a plan.
    public Id<Threat> bare() {
        var values = Editing.of(
                        Threat.FIELDS,
                        Map.of("name", "Op Teasel", "kind", "Organised crime group", "primaryArea", "Illegal drugs", "masterListReason", "New"),
                        ThreatDesk.CLOSED_FIELDS)
                .orThrow();
        return office().threats().create(new ThreatDesk.Create(values, "")).orThrow().record().id();
    }

    /// What quick capture was opened for, as "THREAT/ACTION".
    public List<String> captures() {
        return captures;
    }

    /// A desktop over the vault.
    public Desktop desktop(Sheets sheets) {
        var tools = new Tools(new InlineWork(), new NoFaults(), new Status(), new ScriptedPrompts());
        return new Desktop(office(), tools, new Navigator(new Place.Home()), sheets, (threat, action) -> captures.add(threat + "/" + action));
    }

    /// A desktop for a view-model without a window.
    public Desktop desktop() {
        return desktop(new Sheets(new StackPane()));
    }

    /// A screen with its sheets over it, as a window shows them.
    public Parent shown(Function<Desktop, Screen> screen) {
        return TestDesk.shown(this::desktop, screen, made -> {});
    }

    private record NoFaults() implements Faults {
        @Override
        public void show(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void note(Throwable fault) {
            throw new AssertionError(fault);
        }
    }
}
