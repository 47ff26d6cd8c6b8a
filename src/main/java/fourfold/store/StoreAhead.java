package fourfold.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What can be got ready for a store before its password is known. Turning a passphrase into keys takes one processor a
/// second or more; meanwhile another takes the hash of the store's file. That needs no key, cannot fail the opening, and is
/// not believed of a file that has changed since.
///
/// Asking the first screens' questions of an empty store in that time was tried and measured: it made no window sooner, and
/// every command slower.
public final class StoreAhead {

    /// A file's hash, with what would betray that the file was written after it was taken.
    private record Hashed(String content, long size, FileTime written, @Nullable Object file) {}

    private final CompletableFuture<Optional<Hashed>> hash = new CompletableFuture<>();

    private StoreAhead() {}

    /// Nothing was got ready.
    public static StoreAhead nothing() {
        var ahead = new StoreAhead();
        ahead.hash.complete(Optional.empty());
        return ahead;
    }

    /// Begins, on a thread of its own.
    ///
    /// @param folder the store's
    /// @param besides what else can be done in that time
    public static StoreAhead begin(Path folder, Runnable besides) {
        var ahead = new StoreAhead();
        var thread = new Thread(() -> ahead.run(folder.resolve(StoreFolder.FILE), besides), "fourfold-ahead");
        thread.setDaemon(true);
        thread.start();
        return ahead;
    }

    private void run(Path file, Runnable besides) {
        try {
            besides.run();
        } finally {
            hash.complete(hashed(file));
        }
    }

    private static Optional<Hashed> hashed(Path file) {
        try {
            if (!Files.exists(file)) return Optional.empty();
            var before = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Hashed(Seal.hash(file), before.size(), before.lastModifiedTime(), before.fileKey()));
        } catch (IOException unreadable) {
            // whoever opens the store meets it again, and says so
            return Optional.empty();
        }
    }

    /// The hash of that file.
    String hash(Path file) throws IOException {
        var taken = hash.join();
        if (taken.isPresent()) {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            var known = taken.get();
            boolean same = now.size() == known.size
                    && now.lastModifiedTime().equals(known.written)
                    && java.util.Objects.equals(now.fileKey(), known.file);
            if (same) return known.content;
        }
        return Seal.hash(file);
    }
}
