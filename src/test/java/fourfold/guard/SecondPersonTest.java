package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.ConflictDesk;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.HomeDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.ThreatDesk;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways around the second person: by the form of one's user id, by a return, by settling a conflict, by an extract, and
/// by correcting afterwards what was agreed. None of them leads anywhere.
class SecondPersonTest {

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void begin() {
        scene = Scene.of(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    private Outcome<Kept<Disruption>> moderate(Kept<Disruption> event, Moderating decision) {
        var now = scene.office.disruptions().open(event.record().id()).orThrow();
        return scene.office.disruptions().moderate(new DisruptionDesk.Moderate(
                now.seen(), decision, decision == Moderating.REGRADE ? Category.MAJOR : null, "Seen"));
    }

    private Kept<Disruption> correct(Kept<Disruption> event, String... values) {
        var now = scene.office.disruptions().open(event.record().id()).orThrow();
        return scene.office.disruptions().correct(new DisruptionDesk.Correct(
                now.seen(), Scene.values(Disruption.FIELDS, values), "Looked again")).orThrow();
    }

    private Disruption now(Kept<Disruption> event) {
        return scene.office.disruptions().open(event.record().id()).orThrow().record();
    }

    private Outcome<Kept<Plan>> approve(Kept<Threat> threat) {
        return scene.office.reviews().approve(scene.approval(threat.record().id()));
    }

    /// The very columns of the extracts, as the program lists them.
    private String listed(String table) {
        var text = new StringWriter();
        scene.office.register().list(table, Map.of()).orThrow().csv().accept(text);
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMSOU01", "JSMITH", "EM-1234", "B", "7", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-12345"})
    void a_person_is_known_by_their_user_id_whatever_its_form(String user) {
        scene.as(Scene.ADMIN);
        scene.add(user, "Jo Smith", Role.LRO, Role.SUPERVISOR);
        scene.as(Scene.LRO);
        var led = scene.threat("Op Kiln", "Jo Smith (" + user + ")");
        scene.submitted(led);
        var theirs = scene.threat("Op Loom", "LRO 001 (X11007)");
        var plan = scene.plan(theirs);
        scene.as(user);
        assertTrue(Scene.isForbidden(approve(led)), "the plan of a threat that they lead");
        scene.office.reviews().submit(new ReviewDesk.Submit(plan.seen(), "")).orThrow();
        assertTrue(Scene.isForbidden(approve(theirs)), "a plan that they submitted");
        var event = scene.event(theirs.record().id(), "Stopped");
        for (var decision : Moderating.values()) assertTrue(Scene.isForbidden(moderate(event, decision)), decision.name());
        assertInstanceOf(Problem.Invalid.class, Scene.refusal(scene.office.threats().edit(new ThreatDesk.Edit(
                scene.office.threats().open(led.record().id()).orThrow().seen(),
                Scene.values(Threat.FIELDS, "sio", "Jo Smith (" + user.toLowerCase(java.util.Locale.ROOT) + ")"),
                "Nobody else"))), "the SIO is the LRO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMSOU01", "JSMITH"})
    void what_an_lro_must_do_is_theirs_whatever_the_form_of_their_user_id(String user) {
        scene.as(Scene.ADMIN);
        scene.add(user, "Jo Smith", Role.LRO);
        scene.as(Scene.LRO);
        var plan = scene.submitted(scene.threat("Op Kiln", "Jo Smith (" + user + ")"));
        scene.as(Scene.SUPERVISOR);
        scene.office.reviews().sendBack(new ReviewDesk.SendBack(plan.seen(), "Say who pays")).orThrow();
        scene.as(user);
        assertEquals(1, scene.office.home().worklist().orThrow().of(HomeDesk.Group.RETURNED).size());
    }

    @Test
    void who_wrote_of_an_event_may_not_moderate_it_after_somebody_returned_it_either() {
        scene.as(Scene.LRO);
        var event = scene.event(scene.threat("Op Kiln", "LRO 001 (X11007)").record().id(), "Stopped");
        scene.as(Scene.BOTH);
        correct(event, "category", "Major", "categoryReason", "More");
        scene.as(Scene.SUPERVISOR);
        moderate(event, Moderating.RETURN).orThrow();
        scene.as(Scene.BOTH);
        for (var decision : Moderating.values()) assertTrue(Scene.isForbidden(moderate(event, decision)), decision.name());
        scene.as(Scene.SUPERVISOR);
        assertTrue(moderate(event, Moderating.AGREE).isDone());
    }

    @Test
    void what_a_moderator_judged_waits_again_when_it_is_another() {
        scene.as(Scene.LRO);
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)").record().id();
        for (var change : List.of(List.of("type", "Support Disruption"), List.of("eventDate", "2022-06-01"))) {
            scene.as(Scene.LRO);
            var event = scene.event(threat, "Stopped");
            scene.as(Scene.SUPERVISOR);
            moderate(event, Moderating.AGREE).orThrow();
            scene.as(Scene.LRO);
            correct(event, "evidence", "Two statements");
            assertEquals(EventModeration.AGREED, now(event).get(Disruption.MODERATION), "what nobody judged");
            correct(event, change.getFirst(), change.getLast());
            assertEquals(EventModeration.AWAITING, now(event).get(Disruption.MODERATION), change.getFirst());
        }
    }

    @Test
    void an_extract_does_not_take_the_place_of_what_somebody_agreed_to_and_its_settlement_is_judged_again() {
        scene.as(Scene.LRO);
        var event = scene.event(scene.threat("Op Kiln", "LRO 001 (X11007)").record().id(), "Stopped");
        scene.as(Scene.SUPERVISOR);
        moderate(event, Moderating.AGREE).orThrow();
        scene.as(Scene.BOTH);
        var csv = listed("disruptions");
        scene.load(Map.of("disruptions", csv));
        scene.load(Map.of("disruptions", csv.replace(",Minor,", ",Major,")));
        var after = scene.office.disruptions().open(event.record().id()).orThrow();
        assertTrue(after.state().conflicts().contains("category"), "both stand until somebody settles it");
        assertEquals(EventModeration.AGREED, after.record().get(Disruption.MODERATION));
        scene.as(Scene.SUPERVISOR);
        scene.office.conflicts().settle(new ConflictDesk.Settle(
                "disruption", event.record().id().value(), after.version(), "category", new ConflictDesk.Answer.Value("Major"), "So it was"))
                .orThrow();
        assertEquals(Category.MAJOR, now(event).get(Disruption.CATEGORY));
        assertEquals(EventModeration.AWAITING, now(event).get(Disruption.MODERATION), "nobody has agreed to that");
    }

    @Test
    void nobody_settles_a_category_for_their_own_event() {
        scene.as(Scene.LRO);
        var event = scene.event(scene.threat("Op Kiln", "LRO 001 (X11007)").record().id(), "Stopped");
        scene.as(Scene.BOTH);
        correct(event, "category", "Moderate", "categoryReason", "More");
        scene.as(Scene.SUPERVISOR);
        moderate(event, Moderating.AGREE).orThrow();
        scene.as(Scene.BOTH);
        correct(event, "summary", "Stopped twice");
        scene.load(Map.of("disruptions", listed("disruptions").replace(",Moderate,", ",Major,")));
        var after = scene.office.disruptions().open(event.record().id()).orThrow();
        assertTrue(Scene.isForbidden(scene.office.conflicts().settle(new ConflictDesk.Settle(
                "disruption", event.record().id().value(), after.version(), "category", new ConflictDesk.Answer.Value("Major"), "Mine"))));
    }

    @Test
    void nobody_approves_by_an_extract_a_plan_that_was_begun_here() {
        scene.as(Scene.BOTH);
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)");
        scene.submitted(threat);
        var plans = listed("plans");
        scene.load(Map.of("plans", plans, "actions", listed("actions")));
        scene.load(Map.of("plans", plans.replace(",Submitted,", ",Approved,")));
        var plan = scene.plan(threat.record().id());
        assertEquals(PlanState.SUBMITTED, plan.record().get(Plan.STATE));
        assertTrue(Scene.isForbidden(scene.office.conflicts().settle(new ConflictDesk.Settle(
                "plan", plan.record().id().value(), plan.version(), "state", new ConflictDesk.Answer.Value("Approved"), "Fine"))));
    }

    @Test
    void who_changes_by_an_extract_what_was_begun_here_is_its_author() {
        scene.as(Scene.LRO);
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)");
        scene.submitted(threat);
        scene.as(Scene.BOTH);
        var actions = listed("actions");
        scene.load(Map.of("actions", actions));
        assertTrue(scene.office.reviews().sheet(threat.record().id()).orThrow().bar().isEmpty(), "saying the same is not writing");
        scene.load(Map.of("actions", actions.replace("Visit Pursue", "Visit Nobody")));
        assertTrue(Scene.isForbidden(approve(threat)));
        scene.as(Scene.SUPERVISOR);
        assertTrue(approve(threat).isDone());
    }
}
