package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After whatever people did at the desks, the store that was written act by act, the one that is opened again and the one
/// that is made anew from the journal hold the same rows.
class RebuildTest {

    private static final int ROUNDS = 3;
    private static final int ACTS = 40;

    @TempDir
    Path folder;

    private final List<Kept<Threat>> threats = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();

    @Test
    void the_store_is_the_same_live_opened_again_and_made_anew() {
        long seed = Long.getLong("fourfold.seed", 4711L);
        var random = new Random(seed);
        var scene = Scene.of(folder);
        for (int round = 0; round < ROUNDS; round++) {
            for (var person : List.of(Scene.LRO, Scene.SUPERVISOR)) {
                scene.as(person);
                for (int i = 0; i < ACTS; i++) act(scene, random);
            }
            scene.close();
            // as it was left: written act by act
            StoreCheck.storeIsWhatTheJournalSays(scene.surroundings(), scene.vault(), TestVaults.PASSPHRASE);
            var lobby = scene.approach().orThrow();
            scene.office = Scene.unlock(lobby, Scene.ADMIN, round % 2 == 0).orThrow();
            assertEquals(round % 2 == 0, scene.office.wasRebuilt(), "seed " + seed);
            tell("settings", scene.office.settings().change(
                    Scene.values(Settings.FIELDS, "silentDays", String.valueOf(30 + random.nextInt(60))), ""));
        }
        scene.close();
        // the last one was made anew
        StoreCheck.storeIsWhatTheJournalSays(scene.surroundings(), scene.vault(), TestVaults.PASSPHRASE);
        for (var what : List.of("threat", "rename", "action", "move", "plan", "submit", "approve", "return", "event", "moderate",
                "correct", "draft", "settings", "load"))
            assertTrue(done.getOrDefault(what, 0) > 0, "seed " + seed + ": nobody did " + what + " in " + done);
    }

    private void tell(String what, Outcome<?> outcome) {
        if (outcome.isDone()) done.merge(what, 1, Integer::sum);
    }

    private void act(Scene scene, Random random) {
        var office = scene.office;
        var lro = "LRO 001 (X11007)";
        if (threats.size() < 3 && office.session().user().equals(Scene.LRO)) {
            threats.add(scene.threat("Op " + threats.size(), lro));
            done.merge("threat", 1, Integer::sum);
            return;
        }
        var id = threats.get(random.nextInt(threats.size())).record().id();
        var threat = office.threats().open(id).orThrow();
        var ref = threat.record().get(Threat.REF);
        int n = random.nextInt(1000);
        switch (random.nextInt(14)) {
            case 0 -> tell("rename", office.threats().edit(new ThreatDesk.Edit(
                    threat.seen(), Scene.values(Threat.FIELDS, "name", "Op " + n, "tags", "T" + n % 5 + ";T" + n % 3), "")));
            case 1, 2 -> tell("action", office.plans().add(new PlanDesk.AddAction(id, Scene.values(
                    Action.FIELDS, "p", P.values()[n % 4].label(), "title", "Visit " + n, "owner", "NPT 01"))));
            case 3 -> office.plans().board(id).orThrow().actions().stream().findFirst().ifPresent(action -> tell(
                    "move", office.plans().move(new PlanDesk.Move(
                            action.seen(), ActionStatus.values()[n % ActionStatus.values().length], "Because of " + n))));
            case 4 -> office.plans().plan(ref).then(plan -> {
                var edited = office.plans().edit(new PlanDesk.Edit(plan.seen(), Scene.values(
                        Plan.FIELDS, "objective", "Take it apart " + n, "pursueEmpty", "None", "preventEmpty", "None",
                        "protectEmpty", "None", "prepareEmpty", "None"), ""));
                tell("plan", edited);
                return edited;
            });
            case 5, 6 -> office.plans().plan(ref).then(plan -> {
                var submitted = office.reviews().submit(new ReviewDesk.Submit(plan.seen(), ""));
                tell("submit", submitted);
                return submitted;
            });
            case 7, 8 -> {
                if (office.plans().plan(ref).isDone()) tell("approve", office.reviews().approve(scene.approval(id)));
            }
            case 9 -> office.plans().plan(ref).then(plan -> {
                var returned = office.reviews().sendBack(new ReviewDesk.SendBack(plan.seen(), "Say more " + n));
                tell("return", returned);
                return returned;
            });
            case 10 -> tell("event", office.disruptions().record(Scene.record(id, "Runner diverted " + n)));
            case 11 -> events(scene, random, n);
            case 12 -> {
                if (office.drafts().keep("threat/" + ref, Map.of("name", "half " + n))) done.merge("draft", 1, Integer::sum);
            }
            default -> tell("load", scene.loading(Map.of(
                    "threats", Scene.THREATS + "EMS-9" + n % 7 + ",Op Load " + n + ",Organised crime group,EMSOU,On list,"
                            + lro + ",,Monitoring,Tier " + (1 + n % 3) + "\n",
                    "actions", Scene.ACTIONS + "ACT-" + n % 9 + "," + ref + ",Prevent,Loaded " + n
                            + ",NPT 01,2022-05-31,In progress,\n")));
        }
    }

    private void events(Scene scene, Random random, int n) {
        var office = scene.office;
        var waiting = office.disruptions().waiting().orThrow().waiting();
        if (waiting.isEmpty()) return;
        var event = office.disruptions().open(waiting.get(random.nextInt(waiting.size())).event().id()).orThrow();
        tell("moderate", office.disruptions().moderate(new DisruptionDesk.Moderate(
                event.seen(), n % 2 == 0 ? Moderating.AGREE : Moderating.REGRADE, n % 2 == 0 ? null : Category.MODERATE,
                "Evidence " + n)));
        var now = office.disruptions().open(event.record().id()).orThrow();
        tell("correct", office.disruptions().correct(new DisruptionDesk.Correct(
                now.seen(), Scene.values(Disruption.FIELDS, "summary", "Corrected " + n), "Wrong before")));
    }
}
