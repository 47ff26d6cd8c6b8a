package fourfold.journal;

import fourfold.vault.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk whose changing calls a test hears of before they happen.
public class HookedDisk implements Disk {

    private final Disk disk;

    protected HookedDisk(Disk disk) {
        this.disk = disk;
    }

    /// Before a call that changes something.
    ///
    /// @param longer by how many bytes the file gets longer; negative when it gives space back
    void before(Path path, long longer) throws IOException {}

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
        if (access != Access.READ && !disk.exists(file)) before(file, 0);
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
                before(file, Math.max(0, at + bytes.remaining() - open.size()));
                open.write(at, bytes);
            }

            @Override
            public void truncate(long size) throws IOException {
                before(file, Math.min(0, size - open.size()));
                open.truncate(size);
            }

            @Override
            public void force() throws IOException {
                before(file, 0);
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
        before(to, 0);
        disk.move(from, to);
    }

    @Override
    public boolean delete(Path path) throws IOException {
        before(path, disk.exists(path) ? -disk.size(path) : 0);
        return disk.delete(path);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        disk.makeFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        before(folder, 0);
        disk.forceFolder(folder);
    }

    @Override
    public long free(Path folder) throws IOException {
        return disk.free(folder);
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
