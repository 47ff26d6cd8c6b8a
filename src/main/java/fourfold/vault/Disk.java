package fourfold.vault;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one place where vault and journal touch the file system, so that a test can put a disk underneath that fails,
/// fills up, or loses and tears whatever was not forced.
///
/// Everything made through a disk is readable by its owner only. What has been written is durable only after
/// [OpenFile#force()], and a new, renamed or deleted name only after [#forceFolder(Path)]; [#replace(Path, byte[])] does
/// both.
public interface Disk {

    /// What a file is opened for.
    enum Access {
        /// Reading what is there; a missing file is refused.
        READ,
        /// Reading and writing; a missing file is made.
        WRITE,
        /// Writing a file that must not be there yet.
        CREATE
    }

    /// An open file. Positions and sizes are bytes from its start.
    interface OpenFile extends Closeable {

        /// How long the file is now.
        long size() throws IOException;

        /// Reads up to what the buffer can take, from that position.
        ///
        /// @return how many bytes were read, -1 at the end of the file
        int read(long at, ByteBuffer into) throws IOException;

        /// Writes all that the buffer holds at that position; with `at` the size of the file, this appends.
        void write(long at, ByteBuffer bytes) throws IOException;

        /// Cuts the file to that size.
        void truncate(long size) throws IOException;

        /// Returns once everything written so far would outlive a loss of power.
        void force() throws IOException;

        @Override
        void close() throws IOException;

        /// Writes these bytes at the end.
        default void append(byte[] bytes) throws IOException {
            write(size(), ByteBuffer.wrap(bytes));
        }

        /// Reads exactly that many bytes.
        ///
        /// @throws EOFException when the file ends before
        default byte[] read(long at, int length) throws IOException {
            var into = ByteBuffer.allocate(length);
            while (into.hasRemaining()) {
                if (read(at + into.position(), into) < 0) throw new EOFException("the file ends too early");
            }
            return into.array();
        }
    }

    /// A lock that no other process, and nobody else in this one, holds at the same time.
    interface Lock extends Closeable {
        @Override
        void close() throws IOException;
    }

    /// Whether a file or folder of that name is there.
    boolean exists(Path path) throws IOException;

    /// Whether it is a folder. A disk that does not know better may count an empty one as none.
    default boolean isFolder(Path path) throws IOException {
        return !list(path).isEmpty();
    }

    /// The files and folders in a folder, by name; none where there is no such folder.
    List<Path> list(Path folder) throws IOException;

    /// How long a file is, in bytes.
    long size(Path file) throws IOException;

    /// Opens a file.
    OpenFile open(Path file, Access access) throws IOException;

    /// Gives a file another name in one step, in place of what had that name.
    void move(Path from, Path to) throws IOException;

    /// Deletes a file or an empty folder.
    ///
    /// @return whether there was one
    boolean delete(Path path) throws IOException;

    /// Makes a folder, and those above it, where there is none.
    void makeFolder(Path folder) throws IOException;

    /// Returns once new, renamed and deleted names in that folder would outlive a loss of power. Does nothing where the
    /// operating system has no such call (Windows, where the file system's own log does it).
    void forceFolder(Path folder) throws IOException;

    /// How many bytes are free for us.
    long free(Path folder) throws IOException;

    /// What the operating system calls the file system that the folder is on, such as `ext4`, `NTFS` or `nfs4`.
    String kind(Path folder) throws IOException;

    /// Whether files can be made in that folder.
    boolean isWritable(Path folder) throws IOException;

    /// Takes the lock on a file, which is made where there is none.
    ///
    /// @return nothing when somebody else holds it
    @Nullable Lock tryLock(Path file) throws IOException;

    /// Reads a whole file of at most `limit` bytes.
    ///
    /// @throws IOException also when the file is longer
    default byte[] read(Path file, int limit) throws IOException {
        try (var open = open(file, Access.READ)) {
            long size = open.size();
            if (size > limit) throw new IOException("the file is longer than it may be");
            return open.read(0, (int) size);
        }
    }

    /// Puts a small file in place of what had that name, so that after a loss of power either the old or the new content
    /// is there, whole. Durable on return.
    ///
    /// @throws PartLeft when it could not be written, and what was begun of it could not be taken away
    default void replace(Path file, byte[] content) throws IOException {
        var folder = folderOf(file);
        var fresh = folder.resolve(file.getFileName() + ".new");
        delete(fresh);
        begin(fresh, content);
        try {
            move(fresh, file);
        } catch (IOException failed) {
            throw takenAway(fresh, failed);
        }
        forceFolder(folder);
    }

    /// Writes a small file that must not be there yet. Durable on return.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when something has that name; it stays as it is
    /// @throws PartLeft when it could not be written, and what was begun of it could not be taken away
    default void create(Path file, byte[] content) throws IOException {
        begin(file, content);
        forceFolder(folderOf(file));
    }

    private void begin(Path file, byte[] content) throws IOException {
        var open = open(file, Access.CREATE);
        try (open) {
            open.append(content);
            open.force();
        } catch (IOException failed) {
            throw takenAway(file, failed);
        }
    }

    private IOException takenAway(Path begun, IOException failed) {
        try {
            delete(begun);
            return failed;
        } catch (IOException too) {
            failed.addSuppressed(too);
            return new PartLeft(failed);
        }
    }

    /// A file could not be written, and what was begun of it could not be taken away.
    final class PartLeft extends IOException {
        private static final long serialVersionUID = 1L;

        PartLeft(IOException why) {
            super(why);
        }
    }

    /// The folder that a file is in.
    static Path folderOf(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException("a file has to be in a folder");
        return folder;
    }
}
