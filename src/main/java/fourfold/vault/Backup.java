package fourfold.vault;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// A verified, encrypted copy of a vault in one file, restorable by anybody who could be let in when it was made.
///
/// ```
/// 4FB1                       and the length of the next part, four bytes
/// {"charter", "slots"}       vault.json and all key slots, in clear: they protect themselves
/// an encrypted stream        under the key of snapshots: for each file its name, length, content and SHA-256
/// ```
///
/// The store is left out, since it is made from the journal. Names are checked against the folders of a vault, so a
/// restore writes nowhere else.
public final class Backup {

    private static final byte[] MAGIC = "4FB1".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_CLEAR = 16 << 20;
    private static final int LONGEST_NAME = 300;
    private static final int COPY = 65_536;
    private static final int HASH = 32;
    private static final List<String> FOLDERS = List.of("keys", "trust", "journal", "att", "in", "out", "quarantine");

    private static final Pattern PLAIN = Pattern.compile("(?!\\.)[^\\x00-\\x1F<>:\"/\\\\|?*]+(?<![. ])");

    private Backup() {}

    /// What was copied.
    public record Made(int files, long bytes) {}

    /// Writes a backup of the vault and reads it again to its end. The journal must be quiet meanwhile. An earlier file
    /// of that name is replaced only after the new one has verified.
    public static Outcome<Made> write(OpenVault open, Path target) {
        var disk = open.means().disk();
        var fresh = target.toAbsolutePath().resolveSibling(target.getFileName() + ".new");
        return Attempt.at(open.folder(), () -> {
            boolean done = false;
            try {
                // the vault is only read, so a full disk is that of the backup
                var made = writeNew(open, disk, fresh);
                verify(open, disk, fresh, made);
                disk.move(fresh, target.toAbsolutePath());
                disk.forceFolder(Disk.folderOf(target));
                done = true;
                return Outcome.done(made);
            } catch (IOException failed) {
                if (!Attempt.isFull(failed)) throw failed;
                return Outcome.refused(new Problem.NotNow("The backup could not be written to " + target + ": its disk is full."));
            } finally {
                if (!done) disk.delete(fresh);
            }
        });
    }

    private static Made writeNew(OpenVault open, Disk disk, Path fresh) throws IOException {
        disk.delete(fresh);
        var names = names(disk, open.folder());
        var key = open.keys().snapshot();
        long bytes = 0;
        try (var file = disk.open(fresh, Disk.Access.CREATE)) {
            var clear = clear(disk, open.folder()).canonical();
            file.append(MAGIC);
            file.append(ByteBuffer.allocate(4).putInt(clear.length).array());
            file.append(clear);
            var plain = new Staged.Appending(file, file.size());
            try (var out = new DataOutputStream(
                    new BufferedOutputStream(SealedStream.writer(plain, key, label(open.id())), COPY))) {
                for (var name : names) bytes += put(disk, open.folder(), name, out);
                out.writeUTF("");
            }
            file.force();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return new Made(names.size(), bytes);
    }

    private static Json.Members clear(Disk disk, VaultFolder folder) throws IOException {
        var slots = new ArrayList<String>();
        for (var name : names(disk, folder)) {
            if (isSlot(name)) slots.add(name);
        }
        var members = new TreeMap<String, Json>();
        for (var name : slots) members.put(name, text(disk.read(folder.root().resolve(name), KeySlot.LONGEST_FILE)));
        return Json.of(Map.of(
                "charter", text(disk.read(folder.charter(), Charter.LONGEST_FILE)), "slots", Json.of(members)));
    }

    private static Json text(byte[] ascii) {
        return Json.of(new String(ascii, StandardCharsets.UTF_8));
    }

    private static long put(Disk disk, VaultFolder folder, String name, DataOutputStream out) throws IOException {
        var digest = sha256();
        try (var file = disk.open(folder.root().resolve(name), Disk.Access.READ)) {
            long size = file.size();
            out.writeUTF(name);
            out.writeLong(size);
            var both = new DigestOutputStream(out, digest);
            for (long at = 0; at < size; ) {
                int length = (int) Math.min(COPY, size - at);
                both.write(file.read(at, length));
                at += length;
            }
            out.write(digest.digest());
            return size;
        }
    }

    /// The names of all files to keep, with `/` between folder and file. The journal's reserve is 64 MiB of noise that an
    /// opened vault makes again.
    private static List<String> names(Disk disk, VaultFolder folder) throws IOException {
        var names = new ArrayList<String>();
        names.add("vault.json");
        if (disk.exists(folder.head())) names.add("head");
        for (var inner : FOLDERS) walk(disk, folder.root().resolve(inner), inner, 0, names);
        names.removeIf(name ->
                name.equals("journal/reserve")
                        || name.endsWith(".new")
                        || name.startsWith("in/" + Staged.PREFIX)
                        || !isAllowed(name));
        return names;
    }

    private static void walk(Disk disk, Path at, String name, int depth, List<String> names) throws IOException {
        for (var inner : disk.list(at)) {
            var inside = name + "/" + inner.getFileName();
            if (disk.isFolder(inner)) {
                if (depth < 2) walk(disk, inner, inside, depth + 1, names);
            } else {
                names.add(inside);
            }
        }
    }

    private static boolean isSlot(String name) {
        return name.startsWith("keys/")
                && (name.endsWith(".slot")
                        || name.endsWith(".slot2")
                        || name.endsWith(".recovery")
                        || name.endsWith(".recovery2"));
    }

    /// Only files in the folders of a vault, under names that every system takes.
    private static boolean isAllowed(String name) {
        if (name.equals("vault.json") || name.equals("head")) return true;
        var parts = name.split("/", -1);
        return parts.length >= 2
                && parts.length <= 4
                && name.length() <= LONGEST_NAME
                && FOLDERS.contains(parts[0])
                && Arrays.stream(parts).allMatch(part -> PLAIN.matcher(part).matches());
    }

    private static void verify(OpenVault open, Disk disk, Path file, Made made) throws IOException {
        var key = open.keys().snapshot();
        try (var reading = Reading.of(disk, file)) {
            var read = reading.each(key, open.id(), (name, length) -> OutputStream.nullOutputStream());
            if (read.files != made.files || read.bytes != made.bytes) throw new Unreadable("the backup is incomplete");
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Restores a backup into a folder that is empty or not there yet, as a new copy of the same vault. It is whole
    /// before `vault.json` is written, so that half a restore is no vault.
    ///
    /// @param user somebody who could be let in when the backup was made, with the passphrase of that time
    public static Outcome<Made> restore(Means means, Path backup, Path root, String user, Passphrase passphrase) {
        return restore(
                means, backup, root, (restore, reading) -> restore.from(reading, Collar.capitals(user), passphrase));
    }

    /// The same for somebody who has no passphrase any more: with a recovery code that held when the backup was made.
    /// [Vault#recover] then lets them in.
    public static Outcome<Made> restore(Means means, Path backup, Path root, RecoveryCode code) {
        return restore(means, backup, root, (restore, reading) -> restore.from(reading, code));
    }

    private interface Way {
        Outcome<Made> of(Restore restore, Reading reading) throws IOException;
    }

    private static Outcome<Made> restore(Means means, Path backup, Path root, Way way) {
        var folder = new VaultFolder(root);
        try (var reading = Reading.of(means.disk(), backup)) {
            return Attempt.at(folder, () -> way.of(new Restore(means, folder), reading));
        } catch (Unreadable | NewerFormat damaged) {
            return Outcome.refused(damaged(backup));
        } catch (IOException unreadable) {
            return Outcome.refused(new Problem.Damaged("The backup " + backup + " cannot be read."));
        }
    }

    /// The collar numbers of those who can restore it, as the file says before anybody does.
    public static Outcome<List<String>> people(Means means, Path backup) {
        try (var reading = Reading.of(means.disk(), backup)) {
            return Outcome.done(List.copyOf(Charter.read(reading.charter()).people().keySet()));
        } catch (Unreadable | NewerFormat | IllegalArgumentException damaged) {
            return Outcome.refused(damaged(backup));
        } catch (IOException unreadable) {
            return Outcome.refused(new Problem.Damaged("The backup " + backup + " cannot be read."));
        }
    }

    static Problem damaged(Path backup) {
        return new Problem.Damaged("The file " + backup + " is not a backup of a vault, or is damaged.");
    }

    static String label(UUID vault) {
        return "fourfold backup " + vault;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    /// Says where the content of a file goes.
    interface Sink {
        OutputStream open(String name, long length) throws IOException;
    }

    /// A backup that is being read.
    static final class Reading implements AutoCloseable {
        private final Disk.OpenFile file;
        private final Path path;
        private final Json.Members clear;
        private final long from;

        private Reading(Disk.OpenFile file, Path path, Json.Members clear, long from) {
            this.file = file;
            this.path = path;
            this.clear = clear;
            this.from = from;
        }

        static Reading of(Disk disk, Path path) throws IOException {
            var file = disk.open(path, Disk.Access.READ);
            boolean done = false;
            try {
                if (file.size() < MAGIC.length + 4) throw new Unreadable("too short");
                if (!Arrays.equals(MAGIC, file.read(0, MAGIC.length))) throw new Unreadable("not a backup");
                int length = ByteBuffer.wrap(file.read(MAGIC.length, 4)).getInt();
                long from = MAGIC.length + 4L + length;
                if (length < 0 || length > LARGEST_CLEAR || from > file.size()) throw new Unreadable("not a backup");
                var clear = StrictJson.read(file.read(MAGIC.length + 4L, length)).members();
                done = true;
                return new Reading(file, path, clear, from);
            } catch (IllegalArgumentException wrong) {
                throw new Unreadable("not a backup");
            } finally {
                if (!done) file.close();
            }
        }

        Path path() {
            return path;
        }

        byte[] charter() {
            return clear.get("charter").text().getBytes(StandardCharsets.UTF_8);
        }

        /// The slot's file, or nothing.
        byte[] slot(String name) {
            var slot = clear.get("slots").members().get(name);
            return slot.isNothing() ? new byte[0] : slot.text().getBytes(StandardCharsets.UTF_8);
        }

        /// Reads every file to its end and checks its hash.
        ///
        /// @throws Unreadable when anything is damaged, missing or left over
        Made each(byte[] key, UUID vault, Sink sink) throws IOException {
            var stream = SealedStream.reader(file, from, file.size() - from, key, label(vault));
            int files = 0;
            long bytes = 0;
            try (var in = new DataInputStream(new BufferedInputStream(stream.stream(), COPY))) {
                for (var name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
                    bytes += one(name, in, sink);
                    files++;
                }
                if (in.read() >= 0) throw new Unreadable("the backup has something after its end");
            } catch (EOFException | UTFDataFormatException cut) {
                throw new Unreadable("the backup is incomplete");
            }
            return new Made(files, bytes);
        }

        private static long one(String name, DataInputStream in, Sink sink) throws IOException {
            if (!isAllowed(name)) throw new Unreadable("the backup has a file that is no part of a vault");
            long size = in.readLong();
            var digest = sha256();
            try (var out = new DigestOutputStream(sink.open(name, size), digest)) {
                for (long left = size; left > 0; ) {
                    var bytes = in.readNBytes((int) Math.min(COPY, left));
                    if (bytes.length == 0) throw new Unreadable("the backup is incomplete");
                    out.write(bytes);
                    left -= bytes.length;
                }
            }
            if (!Arrays.equals(digest.digest(), in.readNBytes(HASH))) throw new Unreadable("a file in it is damaged");
            return size;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
