package fourfold.packet;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.sync.EntryId;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.Disk;
import fourfold.vault.OpenVault;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;

/// Writes packages. Content, archive, signature and encryption are one stream, so that a package of any size takes the
/// same little memory, and no plaintext ever lies on a disk.
///
/// The file is written under another name, forced, renamed, and then read back through all the gates that its reader
/// will put it through; only then is it done. The same content and shipment give the same archive, byte for byte, but for
/// the hash of the session keys and the time inside the detached signature.
public final class PacketWriter {

    private final OpenVault vault;
    private final Disk disk;
    private final PacketReader reader;

    /// A writer that signs as the person let in.
    public PacketWriter(OpenVault vault, PacketReader reader) {
        this.vault = vault;
        this.disk = vault.means().disk();
        this.reader = reader;
    }

    /// A package that is there, whole and checked.
    ///
    /// @param sha256 of its file, in hexadecimal: the next package to the same addressee names it
    public record Written(Path file, Manifest manifest, String sha256) {}

    /// Told how far the writing is; asked whether to go on.
    public interface Progress {
        /// Nobody watches.
        Progress NONE = (newest, entries) -> true;

        /// @param newest the entry that is about to be written
        /// @param entries how many have been, with it
        /// @return false to stop; then no package is written
        boolean goesOn(EntryId newest, long entries);
    }

    /// Told of a package that is whole and has passed its check, right before it gets its name: who is killed after that has
    /// said what leaves, and who is killed before has let nothing leave.
    public interface Leaving {
        /// Nobody is told.
        Leaving UNTOLD = written -> {};

        /// @param written the package, under the name that it is about to get
        void tell(Written written);
    }

    /// What is written on the outside.
    ///
    /// @param addressee the unit that it is for
    /// @param fileName for people only
    public record Envelope(AgencyCertificates addressee, String fileName) {}

    /// Writes one package into that folder, for the first unit of the addressee and our own to open. A file of the same name
    /// is never replaced. Refused when the addressee's certificate is not trusted here or has lapsed.
    public Outcome<Written> write(Path folder, Released released, Shipment shipment, Progress progress) {
        var fileName = PacketFormat.fileName(
                released.from(), released.to().agency(), shipment.order().sequence(), released.marking());
        return vault.trusted()
                .usable(released.to().agency())
                .then(addressee ->
                        write(folder, released, shipment, new Envelope(addressee, fileName), progress, Leaving.UNTOLD));
    }

    private List<AgencyCertificates> recipients(AgencyCertificates addressee) {
        var own = vault.own();
        return addressee.fingerprint().equals(own.fingerprint()) ? List.of(own) : List.of(addressee, own);
    }

    /// Writes one package into that folder, for that unit and our own to open. A file of the same name is never replaced.
    public Outcome<Written> write(
            Path folder, Released released, Shipment shipment, Envelope envelope, Progress progress, Leaving leaving) {
        var recipients = recipients(envelope.addressee());
        if (released.entries() > PacketFormat.MOST_ENTRIES) {
            return Outcome.refused(new Problem.NotNow(
                    "A package holds 100,000 changes at most, and these are more; choose fewer threats."));
        }
        var file = folder.resolve(envelope.fileName());
        var fresh = folder.resolve(file.getFileName() + ".part");
        try {
            if (disk.exists(file))
                return Outcome.refused(new Problem.NotNow("There is a file " + file.getFileName() + " already."));
            disk.delete(fresh);
            var manifest = put(fresh, released, shipment, progress, recipients);
            if (disk.size(fresh) > PacketFormat.LONGEST_FILE) return tooLong(fresh);
            var checked = checked(fresh, file, manifest);
            if (checked instanceof Outcome.Done<Written>(var written)) {
                leaving.tell(written);
                disk.move(fresh, file);
                disk.forceFolder(folder);
            }
            return checked;
        } catch (BagWriter.Stopped stopped) {
            return gone(fresh, new Problem.NotNow("The export was stopped; no package was written."));
        } catch (BagWriter.TooLong tooLong) {
            return tooLong(fresh);
        } catch (BagWriter.TooMany tooMany) {
            return gone(fresh, new Problem.NotNow("A package holds the fingerprints of 1,000,000 changes that stay behind at"
                    + " most, and the loads and savings that these belong to have more; choose threats that came in fewer"
                    + " loads."));
        } catch (IOException | ReadOnlyFileSystemException failed) {
            return gone(fresh, new Problem.NotNow("The package could not be written to " + folder + ": " + why(failed)));
        }
    }

    private Manifest put(
            Path fresh,
            Released released,
            Shipment shipment,
            Progress progress,
            List<AgencyCertificates> recipients)
            throws IOException {
        var messages = vault.messages();
        try (var file = disk.open(fresh, Disk.Access.CREATE);
                var out = new BufferedOutputStream(new Appending(file), 1 << 16)) {
            Manifest manifest;
            try (var sealed = messages.seal(out, recipients)) {
                out.flush();
                var signatory = new BagWriter.Signatory(
                        vault.certificate().fingerprint(),
                        recipients.stream().map(AgencyCertificates::fingerprint).toList(),
                        keys(fresh),
                        content -> messages.sign(new ByteArrayInputStream(content)));
                manifest = new BagWriter(sealed, signatory, released, shipment, progress).write();
            }
            out.flush();
            file.force();
            return manifest;
        }
    }

    /// The session keys are on the disk before the first byte of content is written.
    private String keys(Path fresh) throws IOException {
        try (var begun = disk.open(fresh, Disk.Access.READ)) {
            return OuterFrame.keys(begun, String.valueOf(fresh.getFileName()));
        }
    }

    private Outcome<Written> checked(Path fresh, Path file, Manifest manifest) throws IOException {
        return switch (reader.check(fresh)) {
            case PackageVerdict.Sound sound when sound.manifest().equals(manifest) ->
                Outcome.done(new Written(file, manifest, sound.sha256()));
            case PackageVerdict.Sound other ->
                gone(fresh, new Problem.Damaged("The package that was read back is another one, so it was removed."));
            case PackageVerdict.Refused refused ->
                gone(fresh, new Problem.Damaged(
                        "The package did not pass its own check and was removed: " + refused.sentence()));
        };
    }

    private Outcome<Written> tooLong(Path fresh) {
        return gone(fresh, new Problem.NotNow(
                "The package would be larger than its limits (200 MB, 500 MB unpacked); choose fewer threats."));
    }

    private Outcome<Written> gone(Path file, Problem problem) {
        try {
            disk.delete(file);
        } catch (IOException left) {
            return Outcome.refused(new Problem.NotNow(
                    problem.sentence() + " The unfinished file " + file.getFileName() + " could not be removed."));
        }
        return Outcome.refused(problem);
    }

    private static String why(Exception failed) {
        return switch (failed) {
            case NoSuchFileException missing -> "the folder is not there.";
            case AccessDeniedException denied -> "there is no permission to write there.";
            case ReadOnlyFileSystemException readOnly -> "it is read-only.";
            default -> "the disk is full, was removed or does not answer.";
        };
    }
}
