package fourfold.guard;

import fourfold.core.kernel.Watch;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.Surroundings;
import fourfold.desk.TestVaults;
import fourfold.desk.VaultDesk;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Vaults, packages and other files as a version of the program wrote them, kept for ever under `src/test/resources/golden`:
/// one folder for each set of formats.
///
/// ```
/// says.txt                what is to be read in the others, and when they were written: by the clock of the test (`at`) and by
///                         that of the computer, which dates keys and signatures (`computer`)
/// derbyshire.zip          the vault of a force, without the reserve of its journal, its locks and its snapshots
/// emsou.zip               the vault of its regional unit, to which the package is addressed, without its store
/// package.bag.zip.gpg     a package from the force, which the unit has not taken in yet
/// receipt.gpg             the unit's answer to it
/// certificates.gpg        what the force publishes for the unit
/// configuration.gpg       what the unit publishes for the force
/// recovery.gpg            a recovery code of the force, sealed to the unit
/// derbyshire.backup       a backup of the force's vault
/// ```
///
/// @param says what `says.txt` says
record GoldenFolder(Path path, SortedMap<String, String> says) {

    /// Where all of them are.
    static final Path ALL = Path.of("src/test/resources/golden");

    static final String SAYS = "says.txt";
    static final String FORCE = "derbyshire.zip";
    static final String UNIT = "emsou.zip";
    static final String PACKAGE = "package.bag.zip.gpg";
    static final String RECEIPT = "receipt.gpg";
    static final String CERTIFICATES = "certificates.gpg";
    static final String CONFIGURATION = "configuration.gpg";
    static final String RECOVERY = "recovery.gpg";
    static final String BACKUP = "derbyshire.backup";

    /// A year and a half, over which the certificates in the files still hold.
    private static final Duration LATER = Duration.ofDays(540);

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /// All that are kept, the oldest first.
    static List<GoldenFolder> all() {
        try (var folders = Files.list(ALL)) {
            return folders.sorted().map(GoldenFolder::read).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static GoldenFolder read(Path path) {
        try {
            var says = new TreeMap<String, String>();
            for (var line : Files.readAllLines(path.resolve(SAYS))) {
                int at = line.indexOf('=');
                says.put(line.substring(0, at), line.substring(at + 1));
            }
            return new GoldenFolder(path, says);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /// Writes what the files say.
    void write() throws IOException {
        var text = new StringBuilder();
        says.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        Files.writeString(path.resolve(SAYS), text);
    }

    String said(String name) {
        var value = says.get(name);
        if (value == null) throw new AssertionError(path + " does not say " + name);
        return value;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    char[] passphrase() {
        return said("passphrase").toCharArray();
    }

    /// Surroundings whose clock stands some time after the files were written, wherever the computer's own has got to.
    Surroundings surroundings() {
        var clock = TestVaults.clock();
        clock.forward(Duration.between(clock.instant(), Instant.parse(said("at"))).plus(LATER));
        return TestVaults.surroundings(clock);
    }

    /// Unpacks a vault and lets somebody in.
    Office open(String vault, Path into, String user) throws IOException {
        return open(unpack(vault, into), surroundings(), user, false);
    }

    /// Lets somebody into a vault that is unpacked.
    Office open(Path vault, Surroundings surroundings, String user, boolean rebuild) {
        var lobby = new VaultDesk(surroundings).approach(vault).orThrow();
        return lobby.unlock(new Lobby.Unlock(user, passphrase(), rebuild, Watch.nobody())).orThrow();
    }

    /// Unpacks a vault into a folder that is not there yet: everything in it is the owner's alone, as the vault had made it.
    Path unpack(String vault, Path into) throws IOException {
        var disk = new LocalDisk();
        disk.makeFolder(into);
        try (var zip = new ZipInputStream(Files.newInputStream(file(vault)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var place = into.resolve(entry.getName());
                disk.makeFolder(entry.isDirectory() ? place : Disk.folderOf(place));
                if (entry.isDirectory()) continue;
                try (var file = disk.open(place, Disk.Access.CREATE)) {
                    file.append(zip.readAllBytes());
                }
            }
        }
        return into;
    }

    /// Packs a vault that is locked, folders without a file included.
    ///
    /// @param store whether with the store, which some later program has to make anew or to bring up to its own schema
    static void pack(Path vault, Path zip, boolean store) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip)); var all = Files.walk(vault)) {
            for (var path : all.sorted().toList()) {
                var name = vault.relativize(path).toString().replace('\\', '/');
                if (isLeftOut(name) || (!store && name.startsWith("db/"))) continue;
                var entry = new ZipEntry(Files.isDirectory(path) ? name + "/" : name);
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                if (Files.isRegularFile(path)) Files.copy(path, out);
                out.closeEntry();
            }
        }
    }

    private static boolean isLeftOut(String name) {
        return name.isEmpty() || name.equals("journal/reserve") || name.startsWith("lock") || name.startsWith("snap/");
    }

    /// Locks a vault and gives its lock back.
    static void shut(Office office) {
        office.close();
        office.lobby().close();
    }
}
