package fourfold.ui.vault;

import fourfold.core.kernel.Outcome;
import fourfold.desk.Lobby;
import fourfold.desk.LobbyAhead;
import fourfold.desk.Office;
import fourfold.desk.VaultDesk;
import fourfold.ui.kit.Tools;
import fourfold.ui.place.Navigator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What stands before the vault: the vault we are in front of, and what happens once somebody is let in. It outlives the
/// screens, since the vault's lock does.
public final class Door implements AutoCloseable {

    private final VaultDesk desk;
    private final Tools tools;
    private final Navigator go;
    private final Consumer<Office> entered;
    private final Recent recent;
    private final Hint hint;
    private LobbyAhead ahead;
    private @Nullable Path folder;
    private volatile @Nullable Lobby lobby;

    /// The vaults opened lately on this computer.
    public interface Recent {
        /// Their folders, the newest first.
        List<Path> all();

        /// Notes that one was opened.
        void opened(Path folder);
    }

    /// What the unlock screen says beside its fields, for the demonstration vault.
    ///
    /// @param sentence empty for any other vault
    /// @param user whom to let in unless somebody else is chosen, or empty
    /// @param passphrase typed beforehand, or empty
    public record Hint(String sentence, String user, String passphrase) {
        /// No hint.
        public static final Hint NONE = new Hint("", "", "");
    }

    /// @param ahead who went up to the first of the recent vaults already; closed with this
    /// @param entered what happens once somebody is let in
    public Door(
            VaultDesk desk, LobbyAhead ahead, Tools tools, Navigator go, Recent recent, Hint hint, Consumer<Office> entered) {
        this.desk = desk;
        this.ahead = ahead;
        this.tools = tools;
        this.go = go;
        this.recent = recent;
        this.hint = hint;
        this.entered = entered;
        this.folder = recent.all().isEmpty() ? null : recent.all().getFirst();
    }

    Tools tools() {
        return tools;
    }

    Navigator go() {
        return go;
    }

    Hint hint() {
        return hint;
    }

    Recent recent() {
        return recent;
    }

    /// The folder of the vault we are in front of; null where there is none yet.
    @Nullable Path folder() {
        return folder;
    }

    /// Leaves the vault we are in front of and turns to another.
    public void turnTo(Path another) {
        if (!another.equals(folder)) close();
        folder = another;
    }

    /// Where we stand already, if we are there; waits for nobody.
    Optional<Lobby> here() {
        var there = lobby;
        if (there != null) return Optional.of(there);
        return folder == null ? Optional.empty() : ahead.now(folder);
    }

    /// Goes up to the vault, unless we are there.
    synchronized Outcome<Lobby> approach(Path vault) {
        var there = lobby;
        if (there != null) return Outcome.done(there);
        return ahead.await(vault).map(Outcome::done).orElseGet(() -> desk.approach(vault)).map(fresh -> {
            lobby = fresh;
            return fresh;
        });
    }

    /// Lets a person in without the screen: for the demonstration, whose passphrase everybody knows.
    ///
    /// @param passphrase wiped
    public Outcome<Office> letIn(String user, char[] passphrase) {
        var vault = folder;
        if (vault == null) throw new IllegalStateException("there is no vault to let anybody into");
        return approach(vault).then(lobby -> lobby.unlock(
                new Lobby.Unlock(user, passphrase, false, fourfold.core.kernel.Watch.nobody())));
    }

    /// Goes in with whoever was let in.
    public void enter(Office office) {
        var vault = folder;
        if (vault == null) throw new IllegalStateException("there is no vault to go into");
        enter(vault, office);
    }

    VaultDesk desk() {
        return desk;
    }

    /// Goes in.
    void enter(Path vault, Office office) {
        folder = vault;
        lobby = office.lobby();
        recent.opened(vault);
        entered.accept(office);
    }

    /// Gives the vault's lock back.
    @Override
    public synchronized void close() {
        var there = lobby;
        lobby = null;
        // we are where somebody went ahead, or they are there alone
        if (there != null) there.close();
        else ahead.close();
        ahead = LobbyAhead.nobody();
    }
}
