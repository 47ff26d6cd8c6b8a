package fourfold.bench;

import fourfold.vault.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk that notes when something was last made durable in the folder of the journal, and how many bytes had been written
/// there.
final class WatchedDisk implements Disk {

    private final Disk under;
    private volatile long forcedAt;
    private volatile long written;

    WatchedDisk(Disk under) {
        this.under = under;
    }

    /// When the journal was last forced, after [System#nanoTime()].
    long forcedAt() {
        return forcedAt;
    }

    /// Bytes written to the journal so far.
    long written() {
        return written;
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        var opened = under.open(file, access);
        return file.getParent() != null && file.getParent().endsWith("journal") ? new Watched(opened) : opened;
    }

    private final class Watched implements OpenFile {
        private final OpenFile file;

        Watched(OpenFile file) {
            this.file = file;
        }

        @Override
        public void write(long at, ByteBuffer bytes) throws IOException {
            written += bytes.remaining();
            file.write(at, bytes);
        }

        @Override
        public void force() throws IOException {
            file.force();
            forcedAt = System.nanoTime();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            return file.read(at, into);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return under.exists(path);
    }

    @Override
    public boolean isFolder(Path path) throws IOException {
        return under.isFolder(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return under.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        return under.size(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        under.move(from, to);
    }

    @Override
    public boolean delete(Path path) throws IOException {
        return under.delete(path);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        under.makeFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        under.forceFolder(folder);
    }

    @Override
    public long free(Path folder) throws IOException {
        return under.free(folder);
    }

    @Override
    public String kind(Path folder) throws IOException {
        return under.kind(folder);
    }

    @Override
    public boolean isWritable(Path folder) throws IOException {
        return under.isWritable(folder);
    }

    @Override
    public @Nullable Lock tryLock(Path file) throws IOException {
        return under.tryLock(file);
    }
}
