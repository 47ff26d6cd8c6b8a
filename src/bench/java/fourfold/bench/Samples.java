package fourfold.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Times of one thing measured many times, in nanoseconds.
final class Samples {

    private final List<Long> nanos = new ArrayList<>();

    void add(long took) {
        nanos.add(took);
    }

    int count() {
        return nanos.size();
    }

    long median() {
        return at(0.5);
    }

    /// The time that 95 of 100 do not exceed.
    long p95() {
        return at(0.95);
    }

    long worst() {
        return at(1);
    }

    private long at(double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /// Median, p95 and the number of runs.
    String inMillis() {
        return String.format(
                Locale.ROOT, "median %s, p95 %s (%d runs)", millis(median()), millis(p95()), count());
    }

    /// Median, worst and the number of runs: for what is measured a few times only.
    String inSeconds() {
        return String.format(Locale.ROOT, "median %s, worst %s (%d runs)", seconds(median()), seconds(worst()), count());
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
