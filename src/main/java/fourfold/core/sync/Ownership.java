package fourfold.core.sync;

import java.util.List;

/// Which agency decides about the governed fields of a record ([fourfold.core.kernel.Merge#GOVERNED]).
///
/// A threat, its plan and its actions are the agency's that the threat names; an event or a meeting is the agency's whose
/// officer wrote it first; a link of two events names the regional unit of whoever made it. But an agency that is named and has never written anything about the threat has not taken it
/// over yet: until then the agency that brought the threat into this vault keeps it for them, as a regional unit does that
/// loads the extract of its forces. The named agency takes it over by the first change that it makes itself.
///
/// @param named the agency that the threat, or the link, names; empty for an event, a meeting, or a threat that names none
/// @param writers the agencies that have written about it, in the order in which their first entries came into this vault
public record Ownership(String named, List<String> writers) {

    public Ownership {
        writers = List.copyOf(writers);
    }

    /// The agency that decides now; empty for a record that nobody has written.
    public String owner() {
        boolean takenOver = !named.isEmpty() && (writers.isEmpty() || writers.contains(named));
        if (takenOver) return named;
        return writers.isEmpty() ? "" : writers.getFirst();
    }

    /// Whether a change by that agency applies at once: it is the owner, or it is named and takes the record over with
    /// this very change.
    public boolean governs(String agency) {
        return !agency.isEmpty() && (agency.equals(owner()) || agency.equals(named));
    }
}
