package fourfold.desk;

import fourfold.core.kernel.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Going up to a vault before there is a screen to ask from: starting a window takes longer than reading who a vault is of.
///
/// Only a lobby that was reached counts. Whoever finds none goes up to the vault themselves, and meets there what was in the way,
/// be it a refusal or a fault.
public final class LobbyAhead implements AutoCloseable {

    private final @Nullable Path vault;
    private final CompletableFuture<Optional<Lobby>> reached = new CompletableFuture<>();

    private LobbyAhead(@Nullable Path vault) {
        this.vault = vault;
    }

    /// Nobody went ahead.
    public static LobbyAhead nobody() {
        return new LobbyAhead(null);
    }

    /// Somebody goes, on one of `threads`.
    public static LobbyAhead to(Path vault, VaultDesk desk, Executor threads) {
        var ahead = new LobbyAhead(vault);
        threads.execute(() -> ahead.arrive(approach(desk, vault)));
        return ahead;
    }

    private static Optional<Lobby> approach(VaultDesk desk, Path vault) {
        try {
            return desk.approach(vault) instanceof Outcome.Done<Lobby>(var lobby) ? Optional.of(lobby) : Optional.empty();
        } catch (RuntimeException metAgain) {
            return Optional.empty();
        }
    }

    private void arrive(Optional<Lobby> lobby) {
        if (!reached.complete(lobby)) lobby.ifPresent(Lobby::close);
    }

    /// The lobby of that vault, if it has been reached by now.
    public Optional<Lobby> now(Path asked) {
        return asked.equals(vault) ? reached.getNow(Optional.empty()) : Optional.empty();
    }

    /// The lobby of that vault once somebody is there, if anybody went to that one and reached it.
    public Optional<Lobby> await(Path asked) {
        return asked.equals(vault) ? reached.join() : Optional.empty();
    }

    /// Gives the vault's lock back, now or as soon as it has been taken.
    @Override
    public void close() {
        if (!reached.complete(Optional.empty())) reached.join().ifPresent(Lobby::close);
    }
}
