package fourfold.core.disruption;

import org.jspecify.annotations.Nullable;

/// Whether an event counts nationally, by which rule, and why, in a sentence a person would say.
///
/// @param standing the answer
/// @param ruleId the rule that gave it; null where none is for the event's record date, or no record date is known
public record CountingVerdict(Standing standing, @Nullable String ruleId, String sentence) {

    /// The answers.
    public enum Standing {
        COUNTS,
        /// Something is missing that may still come: a category, a record date, a moderation.
        NOT_YET,
        DOES_NOT_COUNT,
        /// It is linked as the support of another event, which counts for both.
        THROUGH_LEAD
    }

    /// Whether it enters national totals as it stands.
    public boolean counts() {
        return standing == Standing.COUNTS;
    }
}
