package fourfold.store;

import fourfold.core.figures.Facts;
import fourfold.core.sync.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// What figures are made from as it was at an earlier entry, made anew from the journal in a file of its own, without what no
/// figure reads: other values, the states of records, the index of entries. The file is encrypted with a
/// key that is drawn for it and kept nowhere, and is gone when this is closed; what a power cut leaves of it nobody can read,
/// and the next of its kind removes it.
public final class PastStore implements AutoCloseable {

    private static final String BEGINS = "past-";

    private final Path folder;
    private final Store store;

    private PastStore(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
    }

    /// Makes the tables up to that entry, without what has been taken back since.
    ///
    /// @param beside the folder in which the file's own folder is made
    /// @param last a journal position
    /// @param progress is told the position reached, now and then
    /// @param stop is asked now and then whether to stop
    /// @return nothing when it was stopped
    /// @throws StoreFault when the database fails or there is no room
    public static Optional<PastStore> upTo(
            Path beside, Journal journal, long last, LongConsumer progress, BooleanSupplier stop) {
        try {
            removeRemains(beside);
            var folder = Files.createTempDirectory(beside, BEGINS);
            var key = key();
            var store = Store.createForFigures(folder.resolve("store"), key);
            Arrays.fill(key, (byte) 0);
            OwnerOnly.restrict(folder.resolve("store.mv.db"));
            var past = new PastStore(folder, store);
            try {
                if (store.projection().make(new JournalUpTo(journal, last), progress, stop)) return Optional.of(past);
            } catch (RuntimeException | Error failed) {
                past.close();
                throw failed;
            }
            past.close();
            return Optional.empty();
        } catch (IOException failed) {
            throw StoreFault.of(failed);
        }
    }

    private static byte[] key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /// What can be counted in it.
    public Facts facts() {
        return store.facts().now();
    }

    @Override
    public void close() {
        store.abandon();
        try {
            remove(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void removeRemains(Path beside) throws IOException {
        try (var all = Files.newDirectoryStream(beside, BEGINS + "*")) {
            for (var one : all) remove(one);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
