package fourfold.journal;

import fourfold.vault.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/// A disk whose power fails before the n-th call that changes something.
public final class PoweredDisk extends HookedDisk {

    private final SimulatedDisk disk;
    private final Random random;
    private SimulatedDisk after;
    private int calls;

    public PoweredDisk(SimulatedDisk disk, int calls, Random random) {
        super(disk);
        this.disk = disk;
        this.calls = calls;
        this.random = random;
        after = disk;
    }

    @Override
    void before(Path path, long longer) throws IOException {
        if (--calls == 0) after = disk.powerCut(random);
        if (calls <= 0) throw new IOException("the power is off");
    }

    /// How many calls are left until it fails.
    public int left() {
        return calls;
    }

    /// Whether the power is off.
    public boolean isOff() {
        return calls <= 0;
    }

    /// What is found once the power is back.
    public SimulatedDisk afterwards() {
        return isOff() ? after : disk.powerCut(random);
    }
}
