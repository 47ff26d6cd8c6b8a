package fourfold.journal;

import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal.Spot;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.JournalFault.Trouble;
import fourfold.journal.Frame.Kind;
import fourfold.vault.Disk.Access;
import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads entries again whose places are known. As long as they stand in one segment, it is opened once, and so is its key.
final class Again {

    private final JournalFolder folder;

    Again(JournalFolder folder) {
        this.folder = folder;
    }

    /// The entries at those spots, in that order.
    ///
    /// @throws JournalFault when one is damaged or was erased
    List<Entry> entries(List<Spot> spots) {
        var entries = new ArrayList<Entry>(spots.size());
        for (int from = 0; from < spots.size(); ) {
            int segment = spots.get(from).segment();
            int to = from;
            while (to < spots.size() && spots.get(to).segment() == segment) to++;
            try {
                read(segment, spots.subList(from, to), entries);
            } catch (IOException failed) {
                throw Faults.io(folder, segment, failed);
            }
            from = to;
        }
        return entries;
    }

    private void read(int segment, List<Spot> spots, List<Entry> into) throws IOException {
        try (var file = folder.open(segment, Access.READ)) {
            var cipher = folder.cipher(segment);
            for (var spot : spots) into.add(entry(file, cipher, spot));
        }
    }

    private static Entry entry(OpenFile file, FrameCipher cipher, Spot spot) throws IOException {
        var bytes = Erasure.frame(file, spot);
        var frame = cipher.open(bytes, 0, bytes.length, spot.offset());
        if (frame != null && frame.kind().isTombstone())
            throw new JournalFault(Trouble.ERASED, "The entry at journal position " + spot.position() + " was erased.");
        if (frame == null || (frame.kind() != Kind.ENTRY && frame.kind() != Kind.TAKEN_ENTRY))
            throw Faults.damaged(spot.segment(), spot.offset(), spot.position());
        return Erasure.entry(frame, spot);
    }
}
