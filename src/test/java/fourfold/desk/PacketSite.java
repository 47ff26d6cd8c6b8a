package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Replica;
import fourfold.journal.FileJournal;
import fourfold.journal.Insider;
import fourfold.journal.Limits;
import fourfold.journal.PoweredDisk;
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
        return keys(means, agency, new Vault.Founding(agency, "X" + Math.abs(agency.hashCode() % 10_000), "Officer", roles));
    }

    /// The keys of another office of an agency, with a supervisor.
    static OpenVault supervisorsKeys(SimulatedDisk disk, String agency) {
        var means = new Means(disk, () -> Instant.parse("2022-06-01T09:00:00Z"), Calibration.floor());
        return keys(means, agency + " supervisor", new Vault.Founding(
                agency, "S" + Math.abs(agency.hashCode() % 10_000), "Supervisor", EnumSet.of(Role.ADMINISTRATOR, Role.SUPERVISOR)));
    }

    private static OpenVault keys(Means means, String folder, Vault.Founding founding) {
        try (var passphrase = Passphrase.chosen(TestVaults.PASSPHRASE.toCharArray()).orThrow()) {
            return Vault.create(means, Path.of("/", folder), founding, passphrase).orThrow().vault();
        }
    }

    /// Everybody trusts everybody, of one agency one office beside the other.
    static void acquaint(List<OpenVault> all) {
        for (var one : all)
            for (var other : all) if (one != other) trust(one, other);
    }

    private static void trust(OpenVault one, OpenVault other) {
        var keyring = other.own().armoured();
        boolean first = one.trusted().of(other.agency()).orThrow().isEmpty();
        (first ? one.trusted().trust(other.agency(), keyring) : one.trusted().trustAnother(other.agency(), keyring)).orThrow();
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

    /// The same on a disk whose power may fail, and of which no copy is made.
    static PacketSite on(OpenVault vault, PoweredDisk disk, Replica replica, Clock clock) {
        return new PacketSite(
                vault, new SimulatedDisk(), replica, FileJournal.open(Insider.folder(disk, 1), LIMITS, List.of()), clock);
    }

    @Override
    Session session(Role... roles) {
        return new Session(vault.user(), "Officer", Set.of(roles), agency, vault.signer()::signAct, clock);
    }

    private Session officer() {
        return new Session(vault.user(), "Officer", vault.certificate().roles(), agency, vault.signer()::signAct, clock);
    }

    PacketDesk packets() {
        return new PacketDesk(
                officer(), store, ledger, journal, vault, AGENCIES, new PacketDesk.Replicas(replica, () -> ""), () -> {});
    }

    ImportDesk imports() {
        return new ImportDesk(
                officer(), store, ledger, journal, vault, new Addresses(vault, AGENCIES), new DiskRoom(file), replica);
    }

    ReviewDesk reviews() {
        var session = officer();
        return new ReviewDesk(
                session, store, ledger, journal, new Consultations(session, ledger), new Origins(store, new Addresses(vault, AGENCIES)));
    }

    /// What that unit is called here.
    String label(PacketSite other) {
        return new Addresses(vault, AGENCIES).of(other.agency, other.vault.own().fingerprint()).label();
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
