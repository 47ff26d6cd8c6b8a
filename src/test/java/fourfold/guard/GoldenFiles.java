package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.settings.PublicationKind;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.LinkDesk;
import fourfold.desk.LoadDesk;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.PublicationDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.desk.VaultDesk;
import fourfold.extract.ReferenceTables;
import fourfold.journal.FileJournal;
import fourfold.journal.JournalFolder;
import fourfold.journal.Limits;
import fourfold.vault.Calibration;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import fourfold.vault.Passphrase;
import fourfold.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Writes the next folder of golden files ([GoldenFolder]), once any format has a version of which none is kept:
///
///     mvn test -Dtest=GoldenFiles -Dfourfold.write=true
///
/// What is kept is never written again: a format with the version of a golden file must read that very file for ever.
@EnabledIfSystemProperty(named = "fourfold.write", matches = "true")
final class GoldenFiles {

    /// The administrator of the force, who is an LRO as well, and that of the unit, who may do everything.
    static final String OFFICER = "D90001";

    static final String SUPERVISOR = "D20001";
    static final String UNIT_OFFICER = "E90001";

    /// The names of two threats whose entries are erased from the force's journal, its own and one that was taken in.
    static final List<String> ERASED = List.of("Op Snow Melts", "Op Smoke Clears");

    private static final String MEETINGS =
            """
            Meeting ref,Kind,Date,Status,Cancellation reason,Threat refs,Invited,Attended
            MTG-0001,Tactical delivery group,2022-06-05,Held,,%s,EMSOU;Derbyshire,Derbyshire
            """;

    @TempDir
    Path folder;

    private final TestVaults.HandClock clock = TestVaults.clock();
    private final Surroundings surroundings = new Surroundings(
            new Means(new LocalDisk(), clock::instant, Calibration.floor()),
            // short segments, so that there are closed ones
            new Limits(8 << 10, 1 << 16),
            clock,
            ReferenceTables.read());
    private final SortedMap<String, String> says = new TreeMap<>();

    @Test
    void are_written_for_formats_of_which_none_are_kept() throws Exception {
        var files = Files.createDirectories(folder.resolve("golden"));
        var stick = Files.createDirectories(folder.resolve("stick"));
        var force = begin("derbyshire", "Derbyshire", OFFICER, EnumSet.of(Role.ADMINISTRATOR, Role.LRO));
        var unit = begin("emsou", "EMSOU", UNIT_OFFICER, EnumSet.of(Role.ADMINISTRATOR, Role.LRO, Role.SUPERVISOR));
        TestVaults.add(force, SUPERVISOR, "Supervisor 01", Set.of(Role.SUPERVISOR));
        force.trust().trust("EMSOU", unit.trust().certificates()).orThrow();
        unit.trust().trust("Derbyshire", force.trust().certificates()).orThrow();

        var kite = threat(force, "Op Amber Kite");
        var event = event(force, kite, "Runner diverted");
        force = planned(force, kite, event);
        exchange(force, "EMSOU", unit, stick);
        both(force, unit, kite, event);
        exchange(unit, "Derbyshire", force, stick);
        force = erased(force);
        rest(force, unit, files, stick);

        says.put("formats", GoldenFormats.of(folder.resolve("derbyshire"), OFFICER, files.resolve(GoldenFolder.BACKUP)));
        says.put("passphrase", TestVaults.PASSPHRASE);
        // keys and signatures are dated by the computer, whatever the clock of the test says
        says.put("computer", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        keep(files);
    }

    private void keep(Path files) throws IOException {
        var kept = GoldenFolder.all();
        for (var one : kept)
            assertTrue(!one.said("formats").equals(says.get("formats")), one.path() + " holds these formats, and is never written again");
        new GoldenFolder(files, says).write();
        var next = Files.createDirectory(GoldenFolder.ALL.resolve("%03d".formatted(kept.size() + 1)));
        try (var all = Files.list(files)) {
            for (var file : all.toList()) Files.copy(file, next.resolve(file.getFileName()));
        }
    }

    private Office begin(String name, String agency, String user, Set<Role> roles) {
        var begun = new VaultDesk(surroundings)
                .begin(new VaultDesk.Begin(
                        folder.resolve(name), agency, user, "Officer", roles, TestVaults.PASSPHRASE.toCharArray()))
                .orThrow();
        says.put("code of " + agency, begun.recoveryCode());
        return begun.office();
    }

    private Kept<Threat> threat(Office office, String name) {
        clock.forward(Duration.ofMinutes(1));
        return office.threats()
                .create(new ThreatDesk.Create(
                        Scene.values(
                                Threat.FIELDS, "name", name, "kind", "Organised crime group", "primaryArea", "Illegal drugs",
                                "masterList", "On list", "tier", "Tier 3", "lro", "LRO 001 (D11007)"),
                        "Best placed"))
                .orThrow();
    }

    private static Kept<Disruption> event(Office office, Kept<Threat> threat, String summary) {
        return office.disruptions().record(Scene.record(threat.record().id(), summary)).orThrow();
    }

    private static Kept<Threat> now(Office office, Kept<Threat> threat) {
        return office.threats().open(threat.record().id()).orThrow();
    }

    private static void edit(Office office, Kept<Threat> threat, String field, String value) {
        office.threats()
                .edit(new ThreatDesk.Edit(now(office, threat).seen(), Scene.values(Threat.FIELDS, field, value), "Seen from here"))
                .orThrow();
    }

    /// A plan that another person approves, an event that they moderate, and a meeting.
    private Office planned(Office office, Kept<Threat> threat, Kept<Disruption> event) throws IOException {
        var id = threat.record().id();
        for (var p : P.values())
            office.plans()
                    .add(new PlanDesk.AddAction(
                            id, Scene.values(Action.FIELDS, "p", p.label(), "title", "Visit " + p.label(), "owner", "NPT 01")))
                    .orThrow();
        var ref = threat.record().get(Threat.REF);
        var plan = office.plans().plan(ref).orThrow();
        var edited = office.plans()
                .edit(new PlanDesk.Edit(plan.seen(), Scene.values(Plan.FIELDS, "objective", "Take it apart"), ""))
                .orThrow();
        office.reviews().submit(new ReviewDesk.Submit(edited.seen(), "")).orThrow();
        var meetings = Files.writeString(folder.resolve("meetings.csv"), MEETINGS.formatted(ref));
        office.load().load(new LoadDesk.Load(Map.of("meetings", meetings), false, Watch.nobody())).orThrow();
        var other = TestVaults.as(office, SUPERVISOR);
        var hash = other.plans().board(id).orThrow().commitments().hash();
        other.reviews()
                .approve(new ReviewDesk.Approve(other.plans().plan(ref).orThrow().seen(), hash, "Good"))
                .orThrow();
        var seen = other.disruptions().open(event.record().id()).orThrow().seen();
        other.disruptions().moderate(new DisruptionDesk.Moderate(seen, Moderating.AGREE, null, "Evidence")).orThrow();
        return TestVaults.as(other, OFFICER);
    }

    /// What the two write without knowing of each other: a proposal, a conflict, an event that is linked.
    private void both(Office force, Office unit, Kept<Threat> threat, Kept<Disruption> event) {
        edit(unit, threat, "tier", "Tier 1");
        edit(unit, threat, "scope", "Leicester");
        edit(force, threat, "scope", "Derby");
        threat(unit, "Op Blue Gate");
        threat(unit, ERASED.getLast());
        var seen = event(unit, threat, "Runner seen").record().id();
        link(unit, event.record().id(), seen);
        threat(force, ERASED.getFirst());
    }

    private static void link(Office office, Id<Disruption> lead, Id<Disruption> support) {
        office.links().link(new LinkDesk.Decide(lead, support, lead, 0, "The same arrest")).orThrow();
    }

    private Path sent(Office from, String to, Path stick) {
        clock.forward(Duration.ofMinutes(1));
        return from.packets()
                .write(new PacketDesk.Wish(to, "Return", Set.of(), false, Map.of()), stick, Watch.nobody())
                .orThrow()
                .getFirst()
                .file();
    }

    private void exchange(Office from, String agency, Office to, Path stick) {
        var receipt = to.imports().accept(sent(from, agency, stick)).orThrow().receipt().orElseThrow();
        from.outbox().confirm(receipt).orThrow();
    }

    /// The same vault after the entries of two threats were erased from its journal, and its store made anew without them.
    private Office erased(Office office) throws IOException {
        GoldenFolder.shut(office);
        var place = folder.resolve("derbyshire");
        try (var vault = Vault.open(surroundings.means(), place).orThrow();
                var typed = Passphrase.entered(TestVaults.PASSPHRASE.toCharArray());
                var open = vault.unlock(OFFICER, typed).orThrow();
                var journal = FileJournal.open(
                        new JournalFolder(
                                surroundings.means().disk(), open.folder().journal(), open.id(), n -> open.keys().journalSegment(n)),
                        surroundings.limits(),
                        List.of())) {
            var spots = spots(journal);
            assertEquals(ERASED.size(), spots.size());
            spots.forEach(journal::erase);
        }
        try (var store = Files.list(place.resolve("db"))) {
            for (var file : store.toList()) Files.delete(file);
        }
        return new GoldenFolder(place, new TreeMap<>(Map.of("passphrase", TestVaults.PASSPHRASE)))
                .open(place, surroundings, OFFICER, false);
    }

    private static List<Journal.Spot> spots(Journal journal) {
        var spots = new ArrayList<Journal.Spot>();
        journal.read(1, new Journal.Reader() {
            @Override
            public void entry(Journal.Recorded recorded) {
                var text = recorded.entry().json().canonicalText();
                if (ERASED.stream().anyMatch(text::contains)) spots.add(recorded.spot());
            }
        });
        return spots;
    }

    /// What is new after that, in a package and everything else that is kept.
    private void rest(Office force, Office unit, Path files, Path stick) throws IOException {
        force.trust().sealRecoveryTo("EMSOU", files.resolve(GoldenFolder.RECOVERY)).orThrow();
        TestVaults.add(force, "D11008", "Officer 02", Set.of(Role.LRO));
        publish(force, PublicationKind.CERTIFICATES, "EMSOU", Map.of(), files.resolve(GoldenFolder.CERTIFICATES));
        publish(
                unit, PublicationKind.CONFIGURATION, "Derbyshire", Map.of("limits.csv", "limit,value\nsilentDays,45\n"),
                files.resolve(GoldenFolder.CONFIGURATION));
        var heron = threat(force, "Op Green Heron");
        edit(force, heron, "scope", "Chesterfield");
        var parcel = sent(force, "EMSOU", stick);
        Files.copy(parcel, files.resolve(GoldenFolder.PACKAGE));

        state("derbyshire", force);
        force.trust().backUp(files.resolve(GoldenFolder.BACKUP)).orThrow();
        GoldenFolder.shut(force);
        GoldenFolder.pack(folder.resolve("derbyshire"), files.resolve(GoldenFolder.FORCE), true);
        state("emsou", unit);
        var again = unit.lobby();
        unit.close();
        GoldenFolder.pack(folder.resolve("emsou"), files.resolve(GoldenFolder.UNIT), false);
        again.close();
        says.put("at", clock.instant().toString());

        var later = new GoldenFolder(files, new TreeMap<>(Map.of("passphrase", TestVaults.PASSPHRASE)))
                .open(folder.resolve("emsou"), surroundings, UNIT_OFFICER, false);
        var receipt = later.imports().accept(parcel).orThrow().receipt().orElseThrow();
        Files.copy(receipt, files.resolve(GoldenFolder.RECEIPT));
        state("emsou with the package", later);
        GoldenFolder.shut(later);
    }

    private void state(String name, Office office) {
        var checked = office.journal().verify(Watch.nobody()).orThrow();
        says.put("digest of " + name, office.journal().digest().orThrow());
        says.put("acts of " + name, String.valueOf(checked.acts()));
        says.put("entries of " + name, String.valueOf(checked.entries()));
    }

    private void publish(Office office, PublicationKind kind, String to, Map<String, String> content, Path file) throws IOException {
        var wish = new PublicationDesk.Wish(
                kind, List.of(to), 0, LocalDate.ofInstant(clock.instant(), clock.getZone()), "Of June", new TreeMap<>(content));
        Files.copy(office.publications().publish(wish, folder.resolve("published")).orThrow().file(), file);
    }
}
