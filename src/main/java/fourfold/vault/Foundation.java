package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Party;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// The making of a vault. `vault.json` is written last; until then a mark says that what lies there was never finished,
/// so that it may be begun anew.
final class Foundation {

    static final String MARK = "unfinished";

    private final Means means;
    private final Disk disk;
    private final VaultFolder folder;

    Foundation(Means means, VaultFolder folder) {
        this.means = means;
        this.disk = means.disk();
        this.folder = folder;
    }

    Outcome<Vault.Founded> lay(Vault.Founding founding, Passphrase passphrase) throws IOException {
        if (folder.checkPlace(disk) instanceof Outcome.Refused<VaultFolder>(var problem)) {
            return Outcome.refused(problem);
        }
        var mark = folder.root().resolve(MARK);
        if (disk.exists(folder.charter())) return refused("There is already a vault in " + folder.root() + ".");
        if (!disk.list(folder.root()).isEmpty() && !disk.exists(mark)) {
            return refused("The folder " + folder.root() + " is not empty; a new vault needs an empty one.");
        }
        disk.makeFolder(folder.root());
        disk.replace(mark, new byte[0]);
        var lock = disk.tryLock(folder.lock());
        if (lock == null) return Outcome.refused(new LockHolder(means, folder).inUse());
        boolean done = false;
        try {
            var founded = furnish(lock, founding, passphrase);
            disk.delete(mark);
            disk.forceFolder(folder.root());
            done = true;
            return Outcome.done(founded);
        } finally {
            if (!done) lock.close();
        }
    }

    private Vault.Founded furnish(Disk.Lock lock, Vault.Founding founding, Passphrase passphrase) throws IOException {
        for (var inner : folder.folders()) disk.makeFolder(inner);
        for (var old : List.of(folder.keys(), folder.trust())) for (var file : disk.list(old)) disk.delete(file);
        var now = means.clock().instant();
        var charter = new Charter(
                UUID.randomUUID(), UUID.randomUUID(), founding.agency(), now, new TreeMap<>(), new TreeMap<>(), "");
        var vaultKey = Aes.random(KeyDerivation.KEY);
        var keys = new VaultKeys(charter.vault(), vaultKey);
        Arrays.fill(vaultKey, (byte) 0);
        var vault = new Vault(means, folder, lock, charter);

        var unit = OpenPgp.drawUnit(AgencyCertificates.unitLabel(founding.agency()));
        var signer = SigningKey.draw(Party.label(founding.name(), founding.user()));
        var person = new Certification(
                        founding.user(), founding.agency(), new Standing(now, founding.roles(), signer.actKey())
                                .until(
                                        PeopleCertificates.end(now, PeopleCertificates.PERSON_DAYS),
                                        PeopleCertificates.end(now, PeopleCertificates.UNIT_DAYS)))
                .signOn(OpenPgp.certificate(signer.ring()), unit);
        var own = AgencyCertificates.of(OpenPgp.certificate(unit), Stream.of(person));

        var room = new KeyRoom(vault, keys);
        room.trusted(charter).write(own);
        room.putUnit(OpenPgp.withoutPrimary(unit));
        room.putCertifier(founding.user(), person, unit);
        room.putPerson(founding.user(), 1, passphrase, signer);
        var code = RecoveryCode.draw();
        room.putRecovery(Vault.FIRST_RECOVERY, 1, code, unit);
        vault.holder().write(founding.user());
        vault.write(charter.withPerson(founding.user(), 1).withRecovery(Vault.FIRST_RECOVERY, 1), keys);
        var open = new OpenVault(vault, keys, signer, own, List.of());
        return new Vault.Founded(open, code);
    }

    private static <T> Outcome<T> refused(String sentence) {
        return Outcome.refused(new Problem.NotNow(sentence));
    }
}
