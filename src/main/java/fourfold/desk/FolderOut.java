package fourfold.desk;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.vault.Disk;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// A folder of files that leaves the vault, all of it or nothing: the files are written beside it, for their owner only, and
/// get their name when all are there.
final class FolderOut {

    private final Disk disk;
    private final Path target;
    private final Path fresh;

    private FolderOut(Disk disk, Path target, Path fresh) {
        this.disk = disk;
        this.target = target;
        this.fresh = fresh;
    }

    /// What fills it.
    interface Filling<T> {
        T into(FolderOut folder) throws IOException;
    }

    /// Fills a folder that is new or empty.
    ///
    /// @param beforeItIsThere what has to be done first, such as logging; nothing is there when it fails
    static <T> Outcome<T> fill(OpenVault vault, Path folder, Filling<T> filling, Runnable beforeItIsThere) {
        var disk = vault.means().disk();
        var target = folder.toAbsolutePath().normalize();
        var name = target.getFileName();
        if (name == null || target.startsWith(vault.folder().root().toAbsolutePath().normalize()))
            return refused("It cannot be written to " + folder + "; choose a folder of its own outside the vault.");
        var out = new FolderOut(disk, target, target.resolveSibling(
                "." + name + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())));
        try {
            if (disk.exists(target) && !disk.isFolder(target)) return refused(folder + " is a file; choose a folder.");
            if (!disk.list(target).isEmpty()) return refused("The folder " + folder + " is not empty; choose an empty one.");
            return Outcome.done(out.filled(filling, beforeItIsThere));
        } catch (IOException failed) {
            return notWritten(folder);
        } catch (UncheckedIOException failed) {
            return notWritten(folder);
        }
    }

    private static <T> Outcome<T> notWritten(Path folder) {
        return refused("The folder " + folder + " could not be written, and nothing of it is there; look at its disk and"
                + " permissions.");
    }

    private static <T> Outcome<T> refused(String sentence) {
        return Outcome.refused(new Problem.NotNow(sentence));
    }

    private <T> T filled(Filling<T> filling, Runnable beforeItIsThere) throws IOException {
        boolean done = false;
        try {
            disk.makeFolder(fresh);
            var result = filling.into(this);
            disk.forceFolder(fresh);
            beforeItIsThere.run();
            disk.delete(target);
            disk.move(fresh, target);
            disk.forceFolder(Disk.folderOf(target));
            done = true;
            return result;
        } finally {
            if (!done) {
                for (var file : disk.list(fresh)) disk.delete(file);
                disk.delete(fresh);
            }
        }
    }

    /// A new file in it.
    OutputStream file(String name) throws IOException {
        return new Appending(disk.open(fresh.resolve(name), Disk.Access.CREATE));
    }

    /// Appends, and forces what was written when it is closed.
    private static final class Appending extends OutputStream {
        private final Disk.OpenFile file;
        private long at;
        private boolean open = true;

        Appending(Disk.OpenFile file) {
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            file.write(at, ByteBuffer.wrap(bytes, from, length));
            at += length;
        }

        @Override
        public void close() throws IOException {
            if (!open) return;
            open = false;
            try (file) {
                file.force();
            }
        }
    }
}
