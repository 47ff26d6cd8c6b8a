package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class IdleLockTest {

    private final HandClock wall = new HandClock(Instant.parse("2022-06-01T09:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final IdleLock lock = new IdleLock(IdleLock.USUAL, wall, nanos::get);

    private void pass(Duration time) {
        wall.move(time);
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void a_screen_that_nobody_touches_locks_after_five_minutes() {
        for (int second = 0; second < 299; second++) {
            pass(Duration.ofSeconds(1));
            assertFalse(lock.isDue());
        }
        pass(Duration.ofSeconds(1));
        assertTrue(lock.isDue());
        lock.unlocked();
        assertFalse(lock.isDue());
    }

    @Test
    void every_touch_starts_the_time_anew() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMinutes(4));
            assertFalse(lock.isDue());
            lock.touch();
        }
    }

    @Test
    void a_touch_after_the_time_is_over_comes_too_late() {
        pass(Duration.ofMinutes(6));
        lock.touch();
        assertTrue(lock.isDue());
    }

    @Test
    void sleep_locks_even_when_it_was_short() {
        pass(Duration.ofSeconds(10));
        assertFalse(lock.isDue());
        wall.move(Duration.ofMinutes(1));
        lock.touch();
        assertTrue(lock.isDue());
    }

    @Test
    void setting_the_wall_clock_back_or_a_little_on_locks_nothing_and_hides_nothing() {
        wall.move(Duration.ofHours(-1));
        assertFalse(lock.isDue());
        wall.move(Duration.ofSeconds(20));
        assertFalse(lock.isDue());
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        assertTrue(lock.isDue());
    }
}
