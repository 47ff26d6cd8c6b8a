package fourfold.journal;

import fourfold.core.sync.Journal.Reader;
import fourfold.core.sync.Journal.Spot;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.Stamp;
import fourfold.vault.Disk.Access;
import fourfold.vault.Disk.OpenFile;
import fourfold.vault.Unreadable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads everything of a damaged journal that still verifies, and lists what does not, so that nothing is missing
/// silently. It writes nothing. Files under each other's names are put in order, and what is there twice is told once.
public final class Salvage {

    private final JournalFolder folder;
    private final List<Expected> known;
    private final List<Salvaged.Place> places = new ArrayList<>();
    private final List<Salvaged.Missing> missing = new ArrayList<>();
    private final Numbers numbers = new Numbers();
    private final Map<UUID, Integer> open = new HashMap<>();
    private final Set<UUID> taking = new HashSet<>();
    private final Set<UUID> partial = new HashSet<>();
    private Stamp stamp = Stamp.ZERO;
    private long last;
    private int waiting;

    /// A file of the folder and the segment that it really is.
    private record Source(String name, int number, @Nullable SegmentHeader header) {}

    /// @param known what store, seal, snapshots and signed heads know of the journal
    public Salvage(JournalFolder folder, List<Expected> known) {
        this.folder = folder;
        this.known = known;
    }

    /// Tells the reader everything that verifies, in order, acts without an end included; [Salvaged#partial] names them.
    ///
    /// @throws JournalFault when a file cannot be read at all
    public Salvaged read(Reader reader) {
        try {
            for (var source : sources()) segment(source, reader);
        } catch (IOException failed) {
            throw Faults.io(folder, 1, failed);
        }
        long newest = known.stream().mapToLong(Expected::position).max().orElse(0);
        if (newest > last) missing.add(new Salvaged.Missing(last + 1, newest, stamp, Stamp.ZERO));
        partial.addAll(open.keySet());
        partial.addAll(taking);
        return new Salvaged(List.copyOf(places), List.copyOf(missing), missing.isEmpty() ? List.of() : numbers.missing(), Set.copyOf(partial));
    }

    private List<Source> sources() throws IOException {
        var sources = new ArrayList<Source>();
        int next = 1;
        for (int named : folder.numbers()) {
            for (; next < named; next++) places.add(new Salvaged.Place(Faults.name(next), 0, 0));
            next = named + 1;
            try (var file = folder.open(named, Access.READ)) {
                sources.add(source(file, named));
            }
        }
        sources.sort((one, other) -> Integer.compare(one.number(), other.number()));
        return sources;
    }

    private Source source(OpenFile file, int named) throws IOException {
        var name = Faults.name(named);
        int claimed = file.size() < 36 ? named : ByteBuffer.wrap(file.read(32, 4)).getInt();
        var candidates = claimed > 0 && claimed != named ? List.of(named, claimed) : List.of(named);
        for (int number : candidates) {
            var header = header(file, number);
            if (header != null) return new Source(name, number, header);
        }
        for (int number : candidates) {
            var pieces = new Pieces(file, folder.cipher(number), file.size());
            if (pieces.find(0, 0) < file.size()) return new Source(name, number, null);
        }
        return new Source(name, named, null);
    }

    private @Nullable SegmentHeader header(OpenFile file, int number) throws IOException {
        try {
            return folder.header(number, file, folder.cipher(number));
        } catch (JournalFault | Unreadable | EOFException damaged) {
            return null;
        }
    }

    private void segment(Source source, Reader reader) throws IOException {
        try (var file = folder.disk().open(folder.path().resolve(source.name()), Access.READ)) {
            long size = file.size();
            var header = source.header();
            long from = header == null ? 0 : header.length();
            long before = header == null ? last : header.first() - 1;
            var chain = header == null ? new byte[Frame.HASH] : header.chain();
            if (header != null) numbers.know(header.highest());
            var told = new Told(reader);
            new Pieces(file, folder.cipher(source.number()), size).read(from, before, chain, new Pieces.Sink() {
                @Override
                public void frame(Frame frame) {
                    take(frame, source.number(), told);
                }

                @Override
                public void gap(long start, long end, long first, long next) {
                    places.add(new Salvaged.Place(source.name(), start, end));
                }
            });
        }
    }

    private void take(Frame frame, int segment, Told told) {
        if (frame.position() <= last) return;
        if (frame.kind() == Frame.Kind.TAKEN_IN) taking.remove(frame.batch());
        else if (frame.isTaken()) taking.add(frame.batch());
        if (frame.position() > last + 1)
            missing.add(new Salvaged.Missing(last + 1, frame.position() - 1, stamp, Stamp.ZERO));
        last = frame.position();
        switch (frame.kind()) {
            case ENTRY, TAKEN_ENTRY -> {
                var entry = Erasure.entry(
                        frame, new Spot(frame.position(), segment, frame.at()));
                numbers.meet(entry.id());
                open.merge(frame.act(), 1, Integer::sum);
                // when people elsewhere did something says nothing of when it was written here
                if (!frame.isTaken()) newest(entry.at());
            }
            case TOMBSTONE, TAKEN_TOMBSTONE -> {
                numbers.meet(Tombstone.of(frame.body()).entry());
                open.merge(frame.act(), 1, Integer::sum);
            }
            case WITHHELD -> open.merge(frame.act(), 1, Integer::sum);
            case ACT_END, TAKEN_END -> {
                var entries = open.remove(frame.act());
                var close = ActClose.of(frame.body());
                if (entries == null || close.count() != entries) partial.add(frame.act());
                numbers.know(close.highest());
            }
            case AUDIT, TAKEN_IN -> {}
        }
        told.frame(segment, frame);
    }

    /// The missing positions that had no entry after them yet have one now.
    private void newest(Stamp at) {
        for (; waiting < missing.size(); waiting++) {
            var gap = missing.get(waiting);
            missing.set(waiting, new Salvaged.Missing(gap.first(), gap.last(), gap.after(), at));
        }
        stamp = Tip.later(stamp, at);
    }
}
