package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// Something done with files, whose failures a person can act on: no space, no right, a missing or damaged file.
@FunctionalInterface
interface Attempt<T> {

    Outcome<T> run() throws IOException;

    /// Runs it, and turns every failure of the disk into one sentence.
    static <T> Outcome<T> at(VaultFolder folder, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (NewerFormat newer) {
            return Outcome.refused(new Problem.NotNow("The vault in " + folder.root()
                    + " was written by a newer version of this program; update this one."));
        } catch (Unreadable damaged) {
            return Outcome.refused(new Problem.Damaged("The vault in " + folder.root() + " is damaged ("
                    + trimmed(damaged) + "); restore it from a backup."));
        } catch (UncheckedIOException failed) {
            return Outcome.refused(problem(folder, Objects.requireNonNull(failed.getCause())));
        } catch (IOException failed) {
            return Outcome.refused(problem(folder, failed));
        }
    }

    private static String trimmed(Unreadable damaged) {
        var message = String.valueOf(damaged.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static Problem problem(VaultFolder folder, IOException failed) {
        return switch (failed) {
            case NoSuchFileException missing -> new Problem.Damaged("The file " + name(folder, missing.getFile())
                    + " of the vault is missing; restore it from a backup.");
            case AccessDeniedException denied -> new Problem.NotNow("The file " + name(folder, denied.getFile())
                    + " of the vault cannot be opened: access is denied.");
            default -> isFull(failed)
                    ? new Problem.NotNow("The disk of the vault in " + folder.root()
                            + " is full; nothing was saved.")
                    : new Problem.NotNow("The disk of the vault in " + folder.root()
                            + " reports a fault; nothing was saved.");
        };
    }

    /// Whether that is a disk without room.
    static boolean isFull(IOException failed) {
        var reason = failed instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failed.getMessage());
        var words = reason.toLowerCase(Locale.ROOT);
        return words.contains("no space") || words.contains("not enough space") || words.contains("quota");
    }

    private static String name(VaultFolder folder, String file) {
        var path = Path.of(file).toAbsolutePath();
        return path.startsWith(folder.root()) ? folder.root().relativize(path).toString() : path.toString();
    }
}
