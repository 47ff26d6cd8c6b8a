package fourfold.journal;

import fourfold.core.sync.JournalFault;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.vault.Disk.Access;
import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// What is checked when a journal is opened: every header, the whole of the open segment, and what others know of it.
/// Only an act or a taking-in without its end is cut away, after it was copied aside.
final class Opening {

    private final JournalFolder folder;
    private final List<Expected> expected;

    Opening(JournalFolder folder, List<Expected> expected) {
        this.folder = folder;
        this.expected = expected;
    }

    /// Checks, and cuts what may be cut.
    ///
    /// @return where the journal ends
    Tip check() throws IOException {
        var numbers = folder.numbers();
        if (numbers.isEmpty()) throw Faults.cut("its files are missing");
        folder.removeFresh();
        new Erasure(folder).finish();
        var last = headers(numbers);
        try (var file = folder.open(last.segment(), Access.WRITE)) {
            return openSegment(file, last);
        }
    }

    private SegmentHeader headers(List<Integer> numbers) throws IOException {
        var before = new SegmentHeader(folder.vault(), 0, 1, folder.genesis(), 0, Versions.NONE, Stamp.ZERO, 0);
        long size = 0;
        for (int number : numbers) {
            if (number != before.segment() + 1)
                throw Faults.header(before.segment() + 1, "is missing");
            try (var file = folder.open(number, Access.READ)) {
                var header = folder.header(number, file, folder.cipher(number));
                if (header.before() != size)
                    throw Faults.header(before.segment(), "has " + size + " bytes instead of " + header.before());
                boolean follows = header.first() >= before.first()
                        && (number > 1 || (header.first() == 1 && Arrays.equals(header.chain(), before.chain())));
                if (!follows) throw Faults.header(number, "does not continue the file before it");
                before = header;
                size = file.size();
            }
        }
        return before;
    }

    private Tip openSegment(OpenFile file, SegmentHeader header) throws IOException {
        long size = file.size();
        var cipher = folder.cipher(header.segment());
        var walk = Walk.over(file, cipher, header, size);
        var tip = wholeActs(walk, header);
        boolean isTail = tip.end() < size;
        if (isTail && walk.isLeft()) requireUnfinished(new Pieces(file, cipher, size), walk, header.segment());
        for (var known : expected) {
            if (isTail && known.position() > tip.position())
                throw Faults.damaged(header.segment(), walk.at(), walk.position() + 1);
            new Reading(folder, tip).require(known);
        }
        if (isTail) cutAside(file, tip, size);
        return tip;
    }

    /// Where the last whole act, taking-in or audit event of the segment ends.
    private static Tip wholeActs(Walk walk, SegmentHeader header) throws IOException {
        var acts = new ActCheck();
        var tip = header.tip();
        for (var frame = walk.next(); frame != null; frame = walk.next()) {
            try {
                var whole = acts.take(frame);
                if (whole != null) tip = after(tip, frame, whole);
            } catch (IllegalArgumentException noAct) {
                throw Faults.damaged(header.segment(), frame.at(), frame.position());
            }
        }
        return tip;
    }

    private static Tip after(Tip tip, Frame frame, ActCheck.Whole whole) {
        return new Tip(
                frame.position(),
                frame.chain(),
                tip.segment(),
                frame.at() + frame.length(),
                Tip.highest(tip.highest(), whole.highest()),
                Tip.later(tip.stamp(), whole.stamp()));
    }

    /// A frame that does not verify is the end of what was never forced, unless something readable comes after it. Even
    /// then it may be: the disk writes in any order, so that the end of an act can be there and its middle not. Such a
    /// place has a sector of zeros, and nothing but that one act or taking-in comes after it. Anything else is damage.
    private void requireUnfinished(Pieces pieces, Walk stopped, int segment) throws IOException {
        var after = new HashSet<UUID>();
        var alarm = Faults.damaged(segment, stopped.at(), stopped.position() + 1);
        pieces.read(stopped.at(), stopped.position(), stopped.chain(), new Pieces.Sink() {
            @Override
            public void frame(Frame frame) {
                after.add(frame.batch());
            }

            @Override
            public void gap(long from, long to, long first, long next) throws IOException {
                if (next > 0 && !pieces.hasHole(from, to)) throw alarm;
            }
        });
        if (after.size() > 1) throw alarm;
    }

    private void cutAside(OpenFile file, Tip tip, long size) throws IOException {
        var disk = folder.disk();
        disk.makeFolder(folder.aside());
        var name = Faults.name(tip.segment()) + "-" + tip.end();
        int copy = 1;
        while (disk.exists(folder.aside().resolve(name + "-" + copy))) copy++;
        var aside = folder.aside().resolve(name + "-" + copy);
        try (var out = disk.open(aside, Access.CREATE)) {
            int piece = 1 << 20;
            for (long at = tip.end(); at < size; at += piece)
                out.append(file.read(at, (int) Math.min(piece, size - at)));
            out.force();
        }
        disk.forceFolder(folder.aside());
        file.truncate(tip.end());
        file.force();
    }

    /// What a sentence calls a position that something else knows.
    static JournalFault lacks(Expected known, long head) {
        return Faults.cut(known.by() + " knows of position " + known.position() + ", and it ends at " + head);
    }

    static JournalFault differs(Expected known) {
        return Faults.cut("at position " + known.position() + " it is not what " + known.by() + " knows");
    }

    static boolean same(String hash, byte[] chain) {
        return HexFormat.of().formatHex(chain).equals(hash);
    }
}
