package fourfold.journal;

import fourfold.vault.Disk.Access;
import java.io.IOException;
import java.util.Arrays;

/// Reads the verified frames of all segments up to a place.
final class Reading {

    /// What is told of each frame.
    interface Sink {
        /// @return false to stop
        boolean frame(int segment, Frame frame);
    }

    private final JournalFolder folder;
    private final Tip tip;

    Reading(JournalFolder folder, Tip upTo) {
        this.folder = folder;
        this.tip = upTo;
    }

    /// Reads from a position on.
    void each(long from, Sink sink) throws IOException {
        long next = 0;
        byte[] chain = tip.chain();
        for (int number = segmentOf(from); number <= tip.segment(); number++) {
            try (var file = folder.open(number, Access.READ)) {
                var cipher = folder.cipher(number);
                var header = folder.header(number, file, cipher);
                if (next > 0 && (header.first() != next || !Arrays.equals(header.chain(), chain)))
                    throw Faults.header(number, "does not continue the file before it");
                var walk = Walk.over(file, cipher, header, number < tip.segment() ? file.size() : tip.end());
                if (!through(walk, number, from, sink)) return;
                next = walk.position() + 1;
                chain = walk.chain();
            }
        }
        if (!Arrays.equals(chain, tip.chain())) throw Faults.damaged(tip.segment(), tip.end(), tip.position());
    }

    private static boolean through(Walk walk, int number, long from, Sink sink) throws IOException {
        boolean skipping = true;
        while (skipping && walk.position() < from - 1) skipping = walk.skip();
        for (var frame = walk.next(); frame != null; frame = walk.next()) {
            if (!sink.frame(number, frame)) return false;
        }
        if (walk.isLeft()) throw Faults.damaged(number, walk.at(), walk.position() + 1);
        return true;
    }

    /// The segment that a position is in.
    private int segmentOf(long position) throws IOException {
        for (int number = tip.segment(); number > 1; number--) {
            try (var file = folder.open(number, Access.READ)) {
                if (folder.header(number, file, folder.cipher(number)).first() <= position) return number;
            }
        }
        return 1;
    }

    /// Checks that what something else knows of the journal is so.
    void require(Expected known) throws IOException {
        if (known.position() > tip.position()) throw Opening.lacks(known, tip.position());
        if (!known.hash().isEmpty() && !Opening.same(known.hash(), chainAt(known.position()))) throw Opening.differs(known);
    }

    /// The chain value after the frame at that position.
    byte[] chainAt(long position) throws IOException {
        if (position == tip.position()) return tip.chain();
        int number = segmentOf(position + 1);
        try (var file = folder.open(number, Access.READ)) {
            var cipher = folder.cipher(number);
            var header = folder.header(number, file, cipher);
            var walk = Walk.over(file, cipher, header, number < tip.segment() ? file.size() : tip.end());
            while (walk.position() < position) {
                if (!walk.skip()) throw Faults.damaged(number, walk.at(), walk.position() + 1);
            }
            return walk.chain();
        }
    }
}
