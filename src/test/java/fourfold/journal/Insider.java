package fourfold.journal;

import fourfold.vault.Disk;
import fourfold.vault.Disk.Access;
import fourfold.vault.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Somebody who has the keys of a journal and rewrites what it says of them: an event of the audit is deleted, altered, moved
/// or cut away with all that follows, and every frame from there on is sealed and chained anew, so that the journal itself
/// verifies as if it had never been otherwise.
public final class Insider {

    /// What becomes of an event.
    public enum Deed {
        DELETE,
        ALTER,
        REORDER,
        CUT
    }

    private final JournalFolder folder;

    private Insider(JournalFolder folder) {
        this.folder = folder;
    }

    /// The journal of an invented vault on a disk.
    public static JournalFolder folder(Disk disk, long vault) {
        return Vaults.folder(disk, Path.of("/vault/journal"), vault);
    }

    /// Rewrites the journal, which is of one segment and not open.
    ///
    /// @param until the position that the rewritten event stands before, or on
    /// @return where the first change is
    public static long rewrite(SimulatedDisk disk, long vault, Deed deed, long until, Random random) throws IOException {
        var insider = new Insider(folder(disk, vault));
        return insider.rewrite(deed, until, random);
    }

    private long rewrite(Deed deed, long until, Random random) throws IOException {
        var frames = new ArrayList<Frame>();
        SegmentHeader header;
        try (var file = folder.open(1, Access.READ)) {
            var cipher = folder.cipher(1);
            header = folder.header(1, file, cipher);
            var walk = Walk.over(file, cipher, header, file.size());
            for (var frame = walk.next(); frame != null; frame = walk.next()) frames.add(frame);
        }
        var events = IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).kind() == Frame.Kind.AUDIT && frames.get(i).position() <= until)
                .boxed()
                .toList();
        int at = events.get(random.nextInt(events.size()));
        switch (deed) {
            case DELETE -> frames.remove(at);
            case ALTER -> frames.set(at, altered(frames.get(at)));
            case REORDER -> {
                int other = events.get((events.indexOf(at) + 1) % events.size());
                var moved = frames.get(at);
                frames.set(at, frames.get(other));
                frames.set(other, moved);
                at = Math.min(at, other);
            }
            case CUT -> frames.subList(at, frames.size()).clear();
        }
        write(header, frames, at);
        return at + 1L;
    }

    /// Another person did it, by a letter or a digit.
    private static Frame altered(Frame frame) {
        var body = frame.body().clone();
        int at = new String(body, StandardCharsets.US_ASCII).indexOf("\"user\":\"") + 8;
        body[at] = (byte) (body[at] == 'Z' ? 'Y' : 'Z');
        return new Frame(frame.at(), frame.length(), frame.position(), frame.label(), body, frame.chain());
    }

    /// Frames before the change stay as they are; what follows is sealed anew.
    private void write(SegmentHeader header, List<Frame> frames, int from) throws IOException {
        var cipher = folder.cipher(1);
        try (var file = folder.open(1, Access.WRITE)) {
            long end = from == 0 ? header.length() : frames.get(from - 1).at() + frames.get(from - 1).length();
            byte[] chain = from == 0 ? header.chain() : frames.get(from - 1).chain();
            file.truncate(end);
            for (int i = from; i < frames.size(); i++) {
                var frame = frames.get(i);
                var out = new byte[Frame.length(frame.label(), frame.body().length)];
                chain = cipher.seal(out, 0, i + 1L, chain, frame.label(), frame.body());
                file.write(end, ByteBuffer.wrap(out));
                end += out.length;
            }
            file.force();
        }
    }
}
