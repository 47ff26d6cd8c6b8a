package fourfold.ui.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.threat.Threat;
import fourfold.core.threat.Tier;
import fourfold.desk.HomeDesk;
import fourfold.desk.Neighbour;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.ui.TestDesk;
import fourfold.ui.home.HomeScreens;
import fourfold.ui.parts.Proposing;
import fourfold.ui.place.Place;
import fourfold.ui.place.Place.Unsettled;
import fourfold.ui.threat.ThreatScreens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settling and answering on a real vault of EMSOU, into which a neighbour's entries have come.
@Windowed
final class SettleScreensTest {

    private static final String LRO = "X11007";

    @TempDir
    Path folder;

    private Office office;

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    @BeforeEach
    void aNeighbourHasWritten() {
        office = TestVaults.begin(
                folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
        TestVaults.add(office, LRO, "LRO 001", Set.of(Role.LRO));
        load("North");
        Neighbour.changesTheArea(office, "Derbyshire", "EMS-0001", "West");
        Neighbour.changesTheArea(office, "Derbyshire", "EMS-0002", "West");
        Neighbour.proposes(office, "Derbyshire", "EMS-0002", Tier.TIER_1);
        load("South");
    }

    @AfterEach
    void close() {
        office.close();
        office.lobby().close();
    }

    private void load(String area) {
        var text = "Threat ref,Name,Threat kind,Owning agency,Area,Tier\n"
                + "EMS-0001,Op Kiln,Organised crime group,EMSOU," + area + ",Tier 3\n"
                + "EMS-0002,Op Loom,Organised crime group,EMSOU," + area + ",Tier 3\n"
                + "EMS-0003,Op Weir,Organised crime group,Derbyshire,North,Tier 3\n";
        TestVaults.loadThreats(office, text);
    }

    private UUID threat(String ref) {
        return office.threats().open(ref).orThrow().record().id().value();
    }

    private String area(String ref) {
        return office.threats().open(ref).orThrow().record().get(Threat.AREA);
    }

    private static ConflictsViewModel.Line chosen(ConflictsViewModel model) {
        return Objects.requireNonNull(model.lines.selected().get());
    }

    private static String entry(ConflictsViewModel model, String value) {
        return chosen(model).field().values().stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .orElseThrow()
                .entry();
    }

    private void clean(String name, Unsettled list) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> new TestDesk(office)
                .shown(desktop -> SettleScreens.conflicts(desktop, list, Optional.empty()))));
    }

    @Test
    void bothListsAreSavedAsTheyAreShown() throws IOException {
        for (var list : Unsettled.values()) {
            var desk = new TestDesk(office);
            var file = folder.resolve(list.name() + ".csv");
            desk.prompts().path(file);
            var screen = Shots.onScreen(() -> SettleScreens.conflicts(desk.desktop(), list, Optional.empty()));
            Shots.run(() -> TestDesk.run(screen, "table.save"));
            assertTrue(Files.readString(file).contains("Op Loom"), Files.readString(file));
            Shots.run(screen.leave()::run);
        }
    }

    @Test
    void aConflictIsSettledWithAValueThatStandsAndTheNextOneFollows() {
        var desk = new TestDesk(office);
        try (var model = new ConflictsViewModel(desk.desktop(), Optional.of(threat("EMS-0001")))) {
            assertEquals(2, model.lines.all().size());
            assertEquals("EMS-0001", chosen(model).record().ref());
            model.settle.run();
            assertEquals("Choose the value that holds, or write another.", model.choice.flaw().get());
            model.choice.set(entry(model, "West"));
            model.settle.run();
            assertEquals("Say why this value holds.", model.reason.flaw().get());
            model.reason.set("Seen there");
            model.settle.run();
            assertEquals("West", area("EMS-0001"));
            assertEquals("EMS-0001  Op Kiln: Area is settled. One more waits.", desk.said());
            assertEquals("EMS-0002", chosen(model).record().ref());
            assertEquals("", model.reason.get());
            model.choice.set(ConflictsViewModel.ANOTHER);
            model.other.set("East");
            model.reason.set("Both are out of date");
            model.settle.run();
            assertEquals("East", area("EMS-0002"));
            assertNull(model.lines.selected().get());
            assertEquals("Nothing is in conflict.", model.settle.whyNot().getValue());
        }
        clean("conflicts-empty", Unsettled.IN_CONFLICT);
    }

    @Test
    void whatIsTypedForALineStaysWithItWhileAnotherIsLookedAt() {
        try (var model = new ConflictsViewModel(new TestDesk(office).desktop(), Optional.empty())) {
            var first = chosen(model);
            var west = entry(model, "West");
            model.choice.set(west);
            model.reason.set("Half a sen");
            model.lines.selected().set(model.lines.all().stream().filter(line -> line != first).findFirst().orElseThrow());
            assertEquals("", model.reason.get());
            assertNull(model.choice.get());
            model.lines.selected().set(first);
            assertEquals("Half a sen", model.reason.get());
            assertEquals(west, model.choice.get());
        }
    }

    @Test
    void whatIsTypedForLinesIsBackAfterALockUntilItIsSettled() {
        var desk = new TestDesk(office);
        var screen = Shots.onScreen(() -> SettleScreens.conflicts(desk.desktop(), Unsettled.IN_CONFLICT, Optional.empty()));
        Shots.run(screen.leave()::run);
        assertEquals(List.of(), office.drafts().mine(), "nothing was typed");
        try (var model = new ConflictsViewModel(desk.desktop(), Optional.of(threat("EMS-0001")))) {
            model.choice.set(ConflictsViewModel.ANOTHER);
            model.other.set("East");
            model.lines.selected().set(model.lines.all().getLast());
            model.reason.set("Half a sen");
            model.keepDraft();
        }
        try (var model = new ProposalsViewModel(desk.desktop(), Optional.empty())) {
            model.reason.set("Not on this");
            model.keepDraft();
        }
        office = TestVaults.as(office, office.session().user());
        var again = new TestDesk(office);
        try (var model = new ConflictsViewModel(again.desktop(), Optional.of(threat("EMS-0001")))) {
            assertEquals(ConflictsViewModel.ANOTHER, model.choice.get());
            assertEquals("East", model.other.get());
            model.reason.set("Known now");
            model.settle.run();
            assertEquals("East", area("EMS-0001"));
            assertEquals("Half a sen", model.reason.get(), "of the next line");
            model.choice.set(entry(model, "West"));
            model.settle.run();
        }
        try (var model = new ProposalsViewModel(again.desktop(), Optional.empty())) {
            assertEquals("Not on this", model.reason.get());
            model.decline.run();
        }
        assertEquals(List.of(), office.drafts().mine(), "what is settled is no draft");
    }

    @Test
    void aProposalIsDeclinedWithAReasonOrAccepted() {
        Neighbour.proposes(office, "Derbyshire", "EMS-0001", Tier.TIER_2);
        var desk = new TestDesk(office);
        try (var model = new ProposalsViewModel(desk.desktop(), Optional.of(threat("EMS-0001")))) {
            model.decline.run();
            assertEquals("Say why the proposal is declined.", model.reason.flaw().get());
            model.reason.set("Not on this evidence");
            model.decline.run();
            assertEquals("EMS-0001  Op Kiln: the proposal of Derbyshire is declined. One more waits.", desk.said());
            model.accept.run();
            assertTrue(model.lines.all().isEmpty());
        }
        assertTrue(office.threats().open("EMS-0001").orThrow().record().is(Threat.TIER, Tier.TIER_3));
        assertTrue(office.threats().open("EMS-0002").orThrow().record().is(Threat.TIER, Tier.TIER_1));
        clean("proposals-empty", Unsettled.PROPOSED);
    }

    @Test
    void anOfficerWhoMayNotAnswerIsToldWhoMay() {
        office = TestVaults.as(office, LRO);
        try (var model = new ProposalsViewModel(new TestDesk(office).desktop(), Optional.empty())) {
            assertEquals("The proposal is answered by a supervisor.", model.whyNot("").getValue());
            assertFalse(model.accept.possible());
        }
        try (var model = new ConflictsViewModel(new TestDesk(office).desktop(), Optional.empty())) {
            assertTrue(chosen(model).field().governed() != model.settle.possible());
        }
        clean("proposals-barred", Unsettled.PROPOSED);
    }

    @Test
    void theLinesOfTheWorklistLeadHere() {
        var desk = new TestDesk(office);
        try (var hand = new Hand(() -> desk.shown(HomeScreens::home))) {
            Shots.run(() -> {
                var table = (TableView<?>) hand.node(".table-view");
                for (int i = 0; i < table.getItems().size(); i++)
                    if (((HomeDesk.Item) table.getItems().get(i)).group() == HomeDesk.Group.PROPOSED)
                        table.getSelectionModel().clearAndSelect(i);
            });
            hand.at(".table-view").press(KeyCode.ENTER);
        }
        assertEquals(
                new Place.Conflicts(Unsettled.PROPOSED, Optional.of(threat("EMS-0002"))), desk.go().current().get());
        clean("conflicts", Unsettled.IN_CONFLICT);
        clean("proposals", Unsettled.PROPOSED);
    }

    @Test
    void theThreatsHeadLeadsToItsConflictsAndProposals() {
        var desk = new TestDesk(office);
        var made = Shots.onScreen(() -> {
            var screen = ThreatScreens.file(desk.desktop(), threat("EMS-0002"), Place.Tab.OVERVIEW, new NoParts());
            new javafx.scene.Scene((javafx.scene.Parent) screen.node());
            ((javafx.scene.control.Hyperlink) screen.node().lookup("#threat-proposals")).fire();
            var first = desk.go().current().get();
            ((javafx.scene.control.Hyperlink) screen.node().lookup("#threat-conflicts")).fire();
            screen.leave().run();
            return List.of(first, desk.go().current().get());
        });
        var at = Optional.of(threat("EMS-0002"));
        assertEquals(
                List.of(new Place.Conflicts(Unsettled.PROPOSED, at), new Place.Conflicts(Unsettled.IN_CONFLICT, at)), made);
    }

    @Test
    void theStatusLineSaysWhenAChangeBecameAProposal() {
        Neighbour.changesTheArea(office, "Derbyshire", "EMS-0003", "West");
        var kept = office.threats().open("EMS-0003").orThrow();
        var values = Editing.of(Threat.FIELDS, Map.of("tier", "Tier 1"), ThreatDesk.CLOSED_FIELDS).orThrow();
        var saved = office.threats().edit(new ThreatDesk.Edit(kept.seen(), values, "Grown")).orThrow();
        var desk = new TestDesk(office);
        Proposing.say(desk.desktop(), saved, "Saved EMS-0003.");
        assertEquals("Proposed to Derbyshire: Tier.", desk.said());
        Proposing.say(desk.desktop(), office.threats().open("EMS-0001").orThrow(), "Saved EMS-0001.");
        assertEquals("Saved EMS-0001.", desk.said());
    }

    @Test
    void aConflictIsSettledByKeyboardAlone() {
        var desk = new TestDesk(office);
        var at = Optional.of(threat("EMS-0001"));
        try (var hand = new Hand(() -> desk.shown(desktop -> SettleScreens.conflicts(desktop, Unsettled.IN_CONFLICT, at)))) {
            hand.at(".table-view").press(KeyCode.TAB);
            var first = assertInstanceOf(RadioButton.class, hand.focused());
            hand.press(KeyCode.SPACE);
            assertTrue(Shots.onScreen(first::isSelected));
            for (int i = 0; i < 6 && !(hand.focused() instanceof javafx.scene.control.TextArea); i++) hand.press(KeyCode.TAB);
            assertInstanceOf(javafx.scene.control.TextArea.class, hand.focused());
            hand.type("seen there").press(KeyCode.CONTROL, KeyCode.ENTER);
            assertEquals(Shots.onScreen(first::getText), area("EMS-0001"));
            assertTrue(desk.said().endsWith("Area is settled. One more waits."), desk.said());
        }
    }

    private record NoParts() implements ThreatScreens.Parts {
        @Override
        public fourfold.ui.parts.Screen plan(UUID threat) {
            throw new AssertionError("not shown");
        }

        @Override
        public fourfold.ui.parts.Screen disruptions(UUID threat) {
            throw new AssertionError("not shown");
        }
    }
}
