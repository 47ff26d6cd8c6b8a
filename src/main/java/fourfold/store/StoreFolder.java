package fourfold.store;

import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The folder of a vault that holds its store: the database file, its seal, and the newest two files that were not
/// believed.
///
/// A file is believed when its seal is ours and fits. The seal is taken away while the store is open, so a store that was
/// not closed cleanly is built anew from the journal. Where the store or its seal has seen more of the journal than there
/// is, the journal was cut: that is never mended by building anew.
///
/// For one opening: the key is overwritten once the store has taken it over.
public final class StoreFolder {

    private static final String ENDING = ".mv.db";
    static final String FILE = "store" + ENDING;

    /// A journal of fewer frames is not worth getting ready for.
    private static final int FEW = 2_000;

    private final Path folder;
    private final byte[] key;
    private final byte[] sealKey;
    private final StoreAhead ahead;
    private long lastEntry = -1;

    /// @param folder is made where it is missing; its parent is the owner's alone
    /// @param key 256 random bits: the vault's key for its store; copied
    /// @param sealKey the vault's key for seals
    public StoreFolder(Path folder, byte[] key, byte[] sealKey) {
        this(folder, key, sealKey, StoreAhead.nothing());
    }

    /// @param ahead what was got ready for it
    public StoreFolder(Path folder, byte[] key, byte[] sealKey, StoreAhead ahead) {
        this.ahead = ahead;
        this.folder = folder;
        this.key = key.clone();
        this.sealKey = sealKey.clone();
    }

    /// How a store came to be open.
    public enum How {
        /// It was there, and held everything.
        AS_LEFT,
        /// It was there, and some entries of the journal were still missing.
        CAUGHT_UP,
        /// There was none, so it was made.
        MADE,
        /// What was there was not believed, so it was put aside and made anew.
        REBUILT
    }

    /// An open store.
    public record Opened(Store store, How how) {}

    /// What the folder knows of the journal.
    ///
    /// @param position the newest position that was there once
    /// @param hash the chain value there; empty where only the position is known
    /// @param by what knows it, as a sentence has it
    public record Knowledge(long position, String hash, String by) {}

    /// What the seal and the store know of the journal, to be held against it before anything of it is cut away. A store
    /// that was not closed cleanly is asked itself.
    ///
    /// @throws StoreFault when somebody else has the store open
    public List<Knowledge> knowledge() {
        try {
            var known = new ArrayList<Knowledge>();
            var seal = Seal.read(sealPlace(), sealKey);
            seal.ifPresent(own -> known.add(new Knowledge(own.head(), own.headHash(), "the seal of the store")));
            boolean closed = seal.isPresent() && Files.exists(file()) && Files.size(file()) == seal.get().size();
            if (!closed && Files.exists(file())) {
                long last = lastEntry();
                if (last > 0) known.add(new Knowledge(last, "", "the store"));
            }
            return known;
        } catch (IOException failure) {
            throw StoreFault.of(failure);
        }
    }

    /// Opens the store and brings it up to the journal's end, or makes it from the journal.
    ///
    /// @param progress is told the journal position reached, now and then
    /// @param stop is asked now and then whether to stop
    /// @return empty when it was stopped
    /// @throws JournalFault when the journal was cut
    /// @throws StoreFault when somebody else has the store open, the disk is full, or a new store cannot be made either
    public Optional<Opened> openOrRebuild(Journal journal, LongConsumer progress, BooleanSupplier stop) {
        try {
            Files.createDirectories(folder);
            var seal = Seal.read(sealPlace(), sealKey);
            if (seal.isPresent()) isCut(seal.get(), journal);
            boolean there = Files.exists(file());
            if (there && seal.isPresent() && seal.get().fits(file(), ahead)) {
                if (lacksMuch(seal.get(), journal)) {
                    Files.delete(file());
                    return make(How.CAUGHT_UP, journal, progress, stop);
                }
                var opened = openBelieved(journal, progress, stop);
                if (opened != null) return opened;
            }
            return make(there ? How.REBUILT : How.MADE, journal, progress, stop);
        } catch (IOException failure) {
            throw StoreFault.of(failure);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Whether making the tables anew takes no longer than bringing them up to date would. It leaves a file of a quarter of
    /// the size, which every later unlocking hashes.
    private static boolean lacksMuch(Seal seal, Journal journal) {
        return journal.head() - seal.entry() > Math.max(Retention.MUCH, seal.entry() / 2);
    }

    /// Puts whatever is there aside and makes the store from the journal.
    ///
    /// @return empty when it was stopped
    public Optional<Opened> rebuild(Journal journal, LongConsumer progress, BooleanSupplier stop) {
        try {
            Files.createDirectories(folder);
            return make(How.REBUILT, journal, progress, stop);
        } catch (IOException failure) {
            throw StoreFault.of(failure);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Path base() {
        return folder.resolve("store");
    }

    private Path file() {
        return folder.resolve(FILE);
    }

    private Path sealPlace() {
        return folder.resolve("seal");
    }

    private static void isCut(Seal seal, Journal journal) {
        boolean shorter = Math.max(seal.head(), seal.entry()) > journal.head();
        boolean other = seal.head() == journal.head() && !seal.headHash().equals(journal.headHash());
        if (shorter || other) throw cut();
    }

    private static JournalFault cut() {
        return new JournalFault(
                JournalFault.Trouble.CUT, "The journal lacks entries that the store has already held.");
    }

    /// The store of a file whose seal fits; null when it cannot be used all the same.
    private @Nullable Optional<Opened> openBelieved(Journal journal, LongConsumer progress, BooleanSupplier stop)
            throws IOException {
        Files.delete(sealPlace());
        Store store = null;
        try {
            OwnerOnly.restrict(file());
            store = Store.open(base(), key, keeper(journal));
            long before = store.projection().position();
            if (before < journal.head() && !store.projection().catchUp(journal, progress, stop)) {
                store.abandon();
                return Optional.empty();
            }
            var how = store.projection().position() == before ? How.AS_LEFT : How.CAUGHT_UP;
            return Optional.of(new Opened(store, how));
        } catch (StoreFault fault) {
            if (store != null) store.abandon();
            if (fault.trouble() == StoreFault.Trouble.IN_USE || fault.trouble() == StoreFault.Trouble.FULL) throw fault;
            return null;
        } catch (JournalFault fault) {
            if (store != null) store.close();
            throw fault;
        }
    }

    private Optional<Opened> make(How how, Journal journal, LongConsumer progress, BooleanSupplier stop)
            throws IOException {
        if (Files.exists(file()) && lastEntry() > journal.head()) throw cut();
        Files.deleteIfExists(sealPlace());
        putAside();
        var store = Store.create(base(), key, keeper(journal));
        try {
            OwnerOnly.restrict(file());
            boolean whole = journal.head() < FEW
                    ? store.projection().catchUp(journal, progress, stop)
                    : store.projection().make(journal, progress, stop);
            if (!whole) {
                store.abandon();
                return Optional.empty();
            }
            store.isMade();
            witness(journal);
            return Optional.of(new Opened(store, how));
        } catch (StoreFault | JournalFault fault) {
            store.abandon();
            throw fault;
        }
    }

    /// Asked once: the database keeps a hold on a file that it could not open.
    private long lastEntry() {
        if (lastEntry < 0) lastEntry = Store.lastEntry(base(), key);
        return lastEntry;
    }

    private void putAside() throws IOException {
        if (!Files.exists(file())) return;
        var newest = folder.resolve("aside-1" + ENDING);
        if (Files.exists(newest))
            Files.move(newest, folder.resolve("aside-2" + ENDING), StandardCopyOption.REPLACE_EXISTING);
        Files.move(file(), newest, StandardCopyOption.REPLACE_EXISTING);
    }

    private Store.Keeper keeper(Journal journal) {
        return new Store.Keeper() {
            @Override
            public void closed(long lastEntry) {
                seal(lastEntry, journal);
            }

            @Override
            public void muchIsWritten() {
                witness(journal);
            }
        };
    }

    /// Writes a seal that fits no file, but says how far the journal went: a file that is broken off may not say it.
    private void witness(Journal journal) {
        try {
            new Seal(0, "", 0, journal.head(), journal.headHash()).write(sealPlace(), sealKey);
        } catch (IOException failure) {
            throw StoreFault.of(failure);
        }
    }

    private void seal(long lastEntry, Journal journal) {
        try {
            try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Seal.of(file(), lastEntry, journal.head(), journal.headHash()).write(sealPlace(), sealKey);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
