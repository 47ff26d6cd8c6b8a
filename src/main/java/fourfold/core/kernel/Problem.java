package fourfold.core.kernel;

import java.util.List;
import java.util.stream.Collectors;

/// A refusal that a person can act on, in one sentence. Where it shows on a screen depends on its kind, never on
/// who asked.
public sealed interface Problem {

    /// One sentence that says what is wrong and where.
    String sentence();

    /// One thing wrong with one field of what was entered.
    ///
    /// @param field the field's name, as in its declaration
    record Flaw(String field, String sentence) {}

    /// What was entered cannot be accepted: one flaw a field, in the order of the form.
    record Invalid(List<Flaw> flaws) implements Problem {
        public Invalid {
            flaws = List.copyOf(flaws);
        }

        public Invalid(String field, String sentence) {
            this(List.of(new Flaw(field, sentence)));
        }

        @Override
        public String sentence() {
            return flaws.stream().map(Flaw::sentence).collect(Collectors.joining(" "));
        }
    }

    /// The person may not do this.
    record NotAllowed(String sentence) implements Problem {}

    /// It cannot be done now, or not in this state.
    record NotNow(String sentence) implements Problem {}

    /// It can be done, but not without a written reason.
    ///
    /// @param rule the rule that asks, a short code that is kept with the reason
    record NeedsReason(String rule, String sentence) implements Problem {}

    /// Somebody else saved first.
    ///
    /// @param version the version that is there now
    record Conflict(long version, String sentence) implements Problem {}

    /// What was asked for is not there.
    record Gone(String sentence) implements Problem {}

    /// A file is damaged, unreadable or was cut: the command line ends with exit code 3.
    record Damaged(String sentence) implements Problem {}
}
