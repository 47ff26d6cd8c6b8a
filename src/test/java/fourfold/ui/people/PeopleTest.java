package fourfold.ui.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.ui.TestDesk;
import fourfold.ui.parts.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Windowed
final class PeopleTest {

    @TempDir
    static Path folder;

    private static Office office;

    @BeforeAll
    static void open() {
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.loadThreats(office);
        TestVaults.add(office, "X11003", "LRO 003", EnumSet.of(Role.LRO));
        TestVaults.add(office, "X22001", "Supervisor 1", EnumSet.of(Role.SUPERVISOR));
    }

    @AfterAll
    static void close() {
        office.close();
        office.lobby().close();
    }

    private static PeopleViewModel model(TestDesk desk) {
        var desktop = desk.desktop();
        return new PeopleViewModel(desktop, new PersonSheets(desktop, office.people()::all));
    }

    private static Kept<Person> person(String collar) {
        return office.people().all().stream()
                .filter(kept -> kept.record().get(Person.COLLAR).equals(collar))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thoseWithALogInStandFirstAndTypingFindsAnybody() {
        var model = model(new TestDesk(office));
        assertTrue(model.shown.getFirst().record().get(Person.LOGIN));
        model.filter.text().set("x11003");
        assertEquals(List.of("X11003"), model.shown.stream().map(kept -> kept.record().get(Person.COLLAR)).toList());
        model.close();
    }

    @Test
    void theListOfPeopleIsSavedAsItIsShown() throws IOException {
        var desk = new TestDesk(office);
        var file = folder.resolve("people.csv");
        desk.prompts().path(file);
        var screen = Shots.onScreen(() -> PeopleScreens.people(desk.desktop()));
        Shots.run(() -> TestDesk.run(screen, "table.save"));
        assertTrue(Files.readString(file).contains("LRO 003,X11003,"), Files.readString(file));
        Shots.run(screen.leave()::run);
    }

    @Test
    void somebodyNewIsLetInWithTheRolesAndTheManagerThatWereChosen() {
        var desk = new TestDesk(office);
        var model = new AddPersonViewModel(desk.desktop(), office.people().all(), null, () -> {});
        model.save.run();
        assertEquals("Give the collar number.", model.user.flaw().get());
        assertEquals("Choose at least one role.", model.roles.flaw().get());
        model.user.set("x33001");
        model.name.set("Analyst 1");
        model.roles.set(EnumSet.of(Role.ANALYST));
        model.manager.set(person("X22001").record());
        model.passphrase.set(TestVaults.PASSPHRASE);
        model.again.set("something else altogether");
        model.save.run();
        assertEquals("The two passphrases are not the same.", model.again.flaw().get());
        model.again.set(TestVaults.PASSPHRASE);
        model.save.run();
        assertEquals("Analyst 1 (X33001) can log in now.", desk.said());
        assertEquals("", model.passphrase.get());
        var added = person("X33001").record();
        assertEquals(Set.of(Role.ANALYST), added.get(Person.ROLES));
        assertEquals("X22001", added.get(Person.MANAGER));
    }

    @Test
    void rolesChangeAndTheLastAdministratorStays() {
        var desk = new TestDesk(office);
        var lro = new RolesViewModel(desk.desktop(), person("X11003").record(), () -> {});
        lro.roles.set(EnumSet.of(Role.LRO, Role.ANALYST));
        lro.save.run();
        assertEquals(Set.of(Role.LRO, Role.ANALYST), person("X11003").record().get(Person.ROLES));
        var admin = new RolesViewModel(desk.desktop(), person("X90001").record(), () -> {});
        admin.roles.set(EnumSet.of(Role.LRO));
        admin.save.run();
        assertEquals("A vault needs an administrator; make somebody else one first.", admin.problem().get().sentence());
    }

    @Test
    void detailsAreSavedOnTheVersionThatWasSeen() {
        var desk = new TestDesk(office);
        var mine = new DetailsViewModel(desk.desktop(), person("X22001"), office.people().all(), () -> {});
        var theirs = new DetailsViewModel(desk.desktop(), person("X22001"), office.people().all(), () -> {});
        theirs.unit.set("North");
        theirs.save.run();
        mine.trained.set(office.session().today());
        mine.save.run();
        assertEquals("Somebody saved this person after you opened it.", mine.problem().get().sentence());
        mine.keepMine();
        mine.unit.set("North");
        mine.save.run();
        assertEquals(office.session().today(), person("X22001").record().get(Person.TRAINED_ON));
        assertEquals("North", person("X22001").record().get(Person.UNIT));
    }

    @Test
    void aRemovedLogInIsAskedForOnceAndThePersonStaysInTheDirectory() {
        TestVaults.add(office, "X44001", "Leaver", EnumSet.of(Role.ANALYST));
        var desk = new TestDesk(office);
        var model = model(desk);
        model.chosen.set(person("X44001"));
        model.remove.run();
        assertTrue(person("X44001").record().get(Person.LOGIN), "nothing happens without the answer");
        desk.prompts().yes();
        model.remove.run();
        assertFalse(person("X44001").record().get(Person.LOGIN));
        model.chosen.set(person("X44001"));
        assertEquals("This is a directory entry without a log-in.", model.remove.whyNot().getValue());
        model.close();
    }

    @Test
    void onesOwnPassphraseChangesOnlyWithTheOldOneAndIsWiped() {
        var desk = new TestDesk(office);
        var model = new PassphraseViewModel(desk.desktop(), () -> {});
        model.now.set("not the passphrase at all");
        model.fresh.set("another horse battery staple");
        model.again.set("another horse battery staple");
        model.save.run();
        assertTrue(model.problem().get() != null, "a wrong passphrase is refused");
        model.now.set(TestVaults.PASSPHRASE);
        model.fresh.set(TestVaults.PASSPHRASE);
        model.again.set(TestVaults.PASSPHRASE);
        model.save.run();
        assertEquals("The new passphrase is the same as the old one.", model.fresh.flaw().get());
        model.fresh.set("another horse battery staple");
        model.again.set("another horse battery staple");
        model.save.run();
        assertEquals("Your passphrase is changed. The old one opens nothing any more.", desk.said());
        assertEquals("", model.fresh.get());
    }

    private static void clean(String name, Consumer<Screen> step) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> screen(new TestDesk(office), step)));
    }

    private static Parent screen(TestDesk desk, Consumer<Screen> step) {
        return desk.shown(PeopleScreens::people, screen -> {
            ((TableView<?>) table(screen)).getSelectionModel().select(1);
            step.accept(screen);
        });
    }

    private static javafx.scene.Node table(Screen screen) {
        screen.node().applyCss();
        return java.util.Objects.requireNonNull(find(screen.node()));
    }

    private static javafx.scene.@org.jspecify.annotations.Nullable Node find(javafx.scene.Node node) {
        if (node instanceof TableView<?>) return node;
        if (node instanceof Parent parent)
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = find(child);
                if (found != null) return found;
            }
        return null;
    }

    @Test
    void thePicturesHaveNoSlip() {
        clean("people", screen -> {});
        clean("people-add", screen -> TestDesk.run(screen, "people.add"));
        clean("people-roles", screen -> TestDesk.run(screen, "people.roles"));
        clean("people-details", screen -> TestDesk.run(screen, "people.details"));
        clean("people-passphrase", screen -> TestDesk.run(screen, "people.passphrase"));
    }

    @Test
    void aPersonIsAddedByKeyboardAlone() {
        try (var hand = new Hand(() -> new TestDesk(office).shown(PeopleScreens::people))) {
            hand.at("#people-add").press(KeyCode.SPACE);
            hand.type("X55001").press(KeyCode.TAB).type("LRO 055").press(KeyCode.TAB).press(KeyCode.SPACE);
            hand.press(KeyCode.TAB, 5).type(TestVaults.PASSPHRASE).press(KeyCode.TAB).type(TestVaults.PASSPHRASE);
            hand.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertEquals(Set.of(Role.LRO), person("X55001").record().get(Person.ROLES));
            assertFalse(hand.sees(".side-sheet"));
        }
    }

    @Test
    void whoeverIsNoAdministratorSeesWhyNot() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        var founded = TestVaults.begin(folder.resolve("second"), surroundings);
        TestVaults.add(founded, "X11001", "LRO 001", EnumSet.of(Role.LRO));
        var lobby = founded.lobby();
        founded.close();
        try (var lro = lobby.unlock(new Lobby.Unlock(
                        "X11001", TestVaults.PASSPHRASE.toCharArray(), false, fourfold.core.kernel.Watch.nobody()))
                .orThrow()) {
            var desktop = new TestDesk(lro).desktop();
            var model = new PeopleViewModel(desktop, new PersonSheets(desktop, lro.people()::all));
            assertEquals("Only an administrator may do this.", model.add.whyNot().getValue());
            assertTrue(model.passphrase.possible());
            model.close();
        } finally {
            lobby.close();
        }
    }
}
