package fourfold.ui.threat;

import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DIGIT5;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Windowed;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screens about threats by keyboard alone.
@Windowed
final class ThreatKeysTest {

    @TempDir
    static Path folder;

    private static ThreatOffice office;

    @BeforeAll
    static void begin() {
        office = ThreatOffice.loaded(folder.resolve("vault"));
    }

    @AfterAll
    static void end() {
        office.close();
    }

    @Test
    void aThreatIsFoundOpenedAndLeftWithTheListAsItWas() {
        try (var hand = new Hand(() -> office.shell(new Place.Threats("")))) {
            hand.at(".filter-text").type("0002 nutmeg").press(DOWN);
            assertTrue(hand.sees(".reading"));
            hand.press(ENTER);
            var file = assertInstanceOf(Place.ThreatFile.class, office.navigator().current().get());
            assertEquals(office.id("DER-0002"), file.threat());
            hand.press(ALT, LEFT);
            assertInstanceOf(Place.Threats.class, office.navigator().current().get());
            assertEquals("0002 nutmeg", ((javafx.scene.control.TextField) hand.node(".filter-text")).getText());
        }
    }

    @Test
    void aConditionIsAddedByTypingAPartOfIt() {
        try (var hand = new Hand(() -> office.shell(new Place.Threats("")))) {
            hand.at(".filter-text").press(TAB).type("tier 1").press(ENTER);
            assertTrue(hand.sees(".chip"));
        }
    }

    @Test
    void aNewThreatIsMadeFromTheList() {
        try (var hand = new Hand(() -> office.shell(new Place.Threats("")))) {
            hand.press(CONTROL, N).type("Op Lantern").press(TAB).press(SPACE);
            hand.press(CONTROL, ENTER);
            assertTrue(hand.sees(".problem-bar"), "the primary area and the master list reason are missing");
            hand.type("ill");
            hand.press(TAB, 5).type("Not sent yet");
            hand.press(CONTROL, ENTER);
            var file = assertInstanceOf(Place.ThreatFile.class, office.navigator().current().get());
            var made = office.office().threats().open(new Id<Threat>(file.threat())).orThrow().record();
            assertEquals("Op Lantern", made.get(Threat.NAME));
            assertEquals(ThreatKind.OCG, made.get(Threat.KIND));
        }
    }

    @Test
    void aChangeIsSavedAndEscapeLosesNothing() {
        var place = new Place.ThreatFile(office.id("DER-0013"), Place.Tab.OVERVIEW);
        try (var hand = new Hand(() -> office.shell(place))) {
            hand.press(F2).press(CONTROL, javafx.scene.input.KeyCode.A).type("Op Eyre").press(ESCAPE);
            assertEquals(1, office.desktop().sheets().unfinished().size());
            hand.press(F2);
            assertNotNull(office.desktop().sheets().open().get());
            hand.press(CONTROL, ENTER);
            assertEquals("Op Eyre", office.kept("DER-0013").record().get(Threat.NAME));
        }
    }

    @Test
    void twoVersionsAreComparedByKeyboard() {
        var place = new Place.ThreatFile(office.id(office.changedRef()), Place.Tab.OVERVIEW);
        try (var hand = new Hand(() -> office.shell(place))) {
            hand.press(ALT, DIGIT5).at(".timeline .table-view").press(SHIFT, DOWN);
            assertTrue(hand.sees(".versions"));
        }
    }
}
