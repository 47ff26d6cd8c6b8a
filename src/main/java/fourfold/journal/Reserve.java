package fourfold.journal;

import fourfold.vault.Disk.Access;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

/// A file of no use but its size. When the disk is full it is deleted, and what it took is enough to log consultations,
/// the lock and the end of a long day; nothing is saved any more until it could be made again.
final class Reserve {

    private static final int PIECE = 1 << 20;

    private final JournalFolder folder;
    private final long size;

    Reserve(JournalFolder folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /// Whether it is there.
    boolean isThere() throws IOException {
        return folder.disk().exists(folder.reserve());
    }

    /// Makes it where it is not there and there is room for it and as much again.
    ///
    /// @return whether it is there now
    boolean make() throws IOException {
        if (isThere()) return true;
        var disk = folder.disk();
        if (disk.free(folder.path()) < 2 * size) return false;
        var fresh = folder.path().resolve("reserve.new");
        disk.delete(fresh);
        try (var file = disk.open(fresh, Access.CREATE)) {
            fill(file);
            file.force();
        } catch (IOException failed) {
            disk.delete(fresh);
            throw failed;
        }
        disk.move(fresh, folder.reserve());
        disk.forceFolder(folder.path());
        return true;
    }

    /// Bytes that no file system can make smaller than they are.
    private void fill(fourfold.vault.Disk.OpenFile file) throws IOException {
        var piece = new byte[PIECE];
        new Random(size).nextBytes(piece);
        for (long at = 0; at < size; at += PIECE)
            file.write(at, ByteBuffer.wrap(piece, 0, (int) Math.min(PIECE, size - at)));
    }

    /// Gives its space back.
    ///
    /// @return whether there was any to give
    boolean free() throws IOException {
        boolean was = folder.disk().delete(folder.reserve());
        if (was) folder.disk().forceFolder(folder.path());
        return was;
    }
}
