package fourfold.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/// The file system that the database of one store works on: the files of the disk, each an [EncryptedFile]. The database finds
/// it by a name of its own, drawn at random while the store is open, which stands in the addresses of its files; so no key
/// stands in any address, and two stores never meet.
final class EncryptedPath extends FilePath {

    /// What the paths of one store have in common.
    private record Mount(String scheme, byte[] key) {}

    private final Mount mount;
    private final FilePath file;

    private EncryptedPath(Mount mount, FilePath file) {
        this.mount = mount;
        this.file = file;
        this.name = mount.scheme + ":" + file;
    }

    /// A file system for that key, which the database knows from here on.
    ///
    /// @param key 256 random bits; copied
    static EncryptedPath mounted(byte[] key) {
        var drawn = new byte[8];
        new SecureRandom().nextBytes(drawn);
        var mount = new Mount("store" + HexFormat.of().formatHex(drawn), key.clone());
        var path = new EncryptedPath(mount, FilePath.get("."));
        FilePath.register(path);
        return path;
    }

    /// The database no longer knows it, and it opens nothing any more. Files that are open stay open.
    void unmount() {
        FilePath.unregister(this);
        Arrays.fill(mount.key, (byte) 0);
    }

    private EncryptedPath beside(FilePath other) {
        return new EncryptedPath(mount, other);
    }

    @Override
    public String getScheme() {
        return mount.scheme;
    }

    @Override
    public EncryptedPath getPath(String path) {
        var prefix = mount.scheme + ":";
        return beside(FilePath.get(path.startsWith(prefix) ? path.substring(prefix.length()) : path));
    }

    @Override
    public FilePath unwrap() {
        return file;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var channel = file.open(mode);
        try {
            return EncryptedFile.of(channel, name, mount.key);
        } catch (IOException | RuntimeException | Error failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public InputStream newInputStream() throws IOException {
        return Channels.newInputStream(open("r"));
    }

    @Override
    public long size() {
        return Math.max(0, file.size() - EncryptedFile.HEADER) / Xts.SECTOR * Xts.SECTOR;
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return file.newDirectoryStream().stream().<FilePath>map(this::beside).toList();
    }

    @Override
    public void moveTo(FilePath to, boolean atomically) {
        file.moveTo(to.unwrap(), atomically);
    }

    @Override
    public EncryptedPath toRealPath() {
        return beside(file.toRealPath());
    }

    @Override
    public @Nullable EncryptedPath getParent() {
        var parent = file.getParent();
        return parent == null ? null : beside(parent);
    }

    @Override
    public boolean createFile() {
        return file.createFile();
    }

    @Override
    public boolean exists() {
        return file.exists();
    }

    @Override
    public void delete() {
        file.delete();
    }

    @Override
    public boolean isDirectory() {
        return file.isDirectory();
    }

    @Override
    public boolean isRegularFile() {
        return file.isRegularFile();
    }

    @Override
    public boolean isAbsolute() {
        return file.isAbsolute();
    }

    @Override
    public long lastModified() {
        return file.lastModified();
    }

    @Override
    public boolean canWrite() {
        return file.canWrite();
    }

    @Override
    public void createDirectory() {
        file.createDirectory();
    }

    @Override
    public boolean setReadOnly() {
        return file.setReadOnly();
    }
}
