package fourfold.guard;

import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.LoadDesk;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.PlanDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.desk.VaultDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One vault with its people, and the things that the tests do in it again and again. One person is let in at a time.
final class Scene implements AutoCloseable {

    static final String ADMIN = "X90001";
    static final String LRO = "X11007";
    static final String OTHER_LRO = "X11008";
    static final String SUPERVISOR = "S20001";
    static final String ANALYST = "N30001";
    static final String BOTH = "B40001";

    static final String THREATS = "Threat ref,Name,Threat kind,Owning agency,Master list status,LRO,SIO,Phase,Tier\n";
    static final String PLANS = "Threat ref,Plan state,Objective,Intelligence officer,Financial investigator,"
            + "Safeguarding officer,Next review,Last approved\n";
    static final String ACTIONS = "Action ref,Threat ref,4P,Title,Owner,Due,Status,Result\n";
    static final String DISRUPTIONS = "Disruption ref,Threat ref,Disruption type,Lead agency,Event date,Record date,"
            + "Primary 4P,Assessment Category,Lead unit,Summary\n";

    private final Path folder;
    private final TestVaults.HandClock clock;
    private final Surroundings surroundings;
    private int files;
    Office office;

    private Scene(Path folder, TestVaults.HandClock clock, Surroundings surroundings, Office office) {
        this.folder = folder;
        this.clock = clock;
        this.surroundings = surroundings;
        this.office = office;
    }

    /// A new vault in that folder with its administrator let in, who is an LRO as well, and nobody else.
    static Scene ofOne(Path folder) {
        var clock = TestVaults.clock();
        var surroundings = TestVaults.surroundings(clock);
        return new Scene(
                folder, clock, surroundings, TestVaults.begin(folder.resolve("vault"), surroundings, Role.LRO));
    }

    /// A new vault in that folder with one person of each role, one with two, and its administrator let in.
    static Scene of(Path folder) {
        var clock = TestVaults.clock();
        var surroundings = TestVaults.surroundings(clock);
        var scene = new Scene(folder, clock, surroundings, TestVaults.begin(folder.resolve("vault"), surroundings));
        scene.add(LRO, "LRO 001", Role.LRO);
        scene.add(OTHER_LRO, "LRO 002", Role.LRO);
        scene.add(SUPERVISOR, "Supervisor 01", Role.SUPERVISOR);
        scene.add(ANALYST, "Analyst 01", Role.ANALYST);
        scene.add(BOTH, "Officer 01", Role.LRO, Role.SUPERVISOR);
        return scene;
    }

    void add(String user, String name, Role... roles) {
        TestVaults.add(office, user, name, EnumSet.copyOf(List.of(roles)));
    }

    Path vault() {
        return folder.resolve("vault");
    }

    Path folder() {
        return folder;
    }

    TestVaults.HandClock clock() {
        return clock;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// Locks, and lets that person in.
    Office as(String user) {
        office = TestVaults.as(office, user);
        return office;
    }

    /// Lets that person in after the vault was closed by hand.
    static Outcome<Office> unlock(Lobby lobby, String user, boolean rebuild) {
        return lobby.unlock(new Lobby.Unlock(user, TestVaults.PASSPHRASE.toCharArray(), rebuild, Watch.nobody()));
    }

    /// Locks, and gives the vault's lock back.
    @Override
    public void close() {
        office.close();
        office.lobby().close();
    }

    /// Goes up to the vault again after [#close].
    Outcome<Lobby> approach() {
        return new VaultDesk(surroundings).approach(vault());
    }

    static <K extends Entity<K>> Editing<K> values(Fields<K> fields, String... namesAndTexts) {
        var written = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) written.put(namesAndTexts[i], namesAndTexts[i + 1]);
        return Editing.of(fields, written, Set.of()).orThrow();
    }

    Kept<Threat> threat(String name, String lro) {
        return office.threats()
                .create(new ThreatDesk.Create(
                        values(
                                Threat.FIELDS, "name", name, "kind", "Organised crime group", "primaryArea",
                                "Illegal drugs", "masterList", "On list", "lro", lro),
                        "Best placed"))
                .orThrow();
    }

    Kept<Action> action(Id<Threat> threat, P p, String title) {
        return office.plans()
                .add(new PlanDesk.AddAction(
                        threat, values(Action.FIELDS, "p", p.label(), "title", title, "owner", "NPT 01")))
                .orThrow();
    }

    /// Gives the threat a plan that can be submitted.
    Kept<Plan> plan(Kept<Threat> threat) {
        for (var p : P.values()) action(threat.record().id(), p, "Visit " + p.label());
        var plan = office.plans().plan(threat.record().get(Threat.REF)).orThrow();
        return office.plans()
                .edit(new PlanDesk.Edit(plan.seen(), values(Plan.FIELDS, "objective", "Take it apart"), ""))
                .orThrow();
    }

    Kept<Plan> submitted(Kept<Threat> threat) {
        return office.reviews().submit(new ReviewDesk.Submit(plan(threat).seen(), "")).orThrow();
    }

    Kept<Plan> plan(Id<Threat> threat) {
        var plan = office.plans().board(threat).orThrow().plan();
        if (plan == null) throw new IllegalStateException("no plan");
        return plan;
    }

    String hash(Id<Threat> threat) {
        return office.plans().board(threat).orThrow().commitments().hash();
    }

    /// The wish to approve the plan as it is now.
    ReviewDesk.Approve approval(Id<Threat> threat) {
        return new ReviewDesk.Approve(plan(threat).seen(), hash(threat), "Good");
    }

    Kept<Disruption> event(Id<Threat> threat, String summary) {
        return office.disruptions().record(record(threat, summary)).orThrow();
    }

    static DisruptionDesk.Record record(Id<Threat> threat, String summary) {
        return new DisruptionDesk.Record(
                threat,
                null,
                values(
                        Disruption.FIELDS, "eventDate", "2022-06-20", "p", "Prevent", "type", "Lead Disruption",
                        "category", "Minor", "categoryReason", "Two weeks without calls", "summary", summary));
    }

    /// Loads extracts, each under the name of its table.
    LoadDesk.Report load(Map<String, String> texts) {
        return loading(texts).orThrow();
    }

    Outcome<LoadDesk.Report> loading(Map<String, String> texts) {
        var paths = new LinkedHashMap<String, Path>();
        texts.forEach((table, text) -> paths.put(table, file(table + ".csv", text)));
        return office.load().load(new LoadDesk.Load(paths, false, Watch.nobody()));
    }

    Path file(String name, String text) {
        try {
            var path = Files.createDirectories(folder.resolve("in-" + files++)).resolve(name);
            return Files.writeString(path, text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /// The refusal; null where it was done.
    static @org.jspecify.annotations.Nullable Problem refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var problem) ? problem : null;
    }

    static boolean isForbidden(Outcome<?> outcome) {
        return refusal(outcome) instanceof Problem.NotAllowed;
    }
}
