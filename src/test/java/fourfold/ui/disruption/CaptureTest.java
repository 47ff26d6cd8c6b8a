package fourfold.ui.disruption;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DIGIT1;
import static javafx.scene.input.KeyCode.DIGIT2;
import static javafx.scene.input.KeyCode.DIGIT3;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.P;
import fourfold.core.threat.ThreatKind;
import fourfold.desk.EventFilter;
import fourfold.desk.ThreatName;
import fourfold.ui.kit.Sheets;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Quick capture on a real vault, by keyboard alone.
@Windowed
final class CaptureTest {

    @RegisterExtension
    private static final EventRoom ROOM = new EventRoom();

    private static ThreatName group() {
        return some(ThreatKind.OCG);
    }

    private static ThreatName some(ThreatKind kind) {
        return ROOM.office().disruptions().begin(new fourfold.desk.DisruptionDesk.Beginning(null, null)).orThrow().threats().stream()
                .filter(threat -> threat.kind().filter(kind::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static CaptureViewModel model(Desktop desktop, String key) {
        return new CaptureViewModel(desktop.office(), desktop.tools(), desktop.go(), key, null, null);
    }

    private static Desktop desktop() {
        Shots.toolkit();
        return ROOM.desktop(Shots.onScreen(EventRoom::over));
    }

    /// Counts what a person presses.
    private static final class Counted {
        private final Hand hand;
        private int presses;

        Counted(Hand hand) {
            this.hand = hand;
        }

        Counted type(String text) {
            presses += text.length();
            hand.type(text);
            return this;
        }

        Counted press(KeyCode... keys) {
            presses += 1;
            hand.press(keys);
            return this;
        }
    }

    @Test
    void anEventIsRecordedByKeysAloneInLessThanAMinuteOfTyping() {
        var at = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> {
            var sheets = EventRoom.over();
            at.set(ROOM.desktop(sheets));
            return sheets;
        })) {
            Shots.run(() -> DisruptionScreens.capture(at.get(), null, null));
            var keys = new Counted(hand);
            keys.type("Warrant at lock-up, 2 kg cocaine seized, 3 arrests").press(TAB);
            keys.type(group().ref()).press(TAB);
            keys.type("today").press(TAB);
            keys.press(DIGIT1).press(TAB);
            keys.press(DIGIT1).press(TAB).press(TAB);
            keys.press(DIGIT2).press(TAB);
            keys.type("Lost its stock and its driver").press(TAB);
            keys.type("Crime 22*301").press(CONTROL, ENTER);
            assertFalse(hand.sees(".side-sheet"), "the sheet closes when the event is saved");
            // 40 words a minute, a slow typist: 200 presses a minute
            assertTrue(keys.presses < 200, keys.presses + " presses");
        }
        var event = newest();
        assertEquals(group().id(), event.get(Disruption.THREAT));
        assertEquals(at.get().office().session().today(), event.get(Disruption.EVENT_DATE));
        assertEquals(P.PURSUE, event.get(Disruption.FOUR_P));
        assertEquals(DisruptionType.LEAD, event.get(Disruption.TYPE));
        assertEquals("EMSOU", event.get(Disruption.LEAD_AGENCY));
        assertEquals(Category.MODERATE, event.get(Disruption.CATEGORY));
        assertEquals("Lost its stock and its driver", event.get(Disruption.CATEGORY_REASON));
        assertEquals("Crime 22*301", event.get(Disruption.EVIDENCE));
        assertEquals(EventModeration.AWAITING, event.get(Disruption.MODERATION));
        var said = at.get().tools().status().message().get();
        assertNotNull(said);
        assertEquals(event.get(Disruption.REF) + " is recorded.", said.text());
        said.action().run();
        assertEquals(new Place.DisruptionFile(event.id().value()), at.get().go().current().get());
    }

    private static Disruption newest() {
        var all = ROOM.office().disruptions().list(EventFilter.ALL, 5000).orThrow().lines();
        return all.stream()
                .map(line -> line.kept())
                .max(java.util.Comparator.comparingLong(kept -> kept.version()))
                .orElseThrow()
                .record();
    }

    @Test
    void theVerdictFollowsWhatIsTyped() {
        var model = model(desktop(), "capture/verdict");
        assertEquals(CountingVerdict.Standing.NOT_YET, model.verdict().get().standing());
        model.threat.set(group());
        model.event.type.set(DisruptionType.LEAD);
        model.event.category.set(Category.MINOR);
        assertEquals(CountingVerdict.Standing.COUNTS, model.verdict().get().standing());
        model.event.type.set(DisruptionType.SUPPORT);
        assertTrue(model.verdict().get().sentence().contains("support event"), model.verdict().get().sentence());
        model.event.type.set(DisruptionType.LEAD);
        model.threat.set(some(ThreatKind.VULNERABILITY));
        assertEquals(CountingVerdict.Standing.DOES_NOT_COUNT, model.verdict().get().standing());
    }

    @Test
    void aRefusedEventKeepsEverythingAndSaysWhatIsMissingBesideTheFields() {
        var model = model(desktop(), "capture/refused");
        model.event.summary.set("Recall to prison");
        model.event.type.set(DisruptionType.SUPPORT);
        model.save.run();
        assertEquals("Say which threat was disrupted.", model.threat.flaw().get());
        assertEquals("Say when it happened.", model.event.eventDate.flaw().get());
        assertEquals("Choose the primary P.", model.event.p.flaw().get());
        assertEquals("Name the agency that led the event you supported.", model.event.leadAgency.flaw().get());
        assertEquals("Recall to prison", model.event.summary.get());
        assertTrue(model.hasUnsaved());
    }

    @Test
    void aFlawInTheLongerPartUnfoldsIt() {
        var model = model(desktop(), "capture/longer");
        fill(model);
        model.event.otherPs.set(Set.of(P.PURSUE));
        assertFalse(model.more.get());
        model.save.run();
        assertTrue(model.more.get());
        assertEquals("The primary P cannot be a secondary P as well.", model.event.otherPs.flaw().get());
    }

    private static void fill(CaptureViewModel model) {
        model.event.summary.set("Warrant at a storage unit in Swadlincote, 2 kg of cocaine and a hired van seized, three people arrested");
        model.threat.set(group());
        model.event.eventDate.set(model.today().minusDays(1));
        model.event.p.set(P.PURSUE);
        model.event.type.set(DisruptionType.LEAD);
        model.event.supporting.set(new LinkedHashSet<>(List.of("Derbyshire", "HMRC")));
        model.event.category.set(Category.MODERATE);
        model.event.categoryReason.set("The group lost its stock, its store and its driver; its phones have been quiet since.");
        model.event.evidence.set("Crime 22*301447; exhibits list 14");
    }

    @Test
    void saveAndAnotherKeepsTheThreatAndTheDayAndNothingElse() {
        var model = model(desktop(), "capture/another");
        fill(model);
        model.event.people.getFirst().set(3L);
        model.another.run();
        assertEquals(3L, newest().get(Disruption.ARRESTS));
        assertEquals(group(), model.threat.get());
        assertEquals(model.today().minusDays(1), model.event.eventDate.get());
        assertEquals("", model.event.summary.get());
        assertEquals(null, model.event.p.get());
        assertEquals(null, model.event.people.getFirst().get());
        assertFalse(model.hasUnsaved());
    }

    @Test
    void whatWasTypedIsBackAfterTheVaultWasLocked() {
        var model = model(desktop(), "capture/draft");
        fill(model);
        model.event.money.getFirst().set(new java.math.BigDecimal("18400.00"));
        model.keepDraft();
        ROOM.as(EventRoom.SUPERVISOR);
        var stranger = model(desktop(), "capture/draft");
        assertFalse(stranger.hasUnsaved(), "a draft is its writer's alone");
        ROOM.as(EventRoom.LRO);
        var again = model(desktop(), "capture/draft");
        assertEquals(model.event.texts(), again.event.texts());
        assertEquals(model.threat.get(), again.threat.get());
        again.save.run();
        assertTrue(ROOM.office().drafts().at("capture/draft").isEmpty(), "a saved draft is gone");
    }

    @Test
    void escapeKeepsTheSheetAndTheNextShortcutBringsItBack() {
        var at = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> {
            var sheets = EventRoom.over();
            at.set(ROOM.desktop(sheets));
            return sheets;
        })) {
            Shots.run(() -> DisruptionScreens.capture(at.get(), null, null));
            hand.type("Recall to prison").press(ESCAPE);
            assertFalse(hand.sees(".side-sheet"));
            assertEquals("Recall to prison", ROOM.office().drafts().at("capture").orElseThrow().texts().get("summary"));
            Shots.run(() -> DisruptionScreens.capture(at.get(), null, null));
            assertEquals(
                    "Recall to prison",
                    ((javafx.scene.control.TextInputControl) hand.node(".side-sheet .text-area")).getText());
            hand.press(CONTROL, SHIFT, ENTER);
            assertTrue(hand.sees(".flaw"), "a refused event stays with what is wrong beside its fields");
            hand.press(DIGIT3);
        } finally {
            ROOM.office().drafts().discard("capture");
        }
    }

    private static void picture(String name, Consumer<CaptureViewModel> with) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> {
            var sheets = EventRoom.over();
            show(sheets, name, with);
            return sheets;
        }));
        ROOM.office().drafts().discard(name);
    }

    private static void show(Sheets sheets, String key, Consumer<CaptureViewModel> with) {
        var desktop = ROOM.desktop(sheets);
        var model = model(desktop, key);
        var sheet = CaptureView.sheet(key, model, desktop.office().reference());
        sheets.open(key, () -> sheet);
        with.accept(model);
    }

    @Test
    void theEmptySheetShowsWithoutASlip() {
        picture("capture-empty", model -> {});
    }

    @Test
    void theFilledSheetShowsWithoutASlip() {
        picture("capture-filled", CaptureTest::fill);
    }

    @Test
    void theRefusedSheetShowsWithoutASlip() {
        picture("capture-refused", model -> {
            model.event.type.set(DisruptionType.SUPPORT);
            model.save.run();
        });
    }

    @Test
    void theLongSheetShowsWithoutASlip() {
        picture("capture-more", model -> {
            fill(model);
            model.more.set(true);
            model.event.otherPs.set(Set.of(P.PROTECT));
            model.event.people.getFirst().set(3L);
            model.event.money.getFirst().set(new java.math.BigDecimal("18400.00"));
            model.event.otherPs.attend();
        });
    }
}
