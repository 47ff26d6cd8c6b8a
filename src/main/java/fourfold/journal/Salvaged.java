package fourfold.journal;

import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a reading over damage could not read.
///
/// @param places where bytes do not verify
/// @param missing the positions that were not found, up to the newest that anybody knows of
/// @param numbers the entries that these positions may have held: numbers that were found nowhere, below the highest
///     found or named. Of another replica most may never have been here, since a package is a selection
/// @param partial acts of which the end or some entries are missing, those of other vaults among them, and takings-in of
///     which the end is missing
public record Salvaged(List<Place> places, List<Missing> missing, List<Range> numbers, Set<UUID> partial) {

    /// Bytes that do not verify, or a file that is not there.
    ///
    /// @param file its name
    /// @param from the first byte
    /// @param to the byte after the last
    public record Place(String file, long from, long to) {}

    /// Positions that were not found.
    ///
    /// @param after the newest stamp before them
    /// @param before the stamp of the first entry after them; the zero stamp where there is none
    public record Missing(long first, long last, Stamp after, Stamp before) {}

    /// Entry numbers of a replica in a row, the first and the last included.
    public record Range(Replica replica, long first, long last) {

        /// Whether that entry is one of them.
        public boolean holds(EntryId entry) {
            return entry.replica().equals(replica) && entry.seq() >= first && entry.seq() <= last;
        }
    }

    /// Whether everything was read.
    public boolean isWhole() {
        return places.isEmpty() && missing.isEmpty() && partial.isEmpty();
    }
}
