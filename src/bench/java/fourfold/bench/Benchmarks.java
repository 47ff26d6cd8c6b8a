package fourfold.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs all rows, or the one asked for, and writes the table. A row that fails is written down as failed, and ends the run
/// with an error after the others.
///
/// System properties: `fourfold.image` the packaged program, `fourfold.bench.table` the file of the table,
/// `fourfold.bench.only` the name of one row, or empty for all.
public final class Benchmarks {

    /// Those first that something else at work on the machine would disturb most.
    private static final List<Row> ROWS = List.of(
            new StartRow(), new CommandRow(), new SaveRow(), new UnlockRow(), new ScreensRow(), new RebuildRow(), new LoadRow(),
            new PackageRow(), new ImportRow(), new FiguresRow());

    private final StringBuilder table = new StringBuilder();
    private final Path file;
    private boolean failed;

    private Benchmarks(Path file) {
        this.file = file;
    }

    public static void main(String... arguments) throws IOException {
        var file = Path.of(System.getProperty("fourfold.bench.table", "target/bench.md")).toAbsolutePath();
        var image = Path.of(System.getProperty("fourfold.image", "target/fourfold"));
        var only = System.getProperty("fourfold.bench.only", "");
        var named = List.of(only.split(","));
        var rows = ROWS.stream().filter(row -> only.isEmpty() || named.contains(row.name())).toList();
        if (rows.isEmpty()) {
            System.err.println("There is no benchmark called " + only + "; there are "
                    + String.join(", ", ROWS.stream().map(Row::name).toList()) + ".");
            System.exit(2);
        }
        var bed = new Bed(file.resolveSibling("bench"), image);
        var run = new Benchmarks(file);
        run.all(rows, bed);
        Bed.empty(file.resolveSibling("bench"));
        System.exit(run.failed ? 1 : 0);
    }

    private void all(List<Row> rows, Bed bed) throws IOException {
        table.append("# Speed and memory\n\n").append(machine()).append("""

                Each figure stands beside a peer that was measured in the same run, in turn with it where that is possible, so
                that whatever else the machine does weighs on both. "Processor" is the time that all threads of the process
                spent computing, which a busy machine changes least. The verdict on a ratio goes by elapsed time.

                | what | measured | beside | ratio | aim | verdict |
                |---|---|---|---|---|---|
                """);
        var loads = new ArrayList<String>();
        for (var row : rows) {
            long before = System.nanoTime();
            System.err.println("Measuring " + row.name() + ".");
            for (var line : measured(row, bed)) {
                table.append(line.row()).append('\n');
                System.err.println("  " + line.row());
            }
            var took = Duration.ofNanos(System.nanoTime() - before).toSeconds();
            loads.add(row.name() + " " + took + " s, load " + load());
            Files.writeString(file, table + "\nRow by row, with the machine's load average at its end: "
                    + String.join("; ", loads) + ".\n");
        }
        System.err.println("The table is in " + file + ".");
    }

    private List<Line> measured(Row row, Bed bed) {
        try {
            return row.measure(bed);
        } catch (Exception | OutOfMemoryError broken) {
            broken.printStackTrace();
            failed = true;
            return List.of(Line.none(row.name(), "**failed**: " + broken.getClass().getSimpleName()));
        }
    }

    private static String machine() {
        var os = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s %s, %d processors, Java %s, heap limit %d MB, load average at the start %s.%n",
                os.getName(), os.getArch(), os.getAvailableProcessors(), Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20, load());
    }

    private static String load() {
        return String.format(Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
