package fourfold.vault;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// A simulated disk with vaults on it, at the least cost of derivation.
final class Bench {

    static final Path ROOT = Path.of("/vaults/soc").toAbsolutePath();
    static final String PASS = "correct horse battery staple";
    static final String OTHER = "another passphrase of good length";

    final SimulatedDisk disk;
    final HandClock clock = new HandClock(Instant.parse("2022-06-01T09:00:00Z"));

    Bench() {
        this(new SimulatedDisk());
    }

    Bench(SimulatedDisk disk) {
        this.disk = disk;
    }

    Means means() {
        return means(disk);
    }

    Means means(Disk on) {
        return new Means(on, clock, Calibration.floor());
    }

    static Passphrase pass(String text) {
        return Passphrase.entered(text.toCharArray());
    }

    static Vault.Founding founding(String agency) {
        return new Vault.Founding(
                agency, "em1234", "Pat Example", EnumSet.of(Role.ADMINISTRATOR, Role.LRO));
    }

    Vault.Founded found(Path root, String agency) {
        return Vault.create(means(), root, founding(agency), pass(PASS)).orThrow();
    }

    Vault.Founded found() {
        return found(ROOT, "EMSOU");
    }

    Vault open() {
        return Vault.open(means(), ROOT).orThrow();
    }

    OpenVault unlock() {
        return open().unlock("EM1234", pass(PASS)).orThrow();
    }

    static VaultPeople.Newcomer newcomer(String user, String name, Role... roles) {
        return new VaultPeople.Newcomer(user, name, Set.of(roles));
    }

    static String sentence(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var problem) ? problem.sentence() : "done";
    }

    static void damage(Disk disk, Path file, int at, int with) throws IOException {
        var bytes = disk.read(file, 1 << 20);
        bytes[at] ^= (byte) with;
        disk.replace(file, bytes);
    }
}
