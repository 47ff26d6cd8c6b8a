package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.JournalFault;
import fourfold.core.threat.Threat;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.desk.VaultDesk;
import fourfold.journal.Limits;
import fourfold.journal.SmallDisk;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A vault of which something is damaged, missing, older or newer, or whose disk is full or may not be written: what is
/// said, and that nothing is shown before. Each case works on a copy of one vault.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedVaultTest {

    private static final String USER = "X90001";

    private Path folder = Path.of("");

    private final TestVaults.HandClock clock = TestVaults.clock();
    private final List<Lobby> lobbies = new ArrayList<>();
    private Path vault;
    private Path older;
    private Path running;
    private int copies;
    private int threats;
    private String lastRef = "";
    private int told;

    private Surroundings on(Disk disk) {
        var usual = TestVaults.surroundings(clock);
        var means = new Means(disk, clock::instant, usual.means().calibration());
        return new Surroundings(means, new Limits(6_000, 1L << 20), clock, usual.reference());
    }

    /// An older copy of the vault, the vault as it was left, and as it lay on the disk while somebody was at work.
    @BeforeAll
    void begin(@TempDir Path temp) throws IOException {
        folder = temp;
        vault = folder.resolve("vault");
        var office = TestVaults.begin(vault, on(new LocalDisk()), Role.LRO);
        threat(office);
        var lobby = office.lobby();
        office.close();
        older = copy(vault);
        var wasThere = segments(older).size();
        office = Scene.unlock(lobby, USER, false).orThrow();
        assertTrue(office.people().changePassphrase(
                TestVaults.PASSPHRASE.toCharArray(), "another horse battery staple".toCharArray()).isDone());
        assertTrue(office.people().changePassphrase(
                "another horse battery staple".toCharArray(), TestVaults.PASSPHRASE.toCharArray()).isDone());
        while (segments(vault).size() < wasThere + 3) threat(office);
        office.close();
        office = Scene.unlock(lobby, USER, false).orThrow();
        threat(office);
        running = copy(vault);
        threat(office);
        office.close();
        lobby.close();
    }

    @AfterAll
    void end() {
        try (var trials = Trials.all(Goal.G_4, "whole vaults with a file damaged, missing or older, told and told again", told)) {
            trials.passed(told);
        }
        lobbies.forEach(Lobby::close);
    }

    private void threat(Office office) {
        var threat = office.threats().create(new ThreatDesk.Create(
                Scene.values(Threat.FIELDS, "name", "Op Kiln " + threats++, "kind", "Organised crime group",
                        "primaryArea", "Illegal drugs", "masterList", "On list"), "")).orThrow();
        lastRef = threat.record().get(Threat.REF);
    }

    private Path copy(Path from) throws IOException {
        var to = folder.resolve("copy-" + copies++);
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) Files.copy(file, to.resolve(from.relativize(file)));
        }
        return to;
    }

    private static List<Path> segments(Path vault) throws IOException {
        try (var files = Files.list(vault.resolve("journal"))) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{8}")).sorted().toList();
        }
    }

    private Outcome<Office> open(Path copy, Disk disk) {
        return new VaultDesk(on(disk)).approach(copy).then(lobby -> {
            lobbies.add(lobby);
            var office = Scene.unlock(lobby, USER, false);
            if (!office.isDone()) lobby.close();
            return office;
        });
    }

    private Outcome<Office> open(Path copy) {
        return open(copy, new LocalDisk());
    }

    /// The vault opens, with that many threats.
    private void opens(Path copy, int expected) {
        var office = open(copy).orThrow();
        assertEquals(expected, office.register().list("threats", Map.of()).orThrow().size());
        assertTrue(office.journal().verify(Watch.nobody()).isDone());
        office.close();
        office.lobby().close();
    }

    private void opens(Path copy) {
        opens(copy, threats);
    }

    private void refused(Path copy, Class<? extends Problem> kind, String... words) {
        var problem = Scene.refusal(open(copy));
        assertInstanceOf(kind, problem, String.valueOf(problem));
        for (var word : words) assertTrue(problem.sentence().contains(word), problem.sentence());
        assertTrue(problem.sentence().endsWith("."), problem.sentence());
        var again = Scene.refusal(open(copy));
        assertEquals(problem, again, "and the next start says the same");
        told++;
    }

    private void damaged(Path copy, String... words) {
        refused(copy, Problem.Damaged.class, words);
    }

    private static void flip(Path file, long at) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(at);
            int was = access.read();
            access.seek(at);
            access.write(was ^ 1);
        }
    }

    private static void cut(Path file, long size) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(size);
        }
    }

    private void putBack(Path copy, String... names) throws IOException {
        for (var name : names) {
            Files.deleteIfExists(copy.resolve(name));
            Files.copy(older.resolve(name), copy.resolve(name));
        }
    }

    private static void delete(Path copy, String... names) throws IOException {
        for (var name : names) Files.delete(copy.resolve(name));
    }

    @Test
    void an_undamaged_vault_opens() throws IOException {
        opens(copy(vault));
        opens(copy(running), threats - 1);
    }

    @Test
    void a_damaged_missing_or_newer_vault_file_is_told() throws IOException {
        var copy = copy(vault);
        delete(copy, "vault.json");
        damaged(copy, "vault.json", "missing");
        copy = copy(vault);
        var json = Files.readString(copy.resolve("vault.json"));
        for (int at = 1; at < json.length(); at += 211) {
            Files.writeString(copy.resolve("vault.json"), json);
            flip(copy.resolve("vault.json"), at);
            assertTrue(Scene.refusal(open(copy)) instanceof Problem problem && !(problem instanceof Problem.Invalid), "byte " + at);
        }
        Files.writeString(copy.resolve("vault.json"), json.replace("EMSOU", "NWROCU"));
        damaged(copy, "vault.json");
        Files.writeString(copy.resolve("vault.json"), "");
        damaged(copy, "vault.json");
        Files.writeString(copy.resolve("vault.json"), json.replaceFirst("\"format\":1", "\"format\":2"));
        refused(copy, Problem.NotNow.class, "newer version");
        refused(folder.resolve("nowhere"), Problem.Gone.class, "There is no vault in");
    }

    @Test
    void a_key_file_is_kept_twice_and_told_when_both_are_damaged_missing_or_older() throws IOException {
        var one = "keys/" + USER + ".slot";
        var copy = copy(vault);
        flip(copy.resolve(one), 200);
        opens(copy);
        assertArrayEquals(Files.readAllBytes(copy.resolve(one)), Files.readAllBytes(copy.resolve(one + "2")), "and is mended");
        copy = copy(vault);
        delete(copy, one, one + "2");
        damaged(copy, "The key file of X90001 is missing");
        copy = copy(vault);
        Files.writeString(copy.resolve(one), "{}");
        Files.writeString(copy.resolve(one + "2"), "");
        damaged(copy, "The key file of X90001 is damaged");
        copy = copy(vault);
        putBack(copy, one, one + "2");
        damaged(copy, "The key file of X90001 is older than it should be");
    }

    @Test
    void a_damaged_or_missing_anchor_of_the_journal_is_told() throws IOException {
        var copy = copy(vault);
        var head = copy.resolve("head");
        var right = Files.readAllBytes(head);
        for (int at = 0; at < right.length; at += 53) {
            Files.write(head, right);
            flip(head, at);
            damaged(copy, "head");
        }
        for (var text : List.of("", "{}", "[]", "{\"head\":1}", "{\"hash\":1,\"head\":\"x\",\"seal\":2}", "x".repeat(20_000))) {
            Files.writeString(head, text);
            damaged(copy, "head");
        }
        delete(copy, "head");
        damaged(copy, "The file head of the vault is missing");
        Files.write(head, Files.readAllBytes(older.resolve("head")));
        opens(copy);
    }

    @Test
    void a_damaged_or_missing_journal_file_is_told() throws IOException {
        var names = segments(vault).stream().map(file -> "journal/" + file.getFileName()).toList();
        for (var name : List.of(names.getFirst(), names.get(names.size() / 2), names.getLast())) {
            var copy = copy(vault);
            delete(copy, name);
            damaged(copy, "The journal");
            copy = copy(vault);
            flip(copy.resolve(name), 40);
            damaged(copy, "The journal is damaged");
        }
        var open = names.getLast();
        long size = Files.size(vault.resolve(open));
        for (long at = 200; at < size; at += size / 3) {
            var copy = copy(vault);
            flip(copy.resolve(open), at);
            damaged(copy, "The journal");
            copy = copy(vault);
            cut(copy.resolve(open), at);
            damaged(copy, "The journal");
        }
        var closed = names.get(1);
        var copy = copy(vault);
        flip(copy.resolve(closed), Files.size(copy.resolve(closed)) - 60);
        var office = open(copy).orThrow();
        assertInstanceOf(Problem.Damaged.class, Scene.refusal(office.journal().verify(Watch.nobody())), "a closed file is checked later");
        office.close();
        office.lobby().close();
        delete(copy, "db/store.mv.db", "db/seal");
        damaged(copy, "The journal is damaged: file " + closed.substring(8));
        copy = copy(vault);
        for (var name : names) delete(copy, name);
        damaged(copy, "its files are missing");
    }

    @Test
    void a_journal_that_was_cut_by_whole_acts_is_never_built_over() throws IOException {
        for (boolean withStore : new boolean[] {true, false}) {
            var copy = copy(vault);
            for (var file : segments(copy))
                if (!Files.exists(older.resolve("journal").resolve(file.getFileName()))) Files.delete(file);
            putBack(copy, "journal/" + segments(copy).getLast().getFileName());
            if (!withStore) delete(copy, "db/store.mv.db", "db/seal");
            damaged(copy, "The journal has been cut");
            putBack(copy, "head");
            if (withStore) damaged(copy, "The journal has been cut", "store");
        }
    }

    @Test
    void what_the_store_of_a_broken_off_session_has_seen_is_not_cut_away() throws IOException {
        var last = "journal/" + segments(running).getLast().getFileName();
        var before = "journal/" + segments(vault).getLast().getFileName();
        assertEquals(last, before, "the test cuts the last act of the same file");
        long whole = Files.size(running.resolve(last));
        for (long missing : new long[] {1, 40, 900}) {
            var copy = copy(running);
            cut(copy.resolve(last), whole - missing);
            var bytes = Files.readAllBytes(copy.resolve(last));
            damaged(copy, "The journal");
            assertArrayEquals(bytes, Files.readAllBytes(copy.resolve(last)), "nothing was cut away");
            assertTrue(Files.notExists(copy.resolve("journal/aside")));
            delete(copy, "db/store.mv.db");
            opens(copy, threats - 2);
        }
    }

    @Test
    void a_damaged_missing_or_older_store_or_seal_is_made_anew() throws IOException {
        var copy = copy(vault);
        delete(copy, "db/store.mv.db");
        opens(copy);
        copy = copy(vault);
        delete(copy, "db/seal");
        opens(copy);
        copy = copy(vault);
        flip(copy.resolve("db/store.mv.db"), Files.size(copy.resolve("db/store.mv.db")) / 2);
        opens(copy);
        copy = copy(vault);
        flip(copy.resolve("db/seal"), 60);
        opens(copy);
        copy = copy(vault);
        Files.write(copy.resolve("db/store.mv.db"), new byte[100]);
        opens(copy);
        for (long size : new long[] {0, 4095, 4096, 8192, 12_288, 20_000}) {
            copy = copy(running);
            cut(copy.resolve("db/store.mv.db"), size);
            opens(copy, threats - 1);
        }
        copy = copy(vault);
        putBack(copy, "db/store.mv.db", "db/seal");
        opens(copy);
        copy = copy(vault);
        putBack(copy, "db/seal");
        opens(copy);
        copy = copy(vault);
        putBack(copy, "db/store.mv.db");
        opens(copy);
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        var copy = copy(vault);
        var problem = Scene.refusal(open(copy, new SmallDisk(new LocalDisk()) {
            @Override
            public boolean isWritable(Path any) {
                return false;
            }
        }));
        assertEquals(new Problem.NotNow("The folder " + copy + " cannot be written to."), problem);
    }

    @Test
    void a_vault_on_a_full_disk_can_be_read_and_locked_and_nothing_is_saved() throws IOException {
        var copy = copy(vault);
        var disk = new SmallDisk(new LocalDisk());
        var office = open(copy, disk).orThrow();
        threat(office);
        office.close();
        office.lobby().close();
        disk.leave(0);
        office = open(copy, disk).orThrow();
        reads(office);
        full(office);
        office.close();
        office = Scene.unlock(office.lobby(), USER, false).orThrow();
        reads(office);
        disk.leave(1L << 30);
        threat(office);
        disk.leave(0);
        full(office);
        reads(office);
        disk.leave(0);
        var shut = office;
        var desk = shut.threats();
        for (int i = 0; i < 2; i++)
            assertThrows(JournalFault.class, () -> desk.open(lastRef), "what cannot be logged is not shown");
        assertThrows(JournalFault.class, shut::close, "not even the lock can be logged");
        disk.leave(1L << 30);
        office = Scene.unlock(office.lobby(), USER, false).orThrow();
        reads(office);
        office.close();
        office.lobby().close();
        threats -= 2;
    }

    private void reads(Office office) {
        assertEquals(threats, office.register().list("threats", Map.of()).orThrow().size());
    }

    private void full(Office office) {
        var fault = assertThrows(JournalFault.class, () -> threat(office));
        threats--;
        assertEquals(JournalFault.Trouble.FULL, fault.trouble());
        assertEquals("The disk is full, so nothing more can be saved.", fault.sentence());
        reads(office);
    }
}
