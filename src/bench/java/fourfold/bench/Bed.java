package fourfold.bench;

import fourfold.core.kernel.Watch;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.Surroundings;
import fourfold.desk.VaultDesk;
import fourfold.core.access.Role;
import fourfold.extract.ReferenceTables;
import fourfold.journal.Limits;
import fourfold.vault.Calibration;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the benchmarks work on: a folder of their own on the disk that is measured, the packaged program, and the large
/// vault, which is made once a run.
final class Bed {

    /// The passphrase of every vault here, which holds nothing but invented data.
    static final String PASSPHRASE = "five plain words for show";

    /// Who can be let in.
    static final String USER = "X29001";

    private final Path folder;
    private final Path image;
    private @Nullable BigVault big;

    /// @param folder is emptied
    /// @param image the packaged program
    Bed(Path folder, Path image) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.image = image.toAbsolutePath();
        empty(this.folder);
    }

    Path image() {
        return image;
    }

    /// An empty folder of that name.
    Path folder(String name) throws IOException {
        var fresh = folder.resolve(name);
        empty(fresh);
        return fresh;
    }

    /// The vault of 10,000 threats and 250,000 events.
    BigVault bigVault() throws Exception {
        var made = big;
        if (made == null) {
            made = BigVault.make(this, folder("big"));
            big = made;
        }
        return made;
    }

    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        }
        Files.createDirectories(folder);
    }

    /// What the program itself works with, on that disk, with keys at that cost.
    static Surroundings surroundings(Disk disk, Calibration keys) {
        var clock = Clock.system(ZoneId.of("Europe/London"));
        return new Surroundings(new Means(disk, clock, keys), Limits.USUAL, clock, ReferenceTables.read());
    }

    static Surroundings surroundings() {
        return surroundings(new LocalDisk(), Calibration.floor());
    }

    /// A new vault of that agency; its one person may do everything.
    static Office begin(Surroundings surroundings, Path vault, String agency) {
        var begin = new VaultDesk.Begin(
                vault, agency, USER, "Bench Officer", EnumSet.of(Role.ADMINISTRATOR, Role.LRO, Role.SUPERVISOR, Role.ANALYST),
                PASSPHRASE.toCharArray());
        return new VaultDesk(surroundings).begin(begin).orThrow().office();
    }

    /// Lets its person into a vault.
    static Office enter(Surroundings surroundings, Path vault, boolean rebuild) {
        return new VaultDesk(surroundings)
                .approach(vault)
                .then(lobby -> lobby.unlock(
                        new Lobby.Unlock(USER, PASSPHRASE.toCharArray(), rebuild, Watch.nobody())))
                .orThrow();
    }

    /// Locks, and gives the vault's lock back.
    static void leave(Office office) {
        var lobby = office.lobby();
        office.close();
        lobby.close();
    }

    /// Processor time of this process, so that what else the machine does counts for little. Asked in a way that the packaged
    /// program's runtime knows as well.
    static long processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /// Where a program lies, or null where there is none.
    static @Nullable Path onPath(String program) {
        for (var place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var found = Path.of(place, program);
            if (Files.isExecutable(found)) return found;
        }
        return null;
    }

    /// Runs a command line and waits for its end.
    static void run(Path in, String command) throws IOException, InterruptedException {
        run(in, Map.of(), "sh", "-c", command);
    }

    static void run(Path in, Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        if (exit != 0) throw new IllegalStateException("ended with " + exit + ": " + String.join(" ", command));
    }
}
