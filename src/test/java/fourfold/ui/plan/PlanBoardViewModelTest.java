package fourfold.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.ui.DeskVault;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The board, its cards and the way to a first plan, on a real vault without a window.
final class PlanBoardViewModelTest {

    @RegisterExtension
    private static final DeskVault VAULT = new DeskVault();

    private static PlanBoardViewModel board(Id<Threat> threat) {
        return new PlanBoardViewModel(VAULT.desktop(), threat.value());
    }

    private static PlanBoardViewModel fromTemplate() {
        var threat = VAULT.bare();
        var begin = new BeginViewModel(VAULT.desktop(), VAULT.office().plans().board(threat).orThrow());
        assertEquals("", begin.fromTemplate.run());
        begin.close();
        return board(threat);
    }

    private static Kept<Action> first(PlanBoardViewModel board, P p) {
        return board.board.now().under(p).getFirst();
    }

    @Test
    void aMovedCardCanBeMovedBackFromTheStatusLine() {
        var board = fromTemplate();
        var action = first(board, P.PURSUE);
        board.chosen.set(action.record().id());
        board.right.run();
        assertTrue(board.board.now().under(P.PREVENT).stream().anyMatch(one -> one.record().id().equals(action.record().id())));
        var undo = Objects.requireNonNull(board.desktop.tools().status().message().get()).action();
        assertNotNull(undo);
        undo.run();
        assertTrue(board.board.now().under(P.PURSUE).stream().anyMatch(one -> one.record().id().equals(action.record().id())));
        board.close();
    }

    @Test
    void decliningAsksForAReasonAndKeepsItAsTheResult() {
        var board = fromTemplate();
        var sheet = new ActionViewModel(board, first(board, P.PROTECT));
        assertFalse(sheet.statuses().contains(ActionStatus.BLOCKED));
        sheet.status.set(ActionStatus.DECLINED);
        sheet.save.run();
        assertTrue(sheet.problem().get() instanceof Problem.NeedsReason);
        sheet.giveReason("The unit has nobody free until May.");
        var id = Objects.requireNonNull(sheet.action()).record().id();
        var after = board.board.now().bareActions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        assertTrue(after.is(Action.STATUS, ActionStatus.DECLINED));
        assertEquals("The unit has nobody free until May.", after.get(Action.RESULT));
        sheet.close();
        board.close();
    }

    @Test
    void theGuideEndsOnlyWhenEachPHasAnActionOrAReason() {
        var threat = VAULT.bare();
        var begin = new BeginViewModel(VAULT.desktop(), VAULT.office().plans().board(threat).orThrow());
        assertEquals("Pursue is empty: add an action, or say why none is needed.", begin.finish.run());
        var template = begin.template().orElseThrow();
        part(begin, P.PURSUE).proposals().set(Set.of(template.part(P.PURSUE).prompts().getFirst()));
        part(begin, P.PREVENT).own().set("School sessions\n\nA visit to the youth club");
        part(begin, P.PROTECT).why().set("Nobody at risk is known yet.");
        assertEquals("Prepare is empty: add an action, or say why none is needed.", begin.finish.run());
        part(begin, P.PREPARE).own().set("Treatment places agreed");
        assertEquals("", begin.finish.run());
        begin.close();
        var board = VAULT.office().plans().board(threat).orThrow();
        assertEquals(4, board.actions().size());
        assertEquals(2, board.under(P.PREVENT).size());
        assertTrue(board.missing().isEmpty());
    }

    private static BeginViewModel.Part part(BeginViewModel begin, P p) {
        return Objects.requireNonNull(begin.parts.get(p));
    }

    @Test
    void aPlanThatLacksAPIsNotSubmittedAndSaysWhatIsMissing() {
        var threat = VAULT.bare();
        var begin = new BeginViewModel(VAULT.desktop(), VAULT.office().plans().board(threat).orThrow());
        begin.empty.run();
        begin.close();
        var board = board(threat);
        board.submit.run();
        assertTrue(board.problem().get() instanceof Problem.Invalid invalid && invalid.flaws().size() == 5);
        assertTrue(board.board.now().planOrBlank().is(Plan.STATE, PlanState.DRAFT));
        board.close();
    }

    @Test
    void aFinishedActionWithAnOutcomeIsRecordedOrExplained() {
        var board = fromTemplate();
        var sheet = new ActionViewModel(board, first(board, P.PREVENT));
        sheet.status.set(ActionStatus.DONE);
        sheet.result.set("Two young people took up the offer.");
        sheet.save.run();
        sheet.close();
        var id = Objects.requireNonNull(sheet.action()).record().id();
        var done = board.action(id.toString()).orElseThrow();
        var explain = new ExplainViewModel(board, done);
        assertFalse(explain.keep.possible());
        explain.record.run();
        assertTrue(VAULT.captures().getLast().endsWith("/" + id));
        explain.reason.set("The offer was taken up elsewhere and is recorded there.");
        assertEquals("", explain.keep.run());
        assertFalse(board.action(id.toString()).orElseThrow().record().lacks(Action.NO_DISRUPTION_REASON));
        explain.close();
        board.close();
    }

    @Test
    void theListShowsThreatsWithoutAPlanAndNarrowsByStanding() {
        var threat = VAULT.bare();
        var list = new PlansViewModel(VAULT.desktop(), "");
        list.want("No plan yet");
        assertTrue(list.shown.stream().anyMatch(line -> line.threat().equals(threat)));
        assertTrue(list.shown.stream().allMatch(line -> line.standing().equals("No plan yet")));
        list.close();
    }

    @Test
    void theListIsNarrowedToTheAgenciesThatOwnTheThreats() {
        var list = new PlansViewModel(VAULT.desktop(), "");
        var agency = list.agencies().getFirst();
        list.wantAgency(agency);
        assertFalse(list.shown.isEmpty());
        assertTrue(list.shown.stream().allMatch(line -> line.agency().equals(agency)));
        assertTrue(list.shown.size() < list.plans.now().size());
        list.wantAgency(list.agencies().getLast());
        assertTrue(list.shown.stream().anyMatch(line -> !line.agency().equals(agency)));
        list.filter.clear();
        assertEquals(list.plans.now().size(), list.shown.size());
        list.close();
    }
}
