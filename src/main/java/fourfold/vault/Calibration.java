package fourfold.vault;

import java.time.Duration;

/// Says what a guess at a new slot's passphrase shall cost on this computer.
@FunctionalInterface
public interface Calibration {

    /// The cost for a slot that is made now; at least [Cost#FLOOR].
    Cost cost();

    /// The least allowed, for tests.
    static Calibration floor() {
        return () -> Cost.FLOOR;
    }

    /// About that long, measured by derivations at the floor; never less than the floor, never more than 128 MiB, so
    /// that the memory asked for at unlock stays small beside the program's own.
    static Calibration measured(Duration target) {
        return () -> {
            long took = Math.min(floorTakes(), floorTakes()); // the first run is slow while Java warms up
            double times = (double) target.toNanos() / took;
            int memory = times >= 2 ? Cost.FLOOR.memory() * 2 : Cost.FLOOR.memory();
            double left = times * Cost.FLOOR.memory() / memory;
            int passes = (int) Math.round(left * Cost.FLOOR.passes());
            int bounded = Math.clamp(passes, Cost.FLOOR.passes(), Cost.CEILING.passes());
            return new Cost(memory, bounded, Cost.FLOOR.lanes());
        };
    }

    private static long floorTakes() {
        long started = System.nanoTime();
        KeyDerivation.derive(new byte[16], new byte[16], Cost.FLOOR);
        return Math.max(1, System.nanoTime() - started);
    }
}
