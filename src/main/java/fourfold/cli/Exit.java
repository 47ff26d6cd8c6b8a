package fourfold.cli;

import fourfold.core.kernel.Problem;

/// How a command ends.
enum Exit {
    /// It is done.
    DONE(0),
    /// It was refused, and nothing has changed; or, for a load, some rows were.
    REFUSED(1),
    /// The command was not understood.
    USAGE(2),
    /// A file of the vault, or the package that was looked at, is damaged or cannot be read.
    DAMAGED(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /// The number that the operating system is told.
    int code() {
        return code;
    }

    /// How a refusal ends.
    static Exit of(Problem problem) {
        return problem instanceof Problem.Damaged ? DAMAGED : REFUSED;
    }
}
