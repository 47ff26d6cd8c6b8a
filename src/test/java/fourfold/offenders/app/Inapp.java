package fourfold.offenders.app;

/// Something for the wrong rings to see.
public final class Inapp {
}
