package fourfold.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where the files of a vault are.
///
/// ```
/// vault.json              what the vault is, and who is in it; authenticated with the vault's key
/// lock, lock.holder       the lock of the operating system, and who has it
/// head                    the newest signed head of the journal; authenticated with the vault's key
/// checked                 when the journal was last wholly checked; authenticated with the vault's key
/// keys/<user>.slot        a person's way in, with a copy in <user>.slot2
/// keys/<name>.recovery    a recovery code's way in, with a copy
/// keys/<name>.escrow      a recovery code sealed to another unit's certificate
/// keys/unit.sealed        what decrypts packages addressed to the unit
/// keys/<user>.unit        what certifies people, for that administrator alone
/// keys/tries              wrong passphrases since the last right one
/// trust/*.ended           units that were trusted once, with the day and the reason
/// trust/*.cert            pinned certificates of units and their people; "+" and a fingerprint: another office
/// journal/ db/ att/ snap/ in/ out/ quarantine/
/// ```
public record VaultFolder(Path root) {

    private static final Set<String> NETWORK = Set.of(
            "nfs", "nfs4", "nfs3", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs",
            "fuse.sshfs", "sshfs", "osxfuse", "macfuse", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse",
            "fuse.glusterfs", "glusterfs", "ceph", "fuse.ceph", "afs", "ncpfs", "lustre", "coda");

    /// @param root the vault's folder, made absolute
    public VaultFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path charter() {
        return root.resolve("vault.json");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path holder() {
        return root.resolve("lock.holder");
    }

    /// The newest head of the journal that was anchored outside it.
    public Path head() {
        return root.resolve("head");
    }

    /// When the journal was last wholly checked, and what was found.
    public Path checked() {
        return root.resolve("checked");
    }

    /// The file that only takes up space, to be given back when there is none left.
    public Path reserve() {
        return journal().resolve("reserve");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path trust() {
        return root.resolve("trust");
    }

    public Path journal() {
        return root.resolve("journal");
    }

    /// The store's folder.
    public Path db() {
        return root.resolve("db");
    }

    public Path attachments() {
        return root.resolve("att");
    }

    public Path snapshots() {
        return root.resolve("snap");
    }

    public Path in() {
        return root.resolve("in");
    }

    public Path out() {
        return root.resolve("out");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    /// All folders.
    List<Path> folders() {
        return List.of(
                root, keys(), trust(), journal(), db(), attachments(), snapshots(), in(), out(), quarantine());
    }

    Path unitKey() {
        return keys().resolve("unit.sealed");
    }

    Path certifierOf(String user) {
        return keys().resolve(user + ".unit");
    }

    Path escrow(String name) {
        return keys().resolve(name + ".escrow");
    }

    Path tries() {
        return keys().resolve("tries");
    }

    /// Refuses a place where locks and forced writes cannot be relied on, or where nothing can be written.
    Outcome<VaultFolder> checkPlace(Disk disk) throws IOException {
        if (isRemoteName(root.toString()) || isNetwork(disk.kind(existing(disk)))) {
            return Outcome.refused(new Problem.NotNow("The folder " + root
                    + " is on a network drive; a vault has to be on a disk of this computer."));
        }
        if (!disk.isWritable(existing(disk))) {
            return Outcome.refused(new Problem.NotNow("The folder " + root + " cannot be written to."));
        }
        return Outcome.done(this);
    }

    /// Two slashes of either kind begin a name on another computer on Windows (UNC).
    static boolean isRemoteName(String path) {
        return path.startsWith("\\\\") || path.startsWith("//");
    }

    static boolean isNetwork(String kind) {
        return NETWORK.contains(kind.toLowerCase(Locale.ROOT));
    }

    private Path existing(Disk disk) throws IOException {
        var folder = root;
        while (!disk.exists(folder)) {
            var above = folder.getParent();
            if (above == null) return folder;
            folder = above;
        }
        return folder;
    }
}
