package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.CertificateDesk;
import fourfold.desk.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who is vouched for and until when, and what an administrator does about it.
abstract sealed class CertificatesCommand extends DeskCommand {

    private static final int LONGEST = 16 << 20;

    CertificatesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    boolean needsCertificates() {
        return true;
    }

    /// Shows every certificate.
    @Command(
            name = "list",
            description = "Show the certificates that are trusted here, with six words for each, their people and their ends.",
            footer = {"", "Example:", "  fourfold cert list --vault vault"})
    static final class Listing extends CertificatesCommand {
        Listing(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.certificates().all().map(all -> Answer.of(
                    Json.of(all.stream().map(CertificatesCommand::json).toList())));
        }
    }

    /// Shows what is in a file.
    @Command(
            name = "show",
            description = "Show what is in a file of certificates, before anybody trusts it.",
            footer = {"", "Example:", "  fourfold cert show derbyshire.asc --vault vault"})
    static final class Showing extends CertificatesCommand {
        @Parameters(index = "0", paramLabel = "FILE", description = "An OpenPGP keyring, armoured or not.")
        private Path file = Path.of("");

        Showing(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return keyring(file).then(office.certificates()::read).map(unit -> Answer.of(json(unit)));
        }
    }

    /// Renews one.
    @Command(
            name = "renew",
            description = {
                "Let a certificate hold for another full time: two years for a person, five for the unit.",
                "Only an administrator may do this. Publish the list of certificates afterwards."
            },
            footer = {
                "",
                "Examples:",
                "  fourfold cert renew --user X2 --vault vault",
                "  fourfold cert renew --unit --vault vault"
            })
    static final class Renewing extends CertificatesCommand {
        @Option(names = "--user", paramLabel = "ID", description = "The collar number of the person.")
        private String user = "";

        @Option(names = "--unit", description = "The unit's own certificate.")
        private boolean unit;

        Renewing(Terminal terminal) {
            super(terminal);
        }

        @Override
        void prepare() {
            if (user.isBlank() != unit) throw new Usage("Say either --user or --unit.");
        }

        @Override
        Outcome<Answer> run(Office office) {
            return unit
                    ? office.certificates().renewUnit().map(own -> Answer.of(json(own)))
                    : office.certificates().renew(user).map(holder -> Answer.of(json(holder)));
        }
    }

    /// Revokes one.
    @Command(
            name = "revoke",
            description = {
                "Revoke a person's certificate and let them in no more.",
                "What they signed before stays theirs; what they sign from now on is refused wherever the new list of certificates"
                        + " was taken in. Only an administrator may do this."
            },
            footer = {
                "",
                "Example:",
                "  fourfold cert revoke --user X2 --reason \"Laptop stolen on 3 June\" --vault vault"
            })
    static final class Revoking extends CertificatesCommand {
        @Option(names = "--user", required = true, paramLabel = "ID", description = "The collar number of the person.")
        private String user = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stands in the certificate for every unit to read.")
        private String reason = "";

        Revoking(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.people().revoke(user, reason).then(person -> office.certificates().all()).map(all -> Answer.of(
                            Json.of(all.getFirst().people().stream()
                                    .filter(holder -> holder.user().equalsIgnoreCase(user.strip()))
                                    .map(CertificatesCommand::json)
                                    .toList()))
                    .saying(List.of("Publish the list of certificates now, so that the other units know: fourfold publish"
                            + " certificates.")));
        }
    }

    /// Ends the trust in a unit.
    @Command(
            name = "distrust",
            description = {
                "Believe a unit's certificates no more.",
                "What came from there stays; what is signed there is refused from now on. Only an administrator may do this."
            },
            footer = {
                "",
                "Example:",
                "  fourfold cert distrust --agency Derbyshire --reason \"Their unit key was copied\" --vault vault"
            })
    static final class Distrusting extends CertificatesCommand {
        @Option(names = "--agency", required = true, paramLabel = "A", description = "Whose certificates they are.")
        private String agency = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        Distrusting(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.trust().endTrust(agency, reason).map(was -> Answer.of(Json.of(Map.of(
                    "agency", Json.of(agency), "ended", Json.of(was)))));
        }
    }

    static Outcome<byte[]> keyring(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST + 1);
            return bytes.length <= LONGEST
                    ? Outcome.done(bytes)
                    : Outcome.refused(new Problem.Damaged("The file " + file + " is too long to be a keyring."));
        } catch (IOException failed) {
            return Outcome.refused(new Problem.Damaged("The file " + file + " cannot be read."));
        }
    }

    private static Json json(CertificateDesk.Unit unit) {
        var members = new TreeMap<String, Json>();
        members.put("agency", Json.of(unit.agency()));
        members.put("fingerprint", Json.of(unit.fingerprint()));
        members.put("words", Json.of(unit.words()));
        members.put("own", Json.of(unit.own()));
        members.put("expires", json(unit.expires()));
        members.put("people", Json.of(unit.people().stream().map(CertificatesCommand::json).toList()));
        return Json.of(members);
    }

    private static Json json(CertificateDesk.Holder holder) {
        var members = new TreeMap<String, Json>();
        members.put("user", Json.of(holder.user()));
        members.put("name", Json.of(holder.label()));
        members.put("roles", Json.texts(holder.roles().stream().map(role -> role.label()).toList()));
        members.put("fingerprint", Json.of(holder.fingerprint()));
        members.put("expires", json(holder.expires()));
        members.put("ended", json(holder.ended()));
        members.put("reason", Json.of(holder.reason()));
        return Json.of(members);
    }

    private static Json json(Optional<Instant> moment) {
        return moment.<Json>map(at -> Json.of(at.toString())).orElse(Json.nothing());
    }
}
