package fourfold.desk;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.Stamp;
import fourfold.journal.Expected;
import fourfold.journal.FileJournal;
import fourfold.journal.JournalFolder;
import fourfold.store.StoreAhead;
import fourfold.store.StoreFault;
import fourfold.store.StoreFolder;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.RecoveryCode;
import fourfold.vault.Unreadable;
import fourfold.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The place in front of a vault whose lock we hold: whose it is, who may be let in, and the letting in. Locking the
/// screen leads back here.
public final class Lobby implements AutoCloseable {

    private final Vault vault;
    private final Surroundings surroundings;

    Lobby(Vault vault, Surroundings surroundings) {
        this.vault = vault;
        this.surroundings = surroundings;
    }

    /// Whose vault it is.
    public String agency() {
        return vault.agency();
    }

    /// The collar numbers of those who can be let in.
    public List<String> people() {
        return vault.people();
    }

    /// A person and the passphrase typed; the array is wiped.
    ///
    /// @param rebuild whether the store is made anew from the journal, believed or not
    public record Unlock(String user, char[] passphrase, boolean rebuild, Watch progress) {}

    /// A recovery code as typed, and the new passphrase; both arrays are wiped.
    public record Recover(String user, char[] code, char[] fresh, Watch progress) {}

    /// Lets a person in and opens the desks.
    public Outcome<Office> unlock(Unlock wish) {
        var ahead = wish.rebuild() ? StoreAhead.nothing() : ahead();
        try (var passphrase = Passphrase.entered(wish.passphrase())) {
            return vault.unlock(wish.user(), passphrase)
                    .then(open -> enter(open, ahead, wish.rebuild(), wish.progress()));
        }
    }

    /// The keys take a second or more, and one processor.
    private StoreAhead ahead() {
        return StoreAhead.begin(vault.folder().db(), surroundings::reference);
    }

    /// Lets a person in who has lost their passphrase.
    public Outcome<Office> recover(Recover wish) {
        return RecoveryCode.read(wish.code()).then(code -> {
            try (code) {
                return Passphrase.chosen(wish.fresh()).then(fresh -> {
                    try (fresh) {
                        return vault.recover(code, wish.user(), fresh)
                                .then(open -> enter(open, false, wish.progress()));
                    }
                });
            }
        });
    }

    /// Opens journal and store behind the keys. Whatever fails, the keys are wiped again.
    Outcome<Office> enter(OpenVault open, boolean rebuild, Watch progress) {
        return enter(open, StoreAhead.nothing(), rebuild, progress);
    }

    private Outcome<Office> enter(OpenVault open, StoreAhead ahead, boolean rebuild, Watch progress) {
        FileJournal journal = null;
        try {
            var keys = open.keys();
            var key = keys.store();
            var db = new StoreFolder(open.folder().db(), key, keys.seal(), ahead);
            Arrays.fill(key, (byte) 0);
            var known = new ArrayList<>(HeadFile.read(open));
            boolean anchored = !known.isEmpty();
            known.addAll(Snapshots.known(open));
            db.knowledge().forEach(k -> known.add(new Expected(k.position(), k.hash(), k.by())));
            journal = FileJournal.open(folder(open), surroundings.limits(), known);
            // before the first act of a vault there may be no anchor yet
            if (!anchored && !journal.lastStamp().equals(Stamp.ZERO)) return giveUp(open, journal, new Problem.Damaged(
                    "The file head of the vault is missing; restore the vault from a backup."));
            return desks(open, journal, db, rebuild, progress);
        } catch (JournalFault fault) {
            return giveUp(open, journal, problem(fault));
        } catch (StoreFault fault) {
            return giveUp(open, journal, new Problem.NotNow(fault.sentence()));
        } catch (Unreadable damaged) {
            return giveUp(open, journal, new Problem.Damaged(
                    "The file head of the vault is damaged or not genuine; restore the vault from a backup."));
        } catch (IOException | UncheckedIOException failed) {
            return giveUp(open, journal, new Problem.NotNow("The disk of the vault reports a fault; nothing was opened."));
        } catch (RuntimeException | Error ours) {
            giveUp(open, journal, new Problem.NotNow(""));
            throw ours;
        }
    }

    private static Problem problem(JournalFault fault) {
        return switch (fault.trouble()) {
            case DAMAGED, CUT -> new Problem.Damaged(fault.sentence());
            case FULL, UNWRITABLE, ERASED -> new Problem.NotNow(fault.sentence());
        };
    }

    private Outcome<Office> desks(OpenVault open, FileJournal journal, StoreFolder folder, boolean rebuild, Watch progress)
            throws IOException {
        long total = journal.head();
        var stopped = new boolean[1];
        LongConsumer told = at -> stopped[0] |= !progress.goOn(at, total);
        var store = rebuild
                ? folder.rebuild(journal, told, () -> stopped[0])
                : folder.openOrRebuild(journal, told, () -> stopped[0]);
        if (store.isEmpty())
            return giveUp(open, journal, new Problem.NotNow("Opening the vault was stopped."));
        try {
            return Outcome.done(Office.open(this, open, journal, store.get(), surroundings));
        } catch (IOException | RuntimeException | Error failed) {
            store.get().store().close();
            throw failed;
        }
    }

    private static Outcome<Office> giveUp(OpenVault open, @Nullable Journal journal, Problem problem) {
        try (open) {
            if (journal != null) journal.close();
        }
        return Outcome.refused(problem);
    }

    static JournalFolder folder(OpenVault open) {
        return new JournalFolder(
                open.means().disk(), open.folder().journal(), open.id(), segment -> open.keys().journalSegment(segment));
    }

    /// Gives the vault's lock back.
    @Override
    public void close() {
        vault.close();
    }
}
