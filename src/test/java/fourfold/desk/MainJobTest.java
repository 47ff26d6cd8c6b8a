package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job from end to end at the desks, on a real vault and the example region.
class MainJobTest {

    @TempDir
    Path folder;

    @Test
    void anLroWorksAThreatASupervisorApprovesAndTheStoreIsTheSameWhenRebuilt() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        var office = TestVaults.begin(folder.resolve("vault"), surroundings);
        TestVaults.add(office, "X11007", "LRO 001", EnumSet.of(Role.LRO));
        TestVaults.add(office, "S20001", "Supervisor 01", EnumSet.of(Role.SUPERVISOR));
        var report = TestVaults.loadExample(office);
        assertEquals(List.of(), report.rejected());
        assertEquals(1907, report.tallies().get("disruptions").loaded());
        var again = TestVaults.loadExample(office);
        again.tallies().values().forEach(tally -> assertEquals(0, tally.loaded() + tally.changed() + tally.conflicts()));

        office = TestVaults.as(office, "x11007");
        var threat = office.threats().open("EMS-0001").orThrow();
        for (var p : P.values()) {
            var values = Editing.of(Action.FIELDS, Map.of("p", p.label(), "title", "Visit " + p, "owner", "NPT 01"), PlanDesk.CLOSED_ACTION_FIELDS).orThrow();
            office.plans().add(new PlanDesk.AddAction(threat.record().id(), values)).orThrow();
        }
        var draft = office.plans().plan("EMS-0001").orThrow();
        var plan = office.reviews().submit(new ReviewDesk.Submit(draft.seen(), "")).orThrow();
        assertTrue(plan.record().is(Plan.STATE, PlanState.SUBMITTED));
        var own = office.reviews().approve(new ReviewDesk.Approve(
                plan.seen(), office.reviews().sheet(threat.record().id()).orThrow().hash(), ""));
        assertFalse(own.isDone());

        var event = office.disruptions().record(new DisruptionDesk.Record(threat.record().id(), null, new Editing<>(List.of(
                new Field.Slot<>(Disruption.EVENT_DATE, surroundings.clock().instant().atZone(surroundings.clock().getZone()).toLocalDate()),
                new Field.Slot<>(Disruption.FOUR_P, P.PREVENT),
                new Field.Slot<>(Disruption.TYPE, DisruptionType.LEAD),
                new Field.Slot<>(Disruption.CATEGORY, Category.MINOR),
                new Field.Slot<>(Disruption.CATEGORY_REASON, "Two weeks without calls"),
                new Field.Slot<>(Disruption.SUMMARY, "Young runner diverted"))))).orThrow();

        office = TestVaults.as(office, "S20001");
        var sheet = office.reviews().sheet(threat.record().id()).orThrow();
        assertTrue(sheet.bar().isEmpty());
        var approved = office.reviews().approve(new ReviewDesk.Approve(
                sheet.board().plan().seen(), sheet.hash(), "Good")).orThrow();
        assertTrue(approved.record().is(Plan.STATE, PlanState.APPROVED));
        var moderated = office.disruptions().moderate(new DisruptionDesk.Moderate(
                event.seen(), Moderating.AGREE, null, "Evidence seen")).orThrow();
        assertTrue(moderated.record().is(Disruption.MODERATION, EventModeration.AGREED));
        assertEquals(2, office.history().timeline(Disruption.FIELDS, event.record().id()).orThrow().size());
        assertTrue(office.journal().verify(Watch.nobody()).isDone());
        office.close();
    }
}
