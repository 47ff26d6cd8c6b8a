package fourfold.desk;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Journal;
import fourfold.journal.Expected;
import fourfold.vault.Disk;
import fourfold.vault.OpenVault;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The newest head of the journal that was anchored outside it, authenticated with the vault's key: a journal that is
/// shorter than it was at the last lock shows, even where the store is gone as well.
final class HeadFile {

    private static final int LONGEST_FILE = 10_000;

    private HeadFile() {}

    /// What the last anchor says of the journal; nothing where there is none. A damaged one is an alarm of its own.
    static List<Expected> read(OpenVault vault) throws IOException {
        var file = place(vault);
        if (!vault.means().disk().exists(file)) return List.of();
        if (vault.means().disk().size(file) > LONGEST_FILE) throw new Unreadable("the anchor of the journal is too long");
        try {
            return List.of(anchored(vault, StrictJson.read(vault.means().disk().read(file, LONGEST_FILE))));
        } catch (IllegalArgumentException otherwise) {
            throw new Unreadable("the anchor of the journal cannot be read");
        }
    }

    private static Expected anchored(OpenVault vault, Json json) {
        if (!json.members().values().keySet().equals(Set.of("head", "hash", "seal")))
            throw new Unreadable("the anchor of the journal cannot be read");
        var head = json.members().get("head");
        var hash = json.members().get("hash");
        var seal = HexFormat.of().parseHex(json.members().get("seal").text());
        if (!MessageDigest.isEqual(seal, vault.keys().sealOf(content(head, hash).canonical())))
            throw new Unreadable("the anchor of the journal is not genuine");
        return new Expected(head.whole(), hash.text(), "the last anchor");
    }

    /// Anchors the journal as it is now.
    static void write(OpenVault vault, Journal journal) {
        var head = Json.of(journal.head());
        var hash = Json.of(journal.headHash());
        var seal = HexFormat.of().formatHex(vault.keys().sealOf(content(head, hash).canonical()));
        var whole = Json.of(Map.of("head", head, "hash", hash, "seal", Json.of(seal)));
        try {
            vault.means().disk().replace(place(vault), whole.canonical());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Json content(Json head, Json hash) {
        return Json.of(Map.of("head", head, "hash", hash));
    }

    private static Path place(OpenVault vault) {
        return vault.folder().head();
    }
}
