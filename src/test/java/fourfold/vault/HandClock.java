package fourfold.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when it is told to.
public final class HandClock implements InstantSource {

    private Instant now;

    /// A clock that stands at that moment.
    public HandClock(Instant now) {
        this.now = now;
    }

    /// Moves it, back if negative.
    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
