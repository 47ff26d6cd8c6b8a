package fourfold.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The folder of slots. Each slot is kept twice, so that one damaged file locks nobody out; the one with the higher
/// version counts, and the other is mended at the next unlock.
final class SlotShelf {

    private final Disk disk;
    private final Path folder;
    private final UUID vault;

    /// What was found of one slot.
    ///
    /// @param slot the newest undamaged copy
    /// @param present how many copies there are, damaged ones too
    /// @param whole whether both copies are there and the same
    record Found(Optional<KeySlot> slot, int present, boolean whole) {}

    SlotShelf(Disk disk, Path folder, UUID vault) {
        this.disk = disk;
        this.folder = folder;
        this.vault = vault;
    }

    /// @throws NewerFormat when a newer version of the program wrote the slot
    Found find(KeySlot.Kind kind, String holder) throws IOException {
        var slots = new ArrayList<KeySlot>();
        int present = 0;
        for (var file : files(kind, holder)) {
            if (!disk.exists(file)) continue;
            present++;
            try {
                slots.add(KeySlot.read(disk.read(file, KeySlot.LONGEST_FILE), vault, kind, holder));
            } catch (Unreadable damaged) {
                continue; // the other copy may do; no copy at all is told by the answer
            }
        }
        boolean whole = slots.size() == 2 && slots.get(0).version() == slots.get(1).version();
        return new Found(slots.stream().max(Comparator.comparingLong(KeySlot::version)), present, whole);
    }

    /// Writes both copies, one after the other, so that at any moment one is whole.
    void put(KeySlot slot) throws IOException {
        for (var file : files(slot.kind(), slot.holder())) disk.replace(file, slot.bytes());
    }

    void remove(KeySlot.Kind kind, String holder) throws IOException {
        for (var file : files(kind, holder)) disk.delete(file);
        disk.forceFolder(folder);
    }

    /// The holders of all slots of a kind, whether damaged or not.
    List<String> holders(KeySlot.Kind kind) throws IOException {
        var ending = "." + extension(kind);
        return disk.list(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ending) || name.endsWith(ending + "2"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    private List<Path> files(KeySlot.Kind kind, String holder) {
        var name = holder + "." + extension(kind);
        return List.of(folder.resolve(name), folder.resolve(name + "2"));
    }

    private static String extension(KeySlot.Kind kind) {
        return kind == KeySlot.Kind.PERSON ? "slot" : "recovery";
    }
}
