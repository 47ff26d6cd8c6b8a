package fourfold.packet;

import fourfold.core.sync.Replica;
import fourfold.core.sync.Versions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What belongs to one package beside the content that was released.
///
/// @param id drawn at random
/// @param created now
/// @param device the replica that writes entries in this vault
/// @param order the package's place among those to this addressee
/// @param have what this vault holds, entry numbers by replica
/// @param journal where this vault's journal ends
/// @param missing the numbers of the addressee's packages that never came
/// @param notices what it takes back of earlier packages
/// @param tables all five, with the rows of the records that the content includes
/// @param summary the cover sheet, a PDF
/// @param configuration the edition of the region's configuration in use here; empty for none
public record Shipment(
        UUID id,
        Instant created,
        Replica device,
        Manifest.Order order,
        Versions have,
        Manifest.JournalHead journal,
        List<Long> missing,
        Notices notices,
        List<DataTable> tables,
        byte[] summary,
        String configuration) {

    public Shipment {
        missing = List.copyOf(missing);
        tables = List.copyOf(tables);
        summary = summary.clone();
        var names = tables.stream().map(DataTable::name).toList();
        if (!names.equals(PacketFormat.TABLE_NAMES))
            throw new IllegalArgumentException("a package has the tables " + PacketFormat.TABLE_NAMES);
    }
}
