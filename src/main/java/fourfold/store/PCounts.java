package fourfold.store;

import fourfold.core.kernel.P;

/// How many there are under each P.
public record PCounts(long pursue, long prevent, long protect, long prepare) {

    /// How many there are under that P.
    public long of(P p) {
        return switch (p) {
            case PURSUE -> pursue;
            case PREVENT -> prevent;
            case PROTECT -> protect;
            case PREPARE -> prepare;
        };
    }

    /// How many there are in all.
    public long total() {
        return pursue + prevent + protect + prepare;
    }
}
