package fourfold.journal;

import fourfold.vault.Disk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A disk with so much space and no more; deleting and cutting gives space back.
public class SmallDisk extends HookedDisk {

    private long left = 1L << 40;

    public SmallDisk(Disk disk) {
        super(disk);
    }

    /// So many bytes are left from now on.
    public void leave(long bytes) {
        left = bytes;
    }

    @Override
    void before(Path path, long longer) throws IOException {
        if (longer > left) throw new FileSystemException(path.toString(), null, "No space left on device");
        left -= longer;
    }

    @Override
    public long free(Path folder) {
        return left;
    }
}
