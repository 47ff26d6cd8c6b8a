package fourfold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// `target/faults.md`: what was tried of each goal in this run of the tests, and what was not. It is written anew after each
/// line, so that it is there, and true, when a run is stopped.
final class FaultsTable {

    private static final Path TABLE = Path.of("target", "faults.md");

    /// @param tried how many trials passed
    /// @param planned how many there were to be
    /// @param violations how many did not pass; a run stops at the first
    record Line(Goal goal, String what, int tried, int planned, int violations, String seeds, double seconds) {

        private String kept() {
            return String.join("\t", goal.name(), what, "" + tried, "" + planned, "" + violations, seeds, "" + seconds);
        }

        private static Line of(String kept) {
            var parts = kept.split("\t");
            return new Line(
                    Goal.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]),
                    Integer.parseInt(parts[4]), parts[5], Double.parseDouble(parts[6]));
        }

        private String row() {
            return String.format(
                    Locale.ROOT, "| %s | %s | %,d%s | %,d | %s | %.1f |", goal.id(), what, tried,
                    tried < planned ? String.format(Locale.ROOT, " of %,d", planned) : "", violations, seeds, seconds);
        }
    }

    private FaultsTable() {}

    /// Adds a line of this run; tests of two classes may do so at once.
    static synchronized void add(Line line) {
        try {
            var run = run();
            Files.createDirectories(run.getParent());
            Files.writeString(run, line.kept() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.writeString(TABLE, table(Files.readAllLines(run).stream().map(Line::of).toList()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// One file for each process that runs tests: what an earlier run found is no part of this one's table.
    private static Path run() {
        var self = ProcessHandle.current();
        long since = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Path.of("target", "faults", since + "-" + self.pid());
    }

    private static String size() {
        if (!Trials.isFull()) return "Each goal at its size in every build.";
        return Trials.share() == 1
                ? "Each goal at its full size."
                : "Each goal at " + Trials.share() + " of its full size.";
    }

    static String table(List<Line> lines) {
        var text = new ArrayList<>(List.of(
                "# What was tried to break", "",
                size() + " A violation ends the trials of its kind. Written "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ".",
                "", "| goal | what | tried | violations | seeds | seconds |", "|---|---|---:|---:|---|---:|"));
        for (var goal : Goal.values()) {
            var own = lines.stream().filter(line -> line.goal() == goal).toList();
            if (own.isEmpty()) text.add("| " + goal.id() + " | " + goal.sentence() + " | **not run** | | | |");
            own.forEach(line -> text.add(line.row()));
        }
        long notRun = Arrays.stream(Goal.values()).filter(goal -> lines.stream().noneMatch(line -> line.goal() == goal)).count();
        text.add("");
        text.add(String.format(
                Locale.ROOT, "%,d tried, %d violations, %.0f seconds; %d of %d goals not run.",
                lines.stream().mapToInt(Line::tried).sum(), lines.stream().mapToInt(Line::violations).sum(),
                lines.stream().mapToDouble(Line::seconds).sum(), notRun, Goal.values().length));
        return String.join("\n", text) + "\n";
    }
}
