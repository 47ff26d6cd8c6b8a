package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fourfold.core.access.Role;
import fourfold.journal.HookedDisk;
import fourfold.vault.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Going up to a vault before there is a screen: what is found is found once, and the vault's lock is never left behind.
class LobbyAheadTest {

    @TempDir
    Path folder;

    private final VaultDesk desk = new VaultDesk(TestVaults.surroundings(TestVaults.clock()));
    private final List<Runnable> errands = new ArrayList<>();
    private Path vault;

    @BeforeEach
    void aVaultIsThere() {
        vault = folder.resolve("vault");
        var begun = desk.begin(new VaultDesk.Begin(
                        vault, "EMSOU", "X90001", "Administrator", EnumSet.of(Role.ADMINISTRATOR),
                        TestVaults.PASSPHRASE.toCharArray()))
                .orThrow();
        begun.office().close();
        begun.office().lobby().close();
    }

    private void theLockIsFree() {
        desk.approach(vault).orThrow().close();
    }

    @Test
    void it_is_there_once_the_way_is_gone_and_not_before() {
        try (var ahead = LobbyAhead.to(vault, desk, errands::add)) {
            assertEquals(Optional.empty(), ahead.now(vault));
            errands.forEach(Runnable::run);
            var lobby = ahead.now(vault).orElseThrow();
            assertEquals(List.of("X90001"), lobby.people());
            assertSame(lobby, ahead.await(vault).orElseThrow());
            assertFalse(desk.approach(vault).isDone(), "its lock is ours");
        }
        theLockIsFree();
    }

    @Test
    void nobody_is_there_for_another_vault() {
        try (var ahead = LobbyAhead.to(vault, desk, Runnable::run)) {
            assertEquals(Optional.empty(), ahead.now(folder.resolve("other")));
            assertEquals(Optional.empty(), ahead.await(folder.resolve("other")));
        }
        assertEquals(Optional.empty(), LobbyAhead.nobody().now(vault));
        assertEquals(Optional.empty(), LobbyAhead.nobody().await(vault));
    }

    @Test
    void a_lock_taken_after_everybody_has_left_is_given_back() {
        LobbyAhead.to(vault, desk, errands::add).close();
        errands.forEach(Runnable::run);
        theLockIsFree();
    }

    @Test
    void what_was_in_the_way_is_met_by_whoever_asks() throws IOException {
        try (var first = desk.approach(vault).orThrow();
                var second = LobbyAhead.to(vault, desk, Runnable::run)) {
            assertEquals(List.of("X90001"), first.people());
            assertEquals(Optional.empty(), second.await(vault));
            assertFalse(desk.approach(vault).isDone());
        }
        try (var files = Files.list(vault)) {
            for (var file : files.filter(Files::isRegularFile).toList()) Files.writeString(file, "damaged");
        }
        try (var damaged = LobbyAhead.to(vault, desk, Runnable::run)) {
            assertEquals(Optional.empty(), damaged.await(vault));
        }
    }

    @Test
    void a_fault_on_the_way_is_met_by_whoever_asks() {
        var broken = new VaultDesk(TestVaults.surroundings(TestVaults.clock(), new HookedDisk(new LocalDisk()) {
            @Override
            public OpenFile open(Path file, Access access) {
                throw new IllegalStateException("a fault of ours");
            }
        }));
        assertThrows(IllegalStateException.class, () -> broken.approach(vault));
        try (var ahead = LobbyAhead.to(vault, broken, Runnable::run)) {
            assertEquals(Optional.empty(), ahead.await(vault));
        }
    }
}
