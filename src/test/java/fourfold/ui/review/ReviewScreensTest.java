package fourfold.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.Threat;
import fourfold.desk.PacketDesk;
import fourfold.desk.PlanBoard;
import fourfold.desk.PlanDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.TestVaults;
import fourfold.ui.DeskVault;
import fourfold.ui.TestDesk;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.Screen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Reviewing plans on a real vault: who may, on what, and how it looks.
@Windowed
final class ReviewScreensTest {

    @RegisterExtension
    private static final DeskVault VAULT = new DeskVault();

    private static void clean(String name, Supplier<Parent> make) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, make));
    }

    private static PlanBoard board(Id<Threat> threat) {
        return VAULT.office().plans().board(threat).orThrow();
    }

    private static UUID planOf(Id<Threat> threat) {
        return Plan.idFor(threat).value();
    }

    private static void add(Id<Threat> threat, P p, String title) {
        var values = Editing.of(
                        Action.FIELDS,
                        Map.of("p", p.label(), "title", title, "owner", "NPT 01", "due", "1 September 2022", "measure", "Three visits made"),
                        PlanDesk.CLOSED_ACTION_FIELDS)
                .orThrow();
        VAULT.office().plans().add(new PlanDesk.AddAction(threat, values)).orThrow();
    }

    private static void edit(Id<Threat> threat, Map<String, String> written) {
        var plan = Objects.requireNonNull(board(threat).plan());
        var values = Editing.of(Plan.FIELDS, written, PlanDesk.CLOSED_PLAN_FIELDS).orThrow();
        VAULT.office().plans().edit(new PlanDesk.Edit(plan.seen(), values, "")).orThrow();
    }

    private static void submit(Id<Threat> threat) {
        var plan = Objects.requireNonNull(board(threat).plan());
        VAULT.office().reviews().submit(new ReviewDesk.Submit(plan.seen(), "")).orThrow();
    }

    /// A new threat whose plan the LRO has submitted.
    private static Id<Threat> submitted() {
        VAULT.as(DeskVault.LRO);
        var threat = VAULT.bare();
        for (var p : List.of(P.PURSUE, P.PREVENT, P.PROTECT)) add(threat, p, "Visit under " + p.label());
        edit(threat, Map.of(
                "objective", "Fewer young people carry drugs for the line by Christmas.",
                "prepareEmpty", "The force's own arrangements for victims cover this threat.",
                "intelligenceOfficer", "IO 006 (X13042)"));
        submit(threat);
        return threat;
    }

    private static Id<Threat> changedAfterApproval() {
        var threat = submitted();
        VAULT.as(DeskVault.SUPERVISOR);
        var model = new ReviewViewModel(VAULT.desktop(), planOf(threat));
        model.reason.set("Balanced and clear.");
        assertEquals("", model.approve.run());
        model.close();
        VAULT.as(DeskVault.LRO);
        add(threat, P.PREPARE, "Reception centre made ready");
        edit(threat, Map.of("objective", "No young person carries drugs for the line by Christmas, and those who did are safe."));
        submit(threat);
        return threat;
    }

    private static Screen nothing() {
        return Screen.of("", Nodes.prose("No event waits for moderation.", "muted"));
    }

    @Test
    void aPlanThatCameFromAnotherOfficeIsReviewedHereAndItsPageSaysWhereItCameFrom() {
        var threat = submitted();
        VAULT.as("X90001");
        var office = TestVaults.begin(VAULT.folder().resolve("office"), TestVaults.surroundings(TestVaults.clock()), Role.SUPERVISOR);
        office.trust().trust("EMSOU", VAULT.office().trust().certificates(), true).orThrow();
        VAULT.office().trust().trust("EMSOU", office.trust().certificates(), true).orThrow();
        VAULT.as(DeskVault.LRO);
        var wish = new PacketDesk.Wish("EMSOU", "For review", Set.of(threat), false, Map.of());
        var sent = VAULT.office().packets().write(wish, VAULT.folder(), Watch.nobody()).orThrow().getFirst();
        office.imports().accept(sent.file()).orThrow();
        var desk = new TestDesk(office);
        clean("review-imported", () -> new ReviewView(new ReviewViewModel(desk.desktop(), planOf(threat))));
        var model = new ReviewViewModel(desk.desktop(), planOf(threat));
        var origin = model.sheet.now().origin().orElseThrow();
        assertTrue(
                ReviewViewModel.words(origin, office.session().clock().getZone())
                        .matches("It came from EMSOU office [0-9A-F]{4} [0-9A-F]{4} in package 1, taken in on .*"),
                origin.toString());
        var hash = model.sheet.now().hash();
        model.reason.set("Balanced and clear.");
        assertEquals("", model.approve.run());
        model.close();
        var plan = office.plans().board(threat).orThrow().planOrBlank();
        assertEquals(hash, plan.get(Plan.APPROVED_HASH));
        assertEquals(Optional.empty(), office.reviews().sheet(threat).orThrow().origin(), "written here last");
        office.close();
        office.lobby().close();
    }

    @Test
    void approvingBindsTheHashThatWasShown() {
        var threat = submitted();
        VAULT.as(DeskVault.SUPERVISOR);
        var model = new ReviewViewModel(VAULT.desktop(), planOf(threat));
        var hash = model.sheet.now().hash();
        assertEquals("", model.approve.run());
        model.close();
        var plan = board(threat).planOrBlank();
        assertTrue(plan.is(Plan.STATE, PlanState.APPROVED));
        assertEquals(hash, plan.get(Plan.APPROVED_HASH));
    }

    @Test
    void theAuthorIsToldWhyTheyCannotDecide() {
        var threat = submitted();
        var model = new ReviewViewModel(VAULT.desktop(), planOf(threat));
        assertFalse(model.approve.possible());
        assertEquals("Only a supervisor may do this.", model.whyNot().getValue());
        model.close();
    }

    @Test
    void returningAsksWhatHasToChange() {
        var threat = submitted();
        VAULT.as(DeskVault.SUPERVISOR);
        var model = new ReviewViewModel(VAULT.desktop(), planOf(threat));
        model.sendBack.run();
        assertTrue(model.problem().get() instanceof Problem.Invalid);
        assertTrue(board(threat).planOrBlank().is(Plan.STATE, PlanState.SUBMITTED));
        model.reason.set("Say who follows up the school visits.");
        model.sendBack.run();
        model.close();
        assertTrue(board(threat).planOrBlank().is(Plan.STATE, PlanState.RETURNED));
        assertEquals("Say who follows up the school visits.", board(threat).planOrBlank().get(Plan.RETURN_REASON));
    }

    @Test
    void aPlanReviewedAgainShowsWhatChanged() {
        var threat = changedAfterApproval();
        VAULT.as(DeskVault.SUPERVISOR);
        clean("review-changes", () -> VAULT.shown(desktop -> ReviewScreens.review(desktop, planOf(threat))));
    }

    @Test
    void theAuthorSeesThePlanAndNoWayToDecide() {
        var threat = submitted();
        clean("review-author", () -> VAULT.shown(desktop -> ReviewScreens.review(desktop, planOf(threat))));
    }

    @Test
    void theQueueListsWhatWaits() {
        submitted();
        VAULT.as(DeskVault.SUPERVISOR);
        clean("reviews", () -> VAULT.shown(desktop -> ReviewScreens.queue(desktop, all -> nothing())));
    }
}
