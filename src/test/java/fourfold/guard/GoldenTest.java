package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.threat.Threat;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.OutboxDesk;
import fourfold.desk.PackageVerdict;
import fourfold.desk.ThreatDesk;
import fourfold.desk.VaultDesk;
import fourfold.packet.Outsider;
import fourfold.vault.Passphrase;
import fourfold.vault.Vault;
import fourfold.vault.VaultSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever any version of the program wrote, this one opens: vaults, packages, receipts, publications, backups and sealed
/// recovery codes that are kept in [GoldenFolder].
class GoldenTest {

    private static final String FORCE = "derbyshire";
    private static final String UNIT = "emsou";
    private static final String SIGNER = "Officer (D90001)";

    @TempDir
    Path folder;

    static List<GoldenFolder> kept() {
        return GoldenFolder.all();
    }

    private static void isAsSaid(GoldenFolder kept, String name, Office office) {
        var checked = office.journal().verify(Watch.nobody()).orThrow();
        assertEquals(kept.said("acts of " + name), String.valueOf(checked.acts()));
        assertEquals(kept.said("entries of " + name), String.valueOf(checked.entries()));
        assertEquals(kept.said("digest of " + name), office.journal().digest().orThrow());
    }

    private static TreeSet<String> threats(Office office) {
        var names = new TreeSet<String>();
        for (var object : office.register().list("threats", Map.of()).orThrow().objects().get())
            names.add(object.get("name").text());
        return names;
    }

    private static String ref(Office office, String name) {
        return office.register().list("threats", Map.of()).orThrow().objects().get().stream()
                .filter(object -> object.get("name").text().equals(name))
                .map(object -> object.get("ref").text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_folder_is_kept_for_the_formats_that_are_written_now() throws IOException {
        try (var scene = Scene.ofOne(folder)) {
            var backup = folder.resolve("backup");
            scene.office.trust().backUp(backup).orThrow();
            var now = GoldenFormats.of(scene.vault(), Scene.ADMIN, backup);
            assertTrue(
                    kept().stream().anyMatch(one -> one.said("formats").equals(now)),
                    now + ": no golden files are kept; write them with: mvn test -Dtest=GoldenFiles -Dfourfold.write=true");
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_vault_opens_with_its_store_without_it_and_made_anew_and_says_the_same(GoldenFolder kept) throws IOException {
        var vault = kept.unpack(GoldenFolder.FORCE, folder.resolve(FORCE));
        var surroundings = kept.surroundings();
        for (boolean rebuild : List.of(false, false, true)) {
            var office = kept.open(vault, surroundings, GoldenFiles.OFFICER, rebuild);
            isAsSaid(kept, FORCE, office);
            assertTrue(Files.exists(vault.resolve("journal").resolve("00000002")), "there are closed segments");
            assertEquals(List.of("Op Amber Kite", "Op Blue Gate", "Op Green Heron"), List.copyOf(threats(office)));
            GoldenFolder.shut(office);
        }
        try (var store = Files.list(vault.resolve("db"))) {
            for (var file : store.toList()) Files.delete(file);
        }
        var office = kept.open(vault, surroundings, GoldenFiles.SUPERVISOR, false);
        isAsSaid(kept, FORCE, office);
        assertEquals(Set.of(Role.SUPERVISOR), office.session().roles());
        GoldenFolder.shut(office);
        StoreCheck.storeIsWhatTheJournalSays(surroundings, vault, GoldenFiles.OFFICER, kept.said("passphrase"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void work_goes_on_in_a_vault_where_it_was_left(GoldenFolder kept) throws IOException {
        var vault = kept.unpack(GoldenFolder.FORCE, folder.resolve(FORCE));
        var office = kept.open(vault, kept.surroundings(), GoldenFiles.OFFICER, false);
        var ref = ref(office, "Op Amber Kite");
        var plan = office.plans().plan(ref).orThrow();
        assertTrue(plan.record().is(Plan.STATE, PlanState.APPROVED));
        assertEquals(4, office.plans().board(office.threats().open(ref).orThrow().record().id()).orThrow().actions().size());
        assertEquals(2, office.register().list("disruptions", Map.of()).orThrow().size());
        assertEquals(1, office.links().links().orThrow().size());
        assertEquals(1, office.conflicts().list().orThrow().size());
        assertEquals(1, office.proposals().list().orThrow().size());
        assertEquals(1, office.imports().received().orThrow().size());
        var steps = office.history().timeline(Threat.FIELDS, office.threats().open(ref).orThrow().record().id()).orThrow();
        assertTrue(steps.stream().anyMatch(step -> step.agency().equals("EMSOU")), "what others wrote is told as theirs");
        var digest = office.journal().digest().orThrow();
        var heron = office.threats().open(ref(office, "Op Green Heron")).orThrow();
        office.threats()
                .edit(new ThreatDesk.Edit(heron.seen(), Scene.values(Threat.FIELDS, "scope", "Matlock"), ""))
                .orThrow();
        assertFalse(digest.equals(office.journal().digest().orThrow()));
        office.journal().verify(Watch.nobody()).orThrow();
        assertTrue(Files.exists(vault.resolve("journal").resolve("reserve")), "before anything is saved it is made again");
        GoldenFolder.shut(office);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_package_passes_all_gates_and_is_taken_in_and_its_receipt_is_read(GoldenFolder kept) throws IOException {
        var unit = kept.open(GoldenFolder.UNIT, folder.resolve(UNIT), GoldenFiles.UNIT_OFFICER);
        isAsSaid(kept, UNIT, unit);
        var parcel = kept.file(GoldenFolder.PACKAGE);
        var verdict = assertInstanceOf(PackageVerdict.Sound.class, unit.packets().verify(parcel));
        assertEquals("Package 2 from Derbyshire to EMSOU is whole and was signed by Officer (D90001).", verdict.sentence());
        assertTrue(unit.imports().accept(parcel).orThrow().receipt().isPresent());
        isAsSaid(kept, "emsou with the package", unit);
        assertTrue(threats(unit).contains("Op Green Heron"));
        GoldenFolder.shut(unit);

        var force = kept.open(GoldenFolder.FORCE, folder.resolve(FORCE), GoldenFiles.OFFICER);
        var line = force.outbox().confirm(kept.file(GoldenFolder.RECEIPT)).orThrow();
        assertEquals(2, line.number());
        assertEquals(OutboxDesk.State.CONFIRMED, line.state());
        GoldenFolder.shut(force);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_package_is_whole_and_signed_to_somebody_with_public_tools_alone(GoldenFolder kept) throws Exception {
        Outsider.requireTools();
        var vault = kept.unpack(GoldenFolder.UNIT, folder.resolve(UNIT));
        // gpg judges keys and signatures by the clock of the computer
        try (var outsider = new Outsider("--faked-system-time", kept.said("computer").replaceAll("[-:Z]", ""));
                var closed = Vault.open(kept.surroundings().means(), vault).orThrow();
                var typed = Passphrase.entered(kept.passphrase());
                var open = closed.unlock(GoldenFiles.UNIT_OFFICER, typed).orThrow()) {
            var keys = Files.createDirectory(folder.resolve("keys"));
            outsider.knows(keys, VaultSecrets.unitKey(open), open.trusted().of("Derbyshire").orThrow().getFirst().armoured());
            var bag = outsider.unpacked(kept.file(GoldenFolder.PACKAGE).toAbsolutePath(), folder, SIGNER);
            outsider.findsWhole(bag, SIGNER);
            assertTrue(Files.readString(bag.resolve("data/tables/threats.csv")).contains("Op Green Heron"));
            assertTrue(Files.readString(bag.resolve("data/changes/changes.ndjson")).contains("Chesterfield"));
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void what_units_published_is_taken_in(GoldenFolder kept) throws IOException {
        var unit = kept.open(GoldenFolder.UNIT, folder.resolve(UNIT), GoldenFiles.UNIT_OFFICER);
        var list = unit.publications().accept(kept.file(GoldenFolder.CERTIFICATES)).orElseThrow().orThrow();
        assertEquals(List.of("Officer 02 (D11008)"), list.lines().stream().map(line -> line.what()).toList());
        GoldenFolder.shut(unit);

        var force = kept.open(GoldenFolder.FORCE, folder.resolve(FORCE), GoldenFiles.OFFICER);
        force.publications().accept(kept.file(GoldenFolder.CONFIGURATION)).orElseThrow().orThrow();
        assertEquals("EMSOU 1", force.publications().inUse().edition());
        assertEquals(45, force.publications().inUse().limits().get("silentDays"));
        GoldenFolder.shut(force);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_backup_is_restored_by_passphrase_and_by_the_code_on_paper(GoldenFolder kept) throws IOException {
        var surroundings = kept.surroundings();
        var desk = new VaultDesk(surroundings);
        var backup = kept.file(GoldenFolder.BACKUP);
        var first = folder.resolve("first");
        desk.restore(backup, first, GoldenFiles.SUPERVISOR, kept.passphrase()).orThrow();
        var office = kept.open(first, surroundings, GoldenFiles.OFFICER, false);
        isAsSaid(kept, FORCE, office);
        GoldenFolder.shut(office);
        var second = folder.resolve("second");
        desk.restore(backup, second, kept.said("code of Derbyshire").toCharArray()).orThrow();
        recovers(kept, second, kept.said("code of Derbyshire"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_recovery_code_that_was_sealed_to_the_unit_lets_somebody_in_at_the_force(GoldenFolder kept) throws IOException {
        var unit = kept.open(GoldenFolder.UNIT, folder.resolve(UNIT), GoldenFiles.UNIT_OFFICER);
        var code = unit.trust().openSealedCode(kept.file(GoldenFolder.RECOVERY)).orThrow();
        GoldenFolder.shut(unit);
        recovers(kept, kept.unpack(GoldenFolder.FORCE, folder.resolve(FORCE)), code);
    }

    private static void recovers(GoldenFolder kept, Path vault, String code) {
        var fresh = "a quite different long passphrase";
        var lobby = new VaultDesk(kept.surroundings()).approach(vault).orThrow();
        var office = lobby.recover(new Lobby.Recover(GoldenFiles.OFFICER, code.toCharArray(), fresh.toCharArray(), Watch.nobody()))
                .orThrow();
        isAsSaid(kept, FORCE, office);
        GoldenFolder.shut(office);
    }
}
