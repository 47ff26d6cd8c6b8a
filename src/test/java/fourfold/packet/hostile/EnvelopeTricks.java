package fourfold.packet.hostile;

import static fourfold.packet.PacketFlaw.CUT;
import static fourfold.packet.PacketFlaw.DAMAGED;
import static fourfold.packet.PacketFlaw.EMPTY;
import static fourfold.packet.PacketFlaw.FILE_TOO_LONG;
import static fourfold.packet.PacketFlaw.MISSING;
import static fourfold.packet.PacketFlaw.NOT_ACCEPTED;
import static fourfold.packet.PacketFlaw.NOT_OPENPGP;
import static fourfold.packet.PacketFlaw.OTHER_SEAL;
import static fourfold.packet.PacketFlaw.TRAILING;
import static fourfold.packet.PacketFlaw.UNREADABLE;
import static java.nio.charset.StandardCharsets.UTF_8;

import fourfold.vault.VaultSecrets;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/// With the file and the OpenPGP message around everything.
final class EnvelopeTricks {

    private EnvelopeTricks() {}

    static List<Trick> all() {
        return List.of(
                new Trick("missing", "The file is gone before it is read.", MISSING, Lab::nowhere),
                new Trick("empty", "The file has no byte at all, as after a copy that broke off.", EMPTY, lab -> lab.file(new byte[0])),
                new Trick("a folder", "A folder bears the name of a package.", UNREADABLE, lab -> {
                    var folder = lab.nowhere().resolveSibling("folder.bag.zip.gpg");
                    return Files.isDirectory(folder) ? folder : Files.createDirectory(folder);
                }),
                new Trick("a huge file", "The file is one byte longer than a package may be.", FILE_TOO_LONG, lab -> {
                    var huge = lab.nowhere().resolveSibling("huge.bag.zip.gpg");
                    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
                        file.setLength((200L << 20) + 1);
                    }
                    return huge;
                }),
                new Trick("plain text", "A letter is sent under the name of a package.", NOT_OPENPGP, lab -> lab.file("not a package".getBytes(UTF_8))),
                new Trick("a plain archive", "The content is sent without any envelope.", NOT_OPENPGP, lab -> lab.file(lab.archive)),
                new Trick("a message without session keys", "The encrypted packet stands alone, with nothing to open it.", NOT_OPENPGP,
                        lab -> lab.changed(bytes -> Arrays.copyOfRange(bytes, encrypted(bytes), bytes.length))),
                new Trick("a marker in front", "A packet that readers pass over stands before the message.", NOT_OPENPGP,
                        lab -> lab.changed(bytes -> Lab.joined(new byte[] {(byte) 0xCA, 3, 'P', 'G', 'P'}, bytes))),
                new Trick("a hundred session keys", "The first session key stands there a hundred times, for a reader to try them all.", NOT_OPENPGP,
                        lab -> lab.changed(bytes -> {
                            var all = bytes;
                            var key = Arrays.copyOf(bytes, encrypted(bytes) / 2);
                            for (int i = 0; i < 100; i++) all = Lab.joined(key, all);
                            return all;
                        })),
                new Trick("an endless length", "The first packet says that it has four thousand million bytes.", CUT,
                        lab -> lab.file(new byte[] {(byte) 0xC1, (byte) 0xFF, -1, -1, -1, -1, 0})),
                new Trick("truncated", "The last bytes are missing.", CUT, lab -> lab.changed(bytes -> Arrays.copyOf(bytes, bytes.length - 7))),
                new Trick("trailing junk", "Bytes follow the message, which the decrypting library would pass over.", TRAILING,
                        lab -> lab.changed(bytes -> Lab.joined(bytes, new byte[] {1, 2, 3}))),
                new Trick("two messages", "The message stands there twice.", TRAILING, lab -> lab.changed(bytes -> Lab.joined(bytes, bytes))),
                new Trick("a changed byte", "One bit in the middle of what is encrypted is another.", DAMAGED, lab -> lab.changed(bytes -> {
                    bytes[bytes.length / 2] ^= 1;
                    return bytes;
                })),
                new Trick("a changed byte at the end", "One bit of the code that protects what is encrypted is another.", DAMAGED, lab -> lab.changed(bytes -> {
                    bytes[bytes.length - 1] ^= 1;
                    return bytes;
                })),
                new Trick("encrypted again, with the same content", "A recipient opens the package and encrypts it anew.", OTHER_SEAL, lab -> lab.sent(lab.archive)),
                new Trick("a changed byte in what lets another recipient open it", "The sender's own session key is broken, so that the sender cannot prove what was sent.", OTHER_SEAL,
                        lab -> lab.changed(bytes -> {
                            bytes[150] ^= 1;
                            return bytes;
                        })),
                new Trick("another recipient taken out", "The session key of the sender is left out.", OTHER_SEAL, lab -> lab.changed(bytes -> {
                    int length = encrypted(bytes) / 2;
                    return Lab.joined(Arrays.copyOf(bytes, length), Arrays.copyOfRange(bytes, 2 * length, bytes.length));
                })),
                new Trick("unsigned", "The content is encrypted to the unit by anybody, without a signature.", NOT_ACCEPTED,
                        lab -> lab.file(VaultSecrets.unsigned(lab.office.unit, lab.archive))),
                new Trick("encrypted to somebody else", "The unit is no recipient.", NOT_ACCEPTED, lab -> lab.sealed(lab.archive, lab.office.force, lab.office.force)),
                new Trick("signed by an untrusted key", "Somebody whom no trusted unit vouches for has signed.", NOT_ACCEPTED,
                        lab -> lab.sealed(lab.archive, lab.stranger, lab.office.unit)));
    }

    /// Where the encrypted packet begins: two session keys of one length stand before it.
    private static int encrypted(byte[] message) {
        int length = 2 + (message[1] & 0xFF);
        if ((message[length * 2] & 0x3F) != 18) throw new IllegalStateException("another shape of message");
        return length * 2;
    }
}
