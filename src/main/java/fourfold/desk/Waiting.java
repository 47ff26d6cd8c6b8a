package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A record that waits for somebody to settle a value or to answer a proposal.
///
/// @param kind the kind's name in journals and commands
/// @param ref what people call it by: its reference, a plan by its threat's; empty where it has none
/// @param name its name, title or summary
/// @param version the version that an answer is given on
/// @param threat the threat that it is about; empty for one about none
/// @param events the two events of a link; none for other kinds
/// @param owner the agency that decides about its governed fields
public record Waiting(
        String kind,
        UUID record,
        String ref,
        String name,
        long version,
        Optional<Id<Threat>> threat,
        List<Id<Disruption>> events,
        String owner) {

    public Waiting {
        events = List.copyOf(events);
    }
}
