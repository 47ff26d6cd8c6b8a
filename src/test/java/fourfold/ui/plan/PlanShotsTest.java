package fourfold.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.kernel.P;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanBoard;
import fourfold.ui.DeskVault;
import fourfold.ui.parts.Desktop;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Pictures of the board and everything around it, on the example region.
@Windowed
final class PlanShotsTest {

    @RegisterExtension
    private static final DeskVault VAULT = new DeskVault();

    private static void clean(String name, Supplier<Parent> make) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, make));
    }

    private static UUID first(Predicate<PlanBoard> wanted) {
        return VAULT.office().plans().list().orThrow().stream()
                .map(line -> VAULT.office().plans().boardAt(line.place()).orThrow())
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .threat().record().id().value();
    }

    private static UUID full() {
        return first(board -> board.plan() != null && board.actions().size() >= 8
                && board.actionCounts().values().stream().allMatch(count -> count > 0));
    }

    private static UUID gaps() {
        return first(board -> board.plan() != null && board.missing().size() >= 2 && board.actions().size() > 1
                && !board.threat().record().lacks(Threat.PRIMARY_AREA));
    }

    private static UUID none() {
        return VAULT.bare().value();
    }

    private static Parent board(UUID place, Consumer<PlanBoardViewModel> then) {
        return VAULT.shown(desktop -> screen(desktop, place, then));
    }

    private static fourfold.ui.parts.Screen screen(Desktop desktop, UUID place, Consumer<PlanBoardViewModel> then) {
        var model = new PlanBoardViewModel(desktop, place);
        model.leadingTo(new BoardSheets(model));
        var view = fourfold.ui.kit.QueryPane.around(model.board, new BoardView(model));
        fourfold.ui.kit.Nodes.whenInScene(view, scene -> javafx.application.Platform.runLater(() -> then.accept(model)));
        return fourfold.ui.parts.Screen.of("Plan", view).closing(model::close);
    }

    @Test
    void aFullBoardShowsItsFourColumns() {
        var place = full();
        clean("plan-board", () -> VAULT.shown(desktop -> PlanScreens.board(desktop, place)));
    }

    @Test
    void aBoardWithEmptyPsSaysWhatToDoAboutThem() {
        var place = gaps();
        clean("plan-empty-ps", () -> VAULT.shown(desktop -> PlanScreens.board(desktop, place)));
    }

    @Test
    void aSubmissionThatIsRefusedListsWhatIsMissing() {
        var place = gaps();
        clean("plan-submit-refused", () -> board(place, model -> model.submit.run()));
    }

    @Test
    void aThreatWithoutAPlanOffersThreeWaysToBegin() {
        var place = none();
        clean("plan-begin", () -> VAULT.shown(desktop -> PlanScreens.board(desktop, place)));
    }

    @Test
    void theGuideGoesThroughTheFourPs() {
        var place = none();
        clean("plan-guide", () -> {
            var model = new BeginViewModel(VAULT.desktop(), VAULT.office().plans().boardAt(place).orThrow());
            model.step.set(BeginViewModel.FIRST_P + 1);
            var view = new BeginView(model);
            view.getStyleClass().add("page");
            return view;
        });
    }

    @Test
    void aCardOpensInASideSheet() {
        var place = full();
        clean("plan-action-sheet", () -> board(place, model -> model.ways().open(
                model.board.now().under(P.PURSUE).getFirst())));
    }

    @Test
    void thePlansOwnFieldsAreEditedInASheet() {
        var place = full();
        clean("plan-own-sheet", () -> board(place, model -> model.edit.run()));
    }

    @Test
    void aPThatIsEmptyIsExplainedInASheet() {
        var place = gaps();
        clean("plan-why-sheet", () -> board(place, model -> model.attend(
                model.board.now().missing().getFirst().field())));
    }

    @Test
    void theListShowsEveryPlan() {
        clean("plans", () -> VAULT.shown(desktop -> PlanScreens.list(desktop, "")));
    }

    @Test
    void theBoardOfAPlanOpensByThePlanToo() {
        var place = full();
        var plan = Plan.idFor(new fourfold.core.kernel.Id<>(place)).value();
        assertEquals(place, VAULT.office().plans().boardAt(plan).orThrow().threat().record().id().value());
    }
}
