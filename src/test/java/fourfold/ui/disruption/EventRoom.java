package fourfold.ui.disruption;

import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.core.access.Role;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.ui.ClassVault;
import fourfold.ui.kit.Faults;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Status;
import fourfold.ui.kit.Tools;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;

/// A vault with the example region, and a desktop over it as the program gives it to a feature, with everything done at
/// once.
final class EventRoom extends ClassVault {

    /// Records events.
    static final String LRO = "X90001";
    /// Moderates them.
    static final String SUPERVISOR = "X90002";

    private volatile boolean closed;

    @Override
    protected Office begin(Path folder) {
        var office = TestVaults.begin(folder, TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.add(office, SUPERVISOR, "Supervisor 1", EnumSet.of(Role.SUPERVISOR, Role.LRO));
        TestVaults.loadExample(office);
        return office;
    }

    @Override
    public void as(String user) {
        // what was typed before may come to rest while nobody is let in
        closed = true;
        super.as(user);
        closed = false;
    }

    @Override
    protected void close() {
        closed = true;
        super.close();
    }

    /// A desktop with these sheets.
    Desktop desktop(Sheets sheets) {
        var mine = office();
        var tools = new Tools(
                new InlineWork(), new Loud(() -> office() == mine && !closed), new Status(), new ScriptedPrompts());
        var go = new Navigator(new Place.Home());
        return new Desktop(mine, tools, go, sheets, (threat, action) -> {});
    }

    /// Sheets over a page with that content.
    static Sheets over(Node content) {
        return new Sheets(Page.untitled().content(content));
    }

    /// Sheets over a page of no interest.
    static Sheets over() {
        return over(Nodes.label("The page below"));
    }

    /// A fault is a failed test, as long as the test's office is open: what was typed may come to rest after it.
    private record Loud(BooleanSupplier open) implements Faults {
        @Override
        public void show(Throwable fault) {
            if (open.getAsBoolean()) throw new AssertionError(fault);
        }

        @Override
        public void note(Throwable fault) {
            show(fault);
        }
    }
}
