package fourfold.desk;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Journal;
import fourfold.journal.Expected;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The newest head of the journal that was anchored outside it, authenticated with the vault's key: a journal that is
/// shorter than it was at the last lock shows, even where the store is gone as well.
final class HeadFile {

    private HeadFile() {}

    /// What the last anchor says of the journal; nothing where there is none. A damaged one is an alarm of its own.
    static List<Expected> read(OpenVault vault) throws IOException {
        return SealedNote.read(vault, vault.folder().head(), Set.of("head", "hash")).stream()
                .map(said -> new Expected(said.get("head").whole(), said.get("hash").text(), "the last anchor"))
                .toList();
    }

    /// Anchors the journal as it is now.
    static void write(OpenVault vault, Journal journal) {
        SealedNote.write(vault, vault.folder().head(), Map.of(
                "head", Json.of(journal.head()), "hash", Json.of(journal.headHash())));
    }
}
