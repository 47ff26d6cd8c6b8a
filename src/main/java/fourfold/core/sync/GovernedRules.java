package fourfold.core.sync;

import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Merging;
import java.util.Collection;
import java.util.Set;

/// What becomes of a change that touches governed fields: it applies, it is a proposal to the owning agency, or it settles
/// a conflict, which only a supervisor may.
public final class GovernedRules {

    /// What a change becomes.
    public enum Way {
        /// It is written as it is.
        APPLIES,
        /// As a whole it is a proposal, and no part of the record until the owning agency accepts it.
        PROPOSES,
        /// It settles a governed field that was in conflict.
        SETTLES,
        /// It would settle a governed field, and the person is no supervisor.
        REFUSED
    }

    /// Operations that say themselves what they do about governed fields. An extract is loaded on the owner's behalf.
    private static final Set<Operation> DECIDED =
            Set.of(Operation.LOAD, Operation.SETTLE, Operation.PROPOSE, Operation.ACCEPT, Operation.DECLINE);

    private GovernedRules() {}

    /// Whether anybody but the author can have a say in the change: it is of a record that was there, and touches a
    /// governed field.
    public static boolean apply(Operation operation, Versions seen, Merging merging, Collection<String> fields) {
        return !DECIDED.contains(operation)
                && !seen.highest().isEmpty()
                && fields.stream().anyMatch(name -> merging.of(name) == Merge.GOVERNED);
    }

    /// What the change becomes, where [#apply] holds.
    ///
    /// @param conflicts the fields that are in conflict
    /// @param governs whether the author's agency owns the record ([Ownership#governs])
    /// @param maySettle whether the author may settle conflicts
    public static Way way(
            Merging merging, Collection<String> fields, Set<String> conflicts, boolean governs, boolean maySettle) {
        if (!governs) return Way.PROPOSES;
        boolean settles = fields.stream()
                .anyMatch(name -> merging.of(name) == Merge.GOVERNED && conflicts.contains(name));
        if (!settles) return Way.APPLIES;
        return maySettle ? Way.SETTLES : Way.REFUSED;
    }
}
