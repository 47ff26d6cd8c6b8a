package fourfold.desk;

import fourfold.journal.Expected;
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
import java.util.regex.Pattern;

/// The vault's own copies of itself, in its folder `snap`: one at most every twelve hours, made while the vault is being
/// locked. The newest three are kept, one a day for seven days and one a week for four weeks. Each is a whole backup,
/// verified when it is written and restored like any other. Its name says when it was made and at which position the journal
/// then ended, so that a journal that has become shorter shows without opening any.
final class Snapshots {

    private static final Duration OFTEN_ENOUGH = Duration.ofHours(12);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern FILE = Pattern.compile("(\\d{8}-\\d{6})-(\\d{1,18})\\.backup");
    private static final int NEWEST = 3;
    private static final int DAYS = 7;
    private static final int WEEKS = 4;

    private final OpenVault vault;
    private final Clock clock;

    /// A snapshot that is there.
    private record Copy(LocalDateTime made, long head, Path file) {}

    Snapshots(OpenVault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// What the snapshots know of the journal by their names.
    static List<Expected> known(OpenVault vault) throws IOException {
        return copies(vault).stream()
                .map(copy -> new Expected(copy.head(), "", "the snapshot of " + DAY.format(copy.made())))
                .toList();
    }

    /// Makes one when the newest is old enough, and takes those away that are not kept any more. A snapshot that cannot be
    /// made, for want of space perhaps, is no reason not to lock.
    ///
    /// @param head the position at which the journal ends
    /// @return the file that was made
    Optional<Path> makeWhenDue(long head) throws IOException {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var there = copies(vault);
        if (!there.isEmpty() && there.getLast().made().plus(OFTEN_ENOUGH).isAfter(now)) return Optional.empty();
        var file = vault.folder().snapshots().resolve(NAME.format(now) + "-" + head + ".backup");
        if (!Backup.write(vault, file).isDone()) return Optional.empty();
        there.add(new Copy(now, head, file));
        var kept = kept(there.stream().map(Copy::made).toList());
        for (var copy : there) if (!kept.contains(copy.made())) vault.means().disk().delete(copy.file());
        return Optional.of(file);
    }

    /// The snapshots, oldest first; somebody's own file in the folder is left alone.
    private static List<Copy> copies(OpenVault vault) throws IOException {
        var copies = new ArrayList<Copy>();
        for (var file : vault.means().disk().list(vault.folder().snapshots())) {
            var name = FILE.matcher(String.valueOf(file.getFileName()));
            if (!name.matches()) continue;
            try {
                copies.add(new Copy(LocalDateTime.parse(name.group(1), NAME), Long.parseLong(name.group(2)), file));
            } catch (DateTimeParseException notOurs) {
                continue;
            }
        }
        copies.sort(Comparator.comparing(Copy::made));
        return copies;
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
}
