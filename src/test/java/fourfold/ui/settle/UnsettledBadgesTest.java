package fourfold.ui.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.desk.Neighbour;
import fourfold.desk.Office;
import fourfold.desk.PlanDesk;
import fourfold.desk.TestVaults;
import fourfold.desk.Waiting;
import fourfold.ui.TestDesk;
import fourfold.ui.disruption.DisruptionScreens;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import fourfold.ui.place.Place.Unsettled;
import fourfold.ui.plan.PlanScreens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The badges on plans, actions, events and links of events that a neighbour's entries have left unsettled.
@Windowed
final class UnsettledBadgesTest {

    @TempDir
    Path folder;

    private Office office;
    private Id<Threat> threat;
    private Kept<Action> action;

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    @BeforeEach
    void aPlanWithAnAction() {
        office = TestVaults.begin(
                folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
        TestVaults.loadThreats(office, "Threat ref,Name,Threat kind,Owning agency\nEMS-0001,Op Kiln,Organised crime group,EMSOU\n");
        threat = office.threats().open("EMS-0001").orThrow().record().id();
        action = office.plans()
                .add(new PlanDesk.AddAction(
                        threat,
                        Editing.of(Action.FIELDS, Map.of("title", "Trace the van", "p", "Pursue"), PlanDesk.CLOSED_ACTION_FIELDS)
                                .orThrow()))
                .orThrow();
    }

    @AfterEach
    void close() {
        office.close();
        office.lobby().close();
    }

    private Kept<Plan> plan() {
        return office.plans().plan("EMS-0001").orThrow();
    }

    /// What each badge leads to, with the keyboard alone.
    private void leads(Function<Desktop, Screen> screen, Map<String, Place> badges) {
        var desk = new TestDesk(office);
        try (var hand = new Hand(() -> desk.shown(screen))) {
            badges.forEach((badge, place) -> {
                hand.at(badge).press(KeyCode.SPACE);
                assertEquals(place, desk.go().current().get());
            });
        }
    }

    private void clean(String name, Function<Desktop, Screen> screen) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> new TestDesk(office).shown(screen)));
    }

    private static Place at(Unsettled list, Id<?> record) {
        return new Place.Conflicts(list, Optional.of(record.value()));
    }

    /// Two neighbours change a field without having seen each other's change.
    private <K extends Entity<K>> void contradict(Kept<K> seen, Operation operation, String field, String one, String other) {
        Neighbour.writes(office, "Derbyshire", seen, operation, Map.of(field, Json.of(one)));
        Neighbour.writes(office, "Leicestershire", seen, operation, Map.of(field, Json.of(other)));
    }

    private boolean isMarked(Function<Desktop, Screen> screen) {
        var desk = new TestDesk(office);
        try (var hand = new Hand(() -> desk.shown(screen))) {
            return Shots.onScreen(() -> hand.scene().getRoot().lookupAll(".hyperlink").stream()
                    .anyMatch(link -> link.getStyleClass().contains("badge")));
        }
    }

    @Test
    void theBoardMarksThePlanAndTheActionsThatWait() {
        Function<Desktop, Screen> board = desktop -> PlanScreens.board(desktop, threat.value());
        assertFalse(isMarked(board));
        contradict(plan(), Operation.EDIT, "objective", "Stop the supply", "Arrest the three");
        contradict(action, Operation.EDIT, "title", "Trace the van", "Trace both vans");
        Neighbour.writes(office, "Derbyshire", plan(), Operation.PROPOSE, Map.of("marking", Json.of("OFFICIAL")));
        assertTrue(isMarked(board));
        leads(board, Map.of(
                "#plan-conflicts", at(Unsettled.IN_CONFLICT, plan().record().id()),
                "#plan-proposals", at(Unsettled.PROPOSED, plan().record().id()),
                "#action-conflicts", at(Unsettled.IN_CONFLICT, action.record().id())));
        clean("board-unsettled", board);
        var desk = new TestDesk(office);
        try (var hand = new Hand(() -> desk.shown(board))) {
            var card = hand.node("#card-" + action.record().get(Action.REF)).getAccessibleText();
            assertTrue(card.startsWith("Trace the van, In conflict, "), card);
        }
    }

    @Test
    void aPressedBadgeOnACardOpensTheListAndNotTheAction() {
        contradict(action, Operation.EDIT, "title", "Trace the van", "Trace both vans");
        var desk = new TestDesk(office);
        try (var hand = new Hand(() -> desk.shown(desktop -> PlanScreens.board(desktop, threat.value())))) {
            Shots.run(() -> hand.node("#action-conflicts").fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1,
                    false, false, false, false, true, false, false, false, false, true, null)));
            assertFalse(hand.sees(".side-sheet"));
        }
    }

    private Kept<Disruption> event(String ref) {
        return office.disruptions().open(ref).orThrow();
    }

    private void events() {
        TestVaults.loadEvents(office, """
                Disruption ref,Threat ref,Disruption type,Lead agency,Event date,Record date,Primary 4P,Assessment Category,Summary
                DER-D-000001,EMS-0001,Lead Disruption,Derbyshire,2022-05-03,2022-05-04,Pursue,Minor,Warrants executed at two addresses
                LEI-D-000001,EMS-0001,Lead Disruption,Leicestershire,2022-05-03,2022-05-06,Pursue,Moderate,Joint warrants
                """);
    }

    @Test
    void anEventIsMarked() {
        events();
        var event = event("DER-D-000001");
        var id = event.record().id();
        Function<Desktop, Screen> file = desktop -> DisruptionScreens.file(desktop, id.value());
        assertFalse(isMarked(file));
        contradict(event, Operation.EDIT, "summary", "Warrants at two houses", "Warrants at three houses");
        Neighbour.writes(office, "Derbyshire", event, Operation.PROPOSE, Map.of("category", Json.of("MAJOR")));
        leads(file, Map.of(
                "#event-conflicts", at(Unsettled.IN_CONFLICT, id),
                "#event-proposals", at(Unsettled.PROPOSED, id)));
        clean("event-unsettled", file);
    }

    @Test
    void aLinkOfEventsOpensThePair() {
        var first = Id.<Disruption>named("disruption", "one");
        var second = Id.<Disruption>named("disruption", "other");
        var link = new Waiting(
                "link", EventLink.idFor(first, second).value(), "one, other", "", 1, Optional.empty(), List.of(first, second), "EMSOU");
        assertEquals(
                Optional.of(new Place.SameEvents(Optional.of(first.value()), Optional.of(second.value()))), SettleWords.place(link));
    }
}
