package fourfold.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What was written about a store file when it was closed cleanly: its size, the SHA-256 of its content, the newest
/// entry in it, and where the journal then ended. An HMAC over all of it, under a key that only an unlocked vault has,
/// makes it something to hold the journal against as well.
///
/// @param entry the journal position of the newest entry in the store
/// @param head the newest position of the journal at the time
/// @param headHash the chain value there
record Seal(long size, String content, long entry, long head, String headHash) {

    private static final String FIRST_LINE = "fourfold store seal 1";

    /// The seal that this file would carry now.
    static Seal of(Path file, long entry, long head, String headHash) throws IOException {
        return new Seal(Files.size(file), hash(file), entry, head, headHash);
    }

    /// Whether the file still has the size and content that the seal says.
    boolean fits(Path file, StoreAhead ahead) throws IOException {
        return Files.size(file) == size && ahead.hash(file).equals(content);
    }

    static String hash(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var sha = MessageDigest.getInstance("SHA-256");
            var buffer = ByteBuffer.allocateDirect(1 << 18);
            while (channel.read(buffer) >= 0) {
                sha.update(buffer.flip());
                buffer.clear();
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    private String text() {
        return String.join("\n", FIRST_LINE, Long.toString(size), content, Long.toString(entry), Long.toString(head), headHash);
    }

    /// Writes the seal beside its file: a new file, forced, put in place at once.
    void write(Path place, byte[] key) throws IOException {
        var fresh = place.resolveSibling(place.getFileName() + ".new");
        var bytes = (text() + "\n" + mac(text(), key) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OwnerOnly.restrict(fresh);
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The seal at that place; empty where there is none, or none that this key made.
    static Optional<Seal> read(Path place, byte[] key) throws IOException {
        if (!Files.exists(place) || Files.size(place) > 4096) return Optional.empty();
        var lines = new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1).split("\n", -1);
        if (lines.length != 8 || !lines[0].equals(FIRST_LINE)) return Optional.empty();
        var text = String.join("\n", List.of(lines).subList(0, 6));
        var given = lines[6].getBytes(StandardCharsets.ISO_8859_1);
        if (!MessageDigest.isEqual(given, mac(text, key).getBytes(StandardCharsets.ISO_8859_1))) return Optional.empty();
        return Optional.of(new Seal(
                Long.parseLong(lines[1]), lines[2], Long.parseLong(lines[3]), Long.parseLong(lines[4]), lines[5]));
    }

    private static String mac(String text, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", missing);
        }
    }
}
