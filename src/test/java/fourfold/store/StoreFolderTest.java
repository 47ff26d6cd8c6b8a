package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.journal.MemoryJournal;
import fourfold.store.StoreFolder.How;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a store file is believed, and what happens when it is not.
class StoreFolderTest {

    private static final byte[] STORE_KEY = HexFormat.of().parseHex("5f1c0e9a7b3d48265f1c0e9a7b3d48265f1c0e9a7b3d48265f1c0e9a7b3d4826");
    private static final byte[] KEY = "a key of thirty-two bytes, for it".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path vault;

    private final MemoryJournal journal = new MemoryJournal();
    private final Histories history = new Histories(99);

    private StoreFolder folder() {
        return new StoreFolder(vault.resolve("db"), STORE_KEY, KEY);
    }

    private StoreFolder.Opened open() {
        return open(journal);
    }

    private StoreFolder.Opened open(Journal from) {
        return folder().openOrRebuild(from, position -> {}, () -> false).orElseThrow();
    }

    private Path file(String name) {
        return vault.resolve("db").resolve(name);
    }

    private void assertLikeTheJournal(Store store) {
        try (var fresh = Store.inMemory()) {
            fresh.projection().catchUp(journal, position -> {}, () -> false);
            Tables.assertSame(fresh, store);
        }
    }

    /// Opens the store in that way and no other, and finds in it what the journal says.
    private void opens(How how) {
        var opened = open();
        try (var store = opened.store()) {
            assertEquals(how, opened.how());
            assertLikeTheJournal(store);
        }
    }

    /// A journal that ends before what the store knows, or knew, is refused.
    private void isTakenForACut(Journal shorter) {
        var fault = assertThrows(JournalFault.class, () -> open(shorter));
        assertEquals(JournalFault.Trouble.CUT, fault.trouble());
    }

    private static Journal shorter() {
        var shorter = new MemoryJournal();
        new Histories(99).append(shorter, 10);
        return shorter;
    }

    private void closedCleanly() {
        history.append(journal, 30);
        open().store().close();
    }

    @Test
    void aStoreIsMadeAndLaterOpenedAsItWasLeft() {
        history.append(journal, 30);
        opens(How.MADE);
        opens(How.AS_LEFT);
    }

    @Test
    void theFilesAreTheirOwnersAlone() throws IOException {
        Assumptions.assumeTrue(vault.getFileSystem().supportedFileAttributeViews().contains("posix"));
        closedCleanly();
        var mine = PosixFilePermissions.fromString("rw-------");
        assertEquals(mine, Files.getPosixFilePermissions(file("store.mv.db")));
        assertEquals(mine, Files.getPosixFilePermissions(file("seal")));
        Files.setPosixFilePermissions(file("store.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        open().store().close();
        assertEquals(mine, Files.getPosixFilePermissions(file("store.mv.db")));
        Files.delete(file("seal"));
        open().store().close();
        assertEquals(mine, Files.getPosixFilePermissions(file("aside-1.mv.db")));
    }

    @Test
    void aStoreBehindTheJournalCatchesUp() {
        closedCleanly();
        history.append(journal, 30);
        opens(How.CAUGHT_UP);
    }

    @Test
    void aStoreThatWasNotClosedCleanlyIsBuiltAnew() {
        closedCleanly();
        open().store().abandon();
        opens(How.REBUILT);
        assertTrue(Files.exists(file("aside-1.mv.db")));
    }

    @Test
    void aChangedByteIsSeenAndTheStoreBuiltAnew() throws IOException {
        closedCleanly();
        var bytes = Files.readAllBytes(file("store.mv.db"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file("store.mv.db"), bytes);
        opens(How.REBUILT);
    }

    @Test
    void aForgedSealIsNotBelieved() throws IOException {
        closedCleanly();
        var seal = Files.readString(file("seal")).split("\n");
        seal[3] = "1";
        Files.writeString(file("seal"), String.join("\n", seal) + "\n");
        opens(How.REBUILT);
    }

    @Test
    void onlyTheNewestTwoDisbelievedFilesAreKept() throws IOException {
        closedCleanly();
        for (int i = 0; i < 4; i++) open().store().abandon();
        try (var files = Files.list(vault.resolve("db"))) {
            assertEquals(
                    List.of("aside-1.mv.db", "aside-2.mv.db", "store.mv.db"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".mv.db"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void theWrongPasswordIsRefusedByItsName() {
        closedCleanly();
        var fault = assertThrows(
                StoreFault.class,
                () -> Store.open(file("store"), new byte[32], Store.Keeper.NOBODY));
        assertEquals(StoreFault.Trouble.WRONG_KEY, fault.trouble());
    }

    @Test
    void aDamagedFileIsRefusedByItsName() throws IOException {
        closedCleanly();
        Files.write(file("store.mv.db"), new byte[20_000]);
        var fault = assertThrows(StoreFault.class, () -> Store.open(file("store"), STORE_KEY, Store.Keeper.NOBODY));
        assertTrue(fault.trouble() == StoreFault.Trouble.DAMAGED || fault.trouble() == StoreFault.Trouble.WRONG_KEY);
    }

    @Test
    void aStoreThatIsOpenIsNotBuiltAnewByASecondOpening() throws IOException {
        closedCleanly();
        var process = vault.resolve("db");
        try (var store = open().store()) {
            assertTrue(store.projection().position() > 0);
            assertFalse(Files.exists(process.resolve("seal")));
        }
        assertTrue(Files.exists(process.resolve("seal")));
    }

    @Test
    void aJournalThatWasCutIsNeverBuiltOver() {
        closedCleanly();
        isTakenForACut(shorter());
        // and the next start says so again
        isTakenForACut(shorter());
        assertTrue(Files.exists(file("store.mv.db")));
    }

    @Test
    void aJournalThatWasCutWhileTheStoreWasOpenIsNeverBuiltOver() {
        closedCleanly();
        open().store().abandon();
        isTakenForACut(shorter());
        // and the next start says so again
        isTakenForACut(shorter());
    }

    /// While much is written, the file keeps nothing of what it overwrites, and may say nothing if it is broken off.
    @Test
    void aJournalThatWasCutAfterMuchWasWrittenIsNeverBuiltOverEvenWhereTheFileSaysNothing() throws IOException {
        closedCleanly();
        while (journal.head() < Retention.MUCH + 100) history.append(journal, 5_000);
        open().store().abandon();
        Files.write(file("store.mv.db"), new byte[20_000]);
        assertEquals(journal.head(), folder().knowledge().getFirst().position());
        isTakenForACut(shorter());
        var whole = open();
        assertEquals(How.REBUILT, whole.how());
        whole.store().close();
    }

    @Test
    void anotherHistoryOfTheSameLengthIsTakenForACut() {
        closedCleanly();
        var other = new MemoryJournal();
        while (other.head() < journal.head()) other.log(List.of(new fourfold.core.audit.Audit(
                fourfold.core.audit.Audit.Kind.LOCK, java.time.Instant.EPOCH, "X1", java.util.Map.of())));
        isTakenForACut(other);
    }

    @Test
    void nothingReadableOfARecordStandsInTheFile() throws IOException {
        closedCleanly();
        var text = new String(Files.readAllBytes(file("store.mv.db")), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("text 1"));
        assertFalse(text.contains("threat_line"));
    }

    /// As earlier builds made it.
    @Test
    void aFileThatTheDatabaseEncryptedItselfIsPutAsideAndTheStoreMadeAnew() throws Exception {
        closedCleanly();
        Files.delete(file("store.mv.db"));
        var address = "jdbc:h2:file:" + file("store") + ";CIPHER=AES";
        try (var made = DriverManager.getConnection(address, "", "0123456789abcdef ");
                var table = made.createStatement()) {
            table.execute("create table projection(last_entry bigint)");
        }
        opens(How.REBUILT);
        assertTrue(Files.exists(file("aside-1.mv.db")));
    }

    /// The database would put it into a file that nobody encrypts.
    @Test
    void aLargeResultStaysInMemory() throws IOException {
        closedCleanly();
        try (var store = open().store()) {
            var before = temporary();
            store.read(sql -> {
                try (var rows = sql.resultQuery("select * from system_range(1, 400000) order by 1 desc").fetchLazy()) {
                    rows.fetchNext();
                    assertEquals(before, temporary());
                    return 0L;
                }
            });
        }
    }

    private static Set<Path> temporary() {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "h2*")) {
            var found = new HashSet<Path>();
            files.forEach(found::add);
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void aRebuildThatIsStoppedLeavesNothingThatIsBelieved() {
        for (int i = 0; i < 40; i++) history.append(journal, 100);
        assertTrue(folder().openOrRebuild(journal, position -> {}, () -> true).isEmpty());
        opens(How.REBUILT);
    }
}
