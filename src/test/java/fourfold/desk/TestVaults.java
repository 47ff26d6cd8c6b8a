package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.kernel.Watch;
import fourfold.extract.ExampleRegion;
import fourfold.extract.ExtractSource;
import fourfold.extract.ExtractTable;
import fourfold.extract.ReferenceTables;
import fourfold.journal.Limits;
import fourfold.vault.Calibration;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Real vaults for tests: everything as in the program, but keys at the least cost that is allowed, a small reserve, and a
/// clock that the test sets.
public final class TestVaults {

    /// The passphrase of everybody.
    public static final String PASSPHRASE = "correct horse battery staple";

    /// A clock that stands until it is moved.
    public static final class HandClock extends Clock {
        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        /// Moves the clock.
        public void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("the test's clock has one zone");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private TestVaults() {}

    /// A clock that stands at noon on 21 June 2022, the day after the newest row of the example.
    public static HandClock clock() {
        return new HandClock(Instant.parse("2022-06-21T11:00:00Z"));
    }

    /// Surroundings with that clock.
    public static Surroundings surroundings(Clock clock) {
        return surroundings(clock, new LocalDisk());
    }

    /// The same on that disk.
    public static Surroundings surroundings(Clock clock, Disk disk) {
        InstantSource source = clock::instant;
        return new Surroundings(
                new Means(disk, source, Calibration.floor()),
                new Limits(8L << 20, 1L << 20),
                clock,
                ReferenceTables.read());
    }

    /// A new vault of EMSOU with its administrator X90001, who may do what these roles may as well.
    public static Office begin(Path folder, Surroundings surroundings, Role... more) {
        var roles = EnumSet.of(Role.ADMINISTRATOR, more);
        var begin = new VaultDesk.Begin(
                folder, "EMSOU", "X90001", "Administrator", roles, PASSPHRASE.toCharArray());
        return new VaultDesk(surroundings).begin(begin).orThrow().office();
    }

    /// Adds a person and lets them in in place of whoever is there.
    public static void add(Office office, String user, String name, Set<Role> roles) {
        office.people()
                .add(new PeopleDesk.Add(user, name, roles, "", PASSPHRASE.toCharArray()))
                .orThrow();
    }

    /// Locks the vault and lets somebody else in.
    public static Office as(Office office, String user) {
        var lobby = office.lobby();
        office.close();
        return lobby.unlock(new Lobby.Unlock(user, PASSPHRASE.toCharArray(), false, Watch.nobody()))
                .orThrow();
    }

    /// Loads the example region.
    public static LoadDesk.Report loadExample(Office office) {
        return office.load().load(example(), false, Watch.nobody()).orThrow();
    }

    /// Loads the events of a table.
    public static LoadDesk.Report loadEvents(Office office, String csv) {
        return office.load()
                .load(
                        Map.of("disruptions", ExtractSource.of("disruptions.csv", csv.getBytes(StandardCharsets.UTF_8))),
                        false,
                        Watch.nobody())
                .orThrow();
    }

    /// Loads the threats of the example region alone, where a test needs only these and the people whom they name.
    public static LoadDesk.Report loadThreats(Office office) {
        return office.load()
                .load(Map.of("threats", ExampleRegion.of(ExtractTable.THREATS)), false, Watch.nobody())
                .orThrow();
    }

    /// Loads threats from the text of an extract.
    public static LoadDesk.Report loadThreats(Office office, String csv) {
        return office.load()
                .load(
                        Map.of("threats", ExtractSource.of("threats.csv", csv.getBytes(StandardCharsets.UTF_8))),
                        false,
                        Watch.nobody())
                .orThrow();
    }

    /// The extracts of the example region.
    public static Map<String, ExtractSource> example() {
        var sources = new LinkedHashMap<String, ExtractSource>();
        for (var table : ExtractTable.ALL) sources.put(table.name(), ExampleRegion.of(table));
        return sources;
    }
}
