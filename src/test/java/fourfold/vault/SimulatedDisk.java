package fourfold.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A disk in memory that knows what would outlive a loss of power: [#powerCut(Random)] gives the disk as it could be
/// found afterwards, with un-forced writes dropped, reordered or torn at sectors, and un-forced names missing.
///
/// A name is durable only after its folder was forced, even when the file itself was: stricter than most file systems.
public final class SimulatedDisk implements Disk {

    private static final int SECTOR = 512;

    /// A change of names that has not been forced: a name gone, or a name that now means a file.
    private record Naming(Path folder, Path name, @Nullable Content means, int group) {}

    private final Map<Path, Content> names = new TreeMap<>();
    private final Map<Path, Content> durableNames = new TreeMap<>();
    private final List<Naming> pendingNames = new ArrayList<>();
    private final Set<Path> folders = new HashSet<>();
    private final Set<Path> locked = new HashSet<>();
    private long free = 1L << 40;
    private String kind = "ext4";
    private boolean dead;
    private int group;

    /// Says how much is left for [#free(Path)]; writes themselves are not counted.
    public void setFree(long bytes) {
        free = bytes;
    }

    /// Says what file system this is.
    public void setKind(String name) {
        kind = name;
    }

    /// One of the disks that could be found after the power went now. This one is of no use any more.
    public synchronized SimulatedDisk powerCut(Random random) {
        dead = true;
        var after = new SimulatedDisk();
        after.folders.addAll(folders);
        var kept = new TreeMap<>(durableNames);
        boolean oneOrder = random.nextBoolean();
        int allUpTo = random.nextInt(group + 2);
        var upTo = new HashMap<Path, Integer>();
        for (var change : pendingNames) {
            int last = oneOrder ? allUpTo : upTo.computeIfAbsent(change.folder, f -> random.nextInt(group + 2));
            if (change.group > last) continue;
            if (change.means == null) kept.remove(change.name);
            else kept.put(change.name, change.means);
        }
        var copies = new HashMap<Content, Content>();
        kept.forEach((name, content) -> {
            var copy = copies.computeIfAbsent(content, c -> new Content(c.afterPowerCut(random)));
            after.names.put(name, copy);
            after.durableNames.put(name, copy);
        });
        return after;
    }

    /// A copy of everything as a running program would see it now, all of it durable.
    public synchronized SimulatedDisk copy() {
        var copy = new SimulatedDisk();
        copy.folders.addAll(folders);
        names.forEach((name, content) -> {
            var same = new Content(content.bytes());
            copy.names.put(name, same);
            copy.durableNames.put(name, same);
        });
        return copy;
    }

    /// All files there are.
    public synchronized List<Path> files() {
        return List.copyOf(names.keySet());
    }

    @Override
    public synchronized boolean exists(Path path) throws IOException {
        alive();
        return names.containsKey(path) || folders.contains(path);
    }

    @Override
    public synchronized boolean isFolder(Path path) throws IOException {
        alive();
        return folders.contains(path);
    }

    @Override
    public synchronized List<Path> list(Path folder) throws IOException {
        alive();
        var found = new ArrayList<Path>();
        for (var name : names.keySet()) if (folder.equals(name.getParent())) found.add(name);
        for (var inner : folders) if (folder.equals(inner.getParent())) found.add(inner);
        return found.stream().sorted().toList();
    }

    @Override
    public synchronized long size(Path file) throws IOException {
        return content(file).length;
    }

    @Override
    public synchronized OpenFile open(Path file, Access access) throws IOException {
        alive();
        boolean there = names.containsKey(file);
        if (access == Access.CREATE && there) throw new FileAlreadyExistsException(file.toString());
        if (access == Access.READ || there) return new Open(content(file), access != Access.READ);
        if (!folders.contains(file.getParent())) throw new NoSuchFileException(file.toString());
        var fresh = new Content(new byte[0]);
        name(file, fresh, ++group);
        return new Open(fresh, true);
    }

    @Override
    public synchronized void move(Path from, Path to) throws IOException {
        var content = content(from);
        int both = ++group;
        name(to, content, both);
        name(from, null, both);
    }

    @Override
    public synchronized boolean delete(Path path) throws IOException {
        alive();
        if (names.containsKey(path)) {
            name(path, null, ++group);
            return true;
        }
        return folders.remove(path);
    }

    @Override
    public synchronized void makeFolder(Path folder) throws IOException {
        alive();
        for (var f = folder; f != null; f = f.getParent()) folders.add(f);
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        alive();
        for (var change : List.copyOf(pendingNames)) {
            if (!change.folder.equals(folder)) continue;
            pendingNames.remove(change);
            if (change.means == null) durableNames.remove(change.name);
            else durableNames.put(change.name, change.means);
        }
    }

    @Override
    public synchronized long free(Path folder) throws IOException {
        alive();
        return free;
    }

    @Override
    public String kind(Path folder) {
        return kind;
    }

    @Override
    public boolean isWritable(Path folder) {
        return true;
    }

    @Override
    public synchronized @Nullable Lock tryLock(Path file) throws IOException {
        if (!exists(file)) open(file, Access.CREATE).close();
        if (!locked.add(file)) return null;
        return () -> {
            synchronized (this) {
                locked.remove(file);
            }
        };
    }

    private void name(Path name, @Nullable Content means, int inGroup) throws IOException {
        alive();
        if (means == null) names.remove(name);
        else names.put(name, means);
        var folder = name.getParent();
        if (folder == null) throw new IOException("no folder");
        pendingNames.add(new Naming(folder, name, means, inGroup));
    }

    private Content content(Path file) throws IOException {
        alive();
        var content = names.get(file);
        if (content == null) throw new NoSuchFileException(file.toString());
        return content;
    }

    private void alive() throws IOException {
        if (dead) throw new IOException("the power is off");
    }

    /// A write, or with no bytes a cut to `at`, that has not been forced.
    private record Change(long at, byte @Nullable [] bytes) {}

    /// The bytes of one file, what of them is durable, and what is not.
    private static final class Content {
        private byte[] now;
        private int length;
        private byte[] durable;
        private final List<Change> pending = new ArrayList<>();

        Content(byte[] bytes) {
            now = bytes;
            length = bytes.length;
            durable = bytes.clone();
        }

        byte[] bytes() {
            return Arrays.copyOf(now, length);
        }

        void write(long at, byte[] bytes) {
            int end = Math.toIntExact(at + bytes.length);
            if (end > now.length) now = Arrays.copyOf(now, Math.max(end, now.length * 2));
            System.arraycopy(bytes, 0, now, (int) at, bytes.length);
            length = Math.max(length, end);
            pending.add(new Change(at, bytes));
        }

        void truncate(long size) {
            if (size >= length) return;
            Arrays.fill(now, (int) size, length, (byte) 0);
            length = (int) size;
            pending.add(new Change(size, null));
        }

        void force() {
            durable = bytes();
            pending.clear();
        }

        byte[] afterPowerCut(Random random) {
            var found = durable.clone();
            for (var change : pending) {
                if (random.nextInt(3) == 0) continue;
                if (change.bytes == null) {
                    found = Arrays.copyOf(found, (int) Math.min(found.length, change.at));
                    continue;
                }
                int length = random.nextBoolean() ? change.bytes.length : torn(change, random);
                int end = (int) change.at + length;
                if (length == 0) continue;
                if (end > found.length) found = Arrays.copyOf(found, end);
                System.arraycopy(change.bytes, 0, found, (int) change.at, length);
            }
            return found;
        }

        private static int torn(Change change, Random random) {
            int length = change.bytes == null ? 0 : change.bytes.length;
            int keep = random.nextInt(length + 1);
            long end = change.at + keep;
            long sector = end - end % SECTOR;
            return sector <= change.at ? 0 : (int) (sector - change.at);
        }
    }

    private final class Open implements OpenFile {
        private final Content content;
        private final boolean writing;

        Open(Content content, boolean writing) {
            this.content = content;
            this.writing = writing;
        }

        @Override
        public long size() throws IOException {
            synchronized (SimulatedDisk.this) {
                alive();
                return content.length;
            }
        }

        @Override
        public int read(long at, ByteBuffer into) throws IOException {
            synchronized (SimulatedDisk.this) {
                alive();
                if (at >= content.length) return -1;
                int length = (int) Math.min(into.remaining(), content.length - at);
                into.put(content.now, (int) at, length);
                return length;
            }
        }

        @Override
        public void write(long at, ByteBuffer bytes) throws IOException {
            synchronized (SimulatedDisk.this) {
                alive();
                if (!writing) throw new IOException("opened for reading");
                var copy = new byte[bytes.remaining()];
                bytes.get(copy);
                content.write(at, copy);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (SimulatedDisk.this) {
                alive();
                content.truncate(size);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (SimulatedDisk.this) {
                alive();
                content.force();
            }
        }

        @Override
        public void close() {}
    }
}
