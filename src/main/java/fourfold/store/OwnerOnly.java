package fourfold.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Modes that let the owner of a file in and nobody else. The database makes its files with the modes that the account has
/// for new files; the folder around them is its owner's alone anyway, and on Windows hands its access list on.
final class OwnerOnly {

    private OwnerOnly() {}

    /// Takes the file from everybody but its owner, where the file system has modes.
    static void restrict(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) view.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
}
