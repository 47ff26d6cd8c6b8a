package fourfold.vault;

/// A file was written by a newer version of the program.
final class NewerFormat extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerFormat() {
        super("written by a newer version of the program");
    }
}
