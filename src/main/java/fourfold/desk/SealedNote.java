package fourfold.desk;

import fourfold.core.kernel.Json;
import fourfold.vault.OpenVault;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A small file in clear beside the journal that only an unlocked vault can have written: an object, and an HMAC over its
/// canonical form under the vault's key for seals.
final class SealedNote {

    private static final int LONGEST_FILE = 10_000;
    private static final String SEAL = "seal";

    private SealedNote() {}

    /// What the file says; empty where there is none.
    ///
    /// @param names the members that it has to have, and no others
    /// @throws Unreadable when it is damaged or not genuine
    static Optional<Json.Members> read(OpenVault vault, Path file, Set<String> names) throws IOException {
        var disk = vault.means().disk();
        if (!disk.exists(file)) return Optional.empty();
        if (disk.size(file) > LONGEST_FILE) throw new Unreadable("the file is too long");
        try {
            var members = new TreeMap<>(StrictJson.read(disk.read(file, LONGEST_FILE)).members().values());
            var all = new HashSet<>(names);
            all.add(SEAL);
            if (!members.keySet().equals(all)) throw new Unreadable("the file has other members");
            var seal = HexFormat.of().parseHex(Json.of(members).get(SEAL).text());
            members.remove(SEAL);
            var said = Json.of(members);
            if (!MessageDigest.isEqual(seal, vault.keys().sealOf(said.canonical())))
                throw new Unreadable("the file is not genuine");
            return Optional.of(said);
        } catch (IllegalArgumentException otherwise) {
            throw new Unreadable("the file cannot be read");
        }
    }

    /// Writes the file; durable on return.
    static void write(OpenVault vault, Path file, Map<String, Json> said) {
        var members = new TreeMap<>(said);
        members.put(SEAL, Json.of(HexFormat.of().formatHex(vault.keys().sealOf(Json.of(said).canonical()))));
        try {
            vault.means().disk().replace(file, Json.of(members).canonical());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
