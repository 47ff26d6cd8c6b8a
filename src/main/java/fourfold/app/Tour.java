package fourfold.app;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.figures.Question;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DemoDesk;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.PackageVerdict;
import fourfold.ui.place.Place;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;

/// The main job as a tour: the same desks and the same window, which nobody has to look at, with a picture of every screen
/// that was passed.
final class Tour {

    private final Startup startup;
    private final Walk walk;
    private final Scene scene;
    private final DemoDesk.Demo demo;
    private final Path pictures;
    private final PrintStream out;
    private int step;

    /// @param pictures the folder that the pictures are left in
    Tour(Startup startup, Scene scene, DemoDesk.Demo demo, Path pictures, PrintStream out) {
        this.startup = startup;
        this.walk = new Walk(startup);
        this.scene = scene;
        this.demo = demo;
        this.pictures = pictures;
        this.out = out;
    }

    /// Goes the whole way.
    void go() {
        walk.settle();
        picture("unlock");
        var office = letIn(demo.lro());
        say("Signed in as " + office.session().label() + " of " + office.session().agency() + ".");
        at(new Place.Home(), "home");
        at(new Place.Threats(""), "threats");
        var threat = chosen(office);
        var name = threat.record().get(Threat.REF) + " " + threat.record().get(Threat.NAME);
        say("Opened " + name + ".");
        at(new Place.ThreatFile(threat.record().id().value(), Place.Tab.OVERVIEW), "threat");
        plan(office, threat.record().id());
        var event = record(office, threat.record().id());
        look(office, threat.record().id());
        submit(office, threat.record().id());
        walk.step(startup::lockNow);
        picture("locked");
        review(threat.record().id(), event);
        export(threat.record().id(), name);
        walk.step(startup::lockNow);
        say("Locked. The pictures are in " + pictures + ".");
    }

    private void say(String sentence) {
        out.println("  " + sentence);
    }

    private Office letIn(String user) {
        return walk.letIn(user, DemoDesk.PASSPHRASE);
    }

    /// The first open threat of the LRO whose plan can still be submitted.
    private Kept<Threat> chosen(Office office) {
        var mine = office.register()
                .list("threats", Map.of("lro", labelOf(office)))
                .orThrow()
                .objects()
                .get();
        for (var row : mine) {
            var threat = office.threats().open(row.get("ref").text()).orThrow();
            if (threat.record().isClosed()) continue;
            if (office.plans().plan(row.get("ref").text()) instanceof Outcome.Done<Kept<Plan>>(var plan)
                    && (plan.record().is(Plan.STATE, PlanState.DRAFT)
                            || plan.record().is(Plan.STATE, PlanState.RETURNED))) return threat;
        }
        throw new IllegalStateException("the example has no threat of this LRO with a plan to work on");
    }

    private static String labelOf(Office office) {
        return office.session().label();
    }

    private void plan(Office office, Id<Threat> threat) {
        var values = new Editing<Action>(List.of(
                new Field.Slot<>(Action.FOUR_P, P.PROTECT),
                new Field.Slot<>(Action.TITLE, "Crime prevention visit to the three shops"),
                new Field.Slot<>(Action.OWNER, "NPT 01"),
                new Field.Slot<>(Action.DUE, office.session().today().plusDays(14)),
                new Field.Slot<>(Action.MEASURE, "All three shops have a named contact by the due day")));
        var action = office.plans().add(new PlanDesk.AddAction(threat, values)).orThrow();
        say("Added action " + action.record().get(Action.REF) + " under Protect.");
        var board = office.plans().board(threat).orThrow();
        for (var missing : PlanRules.missing(board.planOrBlank(), board.bareActions())) {
            var p = missing.p();
            var plan = office.plans().board(threat).orThrow().plan();
            if (p == null || plan == null) continue;
            var why = new Editing<Plan>(List.of(new Field.Slot<>(
                    Plan.whyEmpty(p), "Considered with partners; nothing is needed before the next review.")));
            office.plans().edit(new PlanDesk.Edit(plan.seen(), why, "")).orThrow();
            say("Said why " + p.label() + " is empty.");
        }
        at(new Place.ThreatFile(threat.value(), Place.Tab.PLAN), "plan");
    }

    private Kept<Disruption> record(Office office, Id<Threat> threat) {
        walk.step(() -> {
            var open = startup.workspace();
            if (open != null) open.capture(threat, null);
        });
        picture("capture");
        var values = new Editing<Disruption>(List.of(
                new Field.Slot<>(Disruption.SUMMARY, "Two vulnerable residents moved to safe housing with the provider"),
                new Field.Slot<>(Disruption.EVENT_DATE, office.session().today().minusDays(1)),
                new Field.Slot<>(Disruption.FOUR_P, P.PROTECT),
                new Field.Slot<>(Disruption.TYPE, DisruptionType.LEAD),
                new Field.Slot<>(Disruption.CATEGORY, Category.MODERATE),
                new Field.Slot<>(Disruption.CATEGORY_REASON, "The group lost both addresses that it worked from"),
                new Field.Slot<>(Disruption.SAFEGUARDED, 2L)));
        var event = office.disruptions().record(new DisruptionDesk.Record(threat, null, values)).orThrow();
        say("Recorded " + event.record().get(Disruption.REF) + ". "
                + office.disruptions().verdict(event.record()).sentence());
        return event;
    }

    private void look(Office office, Id<Threat> threat) {
        for (var tab : List.of(Place.Tab.DISRUPTIONS, Place.Tab.PEOPLE, Place.Tab.TIMELINE))
            at(new Place.ThreatFile(threat.value(), tab), tab.label().toLowerCase(Locale.UK));
        at(new Place.Disruptions(""), "events");
        at(new Place.Plans(""), "plans");
        at(new Place.PlanBoard(Plan.idFor(threat).value()), "board");
        at(new Place.Figures(), "figures");
        var called = "Return for the report's year";
        // a tour of a vault that is there already finds them frozen
        if (!office.freezing().open(called).isDone())
            office.freezing().freeze(called, Question.of("disruptions-year").by("agency", "p")).orThrow();
        at(new Place.Frozen(called), "frozen");
        at(new Place.Inspection(), "inspection");
        meetings(office);
        at(new Place.Load(), "load");
        at(new Place.Guide(""), "guide");
        at(new Place.Settings(), "settings");
        at(new Place.People(), "people");
    }

    private void meetings(Office office) {
        at(new Place.Meetings(""), "meetings");
        var cancelled = office.meetings().list().orThrow().stream().filter(line -> !line.waiting().isEmpty()).findFirst();
        if (cancelled.isPresent()) at(new Place.MeetingFile(cancelled.get().id().value()), "meeting");
    }

    private void submit(Office office, Id<Threat> threat) {
        var plan = office.plans().board(threat).orThrow().plan();
        if (plan == null) throw new IllegalStateException("the plan has gone");
        office.reviews().submit(new ReviewDesk.Submit(plan.seen(), "Ready for review")).orThrow();
        say("Submitted the plan.");
    }

    private void review(Id<Threat> threat, Kept<Disruption> event) {
        var office = letIn(demo.supervisor());
        say("Signed in as " + office.session().label() + ".");
        at(new Place.Home(), "supervisor-home");
        at(new Place.Reviews(), "reviews");
        at(new Place.Review(Plan.idFor(threat).value()), "review");
        var sheet = office.reviews().sheet(threat).orThrow();
        var plan = sheet.board().plan();
        if (plan == null) throw new IllegalStateException("the plan has gone");
        office.reviews().approve(new ReviewDesk.Approve(plan.seen(), sheet.hash(), "All four Ps are covered")).orThrow();
        say("Approved the plan, bound to its commitments " + sheet.hash().substring(0, 12) + ".");
        office.disruptions()
                .moderate(new DisruptionDesk.Moderate(event.seen(), Moderating.AGREE, null, "The provider's letter confirms it"))
                .orThrow();
        say("Agreed with the event's category.");
        at(new Place.DisruptionFile(event.record().id().value()), "event");
    }

    private void export(Id<Threat> threat, String name) {
        walk.step(startup::lockNow);
        var office = letIn(demo.lro());
        at(new Place.PackageOut(), "package-out");
        var to = office.packets().unsent().orThrow().getFirst().to();
        var written = office.packets()
                .write(
                        new PacketDesk.Wish(to, "Demonstration of " + name, Set.of(threat), true, Map.of()),
                        pictures,
                        Watch.nobody())
                .orThrow()
                .getFirst();
        say("Wrote package " + written.number() + " for " + to + " with " + written.entries() + " changes: "
                + written.file().getFileName());
        switch (office.packets().verify(written.file())) {
            case PackageVerdict.Sound sound -> say("Verified it: signed by " + sound.signedBy() + ", SHA-256 "
                    + sound.sha256().substring(0, 12) + "…");
            case PackageVerdict.Refused refused -> throw new IllegalStateException(refused.sentence());
        }
        at(new Place.Packages(), "packages");
    }

    private void at(Place place, String picture) {
        walk.to(place);
        picture(picture);
    }

    private void picture(String name) {
        var file = pictures.resolve(String.format(Locale.ROOT, "%02d-%s.png", ++step, name));
        Pictures.write(Walk.onScreen(() -> Pictures.of(scene)), file);
    }
}
