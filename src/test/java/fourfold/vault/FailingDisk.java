package fourfold.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk on which the n-th call fails.
public final class FailingDisk implements Disk {

    /// How the call fails.
    public enum Failure {
        /// The device reports an error, once.
        INPUT_OUTPUT,
        /// No space, from that call on, for whatever makes a file longer or anew.
        NO_SPACE,
        /// The write stops half way, once.
        SHORT_WRITE,
        /// The operating system denies it, once.
        DENIED
    }

    private final Disk disk;
    private final Failure failure;
    private int failAt;
    private int calls;

    /// @param failAt which call fails, from 1; 0 for none
    public FailingDisk(Disk disk, Failure failure, int failAt) {
        this.disk = disk;
        this.failure = failure;
        this.failAt = failAt;
    }

    /// How many calls there were.
    public int calls() {
        return calls;
    }

    /// Ends the trouble.
    public void mend() {
        failAt = 0;
    }

    private boolean due() {
        calls++;
        return failAt > 0 && (calls == failAt || (failure == Failure.NO_SPACE && calls > failAt));
    }

    private void call(Path path, boolean needsSpace) throws IOException {
        if (!due()) return;
        switch (failure) {
            case INPUT_OUTPUT, SHORT_WRITE -> throw new IOException("Input/output error");
            case DENIED -> throw new AccessDeniedException(path.toString());
            case NO_SPACE -> {
                if (needsSpace) throw new FileSystemException(path.toString(), null, "No space left on device");
            }
        }
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return disk.exists(path);
    }

    @Override
    public boolean isFolder(Path path) throws IOException {
        return disk.isFolder(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        call(folder, false);
        return disk.list(folder);
    }

    @Override
    public long size(Path file) throws IOException {
        call(file, false);
        return disk.size(file);
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        call(file, access != Access.READ && !disk.exists(file));
        var open = disk.open(file, access);
        return new OpenFile() {
            @Override
            public long size() throws IOException {
                return open.size();
            }

            @Override
            public int read(long at, ByteBuffer into) throws IOException {
                call(file, false);
                return open.read(at, into);
            }

            @Override
            public void write(long at, ByteBuffer bytes) throws IOException {
                if (failure == Failure.SHORT_WRITE && calls + 1 == failAt) {
                    int half = bytes.remaining() / 2;
                    open.write(at, bytes.slice(bytes.position(), half));
                }
                call(file, at + bytes.remaining() > open.size());
                open.write(at, bytes);
            }

            @Override
            public void truncate(long size) throws IOException {
                call(file, false);
                open.truncate(size);
            }

            @Override
            public void force() throws IOException {
                call(file, true);
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
        call(from, false);
        disk.move(from, to);
    }

    @Override
    public boolean delete(Path path) throws IOException {
        call(path, false);
        return disk.delete(path);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        call(folder, true);
        disk.makeFolder(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        call(folder, false);
        disk.forceFolder(folder);
    }

    @Override
    public long free(Path folder) throws IOException {
        return failAt > 0 && failure == Failure.NO_SPACE && calls >= failAt ? 0 : disk.free(folder);
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
        call(file, false);
        return disk.tryLock(file);
    }
}
