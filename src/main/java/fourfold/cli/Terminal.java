package fourfold.cli;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.VaultDesk;
import java.io.PrintStream;
import java.util.function.Supplier;

/// What a command works at: its output, its messages, where secrets come from, and the way into a vault.
///
/// @param vaults made when a command first needs it; help needs none
record Terminal(PrintStream out, PrintStream err, Secrets secrets, Supplier<VaultDesk> vaults) {

    /// Says a sentence to the person.
    void say(String sentence) {
        err.println(sentence);
    }

    /// Prints an answer, or the refusal, and gives the exit code.
    int tell(Outcome<Answer> outcome) {
        return switch (outcome) {
            case Outcome.Done<Answer>(var answer) -> {
                answer.output().accept(new Output(out));
                answer.messages().forEach(this::say);
                yield answer.exit().code();
            }
            case Outcome.Refused<Answer>(var problem) -> {
                refuse(problem);
                yield Exit.of(problem).code();
            }
        };
    }

    /// Says a refusal: a line for each flaw.
    private void refuse(Problem problem) {
        if (problem instanceof Problem.Invalid(var flaws)) flaws.forEach(flaw -> say(flaw.sentence()));
        else say(problem.sentence());
    }
}
