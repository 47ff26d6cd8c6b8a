package fourfold.cli;

/// The command was not understood: one sentence, exit code 2.
final class Usage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Usage(String sentence) {
        super(sentence, null, false, false);
    }
}
