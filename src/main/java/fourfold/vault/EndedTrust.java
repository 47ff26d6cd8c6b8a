package fourfold.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The units that were trusted once: kept, sealed, so that what they sign can be refused by name and with its reason. They
/// vouch for nobody.
final class EndedTrust {

    private static final String SUFFIX = ".ended";

    private final Disk disk;
    private final VaultFolder folder;
    private final VaultKeys keys;
    private final String label;

    /// A unit that is trusted no more.
    ///
    /// @param reason empty where none was given
    record Ended(AgencyCertificates unit, Instant at, String reason) {}

    EndedTrust(Disk disk, VaultFolder folder, VaultKeys keys, String label) {
        this.disk = disk;
        this.folder = folder;
        this.keys = keys;
        this.label = label;
    }

    /// Remembers that the trust ends now.
    void keep(AgencyCertificates unit, Instant at, String reason) throws IOException {
        var head = (at.toEpochMilli() + " " + reason.replaceAll("\\p{Cntrl}", " ") + "\n").getBytes(StandardCharsets.UTF_8);
        var certificates = unit.armoured();
        var content = Arrays.copyOf(head, head.length + certificates.length);
        System.arraycopy(certificates, 0, content, head.length, certificates.length);
        var key = keys.trust();
        try {
            SealedFile.write(disk, file(unit), key, label + file(unit).getFileName(), content);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Forgets it: the unit is trusted again.
    void forget(AgencyCertificates unit) throws IOException {
        if (disk.delete(file(unit))) disk.forceFolder(folder.trust());
    }

    List<Ended> all() throws IOException {
        var all = new ArrayList<Ended>();
        for (var file : disk.list(folder.trust())) {
            if (file.getFileName().toString().endsWith(SUFFIX)) all.add(read(file));
        }
        return all;
    }

    private Ended read(Path file) throws IOException {
        var key = keys.trust();
        try {
            var content = SealedFile.read(disk, file, key, label + file.getFileName());
            int end = 0;
            while (content[end] != '\n') end++;
            var head = new String(content, 0, end, StandardCharsets.UTF_8);
            int space = head.indexOf(' ');
            return new Ended(
                    AgencyCertificates.read(Arrays.copyOfRange(content, end + 1, content.length)),
                    Instant.ofEpochMilli(Long.parseLong(head.substring(0, space))),
                    head.substring(space + 1));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Path file(AgencyCertificates unit) {
        return folder.trust().resolve(unit.fingerprint() + SUFFIX);
    }
}
