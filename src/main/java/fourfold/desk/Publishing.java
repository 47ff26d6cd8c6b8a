package fourfold.desk;

import static fourfold.core.kernel.Outcome.done;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.core.settings.PublicationKind;
import fourfold.desk.PublicationDesk.Wish;
import fourfold.desk.PublicationDesk.Written;
import fourfold.packet.PacketFormat;
import fourfold.packet.PublicationReader;
import fourfold.packet.Published;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes a publication out of what somebody wants published, and seals it for those who are to have it.
final class Publishing {

    private final Session session;
    private final Ledger ledger;
    private final OpenVault vault;
    private final Agencies agencies;

    Publishing(Session session, Ledger ledger, OpenVault vault, Agencies agencies) {
        this.session = session;
        this.ledger = ledger;
        this.vault = vault;
        this.agencies = agencies;
    }

    /// The units that are to have it, each of them trusted here.
    Outcome<List<AgencyCertificates>> recipients(Wish wish) {
        if (wish.to().isEmpty()) return refused(new Problem.Invalid("to", "Say for which agencies it is."));
        var all = new ArrayList<AgencyCertificates>();
        for (var name : wish.to()) {
            var found = agencies.find(name);
            if (found.isEmpty()) return refused(new Problem.Invalid("to", "There is no agency called " + name + "."));
            switch (vault.trusted().usable(found.get().name())) {
                case Outcome.Refused<AgencyCertificates>(var problem) -> {
                    return Outcome.refused(problem);
                }
                case Outcome.Done<AgencyCertificates> first -> all.addAll(vault.trusted().of(found.get().name()).orThrow());
            }
        }
        return done(all);
    }

    /// What it says.
    Outcome<Json.Members> content(Wish wish) {
        if (wish.kind() == PublicationKind.CERTIFICATES)
            return done(Json.of(Map.of(
                    "keyring", Json.of(new String(vault.own().armoured(), StandardCharsets.US_ASCII)))));
        if (!agencies.find(vault.agency()).orElseThrow().isRegional())
            return refused(new Problem.NotAllowed(
                    "Only a regional unit publishes a configuration; " + vault.agency() + " is a force."));
        if (wish.files().isEmpty())
            return refused(new Problem.Invalid("files", "There is no file of a configuration in that folder."));
        if (wish.from().isBefore(session.today()))
            return refused(new Problem.Invalid("from", "A configuration holds from today at the earliest."));
        var files = new TreeMap<String, Json>();
        wish.files().forEach((name, text) -> files.put(name, Json.of(text)));
        var content = Json.of(files);
        return Configurations.flaw(content, wish.from()).<Outcome<Json.Members>>map(Outcome::refused).orElseGet(() -> done(content));
    }

    /// Writes it into that folder, and reads it back.
    Outcome<Written> write(Published published, List<AgencyCertificates> recipients, Path folder) {
        var file = folder.resolve(
                PacketFormat.publicationName(published.agency(), published.kind().code(), published.number()));
        var all = new ArrayList<>(recipients);
        if (all.stream().noneMatch(one -> one.fingerprint().equals(vault.own().fingerprint()))) all.add(vault.own());
        try {
            var disk = vault.means().disk();
            disk.makeFolder(folder);
            if (disk.exists(file)) return refused(new Problem.NotNow("The file " + file.getFileName() + " is there already."));
            var bytes = new ByteArrayOutputStream();
            try (var sealed = vault.messages().seal(bytes, all)) {
                sealed.write(published.json().canonical());
            }
            disk.replace(file, bytes.toByteArray());
        } catch (IOException failed) {
            return refused(new Problem.NotNow("The publication could not be written to " + folder + "; its number "
                    + published.number() + " is taken, so publish it once more."));
        }
        ledger.log(session, Audit.Kind.DISCLOSURE, Map.of(
                "publication", Json.of(published.kind().code()),
                "number", Json.of(published.number()),
                "to", Json.texts(published.to())));
        // what we cannot read ourselves nobody else should be asked to
        return new PublicationReader(vault)
                .open(file)
                .orElseGet(() -> refused(new Problem.Damaged("The publication that was read back is not sound.")))
                .map(opened -> new Written(
                        published.kind(), published.number(), file, published.hash(), published.to()));
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return Outcome.refused(problem);
    }
}
