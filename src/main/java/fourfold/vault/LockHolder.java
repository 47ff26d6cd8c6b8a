package fourfold.vault;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// Who has the vault's lock, in a file beside it, since Windows lets nobody read a locked one. It only serves the sentence
/// for whoever comes second; the lock itself is the operating system's.
final class LockHolder {

    /// Made into a formatter for whoever comes second: every start comes here, and few of them do.
    private static final String WHEN = "HH:mm 'on' d MMMM yyyy";
    private static final int LONGEST_FILE = 4_096;

    private final Disk disk;
    private final VaultFolder folder;
    private final InstantSource clock;

    LockHolder(Means means, VaultFolder folder) {
        this.disk = means.disk();
        this.clock = means.clock();
        this.folder = folder;
    }

    void write(String person) throws IOException {
        var account = System.getProperty("user.name", "somebody");
        var holder = Json.of(Map.of(
                "account", Json.of(person.isEmpty() ? account : person + " (" + account + ")"),
                "process", Json.of(ProcessHandle.current().pid()),
                "since", Json.of(clock.instant().toEpochMilli())));
        disk.replace(folder.holder(), holder.canonical());
    }

    /// Takes the name away. One that a failing disk leaves misleads nobody: it is read only while somebody has the lock, and
    /// they have written their own.
    void clear() {
        try {
            disk.delete(folder.holder());
        } catch (IOException stays) {
            // as said above; the lock has to be given back all the same
        }
    }

    /// The sentence for whoever comes second.
    Problem inUse() {
        var start = "The vault in " + folder.root() + " is in use";
        try {
            var holder = StrictJson.read(disk.read(folder.holder(), LONGEST_FILE)).members();
            var since = Instant.ofEpochMilli(holder.get("since").whole()).atZone(ZoneId.systemDefault());
            return new Problem.NotNow(start + " by " + holder.get("account").text() + " since " + DateTimeFormatter.ofPattern(WHEN, Locale.UK).format(since)
                    + " (process " + holder.get("process").whole() + ").");
        } catch (IOException | Unreadable | IllegalArgumentException notWrittenYet) {
            // the holder writes its name just after it took the lock
            return new Problem.NotNow(start + " by another window or command.");
        }
    }
}
