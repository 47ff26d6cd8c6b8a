package fourfold.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Says when a screen that nobody touches has to lock. It is told of every touch and asked now and then.
///
/// A computer that slept is seen by its wall clock running ahead of `nanoTime`, which stands still in sleep on most
/// systems; either clock reaching the limit locks.
public final class IdleLock {

    /// How long a screen may stay untouched, unless the settings say otherwise.
    public static final Duration USUAL = Duration.ofMinutes(5);

    /// How far the clocks may drift apart between two questions before it counts as sleep; correcting the wall clock
    /// by a few seconds does not.
    private static final Duration DRIFT = Duration.ofSeconds(30);

    private final Duration limit;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant touchedAt;
    private long touchedNanos;
    private Instant askedAt;
    private long askedNanos;
    private boolean slept;

    /// @param limit how long a screen may stay untouched
    /// @param nanos `System::nanoTime`
    public IdleLock(Duration limit, InstantSource wall, LongSupplier nanos) {
        this.limit = limit;
        this.wall = wall;
        this.nanos = nanos;
        touchedAt = wall.instant();
        touchedNanos = nanos.getAsLong();
        askedAt = touchedAt;
        askedNanos = touchedNanos;
    }

    /// A key was pressed or the pointer moved. After sleep it comes too late: the screen locks all the same.
    public void touch() {
        if (isDue()) return;
        touchedAt = wall.instant();
        touchedNanos = nanos.getAsLong();
    }

    /// Whether the screen has to be locked now.
    public boolean isDue() {
        var now = wall.instant();
        long nowNanos = nanos.getAsLong();
        var byWall = Duration.between(askedAt, now);
        var byNanos = Duration.ofNanos(nowNanos - askedNanos);
        slept |= byWall.minus(byNanos).compareTo(DRIFT) > 0;
        askedAt = now;
        askedNanos = nowNanos;
        return slept
                || Duration.ofNanos(nowNanos - touchedNanos).compareTo(limit) >= 0
                || Duration.between(touchedAt, now).compareTo(limit) >= 0;
    }

    /// Starts anew, after somebody unlocked the screen.
    public void unlocked() {
        slept = false;
        touchedAt = wall.instant();
        touchedNanos = nanos.getAsLong();
        askedAt = touchedAt;
        askedNanos = touchedNanos;
    }
}
