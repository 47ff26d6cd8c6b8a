package fourfold.desk;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Problem;
import fourfold.packet.PacketFormat;
import fourfold.vault.Disk;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/// Where packages that were refused are kept as they came, still encrypted, for whoever looks into it; each with a line in
/// the audit. A file that is no package at all is too much to keep when it is longer than one may be.
final class Quarantine {

    private static final int PIECE = 1 << 20;

    private final Session session;
    private final Ledger ledger;
    private final OpenVault vault;

    Quarantine(Session session, Ledger ledger, OpenVault vault) {
        this.session = session;
        this.ledger = ledger;
        this.vault = vault;
    }

    /// Keeps the file, and says whether there was anything to keep.
    boolean keep(Path file, Problem problem) {
        var name = UUID.randomUUID().toString();
        boolean kept = copied(file, name);
        ledger.log(session, Audit.Kind.IMPORT_REFUSED, Map.of(
                "why", Json.of(problem.sentence()), "kept", Json.of(kept ? name : "")));
        return kept;
    }

    private boolean copied(Path file, String name) {
        var disk = vault.means().disk();
        try {
            if (!disk.exists(file)) return false;
            long size = disk.size(file);
            if (size == 0 || size > PacketFormat.LONGEST_FILE) return false;
            disk.makeFolder(vault.folder().quarantine());
            try (var from = disk.open(file, Disk.Access.READ);
                    var to = disk.open(vault.folder().quarantine().resolve(name), Disk.Access.CREATE)) {
                for (long at = 0; at < size; at += PIECE)
                    to.write(at, ByteBuffer.wrap(from.read(at, (int) Math.min(PIECE, size - at))));
                to.force();
            }
            return true;
        } catch (IOException unreadable) {
            // the refusal itself is what the person is told; the audit says that no copy was kept
            return false;
        }
    }
}
