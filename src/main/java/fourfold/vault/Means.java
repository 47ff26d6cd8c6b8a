package fourfold.vault;

import java.time.Duration;
import java.time.InstantSource;

/// What a vault works with: the disk it is on, the clock for waits and dates, and what new slots shall cost.
public record Means(Disk disk, InstantSource clock, Calibration calibration) {

    /// This computer's disk and clock, and about one second for a derivation.
    public static Means usual() {
        return new Means(new LocalDisk(), InstantSource.system(), Calibration.measured(Duration.ofSeconds(1)));
    }
}
