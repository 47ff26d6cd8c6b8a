package fourfold.packet;

import fourfold.packet.PacketFlaw.Refusal;
import fourfold.vault.Staged;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The ZIP archive inside a package, read with nothing taken on trust.
///
/// A ZIP file says everything twice: before each file and in the directory at its end. Tools that believe one and tools
/// that believe the other see different archives. Here both have to agree, files have to follow one another without a
/// byte between, from the first byte to the directory, and the directory has to end the file. Only stored and deflated
/// files without encryption, extra fields, comments or ZIP64 are known; the limits of a package need nothing more.
///
/// Names are compared with the list of those allowed before anything is unpacked, and are never made into paths.
final class Zip {

    private static final int END = 22;
    private static final int DIRECTORY_RECORD = 46;
    private static final int LOCAL_RECORD = 30;
    private static final int DESCRIPTOR = 16;
    private static final int LONGEST_NAME = 120;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int UTF_8 = 1 << 11;

    private final Staged archive;
    private final Deadline deadline;
    private final LinkedHashMap<String, Item> items;

    /// One file in the archive.
    ///
    /// @param from the first byte of its compressed content
    private record Item(String name, int method, int flags, long crc, long packed, long unpacked, long header, long from) {

        long end() {
            return from + packed + ((flags & SIZES_FOLLOW) != 0 ? DESCRIPTOR : 0);
        }
    }

    /// Takes what is unpacked, piece by piece.
    interface Sink {
        void take(byte[] bytes, int from, int length) throws IOException, Refusal;
    }

    private Zip(Staged archive, Deadline deadline, LinkedHashMap<String, Item> items) {
        this.archive = archive;
        this.deadline = deadline;
        this.items = items;
    }

    /// Opens the archive and checks its structure and names; nothing is unpacked.
    static Zip open(Staged archive, Deadline deadline) throws IOException, Refusal {
        if (archive.size() < END) throw PacketFlaw.NOT_ZIP.with();
        // receipts and publications are sealed like packages, and easily taken for one
        if (bytes(archive, 0, 1).get() == '{') throw PacketFlaw.OTHER_MESSAGE.with();
        var end = bytes(archive, archive.size() - END, END);
        if (end.getInt() != 0x06054b50) throw endless(archive);
        end.position(10);
        int count = end.getShort() & 0xFFFF;
        long directorySize = end.getInt() & 0xFFFFFFFFL;
        long directory = end.getInt() & 0xFFFFFFFFL;
        if (count > PacketFormat.MOST_NAMES) throw PacketFlaw.TOO_MANY_NAMES.with();
        if (end.getShort() != 0) throw PacketFlaw.JUNK.with();
        if (end.getInt(4) != 0 || (end.getShort(8) & 0xFFFF) != count) throw PacketFlaw.ZIP_TRICKS.with();
        if (directory + directorySize + END != archive.size()) throw PacketFlaw.JUNK.with();
        var zip = new Zip(archive, deadline, new LinkedHashMap<>());
        zip.directory(directory, directorySize, count);
        zip.checkNames();
        return zip;
    }

    /// The end is not where it has to be: after it comes something else, or there is none.
    private static Refusal endless(Staged archive) throws IOException, Refusal {
        int length = (int) Math.min(archive.size(), 70_000);
        var tail = bytes(archive, archive.size() - length, length);
        for (int i = length - END; i >= 0; i--) if (tail.getInt(i) == 0x06054b50) return PacketFlaw.JUNK.with();
        return PacketFlaw.NOT_ZIP.with();
    }

    private void directory(long start, long size, int count) throws IOException, Refusal {
        if (size > (long) count * (DIRECTORY_RECORD + LONGEST_NAME)) throw PacketFlaw.ZIP_TRICKS.with();
        var records = bytes(archive, start, Math.toIntExact(size));
        long next = 0;
        for (int i = 0; i < count; i++) {
            if (records.remaining() < DIRECTORY_RECORD) throw PacketFlaw.ZIP_TRICKS.with();
            var item = record(records);
            if (item.header != next) throw next == 0 ? PacketFlaw.JUNK.with() : PacketFlaw.ZIP_TRICKS.with();
            if (item.end() > start) throw PacketFlaw.ZIP_TRICKS.with();
            checkLocal(item);
            if (items.put(item.name, item) != null) throw PacketFlaw.DUPLICATE_NAME.with(item.name);
            next = item.end();
        }
        if (records.hasRemaining() || next != start) throw PacketFlaw.ZIP_TRICKS.with();
    }

    private Item record(ByteBuffer records) throws IOException, Refusal {
        int at = records.position();
        if (records.getInt(at) != 0x02014b50) throw PacketFlaw.ZIP_TRICKS.with();
        int flags = records.getShort(at + 8) & 0xFFFF;
        int method = records.getShort(at + 10) & 0xFFFF;
        int nameLength = records.getShort(at + 28) & 0xFFFF;
        boolean plain = (flags & ~(SIZES_FOLLOW | UTF_8)) == 0
                && (method == STORED || method == DEFLATED)
                && records.getInt(at + 30) == 0 // no extra field, no comment
                && records.getShort(at + 34) == 0; // no second disk
        if (!plain || records.remaining() < DIRECTORY_RECORD + nameLength) throw PacketFlaw.ZIP_TRICKS.with();
        records.position(at + DIRECTORY_RECORD);
        var name = name(records, nameLength);
        long header = records.getInt(at + 42) & 0xFFFFFFFFL;
        return new Item(
                name, method, flags,
                records.getInt(at + 16) & 0xFFFFFFFFL,
                records.getInt(at + 20) & 0xFFFFFFFFL,
                records.getInt(at + 24) & 0xFFFFFFFFL,
                header,
                header + LOCAL_RECORD + nameLength);
    }

    private static String name(ByteBuffer records, int length) throws Refusal {
        var slice = records.slice(records.position(), length);
        records.position(records.position() + length);
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
        } catch (CharacterCodingException wrong) {
            throw PacketFlaw.ZIP_TRICKS.with();
        }
        if (name.startsWith("/") || name.contains("\\") || name.contains("..") || name.contains(":") || name.isBlank())
            throw PacketFlaw.UNSAFE_NAME.with(name);
        if (length > LONGEST_NAME) throw PacketFlaw.EXTRA_NAME.with(name);
        return name;
    }

    private void checkLocal(Item item) throws IOException, Refusal {
        var encoded = item.name.getBytes(StandardCharsets.UTF_8);
        var local = bytes(archive, item.header, LOCAL_RECORD + encoded.length);
        boolean later = (item.flags & SIZES_FOLLOW) != 0;
        boolean same = local.getInt(0) == 0x04034b50
                && (local.getShort(6) & 0xFFFF) == item.flags
                && (local.getShort(8) & 0xFFFF) == item.method
                && (local.getShort(26) & 0xFFFF) == encoded.length
                && local.getShort(28) == 0
                && local.slice(LOCAL_RECORD, encoded.length).equals(ByteBuffer.wrap(encoded));
        if (!same || !sizesAgree(item, local, later ? -1 : 14)) throw PacketFlaw.ZIP_TRICKS.with();
        if (!later) return;
        if (local.getInt(14) != 0 || local.getInt(18) != 0 || local.getInt(22) != 0) throw PacketFlaw.ZIP_TRICKS.with();
        var after = bytes(archive, item.from + item.packed, DESCRIPTOR);
        if (after.getInt(0) != 0x08074b50 || !sizesAgree(item, after, 4)) throw PacketFlaw.ZIP_TRICKS.with();
    }

    private static boolean sizesAgree(Item item, ByteBuffer record, int at) {
        if (at < 0) return true;
        return (record.getInt(at) & 0xFFFFFFFFL) == item.crc
                && (record.getInt(at + 4) & 0xFFFFFFFFL) == item.packed
                && (record.getInt(at + 8) & 0xFFFFFFFFL) == item.unpacked
                && (item.method != STORED || item.packed == item.unpacked);
    }

    private void checkNames() throws Refusal {
        for (var name : items.keySet()) if (!PacketFormat.mayHold(name)) throw PacketFlaw.EXTRA_NAME.with(name);
        for (var name : PacketFormat.NEEDED) if (!items.containsKey(name)) throw PacketFlaw.MISSING_NAME.with(name);
    }

    /// The names in it, in their order.
    Iterable<String> names() {
        return Collections.unmodifiableSet(items.keySet());
    }

    boolean holds(String name) {
        return items.containsKey(name);
    }

    /// What the directory says about lengths; refused when it already says too much.
    void checkStatedSizes() throws Refusal {
        long all = 0;
        for (var item : items.values()) {
            checkSize(item, item.unpacked);
            all += item.unpacked;
        }
        if (all > PacketFormat.LONGEST_CONTENT) throw PacketFlaw.CONTENT_TOO_LONG.with();
    }

    private static void checkSize(Item item, long size) throws Refusal {
        if (size > PacketFormat.longest(item.name)) {
            throw item.name.equals(PacketFormat.MANIFEST)
                    ? PacketFlaw.MANIFEST_TOO_LONG.with()
                    : PacketFlaw.TOO_LONG.with(item.name);
        }
        if (size > PacketFormat.SMALL && size > item.packed * PacketFormat.STEEPEST_RATIO)
            throw PacketFlaw.BOMB.with(item.name);
    }

    /// A small file, whole.
    byte[] read(String name) throws IOException, Refusal {
        var out = new ByteArrayOutputStream();
        unpack(name, out::write);
        return out.toByteArray();
    }

    /// Unpacks a file, counting the real bytes: more than stated, more than allowed, or with another checksum is refused.
    void unpack(String name, Sink out) throws IOException, Refusal {
        var item = items.get(name);
        if (item == null) throw PacketFlaw.MISSING_NAME.with(name);
        checkSize(item, item.unpacked);
        var crc = new CRC32();
        long count = item.method == STORED ? copy(item, crc, out) : inflate(item, crc, out);
        if (count != item.unpacked || crc.getValue() != item.crc) throw PacketFlaw.ZIP_DAMAGED.with(name);
    }

    private long copy(Item item, CRC32 crc, Sink out) throws IOException, Refusal {
        var buffer = new byte[1 << 16];
        long done = 0;
        while (done < item.packed) {
            deadline.check();
            int length = (int) Math.min(buffer.length, item.packed - done);
            fill(archive, item.from + done, ByteBuffer.wrap(buffer, 0, length));
            crc.update(buffer, 0, length);
            out.take(buffer, 0, length);
            done += length;
        }
        return done;
    }

    private long inflate(Item item, CRC32 crc, Sink out) throws IOException, Refusal {
        var packed = new byte[1 << 16];
        var unpacked = new byte[1 << 16];
        long taken = 0;
        long done = 0;
        try (var inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                deadline.check();
                if (inflater.needsInput()) {
                    int length = (int) Math.min(packed.length, item.packed - taken);
                    if (length == 0) throw PacketFlaw.ZIP_DAMAGED.with(item.name);
                    fill(archive, item.from + taken, ByteBuffer.wrap(packed, 0, length));
                    inflater.setInput(packed, 0, length);
                    taken += length;
                }
                int length = inflater.inflate(unpacked);
                if (length == 0 && inflater.needsDictionary()) throw PacketFlaw.ZIP_DAMAGED.with(item.name);
                done += length;
                if (done > item.unpacked) throw PacketFlaw.BOMB.with(item.name);
                crc.update(unpacked, 0, length);
                out.take(unpacked, 0, length);
            }
            if (inflater.getBytesRead() != item.packed) throw PacketFlaw.ZIP_DAMAGED.with(item.name);
            return done;
        } catch (DataFormatException broken) {
            throw PacketFlaw.ZIP_DAMAGED.with(item.name);
        }
    }

    /// The sizes of all files, by name, as unpacked.
    SortedMap<String, Long> sizes() {
        var sizes = new TreeMap<String, Long>();
        items.forEach((name, item) -> sizes.put(name, item.unpacked));
        return sizes;
    }

    private static ByteBuffer bytes(Staged archive, long at, int length) throws IOException, Refusal {
        if (at < 0 || at + length > archive.size()) throw PacketFlaw.ZIP_TRICKS.with();
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        fill(archive, at, buffer);
        return buffer.flip();
    }

    private static void fill(Staged archive, long at, ByteBuffer into) throws IOException {
        long next = at;
        while (into.hasRemaining()) {
            int count = archive.read(next, into);
            if (count < 0) throw new EOFException("the archive ends too early");
            next += count;
        }
    }
}
