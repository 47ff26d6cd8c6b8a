package fourfold.vault;

import fourfold.core.kernel.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The wrong passphrases since somebody was last let in, kept in a file so that starting again does not begin anew. The
/// first three cost nothing; from then on the wait doubles, up to fifteen minutes. Nothing is ever destroyed.
///
/// A try is counted before its key is derived, so that killing the program does not save it.
final class WrongTries {

    private static final int FREE = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int KEPT = 100;
    private static final int LONGEST_FILE = 1 << 20;

    private final Disk disk;
    private final Path file;
    private final InstantSource clock;

    /// One wrong try.
    ///
    /// @param user the collar number that was tried
    record Try(Instant at, String user) {}

    WrongTries(Disk disk, Path file, InstantSource clock) {
        this.disk = disk;
        this.file = file;
        this.clock = clock;
    }

    /// How long to wait before the next try; zero when it may be now.
    Duration wait(List<Try> tries) {
        if (tries.size() < FREE) return Duration.ZERO;
        int doubled = Math.min(tries.size() - FREE, 20);
        var wait = Duration.ofSeconds(1L << doubled);
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        var since = Duration.between(tries.getLast().at, clock.instant());
        if (since.isNegative()) since = Duration.ZERO; // the clock was set back: the whole wait, never more
        var left = wait.minus(since);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// The wrong tries so far. A damaged file counts as none: it protects nothing by itself, and must lock nobody out.
    List<Try> read() throws IOException {
        if (!disk.exists(file)) return List.of();
        try {
            var tries = new ArrayList<Try>();
            for (var item : StrictJson.read(disk.read(file, LONGEST_FILE)).items()) {
                var members = item.members();
                tries.add(new Try(
                        Instant.ofEpochMilli(members.get("at").whole()), members.get("user").text()));
            }
            return tries;
        } catch (Unreadable | IllegalArgumentException damaged) {
            return List.of();
        }
    }

    /// Counts one more.
    void add(List<Try> before, String user) throws IOException {
        var tries = new ArrayList<>(before);
        tries.add(new Try(clock.instant(), user));
        write(tries.subList(Math.max(0, tries.size() - KEPT), tries.size()));
    }

    /// Starts again from the tries that were there before, which is none once somebody was let in.
    void clear() throws IOException {
        if (disk.delete(file)) disk.forceFolder(Objects.requireNonNull(file.getParent()));
    }

    private void write(List<Try> tries) throws IOException {
        var items = tries.stream()
                .map(t -> Json.of(Map.of("at", Json.of(t.at.toEpochMilli()), "user", Json.of(t.user))))
                .toList();
        disk.replace(file, Json.of(items).canonical());
    }
}
