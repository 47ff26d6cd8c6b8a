package fourfold.core.disclosure;

import fourfold.core.kernel.Marking;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the rules decided about one record.
///
/// @param reference what people call it; empty where it has no reference
/// @param instructions its handling instructions; empty where it has none
/// @param marking its current marking
/// @param parents the records that it belongs to
/// @param entries how many entries of it the package carries: 0 when it is withheld, or when all were sent before
/// @param held how many entries of it stay behind
/// @param withheld why it is withheld; empty when it may go
public record WeighedRecord(
        String kind,
        UUID id,
        String reference,
        String instructions,
        Marking marking,
        List<UUID> parents,
        int entries,
        int held,
        Optional<WhyWithheld> withheld) {

    public WeighedRecord {
        parents = List.copyOf(parents);
    }

    /// Whether at least one entry of it goes.
    public boolean isCarried() {
        return entries > 0;
    }
}
