package fourfold.journal;

import fourfold.vault.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk with so much space and no more; deleting a file gives its space back.
final class SmallDisk implements Disk {

    private final Disk disk;
    private long left = 1L << 40;

    SmallDisk(Disk disk) {
        this.disk = disk;
    }

    /// So many bytes are left from now on.
    void leave(long bytes) {
        left = bytes;
    }

    private void take(Path file, long bytes) throws IOException {
        if (bytes > left) throw new FileSystemException(file.toString(), null, "No space left on device");
        left -= Math.max(0, bytes);
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return disk.exists(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        var open = disk.open(file, access);
        return new OpenFile() {
            @Override
            public long size() throws IOException {
                return open.size();
            }

            @Override
            public int read(long at, ByteBuffer into) throws IOException {
                return open.read(at, into);
            }

            @Override
            public void write(long at, ByteBuffer bytes) throws IOException {
                take(file, at + bytes.remaining() - open.size());
                open.write(at, bytes);
            }

            @Override
            public void truncate(long size) throws IOException {
                left += Math.max(0, open.size() - size);
                open.truncate(size);
            }

            @Override
            public void force() throws IOException {
                open.force();
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public boolean delete(Path path) throws IOException {
        long size = disk.exists(path) ? disk.size(path) : 0;
        boolean was = disk.delete(path);
        left += size;
        return was;
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        disk.makeFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public long free(Path folder) {
        return left;
    }

    @Override
    public String kind(Path folder) throws IOException {
        return disk.kind(folder);
    }

    @Override
    public boolean isWritable(Path folder) throws IOException {
        return disk.isWritable(folder);
    }

    @Override
    public @Nullable Lock tryLock(Path file) throws IOException {
        return disk.tryLock(file);
    }
}
