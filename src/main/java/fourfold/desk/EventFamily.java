package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import java.util.List;

/// The events that are linked as one happening.
///
/// @param lead the event that counts for all; it may be this one
/// @param supports all others
/// @param agreed whether the links agree which one leads
public record EventFamily(Member lead, List<Member> supports, boolean agreed) {

    public EventFamily {
        supports = List.copyOf(supports);
    }

    /// One event of them.
    ///
    /// @param ref its reference; empty where the event is not in this vault
    /// @param agency who recorded it, where anybody can tell
    public record Member(Id<Disruption> event, String ref, String agency) {

        /// As in "DER-D-000001 of Derbyshire".
        public String words() {
            if (ref.isEmpty()) return "an event that is not in this vault";
            return agency.isEmpty() ? ref : ref + " of " + agency;
        }
    }

    /// Whether that event leads.
    public boolean isLead(Id<Disruption> event) {
        return lead.event().equals(event);
    }
}
