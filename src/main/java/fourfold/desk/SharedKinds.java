package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Fields;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.threat.Threat;
import java.util.List;
import java.util.Optional;

/// The kinds of records that travel between vaults, so that several agencies may write the same one.
final class SharedKinds {

    static final List<Fields<?>> ALL = List.of(
            Threat.FIELDS, Plan.FIELDS, Action.FIELDS, Disruption.FIELDS, Meeting.FIELDS, Review.FIELDS,
            EventLink.FIELDS);

    private SharedKinds() {}

    /// The declaration of that kind, where it is one of them.
    static Optional<Fields<?>> find(String kind) {
        for (var fields : ALL) if (fields.kind().equals(kind)) return Optional.of(fields);
        return Optional.empty();
    }
}
