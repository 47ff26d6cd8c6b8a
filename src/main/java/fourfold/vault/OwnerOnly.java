package fourfold.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/// Permissions that let the owner in and nobody else: mode bits where the file system has them, an access list on
/// Windows.
final class OwnerOnly {

    private static final FileAttribute<?>[] NONE = {};

    private OwnerOnly() {}

    static FileAttribute<?>[] none() {
        return NONE;
    }

    /// The attributes that a new file is made with, so that it is never open to others for a moment.
    static FileAttribute<?>[] file(Path file) {
        return posix(file, "rw-------");
    }

    /// The attributes that a new folder is made with.
    static FileAttribute<?>[] folder(Path folder) {
        return posix(folder, "rwx------");
    }

    /// Sets the access list of what has just been made, where the file system has access lists and no mode bits.
    static void restrict(Path path) throws IOException {
        if (hasModes(path)) return;
        var view = Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) return;
        var mine = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class));
        if (Files.isDirectory(path)) mine.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
        view.setAcl(List.of(mine.build()));
    }

    private static FileAttribute<?>[] posix(Path path, String modes) {
        if (!hasModes(path)) return NONE;
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes))};
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
