package fourfold.journal;

import fourfold.vault.Disk;
import fourfold.vault.Disk.Access;
import fourfold.vault.Disk.OpenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Where a journal lies, whose it is, and where its keys come from.
///
/// @param path the folder of the segments
/// @param vault the vault's identity, which every segment carries
public record JournalFolder(Disk disk, Path path, UUID vault, SegmentKeys keys) {

    private static final String FRESH = ".new";

    Path segment(int number) {
        return path.resolve(Faults.name(number));
    }

    /// Where copies of what was cut away are kept.
    Path aside() {
        return path.resolve("aside");
    }

    /// The intention of an erasure that is under way.
    Path erasing() {
        return path.resolve("erasing");
    }

    Path reserve() {
        return path.resolve("reserve");
    }

    FrameCipher cipher(int number) {
        return new FrameCipher(keys.key(number));
    }

    OpenFile open(int number, Access access) throws IOException {
        return disk.open(segment(number), access);
    }

    SegmentHeader header(int number, OpenFile file, FrameCipher cipher) throws IOException {
        return SegmentHeader.read(file, cipher, vault, number);
    }

    /// The numbers of the segments that are there, ascending.
    List<Integer> numbers() throws IOException {
        var numbers = new ArrayList<Integer>();
        for (var file : disk.list(path)) {
            var name = file.getFileName().toString();
            if (name.matches("[0-9]{8}")) numbers.add(Integer.valueOf(name));
        }
        return numbers;
    }

    /// Begins a segment; its name is there only once its header is whole.
    Tip begin(SegmentHeader header) throws IOException {
        var bytes = header.bytes(cipher(header.segment()));
        disk.replace(segment(header.segment()), bytes);
        return new Tip(
                header.first() - 1, header.chain(), header.segment(), bytes.length, header.highest(), header.stamp());
    }

    /// Removes what a beginning that was broken off has left.
    void removeFresh() throws IOException {
        for (var file : disk.list(path)) if (file.getFileName().toString().endsWith(FRESH)) disk.delete(file);
    }

    /// The chain value before the very first frame: SHA-256 of `fourfold-journal-v1`, a zero byte, and the vault's id.
    byte[] genesis() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update("fourfold-journal-v1\0".getBytes(StandardCharsets.US_ASCII));
            return sha.digest(vault.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
