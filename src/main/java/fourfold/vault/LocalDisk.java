package fourfold.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The disk of this computer.
///
/// Its channels close when their thread is interrupted, so a thread that may be in here is never interrupted.
public final class LocalDisk implements Disk {

    /// On Windows a virus scanner may hold a file that has just been written for a moment (sharing violation).
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMillis(160), Duration.ofMillis(400),
            Duration.ofMillis(800));

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final boolean windows;
    private final Set<Path> held = new HashSet<>();
    private final List<FileChannel> secondChannels = new ArrayList<>();

    /// The disk as the running operating system has it.
    public LocalDisk() {
        this(WINDOWS);
    }

    LocalDisk(boolean windows) {
        this.windows = windows;
    }

    private interface Step {
        void run() throws IOException;
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var names = Files.list(folder)) {
            return names.sorted().toList();
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public OpenFile open(Path file, Access access) throws IOException {
        Set<OpenOption> options = switch (access) {
            case READ -> Set.of(StandardOpenOption.READ);
            case WRITE -> Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            case CREATE -> Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        };
        boolean making = access == Access.CREATE || (access == Access.WRITE && !exists(file));
        var channel = FileChannel.open(file, options, making ? OwnerOnly.file(file) : OwnerOnly.none());
        if (making) OwnerOnly.restrict(file);
        return new ChannelFile(channel);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        patiently(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public boolean delete(Path path) throws IOException {
        var was = new boolean[1];
        patiently(() -> was[0] = Files.deleteIfExists(path));
        return was[0];
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        var above = folder.toAbsolutePath().getParent();
        if (above != null && !Files.isDirectory(above)) makeFolder(above);
        if (Files.isDirectory(folder)) return;
        try {
            Files.createDirectory(folder, OwnerOnly.folder(folder));
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(folder)) throw raced;
        }
        OwnerOnly.restrict(folder);
        if (above != null) forceFolder(above);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (windows) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Windows says `NTFS` of a drive letter that stands for a folder on another computer too; its own `net use` knows
    /// better, and ends with 0 for those only.
    @Override
    public String kind(Path folder) throws IOException {
        return windows && isMapped(folder) ? "smb" : Files.getFileStore(folder).type();
    }

    private static boolean isMapped(Path folder) throws IOException {
        var drive = String.valueOf(folder.toAbsolutePath().getRoot()).replace("\\", "");
        var net = Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32", "net.exe");
        if (drive.length() != 2 || !Files.isExecutable(net)) return false;
        var asked = new ProcessBuilder(net.toString(), "use", drive)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return asked.waitFor(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS) && asked.exitValue() == 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking Windows about a drive", stop);
        } finally {
            asked.destroy();
        }
    }

    @Override
    public boolean isWritable(Path folder) {
        return Files.isWritable(folder);
    }

    /// On Linux, closing any channel of a file gives up the lock that this process holds on it through another one. So a
    /// file that is locked already is not opened again, and a channel that turns out to be a second one stays open.
    @Override
    public synchronized @Nullable Lock tryLock(Path file) throws IOException {
        var name = file.toAbsolutePath().normalize();
        if (held.contains(name)) return null;
        var lock = lockFile(name);
        if (lock == null) return null;
        held.add(name);
        return () -> release(name, lock);
    }

    private synchronized void release(Path name, FileChannel lock) throws IOException {
        if (!lock.isOpen()) return;
        held.remove(name);
        lock.close();
    }

    private @Nullable FileChannel lockFile(Path file) throws IOException {
        boolean making = !exists(file);
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                making ? OwnerOnly.file(file) : OwnerOnly.none());
        try {
            if (making) OwnerOnly.restrict(file);
            if (channel.tryLock() != null) return channel;
            channel.close();
            return null;
        } catch (OverlappingFileLockException ours) {
            secondChannels.add(channel);
            return null;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private void patiently(Step step) throws IOException {
        for (var pause : PATIENCE) {
            try {
                step.run();
                return;
            } catch (FileSystemException held) {
                if (!windows || !mayBeHeld(held)) throw held;
                rest(pause);
            }
        }
        step.run();
    }

    /// Windows reports a sharing violation as access denied, or as a bare exception with the system's own words.
    private static boolean mayBeHeld(FileSystemException failed) {
        return failed instanceof AccessDeniedException
                || (failed.getClass() == FileSystemException.class && !(failed instanceof NoSuchFileException));
    }

    private static void rest(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a file", stop);
        }
    }

    /// A file open through a channel.
    private record ChannelFile(FileChannel channel) implements OpenFile {

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            return channel.read(into, at);
        }

        @Override
        public void write(long at, ByteBuffer bytes) throws IOException {
            long next = at;
            while (bytes.hasRemaining()) next += channel.write(bytes, next);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
