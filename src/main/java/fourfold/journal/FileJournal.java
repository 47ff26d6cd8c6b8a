package fourfold.journal;

import fourfold.core.audit.Audit;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.JournalFault.Trouble;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.journal.Frame.Kind;
import fourfold.vault.Disk.Access;
import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/// The journal in its folder. One program holds it at a time (the vault's lock sees to that); one thread at a time
/// writes, others may read beside it. No thread that is in here may be interrupted: its files would close.
public final class FileJournal implements Journal {

    /// What may still be logged in the space that the reserve gave back.
    private static final Set<Audit.Kind> WITHOUT_SPACE = EnumSet.of(
            Audit.Kind.CONSULTATION,
            Audit.Kind.SEARCH,
            Audit.Kind.UNLOCK,
            Audit.Kind.FAILED_UNLOCK,
            Audit.Kind.LOCK,
            Audit.Kind.REBUILD,
            Audit.Kind.HEAD);

    private final JournalFolder folder;
    private final Limits limits;
    private final Reserve reserve;
    private final ReentrantReadWriteLock content = new ReentrantReadWriteLock();
    private OpenFile file;
    private Appender appender;
    private volatile Tip tip;
    private boolean writing;
    private boolean lost;
    private boolean closed;
    private volatile String alarm = "";

    private interface Batch {
        Tip write(Appender to, Tip from) throws IOException;
    }

    private interface Question<T> {
        T ask(Tip upTo) throws IOException;
    }

    private FileJournal(JournalFolder folder, Limits limits, Tip tip) throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.tip = tip;
        reserve = new Reserve(folder, limits.reserve());
        file = folder.open(tip.segment(), Access.WRITE);
        appender = new Appender(file, folder.cipher(tip.segment()));
    }

    /// Begins the journal of a new vault.
    ///
    /// @throws JournalFault when the folder cannot be written, or has a journal
    public static FileJournal create(JournalFolder folder, Limits limits) {
        try {
            folder.disk().makeFolder(folder.path());
            if (!folder.numbers().isEmpty())
                throw new JournalFault(Trouble.UNWRITABLE, "There is a journal already in " + folder.path() + ".");
            var nothing = new Tip(0, folder.genesis(), 0, 0, Versions.NONE, Stamp.ZERO);
            return new FileJournal(folder, limits, folder.begin(SegmentHeader.after(folder.vault(), nothing)));
        } catch (IOException failed) {
            throw Faults.io(folder, 1, failed);
        }
    }

    /// Opens a journal: checks its headers and the open segment, cuts away an act that never ended, and compares with
    /// what others know of it, before anything of it is shown.
    ///
    /// @param known what store, seal, snapshots and signed heads know of the journal
    /// @throws JournalFault when it is damaged, cut, of a newer version, or cannot be read
    public static FileJournal open(JournalFolder folder, Limits limits, List<Expected> known) {
        try {
            return new FileJournal(folder, limits, new Opening(folder, known).check());
        } catch (IOException failed) {
            throw Faults.io(folder, 1, failed);
        }
    }

    /// Checks that something else's knowledge of the journal is so.
    ///
    /// @throws JournalFault when the journal lacks it or has something else there
    public void requireAtLeast(Expected known) {
        try {
            new Reading(folder, tip).require(known);
        } catch (IOException failed) {
            throw Faults.io(folder, tip.segment(), failed);
        }
    }

    @Override
    public synchronized List<Spot> append(Act act, Author author) {
        if (act.entries().isEmpty()) throw new IllegalArgumentException("an act without an entry");
        requireSaving();
        var spots = new ArrayList<Spot>(act.entries().size());
        write((to, from) -> {
            var tally = new ActTally(at -> true);
            var label = Label.of(Kind.ENTRY, act.id());
            for (var entry : act.entries()) {
                var body = entry.json().canonical();
                tally.entry(entry, body);
                spots.add(new Spot(to.position() + 1, from.segment(), to.end()));
                to.add(label, body);
            }
            var close = tally.close(author, act.signature());
            to.add(Label.of(Kind.ACT_END, act.id()), close.body());
            return tip(to, from, from.highest().with(close.highest()), Tip.later(from.stamp(), close.stamp()));
        });
        return spots;
    }

    @Override
    public synchronized TakenIn takeIn(UUID batch, SignedActs content, Instant now) {
        requireUsable();
        var taking = new TakingIn(batch, content, now);
        requireSaving();
        write(taking::write);
        return taking.done();
    }

    @Override
    public synchronized void log(List<Audit> events) {
        if (events.isEmpty()) return;
        var batch = UUID.randomUUID();
        Batch frames = (to, from) -> {
            for (var event : events) to.add(Label.of(Kind.AUDIT, batch), event.json().canonical());
            return tip(to, from, from.highest(), from.stamp());
        };
        try {
            write(frames);
        } catch (JournalFault fault) {
            boolean may = events.stream().allMatch(event -> WITHOUT_SPACE.contains(event.kind()));
            if (fault.trouble() != Trouble.FULL || !may || !freeReserve()) throw fault;
            write(frames);
        }
    }

    private static Tip tip(Appender to, Tip from, Versions highest, Stamp stamp) {
        return new Tip(to.position(), to.chain(), from.segment(), to.end(), highest, stamp);
    }

    /// Writes and forces one batch; on failure everything is as it was before.
    private void write(Batch batch) {
        requireUsable();
        if (writing) throw new IllegalStateException("a writing within a writing");
        writing = true;
        try {
            if (tip.end() >= limits.segment()) nextSegment();
            appender.begin(tip);
            var next = batch.write(appender, tip);
            appender.force();
            tip = next;
        } catch (IOException failed) {
            takeBack(failed);
            throw Faults.io(folder, tip.segment(), failed);
        } catch (RuntimeException | Error ours) {
            takeBack(ours);
            throw ours;
        } finally {
            writing = false;
        }
    }

    private void nextSegment() throws IOException {
        var next = folder.begin(SegmentHeader.after(folder.vault(), tip));
        var opened = folder.open(next.segment(), Access.WRITE);
        var old = file;
        file = opened;
        appender = new Appender(opened, folder.cipher(next.segment()));
        tip = next;
        old.close();
    }

    /// Where even this fails nobody knows what the file has, so nothing more is written before the next start looked.
    private void takeBack(Throwable why) {
        try {
            if (file.size() > tip.end()) file.truncate(tip.end());
            file.force();
        } catch (IOException failed) {
            why.addSuppressed(failed);
            lost = true;
        }
    }

    private void requireUsable() {
        if (closed) throw new IllegalStateException("the journal is closed");
        if (lost)
            throw new JournalFault(
                    Trouble.UNWRITABLE,
                    "The journal file " + Faults.name(tip.segment()) + " in " + folder.path()
                            + " could not be written; start the program again.");
    }

    private void requireSaving() {
        if (!alarm.isEmpty()) throw new JournalFault(Trouble.DAMAGED, alarm);
        requireRoom();
    }

    /// Without the reserve a consultation might not be logged one day, so nothing is saved before it is there.
    private void requireRoom() {
        try {
            if (!reserve.make()) throw Faults.full();
        } catch (IOException failed) {
            throw Faults.io(folder, tip.segment(), failed);
        }
    }

    private boolean freeReserve() {
        try {
            return reserve.free();
        } catch (IOException failed) {
            throw Faults.io(folder, tip.segment(), failed);
        }
    }

    private void each(long from, Reading.Sink sink) {
        reading(upTo -> {
            new Reading(folder, upTo).each(from, sink);
            return upTo;
        });
    }

    /// Reads up to where the journal ends now, while nothing is erased.
    private <T> T reading(Question<T> question) {
        var upTo = tip;
        content.readLock().lock();
        try {
            return question.ask(upTo);
        } catch (IOException failed) {
            throw Faults.io(folder, upTo.segment(), failed);
        } finally {
            content.readLock().unlock();
        }
    }

    @Override
    public void read(long fromPosition, Reader reader) {
        each(fromPosition, new Told(reader)::frame);
    }

    @Override
    public void mentions(long fromPosition, Consumer<Mention> told) {
        each(fromPosition, new Mentions(told)::frame);
    }

    @Override
    public Entry entry(Spot spot) {
        return entries(List.of(spot)).getFirst();
    }

    /// What is read elsewhere meanwhile may wait for this, so it must not queue behind an erasure that waits for that.
    @Override
    public List<Entry> entries(List<Spot> spots) {
        if (!content.readLock().tryLock()) content.readLock().lock();
        try {
            return new Again(folder).entries(spots);
        } finally {
            content.readLock().unlock();
        }
    }

    /// Erases one entry: its content is overwritten in its file, the chain and its act's signature still verify.
    /// What snapshots, packages and the disk's own copies hold of it is not touched. Waits for readings to end, since it
    /// is the one thing that changes what was written.
    ///
    /// @throws JournalFault when the frame is damaged or could not be written
    public synchronized void erase(Spot spot) {
        requireUsable();
        if (content.getReadHoldCount() > 0) throw new IllegalStateException("an erasure within a reading");
        content.writeLock().lock();
        try {
            new Erasure(folder).erase(spot);
        } catch (IOException failed) {
            throw Faults.io(folder, spot.segment(), failed);
        } finally {
            content.writeLock().unlock();
        }
    }

    /// Checks every frame of every segment: tags, chain, and that the frames make whole acts.
    ///
    /// @return the positions checked: up to the head, or less when it was stopped
    /// @throws JournalFault when anything does not verify
    public long verify(Progress progress) {
        return reading(upTo -> new Verification(upTo, progress).run(new Reading(folder, upTo)));
    }

    /// Takes no more acts; what happens is logged all the same.
    ///
    /// @param why the sentence in which they are refused from now on; empty to take them again
    public void stopSaving(String why) {
        alarm = why;
    }

    /// How much room the disk of the journal has.
    ///
    /// @throws JournalFault when the disk does not say
    public Room room() {
        try {
            return Room.of(folder.disk().free(folder.path()));
        } catch (IOException failed) {
            throw Faults.io(folder, tip.segment(), failed);
        }
    }

    @Override
    public long head() {
        return tip.position();
    }

    @Override
    public String headHash() {
        return HexFormat.of().formatHex(tip.chain());
    }

    @Override
    public String hashAt(long position) {
        return reading(upTo -> HexFormat.of().formatHex(new Reading(folder, upTo).chainAt(position)));
    }

    @Override
    public long lastSeq(Replica replica) {
        return tip.highest().highest().getOrDefault(replica, 0L);
    }

    @Override
    public Stamp lastStamp() {
        return tip.stamp();
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        try {
            file.close();
        } catch (IOException failed) {
            throw Faults.io(folder, tip.segment(), failed);
        }
    }
}
