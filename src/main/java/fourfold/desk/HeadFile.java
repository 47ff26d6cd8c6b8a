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

/// The newest head of the journal that was anchored outside it, authenticated with the vault's key: a journal that is
/// shorter than it was at the last lock shows, even where the store is gone as well.
final class HeadFile {

    private static final String NAME = "head";

    private HeadFile() {}

    /// What the last anchor says of the journal; nothing where there is none. A damaged one is an alarm of its own.
    static List<Expected> read(OpenVault vault) throws IOException {
        var file = place(vault);
        if (!vault.means().disk().exists(file)) return List.of();
        var json = StrictJson.read(vault.means().disk().read(file, 10_000)).members();
        var seal = HexFormat.of().parseHex(json.get("seal").text());
        if (!MessageDigest.isEqual(seal, vault.keys().sealOf(content(json.get("head"), json.get("hash")).canonical())))
            throw new Unreadable("the anchor of the journal is not genuine");
        return List.of(new Expected(json.get("head").whole(), json.get("hash").text(), "the last anchor"));
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
        return vault.folder().root().resolve(NAME);
    }
}
