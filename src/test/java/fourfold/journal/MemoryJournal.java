package fourfold.journal;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.JournalFault.Trouble;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A journal in memory, for tests that are about something else. It keeps the contract of the file journal
/// ([JournalContract]).
public final class MemoryJournal implements Journal {

    private interface Frame {
        void tell(Reader reader);
    }

    private final List<Frame> frames = new ArrayList<>();
    private final Map<Long, Entry> entries = new HashMap<>();
    private Versions highest = Versions.NONE;
    private Stamp stamp = Stamp.ZERO;
    private byte[] chain = new byte[32];
    private final List<byte[]> chains = new ArrayList<>();
    private boolean closed;

    @Override
    public synchronized List<Spot> append(Act act, Author author) {
        if (act.entries().isEmpty()) throw new IllegalArgumentException("an act without an entry");
        requireOpen();
        act.entries().forEach(entry -> entry.json().canonical());
        var spots = new ArrayList<Spot>();
        for (var entry : act.entries()) {
            var spot = next();
            spots.add(spot);
            entries.put(spot.position(), entry);
            highest = highest.with(entry.id());
            if (entry.at().compareTo(stamp) > 0) stamp = entry.at();
            add(entry.json(), reader -> reader.entry(new Recorded(spot, act.id(), entry)));
        }
        var end = new ActEnd(next(), act.id(), author, act.entries().size(), act.signature());
        add(Json.of(act.id().toString()), reader -> reader.actEnd(end));
        return spots;
    }

    @Override
    public synchronized TakenIn takeIn(UUID batch, SignedActs content, Instant now) {
        requireOpen();
        content.read(new Taking());
        var taking = new Taking();
        content.read(taking);
        if (taking.acts.isEmpty() || !taking.parts.isEmpty())
            throw new IllegalArgumentException("content that makes no whole acts");
        taking.acts.forEach(act -> takeIn(act, now));
        var end = new TakenIn(next(), batch, taking.acts.size(), taking.entries, taking.withheld);
        add(Json.of(batch.toString()), reader -> reader.takenIn(end));
        return end;
    }

    private void takeIn(Taken act, Instant now) {
        for (var part : act.parts()) {
            var spot = next();
            if (part.entry() == null) {
                add(Json.of(HexFormat.of().formatHex(part.digest())), reader -> reader.withheld(spot, part.digest()));
                continue;
            }
            var entry = part.entry();
            entries.put(spot.position(), entry);
            highest = highest.with(entry.id());
            if (entry.at().compareTo(stamp) > 0 && !entry.at().isSuspect(now)) stamp = entry.at();
            add(entry.json(), reader -> reader.entry(new Recorded(spot, act.id(), entry)));
        }
        var end = new ActEnd(next(), act.id(), act.author(), act.parts().size(), act.signature());
        add(Json.of(act.id().toString()), reader -> reader.actEnd(end));
    }

    private record Part(@Nullable Entry entry, byte[] digest) {}

    private record Taken(UUID id, Author author, byte[] signature, List<Part> parts) {}

    private static final class Taking implements SignedActs.Reader {
        private final List<Taken> acts = new ArrayList<>();
        private List<Part> parts = new ArrayList<>();
        private int entries;
        private int withheld;

        @Override
        public void entry(Entry entry) {
            entry.json().canonical();
            parts.add(new Part(entry, new byte[0]));
            entries++;
        }

        @Override
        public void withheld(byte[] digest) {
            parts.add(new Part(null, digest.clone()));
            withheld++;
        }

        @Override
        public void end(UUID act, Author author, int count, byte[] signature) {
            if (count == 0 || count != parts.size())
                throw new IllegalArgumentException("content that makes no whole acts");
            acts.add(new Taken(act, author, signature.clone(), parts));
            parts = new ArrayList<>();
        }
    }

    @Override
    public synchronized void log(List<Audit> events) {
        requireOpen();
        for (var event : events) {
            var logged = new Logged(next(), event);
            add(event.json(), reader -> reader.audit(logged));
        }
    }

    private Spot next() {
        return new Spot(frames.size() + 1L, 1, 1000L * frames.size());
    }

    private void add(Json content, Frame frame) {
        frames.add(frame);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(chain);
            sha.update(ByteBuffer.allocate(8).putLong(frames.size()).array());
            chain = sha.digest(content.canonical());
            chains.add(chain);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    private void requireOpen() {
        if (closed) throw new IllegalStateException("the journal is closed");
    }

    @Override
    public void read(long fromPosition, Reader reader) {
        List<Frame> now;
        synchronized (this) {
            int from = Math.clamp(fromPosition - 1, 0, frames.size());
            now = List.copyOf(frames.subList(from, frames.size()));
        }
        now.forEach(frame -> frame.tell(reader));
    }

    @Override
    public synchronized Entry entry(Spot spot) {
        var entry = entries.get(spot.position());
        if (entry == null) throw new JournalFault(Trouble.DAMAGED, "No entry at position " + spot.position() + ".");
        return entry;
    }

    @Override
    public synchronized long head() {
        return frames.size();
    }

    @Override
    public synchronized String headHash() {
        return HexFormat.of().formatHex(chain);
    }

    @Override
    public synchronized String hashAt(long position) {
        return HexFormat.of().formatHex(chains.get(Math.toIntExact(position - 1)));
    }

    @Override
    public synchronized long lastSeq(Replica replica) {
        return highest.cover(new EntryId(replica, 1)) ? highest.highest().get(replica) : 0;
    }

    @Override
    public synchronized Stamp lastStamp() {
        return stamp;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
