package fourfold.packet;

import fourfold.packet.PacketFlaw.Refusal;
import fourfold.vault.Disk;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;

/// The outermost shape of a package, seen without any key: OpenPGP packets (RFC 4880, section 4.2), first one session key
/// for each recipient, then one integrity-protected encrypted packet of version 1, then the end of the file. The library
/// that decrypts would pass over whatever follows.
final class OuterFrame {

    private static final int SESSION_KEY = 1;
    private static final int PROTECTED = 18;
    private static final int MOST_RECIPIENTS = 64;
    private static final int LONGEST_KEY = 2048;

    private final Disk.OpenFile file;
    private final String name;
    private long at;

    private OuterFrame(Disk.OpenFile file, String name) {
        this.file = file;
        this.name = name;
    }

    /// Checks the whole file.
    ///
    /// @return the hash of the session keys in front, as [#keys]
    static String check(Disk.OpenFile file, String name) throws IOException, Refusal {
        try {
            return new OuterFrame(file, name).check();
        } catch (EOFException early) {
            throw PacketFlaw.CUT.with(name);
        }
    }

    /// The SHA-256, in hexadecimal, of the session key packets at the start of a file that may still grow. The integrity
    /// of the encrypted packet does not cover them, and nobody can check the one that is meant for somebody else; so the
    /// manifest names this hash, and one changed byte among them shows like any other.
    static String keys(Disk.OpenFile file, String name) throws IOException {
        var frame = new OuterFrame(file, name);
        try {
            long end = 0;
            while (end < file.size() && frame.tag() == SESSION_KEY) {
                frame.skip();
                end = frame.at;
            }
            if (end == 0) throw new IllegalStateException("no session key stands at the start of what was sealed");
            return frame.hash(end);
        } catch (Refusal impossible) {
            throw new IllegalStateException("what was just sealed is no OpenPGP message", impossible);
        }
    }

    private String hash(long end) throws IOException {
        return HexFormat.of().formatHex(Hashing.sha256().digest(file.read(0, Math.toIntExact(end))));
    }

    private String check() throws IOException, Refusal {
        for (int i = 0; i < MOST_RECIPIENTS; i++) {
            long start = at;
            int tag = tag();
            if (tag == PROTECTED) {
                if (i == 0) throw PacketFlaw.NOT_OPENPGP.with(name);
                skip();
                if (at < file.size()) throw PacketFlaw.TRAILING.with(name);
                return hash(start);
            }
            if (tag != SESSION_KEY) throw PacketFlaw.NOT_OPENPGP.with(name);
            skip();
            if (at - start > LONGEST_KEY) throw PacketFlaw.NOT_OPENPGP.with(name);
        }
        throw PacketFlaw.NOT_OPENPGP.with(name);
    }

    private int tag() throws IOException, Refusal {
        int first = next();
        if ((first & 0x80) == 0) throw PacketFlaw.NOT_OPENPGP.with(name);
        old = (first & 0x40) == 0;
        oldLength = first & 3;
        return old ? (first >> 2) & 0xF : first & 0x3F;
    }

    private boolean old;
    private int oldLength;

    /// Goes to the end of the packet whose tag was just read.
    private void skip() throws IOException, Refusal {
        if (old) {
            if (oldLength == 3) throw PacketFlaw.NOT_OPENPGP.with(name);
            go(number(1 << oldLength));
            return;
        }
        boolean more = true;
        while (more) {
            int first = next();
            more = first >= 224 && first < 255;
            if (more) go(1L << (first & 0x1F));
            else if (first < 192) go(first);
            else if (first < 224) go(((first - 192L) << 8) + next() + 192);
            else go(number(4));
        }
    }

    private void go(long length) throws IOException {
        at += length;
        if (at > file.size()) throw new EOFException();
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) number = number << 8 | next();
        return number;
    }

    private int next() throws IOException {
        return file.read(at++, 1)[0] & 0xFF;
    }
}
