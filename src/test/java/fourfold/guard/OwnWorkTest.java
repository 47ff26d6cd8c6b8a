package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Commitments;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.ThreatDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Nobody decides about their own work, whatever roles they hold; and an approval holds for what was reviewed and nothing
/// else. The person with two roles tries it in every way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnWorkTest {

    private Path folder = Path.of("");

    private Scene scene;

    @BeforeAll
    void begin(@TempDir Path temp) {
        folder = temp;
        scene = Scene.of(folder);
    }

    @BeforeEach
    void anLro() {
        scene.as(Scene.LRO);
    }

    @AfterAll
    void end() {
        scene.close();
    }

    private Kept<Plan> waiting(String name) {
        return scene.submitted(scene.threat(name, "LRO 001 (X11007)"));
    }

    private Outcome<Kept<Plan>> approve(Kept<Plan> plan) {
        return scene.office.reviews().approve(scene.approval(plan.record().get(Plan.THREAT)));
    }

    private Outcome<Kept<Plan>> sendBack(Kept<Plan> plan) {
        var now = scene.plan(plan.record().get(Plan.THREAT));
        return scene.office.reviews().sendBack(new ReviewDesk.SendBack(now.seen(), "Say who pays"));
    }

    private void barred(Kept<Plan> plan, String why) {
        assertTrue(Scene.isForbidden(approve(plan)), "approved: " + why);
        assertTrue(Scene.isForbidden(sendBack(plan)), "returned: " + why);
        assertTrue(scene.office.reviews().sheet(plan.record().get(Plan.THREAT)).orThrow().bar().isPresent(), why);
    }

    @Test
    void nobody_decides_about_the_plan_of_a_threat_whose_lro_or_deputy_they_are_however_their_name_is_written() {
        var labels = List.of(
                "Officer 01 (B40001)", "officer 1 (b40001)", "Another Name (B40001)", "( b40001 )", "B40001", " b40001 ",
                "Officer 01 (formerly X1) (B40001)");
        var plans = new ArrayList<Kept<Plan>>();
        for (var label : labels)
            for (var field : List.of("lro", "deputy")) {
                var plan = waiting(field + " " + label.strip());
                var threat = scene.office.threats().open(plan.record().get(Plan.THREAT)).orThrow();
                scene.office.threats().edit(new ThreatDesk.Edit(
                        threat.seen(), Scene.values(Threat.FIELDS, field, label), "Changed")).orThrow();
                plans.add(plan);
            }
        var others = waiting("Somebody else's");
        scene.as(Scene.BOTH);
        for (var plan : plans) barred(plan, plan.record().get(Plan.REF));
        assertTrue(approve(others).isDone(), "and the plan of others they may approve");
    }

    @Test
    void nobody_decides_about_a_plan_that_they_submitted() {
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)");
        var plan = scene.plan(threat);
        scene.as(Scene.BOTH);
        var submitted = scene.office.reviews().submit(new ReviewDesk.Submit(plan.seen(), "")).orThrow();
        barred(submitted, "submitted");
        scene.as(Scene.SUPERVISOR);
        assertTrue(approve(submitted).isDone());
    }

    /// One way of writing a part of somebody's plan.
    private interface Writing {
        void in(Kept<Threat> threat);
    }

    private void writtenBy(Writing writing, boolean barred, String how) {
        scene.as(Scene.LRO);
        var plan = waiting(how);
        var threat = scene.office.threats().open(plan.record().get(Plan.THREAT)).orThrow();
        scene.as(Scene.BOTH);
        writing.in(threat);
        if (barred) barred(plan, how);
        else assertTrue(approve(plan).isDone(), how);
    }

    private Kept<Action> first(Kept<Threat> threat) {
        return scene.office.plans().board(threat.record().id()).orThrow().actions().getFirst();
    }

    private void editAction(Kept<Threat> threat, String... values) {
        scene.office.plans().edit(new PlanDesk.EditAction(
                first(threat).seen(), Scene.values(Action.FIELDS, values), "Because")).orThrow();
    }

    private void editPlan(Kept<Threat> threat, String... values) {
        scene.office.plans().edit(new PlanDesk.Edit(
                scene.plan(threat.record().id()).seen(), Scene.values(Plan.FIELDS, values), "")).orThrow();
    }

    @Test
    void nobody_decides_about_a_plan_of_which_they_wrote_a_commitment_since_it_was_last_approved() {
        writtenBy(threat -> scene.action(threat.record().id(), P.PURSUE, "One more"), true, "added an action");
        writtenBy(threat -> editAction(threat, "title", "Other words"), true, "changed an action");
        writtenBy(threat -> editAction(threat, "due", "2022-12-01"), true, "gave an action a day");
        writtenBy(threat -> editPlan(threat, "protectObjective", "Fewer victims"), true, "wrote an objective");
        writtenBy(threat -> scene.office.plans().move(new PlanDesk.Move(
                first(threat).seen(), ActionStatus.IN_PROGRESS, "")).orThrow(), false, "moved an action on");
        writtenBy(threat -> editAction(threat, "tactic", "Visit"), false, "wrote what binds nobody");
        writtenBy(threat -> scene.office.plans().edit(new PlanDesk.EditAction(first(threat).seen(),
                Scene.values(Action.FIELDS, "status", "Declined"), "No officer")).orThrow(), true, "declined an action by a change");
    }

    @Test
    void cancelling_an_action_or_taking_it_up_again_is_writing_a_commitment() {
        scene.as(Scene.LRO);
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)");
        scene.plan(threat);
        var action = scene.action(threat.record().id(), P.PURSUE, "A fifth");
        scene.office.plans().move(new PlanDesk.Move(action.seen(), ActionStatus.CANCELLED, "")).orThrow();
        scene.office.reviews().submit(new ReviewDesk.Submit(scene.plan(threat.record().id()).seen(), "")).orThrow();
        var again = scene.office.plans().action(action.record().get(Action.REF)).orThrow();
        scene.as(Scene.BOTH);
        var taken = scene.office.plans().move(new PlanDesk.Move(again.seen(), ActionStatus.PROPOSED, "")).orThrow();
        barred(scene.plan(threat.record().id()), "taken up again");
        scene.as(Scene.SUPERVISOR);
        assertTrue(approve(scene.plan(threat.record().id())).isDone());
        scene.as(Scene.LRO);
        editPlan(threat, "objective", "Anew");
        scene.office.reviews().submit(new ReviewDesk.Submit(scene.plan(threat.record().id()).seen(), "")).orThrow();
        scene.as(Scene.BOTH);
        assertTrue(Scene.refusal(sendBack(scene.plan(threat.record().id()))) == null, "what was approved bars nobody any more");
        assertEquals(ActionStatus.PROPOSED, taken.record().get(Action.STATUS));
    }

    @Test
    void a_load_makes_nobody_an_author_and_hides_no_author() {
        scene.as(Scene.BOTH);
        scene.load(Map.of(
                "threats", Scene.THREATS + "EMS-9,Loaded,Organised crime group,EMSOU,On list,LRO 001 (X11007),,,\n",
                "plans", Scene.PLANS + "EMS-9,Submitted,End it,,,,,\n",
                "actions", Scene.ACTIONS + "A-1,EMS-9,Pursue,Visit,NPT 01,,Proposed,\nA-2,EMS-9,Prevent,Visit,NPT 01,,Proposed,\n"
                        + "A-3,EMS-9,Protect,Visit,NPT 01,,Proposed,\nA-4,EMS-9,Prepare,Visit,NPT 01,,Proposed,\n"));
        var threat = scene.office.threats().open("EMS-9").orThrow();
        assertFalse(scene.office.reviews().sheet(threat.record().id()).orThrow().bar().isPresent(), "loading is not writing");
        editAction(threat, "title", "Visit twice");
        scene.load(Map.of("actions", Scene.ACTIONS + "A-1,EMS-9,Pursue,Visit twice,NPT 01,,Proposed,\n"));
        barred(scene.plan(threat.record().id()), "wrote it before the load said the same");
    }

    @Test
    void an_approval_of_what_was_not_seen_is_refused() {
        var plan = waiting("Op Kiln");
        var threat = plan.record().get(Plan.THREAT);
        scene.as(Scene.SUPERVISOR);
        var seen = scene.approval(threat);
        scene.as(Scene.LRO);
        scene.action(threat, P.PURSUE, "Slipped in");
        scene.as(Scene.SUPERVISOR);
        assertInstanceOf(Problem.NotNow.class, Scene.refusal(scene.office.reviews().approve(seen)), "a stale hash");
        scene.as(Scene.LRO);
        editPlan(scene.office.threats().open(threat).orThrow(), "intelligenceGaps", "Who pays");
        scene.as(Scene.SUPERVISOR);
        var stale = new ReviewDesk.Approve(seen.plan(), scene.hash(threat), "");
        assertInstanceOf(Problem.Conflict.class, Scene.refusal(scene.office.reviews().approve(stale)), "a stale version");
        assertInstanceOf(Problem.Conflict.class, Scene.refusal(scene.office.reviews().sendBack(
                new ReviewDesk.SendBack(seen.plan(), "Why"))), "a stale version");
        assertTrue(scene.office.reviews().approve(scene.approval(threat)).isDone());
    }

    @Test
    void a_change_of_a_commitment_unsettles_an_approval_and_progress_never_does() {
        var plan = waiting("Op Kiln");
        var threat = plan.record().get(Plan.THREAT);
        scene.as(Scene.SUPERVISOR);
        approve(plan).orThrow();
        scene.as(Scene.LRO);
        var board = scene.office.plans().board(threat).orThrow();
        var approved = scene.plan(threat).record();
        var actions = board.bareActions();
        var wrong = new ArrayList<String>();
        // a reason for an empty P that has an action binds nobody
        var unbinding = Set.<Field<?, ?>>of(Plan.PURSUE_EMPTY, Plan.PREVENT_EMPTY, Plan.PROTECT_EMPTY, Plan.PREPARE_EMPTY);
        for (var field : Plan.FIELDS.all()) {
            if (field == Plan.STATE || field == Plan.APPROVED_HASH || field == Plan.THREAT) continue;
            var changed = other(approved, field);
            boolean unsettled = fourfold.core.plan.PlanRules.isApprovedThenChanged(changed, actions);
            boolean binds = Commitments.OF_PLAN.contains(field) && !unbinding.contains(field);
            if (unsettled != binds) wrong.add("plan." + field);
        }
        for (var field : Action.FIELDS.all()) {
            if (field == Action.STATUS || field == Action.THREAT) continue;
            var list = new ArrayList<>(actions);
            list.set(0, other(actions.getFirst(), field));
            boolean unsettled = fourfold.core.plan.PlanRules.isApprovedThenChanged(approved, list);
            if (unsettled != Commitments.OF_ACTION.contains(field)) wrong.add("action." + field);
        }
        for (var status : ActionStatus.values()) {
            var list = new ArrayList<>(actions);
            list.set(0, actions.getFirst().with(Action.STATUS, status));
            boolean binds = status == ActionStatus.CANCELLED || status == ActionStatus.DECLINED;
            if (fourfold.core.plan.PlanRules.isApprovedThenChanged(approved, list) != binds) wrong.add("action " + status);
        }
        assertEquals(List.of(), wrong);
        scene.office.plans().move(new PlanDesk.Move(board.actions().getFirst().seen(), ActionStatus.DONE, "Did it")).orThrow();
        scene.event(threat, "Stopped");
        assertEquals("Approved", scene.office.plans().board(threat).orThrow().standing());
        editPlan(board.threat(), "objective", "Something else");
        assertEquals("Approved, then changed", scene.office.plans().board(threat).orThrow().standing());
        assertTrue(scene.plan(threat).record().is(Plan.STATE, PlanState.APPROVED));
        assertEquals(1, scene.office.reviews().sheet(threat).orThrow().since().stream()
                .count());
    }

    /// The record with another value in that field.
    private static <K extends Entity<K>> K other(K record, Field<K, ?> field) {
        return switch (field.type().shape()) {
            case TEXT, LONG_TEXT -> record.with(slot(field, "Something else"));
            case DATE -> record.with(slot(field, "2031-03-04"));
            case FLAG -> record.with(slot(field, record.print(field).equals("Yes") ? "No" : "Yes"));
            case CHOICE -> java.util.Arrays.stream(field.type().choices())
                    .map(choice -> record.with(slot(field, choice.label())))
                    .filter(changed -> !changed.print(field).equals(record.print(field)))
                    .findFirst()
                    .orElseThrow();
            case MOMENT -> record.fields().decode(record.id(), with(record, field.name()));
            default -> throw new IllegalStateException("no other value for " + field);
        };
    }

    private static <K extends Entity<K>> Map<String, fourfold.core.kernel.Json> with(K record, String name) {
        var values = record.fields().encode(record);
        values.put(name, fourfold.core.kernel.Json.of(1_900_000_000_000L));
        return values;
    }

    private static <K extends Entity<K>> Field.Slot<K, ?> slot(Field<K, ?> field, String text) {
        return field.parse(text).orThrow();
    }

    private Outcome<Kept<Disruption>> moderate(Kept<Disruption> event, Moderating decision) {
        return scene.office.disruptions().moderate(new DisruptionDesk.Moderate(
                event.seen(), decision, decision == Moderating.REGRADE ? Category.MODERATE : null, "Seen"));
    }

    private Kept<Disruption> correct(Kept<Disruption> event, String... values) {
        return scene.office.disruptions().correct(new DisruptionDesk.Correct(
                event.seen(), Scene.values(Disruption.FIELDS, values), "Looked again")).orThrow();
    }

    @Test
    void nobody_moderates_an_event_that_they_recorded_or_corrected() {
        scene.as(Scene.BOTH);
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)");
        var own = scene.event(threat.record().id(), "Stopped");
        for (var decision : Moderating.values()) assertTrue(Scene.isForbidden(moderate(own, decision)));
        scene.as(Scene.LRO);
        var theirs = scene.event(threat.record().id(), "Stopped");
        scene.load(Map.of("disruptions", Scene.DISRUPTIONS
                + "EMS-D-1," + threat.record().get(Threat.REF) + ",Lead Disruption,EMSOU,2022-05-01,2022-05-02,Prevent,Minor,,Stopped\n"));
        scene.as(Scene.BOTH);
        var corrected = correct(theirs, "category", "Major", "categoryReason", "More");
        assertTrue(Scene.isForbidden(moderate(corrected, Moderating.AGREE)), "their own category on somebody's event");
        var loaded = correct(scene.office.disruptions().open("EMS-D-1").orThrow(), "category", "Major", "categoryReason", "More");
        assertEquals(EventModeration.AWAITING, loaded.record().get(Disruption.MODERATION));
        assertTrue(Scene.isForbidden(moderate(loaded, Moderating.AGREE)), "their own category on a loaded event");
        scene.as(Scene.SUPERVISOR);
        assertTrue(moderate(corrected, Moderating.AGREE).isDone());
        assertTrue(moderate(loaded, Moderating.AGREE).isDone());
    }

    @Test
    void a_moderated_event_whose_category_is_corrected_waits_again() {
        var threat = scene.threat("Op Kiln", "LRO 001 (X11007)");
        for (var decision : Moderating.values()) {
            scene.as(Scene.LRO);
            var event = scene.event(threat.record().id(), "Stopped");
            scene.as(Scene.SUPERVISOR);
            var moderated = moderate(event, decision).orThrow();
            assertInstanceOf(Problem.Conflict.class, Scene.refusal(moderate(event, decision)), "a stale version");
            scene.as(Scene.LRO);
            var corrected = correct(moderated, "category", "Major", "categoryReason", "More");
            assertEquals(EventModeration.AWAITING, corrected.record().get(Disruption.MODERATION), decision.name());
            scene.as(Scene.SUPERVISOR);
            assertTrue(moderate(corrected, Moderating.AGREE).isDone());
        }
    }

    @Test
    void no_field_that_nobody_writes_by_hand_is_written_by_hand() {
        var plan = waiting("Op Kiln");
        var threat = scene.office.threats().open(plan.record().get(Plan.THREAT)).orThrow();
        var action = first(threat);
        var event = scene.event(threat.record().id(), "Stopped");
        var before = scene.office.journal().verify(fourfold.core.kernel.Watch.nobody()).orThrow().entries();
        ThreatDesk.CLOSED_FIELDS.forEach(field -> refused(scene.office.threats().edit(
                new ThreatDesk.Edit(threat.seen(), changing(threat.record(), field), "Why"))));
        PlanDesk.CLOSED_PLAN_FIELDS.forEach(field -> refused(scene.office.plans().edit(
                new PlanDesk.Edit(plan.seen(), changing(plan.record(), field), "Why"))));
        PlanDesk.CLOSED_ACTION_FIELDS.forEach(field -> {
            refused(scene.office.plans().edit(new PlanDesk.EditAction(action.seen(), changing(action.record(), field), "Why")));
            refused(scene.office.plans().add(new PlanDesk.AddAction(threat.record().id(), changing(action.record(), field))));
        });
        DisruptionDesk.CLOSED_FIELDS.forEach(field -> {
            refused(scene.office.disruptions().correct(
                    new DisruptionDesk.Correct(event.seen(), changing(event.record(), field), "Why")));
            refused(scene.office.disruptions().record(
                    new DisruptionDesk.Record(threat.record().id(), null, changing(event.record(), field))));
        });
        assertEquals(before, scene.office.journal().verify(fourfold.core.kernel.Watch.nobody()).orThrow().entries());
    }

    private static <K extends Entity<K>> Editing<K> changing(K record, Field<K, ?> field) {
        Fields<K> fields = record.fields();
        if (field.type().shape() != fourfold.core.kernel.Type.Shape.REFERENCE)
            return new Editing<>(List.of(slotOf(other(record, field), field)));
        var values = fields.encode(record);
        values.put(field.name(), fourfold.core.kernel.Json.of("00000000-0000-4000-8000-000000000001"));
        return new Editing<>(List.of(slotOf(fields.decode(record.id(), values), field)));
    }

    private static <K extends Entity<K>, V> Field.Slot<K, ?> slotOf(K record, Field<K, V> field) {
        return new Field.Slot<>(field, record.find(field).orElse(null));
    }

    private static void refused(Outcome<?> outcome) {
        assertInstanceOf(Problem.Invalid.class, Scene.refusal(outcome));
    }
}
