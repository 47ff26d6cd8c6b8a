package fourfold.desk;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.vault.Disk;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/// One file that leaves the vault: for its owner only, whole or not at all, in place of what had its name.
final class FileOut {

    private FileOut() {}

    /// Whether a file can be written there, before anything is made for it.
    static Outcome<Path> place(OpenVault vault, Path file) {
        var disk = vault.means().disk();
        var target = file.toAbsolutePath().normalize();
        var folder = target.getParent();
        if (folder == null || target.startsWith(vault.folder().root().toAbsolutePath().normalize()))
            return refused("It cannot be written to " + file + "; choose a file outside the vault.");
        try {
            return disk.isFolder(target)
                    ? refused(file + " is a folder; name a file.")
                    : folder(vault, folder).map(there -> target);
        } catch (IOException failed) {
            return refused("The folder " + folder + " cannot be read; choose another.");
        }
    }

    /// Whether files can be written in that folder, before anything is made for them.
    static Outcome<Path> folder(OpenVault vault, Path folder) {
        var disk = vault.means().disk();
        try {
            if (!disk.isFolder(folder)) return refused("The folder " + folder + " is not there; choose another.");
            return disk.isWritable(folder)
                    ? Outcome.done(folder)
                    : refused("There is no permission to write in the folder " + folder + "; choose another.");
        } catch (IOException failed) {
            return refused("The folder " + folder + " cannot be read; choose another.");
        }
    }

    /// Writes it, after what has to be done first, such as logging.
    static Outcome<Path> write(OpenVault vault, Path place, byte[] content, Runnable before) {
        before.run();
        try {
            vault.means().disk().replace(place, content);
            return Outcome.done(place);
        } catch (Disk.PartLeft left) {
            return refused(failed(place) + " A part of it is left beside it.");
        } catch (IOException failed) {
            return refused(failed(place));
        }
    }

    /// Writes one that nothing else may have the name of.
    static Outcome<Path> writeNew(OpenVault vault, Path place, byte[] content) {
        try {
            vault.means().disk().create(place, content);
            return Outcome.done(place);
        } catch (FileAlreadyExistsException there) {
            return refused("The file " + place + " is there already.");
        } catch (Disk.PartLeft left) {
            return refused(failed(place) + " A part of it is left.");
        } catch (IOException failed) {
            return refused(failed(place));
        }
    }

    private static String failed(Path place) {
        return "The file " + place + " could not be written; look at its disk and permissions.";
    }

    private static <T> Outcome<T> refused(String sentence) {
        return Outcome.refused(new Problem.NotNow(sentence));
    }
}
