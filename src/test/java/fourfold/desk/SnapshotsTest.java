package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vault's copies of itself.
class SnapshotsTest {

    @TempDir
    Path folder;

    @Test
    void aLockMakesOneAtMostEveryTwelveHoursAndItRestores() throws IOException {
        var clock = TestVaults.clock();
        var surroundings = TestVaults.surroundings(clock);
        var office = TestVaults.begin(folder.resolve("vault"), surroundings, Role.LRO);
        TestVaults.add(office, "X10001", "Second", Set.of(Role.LRO));
        office = TestVaults.as(office, "X90001");
        office = TestVaults.as(office, "X90001");
        assertEquals(1, snapshots().size());
        clock.forward(Duration.ofHours(13));
        office = TestVaults.as(office, "X90001");
        assertEquals(2, snapshots().size());
        var lobby = office.lobby();
        office.close();
        lobby.close();

        var desk = new VaultDesk(surroundings);
        var newest = snapshots().last();
        assertTrue(Files.size(newest) < 500_000, "the journal's reserve is not kept");
        assertTrue(desk.restore(newest, folder.resolve("again"), "X10001", TestVaults.PASSPHRASE.toCharArray())
                .isDone());
        var restored = desk.approach(folder.resolve("again")).orThrow();
        var again = restored.unlock(new Lobby.Unlock("X10001", TestVaults.PASSPHRASE.toCharArray(), false, Watch.nobody()))
                .orThrow();
        assertEquals(2, again.people().all().size());
        again.close();
        restored.close();
    }

    private TreeSet<Path> snapshots() throws IOException {
        try (var files = Files.list(folder.resolve("vault").resolve("snap"))) {
            return new TreeSet<>(files.toList());
        }
    }

    @Test
    void theNewestThreeOneADayAndOneAWeekAreKept() {
        var all = new ArrayList<LocalDateTime>();
        var time = LocalDateTime.of(2022, 1, 3, 8, 0);
        for (int i = 0; i < 120; i++) all.add(time.plusHours(12L * i));
        var kept = new TreeSet<>(Snapshots.kept(all));
        assertTrue(kept.containsAll(all.subList(117, 120)));
        assertEquals(7, kept.stream().map(LocalDateTime::toLocalDate).filter(day -> day.isAfter(all.getLast().toLocalDate().minusDays(7))).distinct().count());
        assertTrue(kept.size() <= 3 + 7 + 4, kept.toString());
        assertTrue(kept.first().isBefore(all.getLast().minusDays(17)));
    }
}
