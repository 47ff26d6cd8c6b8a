package fourfold.vault;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A vault whose lock we hold, before anybody is let in. Nobody else can open it until [#close()].
public final class Vault implements AutoCloseable {

    static final String FIRST_RECOVERY = "recovery";

    private static final int LONGEST_NAME = 100;

    /// With less than this many bytes free a disk is called full.
    private static final long NEXT_TO_NOTHING = 1L << 20;

    private final Means means;
    private final VaultFolder folder;
    private final Disk.Lock lock;
    private final LockHolder holder;
    private Charter charter;

    /// The first person of a new vault.
    ///
    /// @param agency whose vault it is
    /// @param user the collar number
    /// @param roles administrator among them, or nobody could add people
    public record Founding(String agency, String user, String name, Set<Role> roles) {}

    /// A new vault, open, with the recovery code to show once.
    public record Founded(OpenVault vault, RecoveryCode code) {}

    Vault(Means means, VaultFolder folder, Disk.Lock lock, Charter charter) {
        this.means = means;
        this.folder = folder;
        this.lock = lock;
        this.charter = charter;
        this.holder = new LockHolder(means, folder);
    }

    /// Makes a vault in a folder that is empty or not there yet, and lets its first person in. The passphrase stays the
    /// caller's to close.
    public static Outcome<Founded> create(Means means, Path root, Founding founding, Passphrase passphrase) {
        var folder = new VaultFolder(root);
        if (!founding.roles().contains(Role.ADMINISTRATOR)) {
            return invalid("role", "The first person of a vault has to be an administrator.");
        }
        if (isNoName(founding.agency())) return invalid("agency", "Say which agency the vault belongs to.");
        if (isNoName(founding.name())) return invalid("name", "Give the person's name, up to 100 characters.");
        var weakness = passphrase.weakness();
        if (weakness.isPresent()) return Outcome.refused(weakness.get());
        return Collar.read(founding.user())
                .then(user -> Attempt.at(folder, () -> new Foundation(means, folder).lay(
                        new Founding(founding.agency().strip(), user, founding.name().strip(), founding.roles()),
                        passphrase)));
    }

    static boolean isNoName(String text) {
        return text.isBlank() || text.strip().length() > LONGEST_NAME;
    }

    /// Takes the lock of a vault and reads what it is. A second instance is told at once who has it.
    public static Outcome<Vault> open(Means means, Path root) {
        var folder = new VaultFolder(root);
        return Attempt.at(folder, () -> take(means, folder));
    }

    private static Outcome<Vault> take(Means means, VaultFolder folder) throws IOException {
        var disk = means.disk();
        if (!disk.exists(folder.charter())) {
            return Outcome.refused(
                    disk.list(folder.keys()).isEmpty() || disk.exists(folder.root().resolve(Foundation.MARK))
                            ? new Problem.Gone("There is no vault in " + folder.root() + ".")
                            : new Problem.Damaged("The file vault.json of the vault in " + folder.root()
                                    + " is missing; restore it from a backup."));
        }
        if (folder.checkPlace(disk) instanceof Outcome.Refused<VaultFolder>(var problem)) {
            return Outcome.refused(problem);
        }
        var lock = disk.tryLock(folder.lock());
        if (lock == null) return Outcome.refused(new LockHolder(means, folder).inUse());
        return kept(lock, () -> {
            var charter = readCharter(disk, folder);
            var vault = new Vault(means, folder, lock, charter);
            vault.makeRoom();
            vault.holder.write("");
            vault.tidy();
            return Outcome.done(vault);
        });
    }

    /// Whatever goes wrong, a lock that nobody was handed is given back.
    private static <T> Outcome<T> kept(Disk.Lock lock, Attempt<T> attempt) throws IOException {
        boolean done = false;
        try {
            var outcome = attempt.run();
            done = outcome.isDone();
            return outcome;
        } finally {
            if (!done) lock.close();
        }
    }

    private static Charter readCharter(Disk disk, VaultFolder folder) throws IOException {
        try {
            return Charter.read(disk.read(folder.charter(), Charter.LONGEST_FILE));
        } catch (Unreadable damaged) {
            throw new Unreadable("the file vault.json cannot be read");
        }
    }

    /// Gives the reserve back where nothing else is left: letting a person in writes a few small files, and on a full disk
    /// a vault can still be read.
    void makeRoom() throws IOException {
        if (means.disk().free(folder.root()) < NEXT_TO_NOTHING) means.disk().delete(folder.reserve());
    }

    /// What a crash may have left: folders not made yet, plaintext never, staged packages whose key is gone.
    private void tidy() throws IOException {
        var disk = means.disk();
        for (var inner : folder.folders()) disk.makeFolder(inner);
        disk.delete(folder.root().resolve(Foundation.MARK));
        for (var file : disk.list(folder.in())) {
            if (file.getFileName().toString().startsWith(Staged.PREFIX)) disk.delete(file);
        }
    }

    /// Whose vault it is, as the file says before anybody is let in.
    public String agency() {
        return charter.agency();
    }

    /// The collar numbers of those who can be let in, as the file says before anybody is.
    public List<String> people() {
        return List.copyOf(charter.people().keySet());
    }

    /// Where its files are.
    public VaultFolder folder() {
        return folder;
    }

    /// Lets a person in.
    public Outcome<OpenVault> unlock(String user, Passphrase passphrase) {
        var collar = Collar.capitals(user);
        if (!charter.people().containsKey(collar)) {
            return Outcome.refused(new Problem.NotAllowed("There is no " + cut(collar) + " in this vault."));
        }
        return Attempt.at(folder, () -> new Entrance(this).unlock(collar, passphrase));
    }

    /// Lets a person in who lost their passphrase, with a new passphrase and new keys that the unit vouches for. What the
    /// person signed earlier stays theirs.
    public Outcome<OpenVault> recover(RecoveryCode code, String user, Passphrase fresh) {
        var collar = Collar.capitals(user);
        if (!charter.people().containsKey(collar)) {
            return Outcome.refused(new Problem.NotAllowed("There is no " + cut(collar) + " in this vault."));
        }
        var weakness = fresh.weakness();
        if (weakness.isPresent()) return Outcome.refused(weakness.get());
        return Attempt.at(folder, () -> new Recovery(this).recover(code, collar, fresh));
    }

    private static String cut(String typed) {
        return typed.length() > 32 ? typed.substring(0, 32) : typed;
    }

    /// How long to wait before the next try; zero when it may be now.
    public Outcome<Duration> wait(String user) {
        return Attempt.at(folder, () -> {
            var tries = tries();
            return Outcome.done(tries.wait(tries.read()));
        });
    }

    Means means() {
        return means;
    }

    Charter charter() {
        return charter;
    }

    SlotShelf shelf() {
        return new SlotShelf(means.disk(), folder.keys(), charter.vault());
    }

    WrongTries tries() {
        return new WrongTries(means.disk(), folder.tries(), means.clock());
    }

    LockHolder holder() {
        return holder;
    }

    void write(Charter changed, VaultKeys keys) throws IOException {
        means.disk().replace(folder.charter(), changed.bytes(keys));
        charter = Charter.read(changed.bytes(keys));
    }

    /// Gives the lock back.
    @Override
    public void close() {
        try {
            holder.clear();
            lock.close();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException("the vault's lock cannot be given back", fault);
        }
    }

    private static <T> Outcome<T> invalid(String field, String sentence) {
        return Outcome.refused(new Problem.Invalid(field, sentence));
    }
}
