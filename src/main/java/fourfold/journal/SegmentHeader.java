package fourfold.journal;

import fourfold.core.kernel.Json;
import fourfold.core.sync.JournalFault;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.vault.Disk.OpenFile;
import fourfold.vault.StrictJson;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/// The beginning of a segment.
///
/// @param first the position of its first frame
/// @param chain the chain value before that frame
/// @param before how many bytes the segment before has, 0 for the first
/// @param highest for each replica the highest entry number in the segments before
/// @param stamp the newest in the segments before
/// @param length how many bytes the header takes
record SegmentHeader(
        UUID vault,
        int segment,
        long first,
        byte[] chain,
        long before,
        Versions highest,
        Stamp stamp,
        int length) {

    static final int VERSION = 1;
    private static final byte[] MAGIC = "FOURFJNL".getBytes(StandardCharsets.US_ASCII);
    private static final int CLEAR = 76;
    private static final int LONGEST = 1 << 20;

    /// The header of the segment that follows there.
    static SegmentHeader after(UUID vault, Tip tip) {
        return new SegmentHeader(
                vault, tip.segment() + 1, tip.position() + 1, tip.chain(), tip.end(), tip.highest(), tip.stamp(), 0);
    }

    /// Where a segment stands that has nothing but this header.
    Tip tip() {
        return new Tip(first - 1, chain, segment, length, highest, stamp);
    }

    byte[] bytes(FrameCipher cipher) {
        var plain = Json.of(Map.of(
                        "before", Json.of(before), "highest", highest.json(), "stamp", ActClose.stamp(stamp)))
                .canonical();
        int total = CLEAR + Frame.NONCE + plain.length + Frame.TAG;
        var bytes = ByteBuffer.allocate(total)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(total)
                .putLong(vault.getMostSignificantBits())
                .putLong(vault.getLeastSignificantBits())
                .putInt(segment)
                .putLong(first)
                .put(chain);
        var aad = Arrays.copyOf(bytes.array(), CLEAR);
        return bytes.put(cipher.seal(aad, plain)).array();
    }

    /// Reads and verifies the header of a segment.
    ///
    /// @throws JournalFault when it is damaged, of another vault or segment, or of a newer version
    static SegmentHeader read(OpenFile file, FrameCipher cipher, UUID vault, int segment) throws IOException {
        try {
            var clear = file.read(0, CLEAR);
            var fields = ByteBuffer.wrap(clear);
            int total = length(fields, segment);
            var id = new UUID(fields.getLong(16), fields.getLong(24));
            if (!id.equals(vault)) throw Faults.header(segment, "belongs to another vault");
            if (fields.getInt(32) != segment)
                throw Faults.header(segment, "is another file of this journal under its name");
            var plain = cipher.open(file.read(0, total), 0, CLEAR, total);
            if (plain == null) throw Faults.header(segment, "does not verify from its first bytes on");
            var json = StrictJson.read(plain).members();
            return new SegmentHeader(
                    id,
                    segment,
                    fields.getLong(36),
                    Arrays.copyOfRange(clear, 44, CLEAR),
                    json.get("before").whole(),
                    Versions.of(json.get("highest")),
                    ActClose.stamp(json.get("stamp")),
                    total);
        } catch (EOFException tooShort) {
            throw Faults.header(segment, "ends within its first bytes");
        }
    }

    private static int length(ByteBuffer clear, int segment) {
        if (!Arrays.equals(clear.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw Faults.header(segment, "is not a journal file");
        int version = clear.getInt(8);
        if (version > VERSION)
            throw new JournalFault(
                    JournalFault.Trouble.UNWRITABLE,
                    "The journal was written by a newer version of the program: file " + Faults.name(segment)
                            + " has format " + version + ".");
        int total = clear.getInt(12);
        if (version < 1 || total < CLEAR + Frame.NONCE + Frame.TAG || total > LONGEST)
            throw Faults.header(segment, "does not verify from its first bytes on");
        return total;
    }
}
