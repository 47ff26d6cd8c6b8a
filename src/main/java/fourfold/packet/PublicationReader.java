package fourfold.packet;

import fourfold.core.access.Role;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.Disk;
import fourfold.vault.Messages;
import fourfold.vault.OpenVault;
import fourfold.vault.PersonCertificate;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens what units publish. The envelope and its gates are those of a package: size, shape, one signature to the very end by
/// a person whom a trusted unit vouches for now; only then is the content parsed. A publication is signed by an
/// administrator of the unit that it names, and names us.
public final class PublicationReader {

    private final OpenVault vault;

    /// A reader for what is published to the vault's agency.
    public PublicationReader(OpenVault vault) {
        this.vault = vault;
    }

    /// A publication that has passed every gate.
    public record Opened(Published published, AgencyCertificates from, PersonCertificate signer) {}

    /// Opens it; nothing when the file is no publication, or does not come through the envelope's gates: then it is for
    /// [PacketReader] to say what it is.
    public Optional<Outcome<Opened>> open(Path file) {
        return opened(file).flatMap(opened -> {
            try (var content = opened.content()) {
                var bytes = content.stream().readAllBytes();
                if (bytes.length == 0 || bytes[0] != '{') return Optional.empty();
                var json = StrictJson.read(bytes).members();
                return json.get("format").equals(Json.of(Published.NAME))
                        ? Optional.of(checked(json, opened))
                        : Optional.empty();
            } catch (Unreadable | IllegalArgumentException | IOException other) {
                return Optional.empty();
            }
        });
    }

    private Optional<Messages.Opened> opened(Path file) {
        var disk = vault.means().disk();
        try {
            if (!disk.exists(file) || disk.size(file) > Published.LONGEST) return Optional.empty();
            try (var frame = disk.open(file, Disk.Access.READ)) {
                OuterFrame.check(frame, String.valueOf(file.getFileName()));
            }
            var bytes = disk.read(file, Published.LONGEST);
            var limits = new Messages.Limits(Published.LONGEST, Published.LONGEST, () -> false);
            return vault.messages().open(new ByteArrayInputStream(bytes), limits) instanceof Outcome.Done<Messages.Opened>(var done)
                    ? Optional.of(done)
                    : Optional.empty();
        } catch (PacketFlaw.Refusal | IOException other) {
            return Optional.empty();
        }
    }

    private Outcome<Opened> checked(Json.Members json, Messages.Opened opened) {
        if (json.get("version") instanceof Json.Whole(var version) && version > Published.VERSION)
            return refused("The publication is of format version " + version
                    + ", newer than this program reads; it needs an update.");
        Published published;
        try {
            published = Published.of(json);
        } catch (RuntimeException wrong) {
            // which member it is would be no help to the person who is told
            return Outcome.refused(
                    new Problem.Damaged("The publication lacks something, or has something in the wrong form."));
        }
        var what = published.kind().words();
        if (!published.agency().equals(opened.from().agency()) || !published.unit().equals(opened.from().fingerprint()))
            return refused("The " + what + " says it comes from " + DisplayText.clean(published.agency())
                    + ", but it was signed for " + opened.from().agency() + ".");
        if (!opened.signer().roles().contains(Role.ADMINISTRATOR))
            return refused("The " + what + " is signed by " + opened.signer().label() + ", who is no administrator of "
                    + opened.from().agency() + "; only an administrator publishes one.");
        boolean ours = published.to().contains(vault.agency())
                || opened.from().fingerprint().equals(vault.own().fingerprint());
        return ours
                ? Outcome.done(new Opened(published, opened.from(), opened.signer()))
                : refused("The " + what + " is for " + DisplayText.clean(String.join(", ", published.to())) + ", not for "
                        + vault.agency() + ".");
    }

    private static Outcome<Opened> refused(String sentence) {
        return Outcome.refused(new Problem.NotAllowed(sentence));
    }
}
