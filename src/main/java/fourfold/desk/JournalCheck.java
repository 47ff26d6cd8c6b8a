package fourfold.desk;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.JournalFault.Trouble;
import fourfold.journal.FileJournal;
import fourfold.vault.OpenVault;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The check of the journal from its first frame to its newest. Opening a vault reads the open segment only; the closed
/// ones are checked here, beside the work. A frame that does not verify stops all saving, and it stays stopped at later
/// starts, until a check finds the journal whole. When it was last checked is kept in the file `checked`, authenticated
/// with the vault's key; a file that is not genuine says nothing.
public final class JournalCheck {

    /// The longest rest in nanoseconds: whoever locks the vault waits for it.
    private static final long LONGEST_REST = 150_000_000;

    private static final Set<String> NAMES = Set.of("alarm", "at", "positions");

    private final FileJournal journal;
    private final OpenVault vault;
    private final Clock clock;
    private volatile Optional<Last> last = Optional.empty();
    private volatile boolean stopping;
    private boolean stopped;

    /// What the last whole check found.
    ///
    /// @param positions how many frames there were
    /// @param alarm why nothing is saved any more; empty where the journal was whole
    public record Last(Instant at, long positions, String alarm) {}

    JournalCheck(FileJournal journal, OpenVault vault, Clock clock) {
        this.journal = journal;
        this.vault = vault;
        this.clock = clock;
    }

    /// Reads what the last check found, and lets nothing be saved where that was damage.
    ///
    /// @throws IOException when the disk reports a fault
    void recall() throws IOException {
        try {
            last = SealedNote.read(vault, vault.folder().checked(), NAMES).map(said -> new Last(
                    Instant.ofEpochMilli(said.get("at").whole()), said.get("positions").whole(), said.get("alarm").text()));
        } catch (Unreadable notGenuine) {
            last = Optional.empty();
        }
        journal.stopSaving(alarm());
    }

    /// What the last check found; empty where there was none.
    public Optional<Last> last() {
        return last;
    }

    /// Why nothing is saved any more; empty while it is.
    String alarm() {
        return last.map(Last::alarm).orElse("");
    }

    /// Checks everything beside the work, on a thread of its own; locking stops it.
    ///
    /// @param inUse whether somebody is using the program now: then it takes a twentieth of a processor, otherwise a third
    /// @throws JournalFault when a frame does not verify; from then on nothing is saved
    public void run(BooleanSupplier inUse) {
        try {
            frames(atRest(inUse));
        } catch (JournalFault fault) {
            if (fault.trouble() != Trouble.DAMAGED) throw fault;
            throw new JournalFault(Trouble.DAMAGED, alarm(), fault);
        }
    }

    /// Lets the check rest longer than it works, so that the screens have the processor.
    private static Watch atRest(BooleanSupplier inUse) {
        return new Watch() {
            private long since = System.nanoTime();

            @Override
            public boolean goOn(long done, long total) {
                long worked = System.nanoTime() - since;
                if (done < total) LockSupport.parkNanos(rest(worked, inUse.getAsBoolean()));
                since = System.nanoTime();
                return true;
            }
        };
    }

    /// How many nanoseconds to rest after that many of work.
    static long rest(long worked, boolean inUse) {
        return Math.min((inUse ? 20 : 2) * worked, LONGEST_REST);
    }

    /// Checks every frame, the chain, and that acts are whole.
    ///
    /// @return whether it came to the end
    /// @throws JournalFault when anything does not verify
    synchronized boolean frames(Watch progress) {
        try {
            if (stopped) return false;
            var halted = new boolean[1];
            long positions = journal.verify((at, of) -> {
                halted[0] = stopping || !progress.goOn(at, of);
                return !halted[0];
            });
            if (halted[0]) return false;
            found(new Last(clock.instant(), positions, ""));
            return true;
        } catch (JournalFault fault) {
            if (fault.trouble() == Trouble.DAMAGED) found(new Last(clock.instant(), 0, alarmOf(fault)));
            throw fault;
        }
    }

    private static String alarmOf(JournalFault fault) {
        return fault.sentence().replaceFirst("\\.$", "") + "; nothing more is saved until the vault is restored from a backup.";
    }

    private void found(Last found) {
        journal.stopSaving(found.alarm());
        last = Optional.of(found);
        SealedNote.write(vault, vault.folder().checked(), Map.of(
                "alarm", Json.of(found.alarm()),
                "at", Json.of(found.at().toEpochMilli()),
                "positions", Json.of(found.positions())));
    }

    /// Ends a check that is running, and waits until it has let go of the keys.
    void stop() {
        stopping = true;
        synchronized (this) {
            stopped = true;
        }
    }
}
