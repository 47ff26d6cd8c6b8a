package fourfold.desk;

import fourfold.core.kernel.Problem;
import fourfold.core.plan.CommitmentChange;
import fourfold.core.review.Review;
import java.util.List;
import java.util.Optional;

/// What a reviewer decides on: the plan as it stands, what changed since it was last approved here, what the rules warn
/// of, what was decided before, and whether this person may decide at all.
///
/// @param since the changes of commitments since the last approval in this program; empty when there was none
/// @param comparable whether an earlier approval is there to compare with
/// @param decisions what was decided before, newest first
/// @param origin the package that brought the newest change of the plan; nothing where that was written here
/// @param bar why this person may not decide
public record ReviewSheet(
        PlanBoard board,
        List<CommitmentChange> since,
        boolean comparable,
        List<Review> decisions,
        Optional<Origins.Origin> origin,
        Optional<Problem> bar) {

    /// The hash of the commitments that this sheet shows; a decision is about these and no others.
    public String hash() {
        return board.commitments().hash();
    }
}
