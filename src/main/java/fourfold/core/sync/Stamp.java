package fourfold.core.sync;

import fourfold.core.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A hybrid logical clock: wall time in milliseconds, and a counter that keeps the order where the wall stands still or
/// runs backwards. It orders what is shown; it never decides which value wins.
public record Stamp(long millis, int counter) implements Comparable<Stamp> {

    /// The first stamp there is.
    public static final Stamp ZERO = new Stamp(0, 0);

    private static final Duration MOST_AHEAD = Duration.ofHours(24);

    /// The next stamp after this one at that wall time.
    public Stamp next(Instant wall) {
        long now = wall.toEpochMilli();
        return now > millis ? new Stamp(now, 0) : new Stamp(millis, counter + 1);
    }

    /// Whether this is more than 24 hours ahead of that time. A clock that runs so far ahead is not believed: what it
    /// stamped is kept, and moves no other clock.
    public boolean isSuspect(Instant now) {
        return instant().isAfter(now.plus(MOST_AHEAD));
    }

    /// The wall time.
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public int compareTo(Stamp other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Integer.compare(counter, other.counter);
    }

    Json json() {
        return Json.of(List.of(Json.of(millis), Json.of(counter)));
    }

    static Stamp of(Json json) {
        return new Stamp(
                json.items().get(0).whole(), Math.toIntExact(json.items().get(1).whole()));
    }
}
