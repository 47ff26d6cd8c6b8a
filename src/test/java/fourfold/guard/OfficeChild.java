package fourfold.guard;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.LoadDesk;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.desk.VaultDesk;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A person at work in a process of their own, until it is killed. Whatever a desk said was done is then said on standard
/// output, one line each; what is about to be tried with the passphrase is said before.
public final class OfficeChild {

    private final Path folder;
    private final Random random;
    private final PrintStream out;
    private final List<Kept<Threat>> threats = new ArrayList<>();
    private final List<Kept<Action>> actions = new ArrayList<>();
    private Office office;
    private String passphrase;
    private int done;

    private OfficeChild(Path folder, long seed, String passphrase, PrintStream out, Office office) {
        this.folder = folder;
        this.random = new Random(seed);
        this.passphrase = passphrase;
        this.out = out;
        this.office = office;
    }

    /// @param args the folder, a seed and the passphrase
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        var folder = Path.of(args[0]);
        var lobby = new VaultDesk(TestVaults.surroundings(TestVaults.clock())).approach(folder.resolve("vault")).orThrow();
        var child = new OfficeChild(folder, Long.parseLong(args[1]), args[2], out, enter(lobby, args[2]));
        out.println("ready");
        while (true) child.work();
    }

    static Office enter(Lobby lobby, String passphrase) {
        return lobby.unlock(new Lobby.Unlock("X90001", passphrase.toCharArray(), false, Watch.nobody())).orThrow();
    }

    private void said(String line) {
        out.println(line);
    }

    private void work() throws Exception {
        int what = threats.isEmpty() ? 0 : random.nextInt(40);
        if (what < 6) create();
        else if (what < 14) edit();
        else if (what < 20) addAction();
        else if (what < 26) move();
        else if (what < 31) record();
        else if (what < 34) load();
        else if (what < 36) export();
        else if (what < 37) backUp();
        else if (what < 38) changePassphrase();
        else lockAndUnlock();
    }

    private String mark() {
        return "mark" + random.nextLong(Long.MAX_VALUE) + "x" + done++;
    }

    private void create() {
        var name = mark();
        var kept = office.threats().create(new ThreatDesk.Create(
                Scene.values(Threat.FIELDS, "name", name, "kind", "Organised crime group", "primaryArea", "Illegal drugs",
                        "masterList", "On list"), "")).orThrow();
        threats.add(kept);
        said("threat " + kept.record().get(Threat.REF) + " " + kept.version() + " " + name);
    }

    private void edit() {
        int which = random.nextInt(threats.size());
        var name = mark();
        var kept = office.threats().edit(new ThreatDesk.Edit(
                threats.get(which).seen(), Scene.values(Threat.FIELDS, "name", name), "")).orThrow();
        threats.set(which, kept);
        said("threat " + kept.record().get(Threat.REF) + " " + kept.version() + " " + name);
    }

    private void addAction() {
        var title = mark();
        Id<Threat> threat = threats.get(random.nextInt(threats.size())).record().id();
        var kept = office.plans().add(new PlanDesk.AddAction(threat, Scene.values(
                Action.FIELDS, "p", P.values()[random.nextInt(4)].label(), "title", title, "owner", "NPT 01"))).orThrow();
        actions.add(kept);
        said("action " + kept.record().get(Action.REF) + " " + kept.version() + " " + title);
    }

    private void move() {
        if (actions.isEmpty()) return;
        int which = random.nextInt(actions.size());
        var before = actions.get(which);
        var to = before.record().is(Action.STATUS, ActionStatus.IN_PROGRESS) ? ActionStatus.BLOCKED : ActionStatus.IN_PROGRESS;
        var kept = office.plans().move(new PlanDesk.Move(before.seen(), to, "Words")).orThrow();
        actions.set(which, kept);
        said("action " + kept.record().get(Action.REF) + " " + kept.version() + " " + kept.record().get(Action.TITLE));
    }

    private void record() {
        var summary = mark();
        var kept = office.disruptions().record(Scene.record(threats.get(random.nextInt(threats.size())).record().id(), summary)).orThrow();
        said("event " + kept.record().get(Disruption.REF) + " " + kept.version() + " " + summary);
    }

    /// One act of many entries: afterwards all of it is there or nothing.
    private void load() throws Exception {
        var name = mark();
        int rows = random.nextInt(5) == 0 ? 120 : 12;
        var text = new StringBuilder(Scene.THREATS);
        for (int i = 0; i < rows; i++)
            text.append(name).append('-').append(i).append(',').append(name).append(",Organised crime group,EMSOU,On list,,,,\n");
        var file = Files.writeString(folder.resolve("load.csv"), text.toString());
        said("loading " + name + " " + rows);
        office.load().load(new LoadDesk.Load(Map.of("threats", file), false, Watch.nobody())).orThrow();
        said("loaded " + name + " " + rows);
    }

    private void export() {
        Id<Threat> threat = threats.get(random.nextInt(threats.size())).record().id();
        var wish = new PacketDesk.Wish("EMSOU", "To be killed", Set.of(threat), true, Map.of());
        var written = office.packets().write(wish, folder.resolve("out"), Watch.nobody()).orThrow().getFirst();
        said("package " + written.number() + " " + written.file().getFileName());
    }

    private void backUp() {
        office.trust().backUp(folder.resolve("backup")).orThrow();
        said("backup " + passphrase.replace(' ', '_'));
    }

    private void changePassphrase() {
        var fresh = "correct horse battery " + mark();
        said("changing " + fresh.replace(' ', '_'));
        office.people().changePassphrase(passphrase.toCharArray(), fresh.toCharArray()).orThrow();
        passphrase = fresh;
        said("changed " + fresh.replace(' ', '_'));
    }

    private void lockAndUnlock() {
        var lobby = office.lobby();
        office.close();
        said("locked");
        office = enter(lobby, passphrase);
        said("unlocked");
    }
}
