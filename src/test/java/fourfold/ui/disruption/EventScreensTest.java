package fourfold.ui.disruption;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DIGIT3;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.P;
import fourfold.core.sync.Kept;
import fourfold.core.threat.ThreatKind;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.EventFilter;
import fourfold.desk.ThreatName;
import fourfold.ui.kit.Commands;
import fourfold.ui.kit.Page;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The screens of disruptions on a real vault: list, file, the part of a threat's file, moderation.
@Windowed
final class EventScreensTest {

    @RegisterExtension
    private static final EventRoom ROOM = new EventRoom();

    private static final List<Runnable> LEAVING = new ArrayList<>();

    @BeforeEach
    void asTheRecorder() {
        ROOM.as(EventRoom.LRO);
    }

    /// Screens that a test left open would go on reading on whatever thread writes next.
    @AfterEach
    void leave() {
        Shots.toolkit();
        Shots.run(() -> LEAVING.forEach(Runnable::run));
        LEAVING.clear();
    }

    private static ThreatName group() {
        return ROOM.office().disruptions().begin(new DisruptionDesk.Beginning(null, null)).orThrow().threats().stream()
                .filter(threat -> threat.kind().filter(ThreatKind.OCG::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /// An event as somebody records it.
    private static Kept<Disruption> recorded(String summary, String p) {
        var values = Editing.of(
                        Disruption.FIELDS,
                        Map.of(
                                "summary", summary,
                                "eventDate", "20/6/2022",
                                "p", p,
                                "type", "Lead Disruption",
                                "category", "Moderate",
                                "categoryReason", "The group lost its stock and its driver; its phones have been quiet since.",
                                "arrests", "3",
                                "assets", "18400",
                                "evidence", "Crime 22*301447"),
                        DisruptionDesk.CLOSED_FIELDS)
                .orThrow();
        return ROOM.office().disruptions().record(new DisruptionDesk.Record(group().id(), null, values)).orThrow();
    }

    private static Desktop desktop() {
        Shots.toolkit();
        return ROOM.desktop(Shots.onScreen(EventRoom::over));
    }

    @Test
    void theListNarrowsByConditionsThatHoldTogetherAndCountsWhatIsLeft() {
        var model = new EventListViewModel(desktop(), "");
        int all = model.events.now().lines().size();
        assertEquals(EventListViewModel.PART, all);
        assertEquals(Integer.toString((int) model.events.now().total()), model.filter.countWords().getValue());
        model.add(new EventCondition.Chosen("P", P.PREVENT));
        model.add(new EventCondition.Chosen("Category", Category.MAJOR));
        model.add(new EventCondition.Chosen("Category", Category.MODERATE));
        assertFalse(model.shown.isEmpty());
        for (var line : model.shown) {
            assertTrue(line.event().is(Disruption.FOUR_P, P.PREVENT));
            assertTrue(Set.of(Category.MAJOR, Category.MODERATE).contains(line.event().get(Disruption.CATEGORY)));
        }
        model.filter.chips().getFirst().remove().run();
        assertEquals(List.of("Category: Major", "Category: Moderate"), model.filter.chips().stream().map(chip -> chip.words()).toList());
        model.filter.clear();
        assertEquals(all, model.shown.size());
        model.more.run();
        assertEquals(2 * EventListViewModel.PART, model.shown.size());
        model.close();
    }

    @Test
    void whatCountsNationallyIsFilteredExactlyAsTheVerdictSays() {
        var desk = ROOM.office().disruptions();
        for (var yes : List.of(true, false)) {
            var filter = new EventFilter(
                    "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(yes));
            var found = desk.list(filter, 5000).orThrow();
            var all = desk.list(EventFilter.ALL, 5000).orThrow();
            assertEquals(all.lines().stream().filter(line -> line.verdict().counts() == yes).count(), found.matching());
            for (var line : found.lines()) assertEquals(yes, line.verdict().counts(), line.verdict().sentence());
        }
    }

    @Test
    void theListIsFoundAsItWasLeft() {
        var desktop = desktop();
        var model = new EventListViewModel(desktop, "");
        model.filter.text().set("warrant");
        model.add(new EventCondition.Counts(true));
        model.close();
        var again = new EventListViewModel(desktop, "");
        assertEquals("warrant", again.filter.text().get());
        assertEquals(ids(model), ids(again));
        again.close();
    }

    private static List<fourfold.core.kernel.Id<Disruption>> ids(EventListViewModel model) {
        return model.shown.stream().map(line -> line.event().id()).toList();
    }

    @Test
    void aWordOfTheThreatsNameFindsItsEvents() {
        var model = new EventListViewModel(desktop(), group().ref());
        assertFalse(model.shown.isEmpty());
        for (var line : model.shown) assertEquals(group().ref(), line.threatRef());
        model.close();
    }

    @Test
    void aPeriodTakesThePlaceOfAnotherAndMustNotEndBeforeItBegins() {
        var model = new EventListViewModel(desktop(), "");
        model.add(new EventCondition.Period("calendar year 2021", day(2021, 1, 1), day(2021, 12, 31)));
        model.from.set(day(2022, 5, 1));
        model.to.set(day(2022, 4, 1));
        model.takePeriod.run();
        assertEquals("The period ends before it begins.", model.to.flaw().get());
        model.to.set(day(2022, 5, 31));
        model.takePeriod.run();
        assertEquals(1, model.chosen.size());
        assertEquals("Sun 1 May 2022 to Tue 31 May 2022", model.chosen.getFirst().words());
        for (var line : model.shown) assertEquals(5, line.event().get(Disruption.EVENT_DATE).getMonthValue());
        model.close();
    }

    private static java.time.LocalDate day(int year, int month, int day) {
        return java.time.LocalDate.of(year, month, day);
    }

    @Test
    void enterOpensTheFileOfTheSelectedEvent() {
        var at = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> shown(at, desktop -> left(DisruptionScreens.list(desktop, ""))))) {
            hand.at(".table-view").press(DOWN).press(ENTER);
            assertTrue(at.get().go().current().get() instanceof Place.DisruptionFile);
            assertTrue(hand.sees(".event-facts"), "the reading pane follows the selection");
        }
    }

    private static Node left(Screen screen) {
        LEAVING.add(screen.leave());
        return screen.node();
    }

    private static javafx.scene.Parent shown(AtomicReference<Desktop> at, Function<Desktop, Node> node) {
        var below = new javafx.scene.layout.StackPane();
        var sheets = new fourfold.ui.kit.Sheets(below);
        at.set(ROOM.desktop(sheets));
        below.getChildren().setAll(node.apply(at.get()));
        LEAVING.add(() -> below.getChildren().clear());
        return sheets;
    }

    @Test
    void aCorrectionAsksWhyAndShowsInTheHistory() {
        var kept = recorded("Recall to prison of a courier", "Pursue");
        var desktop = desktop();
        var model = new CorrectViewModel(desktop.office(), desktop.tools(), "correct/test", kept);
        assertEquals("Recall to prison of a courier", model.event.summary.get());
        model.event.p.set(P.PREVENT);
        model.save.run();
        assertEquals("Say why you correct it.", model.reason.flaw().get());
        model.reason.set("Probation led the release plan");
        model.save.run();
        assertFalse(model.hasUnsaved());
        var file = new EventFileViewModel(desktop, kept.record().id());
        assertEquals(P.PREVENT, file.file.now().event().get(Disruption.FOUR_P));
        var newest = file.timeline.now().getFirst();
        assertEquals("Probation led the release plan", newest.reason());
        assertEquals(List.of(new fourfold.desk.HistoryDesk.FieldChange("Primary 4P", "Pursue", "Prevent")), newest.changes());
        file.close();
        model.close();
    }

    @Test
    void aCorrectionOnAnOlderVersionShowsTheConflictAndKeepsWhatWasTyped() {
        var kept = recorded("Cash seized at a car wash", "Pursue");
        var desktop = desktop();
        var mine = new CorrectViewModel(desktop.office(), desktop.tools(), "correct/mine", kept);
        var theirs = new CorrectViewModel(desktop.office(), desktop.tools(), "correct/theirs", kept);
        theirs.event.evidence.set("Exhibit 4");
        theirs.reason.set("Evidence added");
        theirs.save.run();
        mine.event.summary.set("Cash seized at two car washes");
        mine.reason.set("There were two");
        mine.save.run();
        assertTrue(mine.problem().get() instanceof fourfold.core.kernel.Problem.Conflict);
        mine.keepMine();
        assertEquals("Exhibit 4", mine.event.evidence.get());
        assertEquals("Cash seized at two car washes", mine.event.summary.get());
        mine.save.run();
        var now = ROOM.office().disruptions().open(kept.record().id()).orThrow().record();
        assertEquals("Cash seized at two car washes", now.get(Disruption.SUMMARY));
        assertEquals("Exhibit 4", now.get(Disruption.EVIDENCE));
        mine.close();
        theirs.close();
    }

    @Test
    void nobodyModeratesTheirOwnEventAndIsToldWhy() {
        var kept = recorded("Warrant at a lock-up", "Pursue");
        ROOM.as(EventRoom.SUPERVISOR);
        var own = recorded("Warrant at a garage", "Pursue");
        var model = new ModerationViewModel(desktop());
        model.selected.set(line(model, own));
        assertEquals("You recorded this event; somebody else has to moderate it.", model.bar().getValue());
        assertFalse(model.decide.possible());
        model.selected.set(line(model, kept));
        assertEquals("", model.bar().getValue());
        model.close();
    }

    private static fourfold.desk.EventLine line(ModerationViewModel model, Kept<Disruption> kept) {
        return model.waiting.stream()
                .filter(line -> line.event().id().equals(kept.record().id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterADecisionTheNextEventFollowsAndTheOneBeforeIsKeptWithItsReason() {
        recorded("School visit about county lines", "Prevent");
        recorded("Three arrests after a chase", "Pursue");
        ROOM.as(EventRoom.SUPERVISOR);
        var desktop = desktop();
        var model = new ModerationViewModel(desktop);
        var first = model.selected.get().event();
        int waiting = model.waiting.size();
        model.choose(Moderating.REGRADE);
        model.decide.run();
        assertEquals("Say why you decide so.", model.reason.flaw().get());
        model.reason.set("The effect was short");
        model.decide.run();
        assertEquals("Choose the category that it should have instead.", model.category.flaw().get());
        model.category.set(Category.MINOR);
        model.decide.run();
        assertEquals(waiting - 1, model.waiting.size());
        assertNotEquals(first.id(), model.selected.get().event().id());
        assertEquals("", model.reason.get());
        var file = ROOM.office().disruptions().file(first.id()).orThrow();
        assertEquals(EventModeration.REGRADED, file.event().get(Disruption.MODERATION));
        assertEquals(first.print(Disruption.CATEGORY) + " → Minor", file.decisions().getFirst().get(fourfold.core.review.Review.CONTENT));
        assertTrue(desktop.tools().status().message().get().text().startsWith(first.get(Disruption.REF) + ": regraded."));
        model.close();
    }

    @Test
    void whatAnExtractStatesAsAssessedNeverWaits() {
        var queue = ROOM.office().disruptions().waiting().orThrow();
        assertTrue(queue.waiting().stream().allMatch(line -> line.event().is(Disruption.MODERATION, EventModeration.AWAITING)));
        assertTrue(queue.waiting().size() < 200, "the example's assessed events were moderated outside");
    }

    @Test
    void anEventIsModeratedByKeysAlone() {
        var kept = recorded("Cuckooed flat closed, tenant rehoused", "Protect");
        ROOM.as(EventRoom.SUPERVISOR);
        var at = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> shown(at, EventScreensTest::moderation))) {
            @SuppressWarnings("unchecked")
            var table = (TableView<fourfold.desk.EventLine>) hand.node(".table-view");
            Shots.run(() -> table.getItems().stream()
                    .filter(line -> line.event().id().equals(kept.record().id()))
                    .findFirst()
                    .ifPresent(line -> table.getSelectionModel().clearAndSelect(table.getItems().indexOf(line))));
            hand.at(".table-view").press(R).press(DIGIT3).press(TAB).type("Short effect").press(CONTROL, ENTER);
        }
        var event = ROOM.office().disruptions().open(kept.record().id()).orThrow().record();
        assertEquals(Category.MINOR, event.get(Disruption.CATEGORY));
        assertEquals("Short effect", event.get(Disruption.MODERATION_REASON));
    }

    @Test
    void noTwoCommandsOfAPlaceShareKeys() {
        var desktop = desktop();
        var kept = recorded("Van stopped", "Pursue");
        for (var screen : Shots.onScreen(() -> List.of(
                DisruptionScreens.file(desktop, kept.record().id().value()), DisruptionScreens.list(desktop, "")))) {
            assertEquals(List.of(), Commands.clashes(screen.commands()));
            left(screen);
        }
    }

    private static void picture(String name, Function<Desktop, Node> node) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> shown(new AtomicReference<>(), node)));
    }

    @Test
    void theListShowsWithoutASlip() {
        picture("events-list", desktop -> {
            var model = new EventListViewModel(desktop, "warrant");
            LEAVING.add(model::close);
            model.add(new EventCondition.Chosen("P", P.PURSUE));
            model.add(new EventCondition.Counts(true));
            var node = EventListView.of(model);
            model.selected.unbind();
            model.selected.set(model.shown.get(2));
            return node;
        });
    }

    @Test
    void theEmptyListShowsWithoutASlip() {
        picture("events-none", desktop -> left(DisruptionScreens.list(desktop, "nothing of the kind")));
    }

    @Test
    void theFileShowsWithoutASlip() {
        var kept = recorded("Warrant at a storage unit in Swadlincote, 2 kg of cocaine and a hired van seized", "Pursue");
        ROOM.as(EventRoom.SUPERVISOR);
        ROOM.office().disruptions()
                .moderate(new DisruptionDesk.Moderate(
                        kept.seen(), Moderating.REGRADE, Category.MINOR, "The stock was replaced within the week."))
                .orThrow();
        picture("event-file", desktop -> left(DisruptionScreens.file(desktop, kept.record().id().value())));
    }

    @Test
    void theEventsOfAThreatShowWithoutASlip() {
        picture("threat-events", desktop -> {
            var part = DisruptionScreens.pane(desktop, group().id().value());
            LEAVING.add(part.leave());
            return part.node();
        });
    }

    @Test
    void moderationShowsWithoutASlip() {
        recorded("School visit about county lines, 140 pupils", "Prevent");
        recorded("Three arrests after a chase through Derby", "Pursue");
        ROOM.as(EventRoom.SUPERVISOR);
        // it is a part of the page of reviews, which scrolls where the window is too low for it
        picture("moderation", desktop -> Page.untitled().content(moderation(desktop)));
    }

    private static Node moderation(Desktop desktop) {
        var part = DisruptionScreens.moderation(desktop);
        LEAVING.add(part.leave());
        return part.node();
    }
}
