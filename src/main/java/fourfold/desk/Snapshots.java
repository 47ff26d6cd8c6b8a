package fourfold.desk;

import fourfold.vault.Backup;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The vault's own copies of itself, in its folder `snap`: one at most every twelve hours, made while the vault is being
/// locked. The newest three are kept, one a day for seven days and one a week for four weeks. Each is a whole backup,
/// verified when it is written and restored like any other.
final class Snapshots {

    private static final Duration OFTEN_ENOUGH = Duration.ofHours(12);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final String ENDING = ".backup";
    private static final int NEWEST = 3;
    private static final int DAYS = 7;
    private static final int WEEKS = 4;

    private final OpenVault vault;
    private final Clock clock;

    Snapshots(OpenVault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// Makes one when the newest is old enough, and takes those away that are not kept any more. A snapshot that cannot be
    /// made, for want of space perhaps, is no reason not to lock.
    ///
    /// @return the file that was made
    Optional<Path> makeWhenDue() throws IOException {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var there = times();
        if (!there.isEmpty() && there.getLast().plus(OFTEN_ENOUGH).isAfter(now)) return Optional.empty();
        var file = file(now);
        if (!Backup.write(vault, file).isDone()) return Optional.empty();
        there.add(now);
        var kept = kept(there);
        for (var time : there) if (!kept.contains(time)) vault.means().disk().delete(file(time));
        return Optional.of(file);
    }

    private List<LocalDateTime> times() throws IOException {
        var times = new ArrayList<LocalDateTime>();
        for (var file : vault.means().disk().list(vault.folder().snapshots())) {
            var name = String.valueOf(file.getFileName());
            if (!name.endsWith(ENDING)) continue;
            try {
                times.add(LocalDateTime.parse(name.substring(0, name.length() - ENDING.length()), NAME));
            } catch (DateTimeParseException notOurs) {
                // somebody's own file in the folder is left alone
                continue;
            }
        }
        times.sort(Comparator.naturalOrder());
        return times;
    }

    /// Which of these are kept.
    static Set<LocalDateTime> kept(List<LocalDateTime> all) {
        var newestFirst = all.stream().sorted(Comparator.reverseOrder()).toList();
        var kept = new HashSet<>(newestFirst.subList(0, Math.min(NEWEST, newestFirst.size())));
        var days = new HashSet<Object>();
        var weeks = new HashSet<Object>();
        for (var time : newestFirst) {
            if (days.size() < DAYS && days.add(time.toLocalDate())) kept.add(time);
            var week = time.get(IsoFields.WEEK_BASED_YEAR) * 100 + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            if (weeks.size() < WEEKS && weeks.add(week)) kept.add(time);
        }
        return kept;
    }

    private Path file(LocalDateTime time) {
        return vault.folder().snapshots().resolve(NAME.format(time) + ENDING);
    }
}
