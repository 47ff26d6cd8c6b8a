package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.desk.Surroundings;
import fourfold.journal.FileJournal;
import fourfold.journal.JournalFolder;
import fourfold.store.Store;
import fourfold.store.StoreFolder;
import fourfold.store.Tables;
import fourfold.vault.Passphrase;
import fourfold.vault.Vault;
import java.nio.file.Path;
import java.util.List;

/// Holds the store of a locked vault against one made from its journal.
public final class StoreCheck {

    private StoreCheck() {}

    /// Fails where a row differs, or where the store had to be made anew.
    public static void storeIsWhatTheJournalSays(Surroundings surroundings, Path folder, String passphrase) {
        storeIsWhatTheJournalSays(surroundings, folder, "X90001", passphrase);
    }

    /// The same of a vault into which that person is let.
    static void storeIsWhatTheJournalSays(Surroundings surroundings, Path folder, String user, String passphrase) {
        try (var vault = Vault.open(surroundings.means(), folder).orThrow();
                var typed = Passphrase.entered(passphrase.toCharArray());
                var open = vault.unlock(user, typed).orThrow()) {
            var place = new JournalFolder(
                    surroundings.means().disk(), open.folder().journal(), open.id(), n -> open.keys().journalSegment(n));
            var db = new StoreFolder(open.folder().db(), open.keys().store(), open.keys().seal());
            try (var journal = FileJournal.open(place, surroundings.limits(), List.of());
                    var fresh = Store.inMemory()) {
                var kept = db.openOrRebuild(journal, at -> {}, () -> false).orElseThrow();
                assertEquals(StoreFolder.How.AS_LEFT, kept.how());
                fresh.projection().catchUp(journal, at -> {}, () -> false);
                Tables.assertSame(fresh, kept.store());
                kept.store().close();
            }
        }
    }
}
