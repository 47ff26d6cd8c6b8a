package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Replica;
import fourfold.journal.FileJournal;
import fourfold.journal.Insider;
import fourfold.journal.Limits;
import fourfold.vault.Calibration;
import fourfold.vault.Means;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.SimulatedDisk;
import fourfold.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The desks of one agency with everything that packages need: real keys, and a journal in files on a disk in memory, which
/// can be copied, put back and cut off. Its keys are made once and serve many sites, since they are what takes long.
final class PacketSite extends Site {

    private static final Limits LIMITS = new Limits(64L << 20, 1L << 10);

    final OpenVault vault;
    final SimulatedDisk disk;
    private final FileJournal file;

    private PacketSite(OpenVault vault, SimulatedDisk disk, Replica replica, FileJournal journal, Clock clock) {
        super(vault.agency(), replica, journal, clock);
        this.vault = vault;
        this.disk = disk;
        this.file = journal;
    }

    /// The keys of an agency, with an officer who is LRO and supervisor.
    static OpenVault keys(SimulatedDisk disk, String agency) {
        var means = new Means(disk, () -> Instant.parse("2022-06-01T09:00:00Z"), Calibration.floor());
        var roles = EnumSet.of(Role.ADMINISTRATOR, Role.LRO, Role.SUPERVISOR);
        var founding = new Vault.Founding(agency, "X" + Math.abs(agency.hashCode() % 10_000), "Officer", roles);
        try (var passphrase = Passphrase.chosen(TestVaults.PASSPHRASE.toCharArray()).orThrow()) {
            return Vault.create(means, Path.of("/", agency), founding, passphrase).orThrow().vault();
        }
    }

    /// Everybody trusts everybody.
    static void acquaint(List<OpenVault> all) {
        for (var one : all)
            for (var other : all)
                if (one != other) one.trusted().trust(other.agency(), other.own().armoured()).orThrow();
    }

    /// With an empty journal.
    static PacketSite begin(OpenVault vault, Replica replica, Clock clock) {
        var disk = new SimulatedDisk();
        return new PacketSite(vault, disk, replica, FileJournal.create(Insider.folder(disk, 1), LIMITS), clock);
    }

    /// With the journal that lies on that disk.
    static PacketSite on(OpenVault vault, SimulatedDisk disk, Replica replica, Clock clock) {
        return new PacketSite(vault, disk, replica, FileJournal.open(Insider.folder(disk, 1), LIMITS, List.of()), clock);
    }

    @Override
    Session session(Role... roles) {
        return new Session(vault.user(), "Officer", Set.of(roles), agency, vault.signer()::signAct, clock);
    }

    private Session officer() {
        return session(Role.ADMINISTRATOR, Role.LRO, Role.SUPERVISOR);
    }

    PacketDesk packets() {
        return new PacketDesk(
                officer(), store, ledger, journal, vault, AGENCIES, new PacketDesk.Replicas(replica, () -> ""), () -> {});
    }

    ImportDesk imports() {
        return new ImportDesk(
                officer(), store, ledger, journal, vault, new Addresses(vault, AGENCIES), new DiskRoom(file), replica);
    }

    /// Writes what is new for an agency, or everything.
    Outcome<Path> send(String to, boolean all) {
        var folder = vault.folder().out();
        try {
            vault.means().disk().makeFolder(folder);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return packets()
                .write(new PacketDesk.Wish(to, "Return", Set.of(), all, Map.of()), folder, Watch.nobody())
                .map(written -> written.getFirst().file());
    }
}
