package fourfold.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.CssWarnings;
import fourfold.Looks;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.figures.Question;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.desk.DemoDesk;
import fourfold.desk.Office;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The whole program on the demonstration vault: every place in both themes and with text of double size, as it is wired in
/// a window of 1280 by 800, with no clipped text, no table that has to be scrolled sideways, nothing outside its parent, nothing without a name, nothing out of reach of Tab, no
/// faint text and no warning of a stylesheet. The pictures are in `target/shots/place-*.png`.
@Windowed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPlaceTest {

    private Startup startup;
    private Scene scene;
    private Stage stage;
    private DemoDesk.Demo demo;

    @BeforeAll
    void open(@TempDir Path folder) {
        var desk = new DemoDesk(ReferenceTables.read());
        demo = desk.prepare(folder.resolve("vault"), 1, Watch.nobody()).orThrow();
        Shots.toolkit();
        Shots.run(() -> {
            startup = new Startup(
                    new VaultDesk(desk.surroundings()),
                    new WindowProgram.Offered(List.of(demo.folder())),
                    Demo.hint(demo));
            scene = new Scene(startup.shell(), 1280, 800);
            startup.look().dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterAll
    void close() {
        Shots.run(() -> {
            startup.close();
            stage.close();
        });
    }

    private Office letIn(String user) {
        Shots.run(startup::lockNow);
        settle();
        var office = startup.door().letIn(user, DemoDesk.PASSPHRASE.toCharArray()).orThrow();
        Shots.run(() -> startup.door().enter(office));
        settle();
        return office;
    }

    @Test
    void everyPlaceOfAnLroIsInOrder() {
        var office = letIn(demo.lro());
        var threat = office.register()
                .list("threats", Map.of("lro", office.session().label()))
                .orThrow()
                .objects()
                .get()
                .stream()
                .map(row -> office.threats().open(row.get("ref").text()).orThrow().record())
                .filter(each -> !each.isClosed() && office.plans().plan(each.get(Threat.REF)).isDone())
                .findFirst()
                .orElseThrow();
        var event = office.disruptions()
                .open(office.register().list("disruptions", Map.of()).orThrow().objects().get().getFirst().get("ref").text())
                .orThrow();
        var plan = Plan.idFor(threat.id()).value();
        var places = new LinkedHashMap<String, Place>();
        places.put("home", new Place.Home());
        places.put("threats", new Place.Threats(""));
        for (var tab : Place.Tab.values())
            places.put("threat-" + tab.name().toLowerCase(java.util.Locale.ROOT), new Place.ThreatFile(threat.id().value(), tab));
        places.put("plans", new Place.Plans(""));
        places.put("board", new Place.PlanBoard(plan));
        places.put("events", new Place.Disruptions(""));
        places.put("event", new Place.DisruptionFile(event.record().id().value()));
        places.put("same-events", new Place.SameEvents(Optional.empty(), Optional.empty()));
        places.put("history", new Place.History("threat", threat.id().value()));
        places.put("meetings", new Place.Meetings(""));
        places.put("meeting", new Place.MeetingFile(office.meetings().list().orThrow().stream()
                .filter(line -> !line.reason().isBlank())
                .findFirst()
                .orElseThrow()
                .id()
                .value()));
        places.put("figures", new Place.Figures());
        office.freezing().freeze("Return for May 2022", Question.of("disruptions-year").by("agency", "p")).orThrow();
        places.put("frozen", new Place.Frozen(""));
        places.put("inspection", new Place.Inspection());
        places.put("conflicts", new Place.Conflicts(Place.Unsettled.IN_CONFLICT, Optional.empty()));
        places.put("proposals", new Place.Conflicts(Place.Unsettled.PROPOSED, Optional.empty()));
        places.put("packages", new Place.Packages());
        places.put("package-out", new Place.PackageOut());
        places.put("package-in", new Place.PackageIn());
        places.put("people", new Place.People());
        places.put("load", new Place.Load());
        places.put("guide", new Place.Guide(""));
        places.put("settings", new Place.Settings());
        assertEquals(List.of(), slips(places));
    }

    @Test
    void everyPlaceOfASupervisorIsInOrder() {
        var office = letIn(demo.supervisor());
        var waiting = office.home().worklist().orThrow().of(fourfold.desk.HomeDesk.Group.TO_REVIEW).getFirst();
        var places = new LinkedHashMap<String, Place>();
        places.put("supervisor-home", new Place.Home());
        places.put("reviews", new Place.Reviews());
        places.put("review", new Place.Review(Plan.idFor(waiting.threat().orElseThrow()).value()));
        assertEquals(List.of(), slips(places));
    }

    @Test
    void whatIsTypedWhenTheVaultLocksIsKeptAndTheHomeScreenLeadsBackToIt() {
        letIn(demo.lro());
        Shots.run(() -> Objects.requireNonNull(startup.workspace()).capture(null, null));
        settle();
        var summary = Shots.onScreen(() -> (TextInputControl) scene.lookup(".side-sheet .text-area"));
        Shots.run(() -> summary.setText("Typed within a second of the lock"));
        var office = letIn(demo.lro());
        assertEquals(
                "Typed within a second of the lock",
                office.drafts().at("capture").orElseThrow().texts().get("summary"));
        Shots.save("place-home-draft", scene);
        Shots.run(() -> ((Hyperlink) scene.lookup("#home-draft")).fire());
        settle();
        assertEquals(
                "Typed within a second of the lock",
                Shots.onScreen(() -> ((TextInputControl) scene.lookup(".side-sheet .text-area")).getText()));
        Shots.run(() -> ((TextInputControl) scene.lookup(".side-sheet .text-area")).clear());
        letIn(demo.lro());
        assertNull(Shots.onScreen(() -> scene.lookup("#home-draft")), "nothing waits any more");
    }

    @Test
    void nothingThatWasSaidStaysWhenTheVaultLocks() {
        letIn(demo.lro());
        Shots.run(() -> startup.say("Saved EMS-0001, Op Kiln."));
        settle();
        assertTrue(isSaid());
        Shots.run(startup::lockNow);
        settle();
        assertFalse(isSaid());
    }

    private boolean isSaid() {
        return Shots.onScreen(() -> scene.getRoot().lookupAll(".said-words").stream()
                .anyMatch(words -> words instanceof Labeled label && label.getText().contains("Op Kiln")));
    }

    @Test
    void theDoorIsInOrder() {
        Shots.run(startup::lockNow);
        Shots.run(() -> startup.navigator().restart(new Place.Unlock()));
        settle();
        assertInstanceOf(PasswordField.class, Shots.onScreen(scene::getFocusOwner), "one types the passphrase at once");
        var places = new LinkedHashMap<String, Place>();
        places.put("unlock", new Place.Unlock());
        places.put("new-vault", new Place.NewVault());
        assertEquals(List.of(), slips(places));
    }

    private List<String> slips(Map<String, Place> places) {
        var slips = new ArrayList<String>();
        places.forEach((name, place) -> {
            for (var mode : List.of("light", "dark", "200")) {
                Shots.run(() -> {
                    startup.look().dark().set(mode.equals("dark"));
                    startup.look().percent().set(mode.equals("200") ? 200 : 100);
                });
                try (var warnings = new CssWarnings()) {
                    Shots.run(() -> startup.navigator().go(place));
                    settle();
                    Shots.save("place-" + name + "-" + mode, scene);
                    Shots.onScreen(() -> Looks.slips(scene)).forEach(slip -> slips.add(name + " " + mode + ": " + slip));
                    Shots.onScreen(() -> wideTables(name + " " + mode)).forEach(slips::add);
                    warnings.texts().forEach(text -> slips.add(name + " " + mode + ": " + text));
                }
                Shots.run(() -> startup.navigator().go(new Place.Guide("words")));
                settle();
            }
        });
        Shots.run(() -> {
            startup.look().dark().set(false);
            startup.look().percent().set(100);
        });
        return slips;
    }

    /// Every table shows as many columns as there is room for, so that none has to be scrolled sideways.
    private List<String> wideTables(String where) {
        return scene.getRoot().lookupAll(".table-view .scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL)
                .map(bar -> where + ": a table has to be scrolled sideways")
                .toList();
    }

    private void settle() {
        int quiet = 0;
        for (int i = 0; i < 1200 && quiet < 4; i++) {
            LockSupport.parkNanos(30_000_000L);
            quiet = Shots.onScreen(startup::isQuiet) ? quiet + 1 : 0;
        }
        Shots.settle(scene);
    }
}
