package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.UkDate;
import fourfold.core.settings.PublicationKind;
import fourfold.desk.Office;
import fourfold.desk.PublicationDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes what the unit publishes for others.
abstract sealed class PublishCommand extends DeskCommand {

    private static final int LONGEST = 1 << 20;

    @Option(names = "--to", required = true, arity = "1..*", paramLabel = "AGENCY", description = "The agencies that it is for.")
    private List<String> to = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder that the file is written to.")
    private Path out = Path.of("");

    @Option(names = "--note", paramLabel = "TEXT", description = "What is new, for whoever takes it in.")
    private String note = "";

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "The least number it may have, where this vault was restored and its numbers had gone on.")
    private long number;

    final long number() {
        return number;
    }

    PublishCommand(Terminal terminal) {
        super(terminal);
    }

    abstract PublicationDesk.Wish wish(Office office, List<String> agencies, String about);

    @Override
    boolean needsCertificates() {
        return true;
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.publications().publish(wish(office, to, note), out).map(written -> {
            var members = new TreeMap<String, Json>();
            members.put("kind", Json.of(written.kind().code()));
            members.put("number", Json.of(written.number()));
            members.put("file", Json.of(written.file().toString()));
            members.put("sha256", Json.of(written.hash()));
            members.put("to", Json.texts(written.to()));
            return Answer.of(Json.of(members));
        });
    }

    /// The list of certificates.
    @Command(
            name = "certificates",
            description = {
                "Publish this unit's list of certificates.",
                "One signed and encrypted file that the other units take in with fourfold import. Only an administrator may do this."
            },
            footer = {
                "",
                "Example:",
                "  fourfold publish certificates --to EMSOU Nottinghamshire --out lists --vault vault"
            })
    static final class Certificates extends PublishCommand {
        Certificates(Terminal terminal) {
            super(terminal);
        }

        @Override
        PublicationDesk.Wish wish(Office office, List<String> agencies, String about) {
            return new PublicationDesk.Wish(
                    PublicationKind.CERTIFICATES, agencies, number(), office.session().today(), about, new TreeMap<>());
        }
    }

    /// The region's configuration.
    @Command(
            name = "configuration",
            description = {
                "Publish the region's configuration: lists, plan templates, counting rules, limits, checks, populations.",
                "The folder holds any of lists.csv, templates.csv, counting-rules.csv, limits.csv, checks.csv and residents.csv; what"
                        + " it lacks stays as it was. Only an administrator of a regional unit may do this."
            },
            footer = {
                "",
                "Example:",
                "  fourfold publish configuration --files region --from 2026-12-01 --to Derbyshire --out lists --vault vault"
            })
    static final class Configuration extends PublishCommand {
        @Option(names = "--files", required = true, paramLabel = "DIR", description = "The folder with the files.")
        private Path files = Path.of("");

        @Option(names = "--from", paramLabel = "D", description = "The first day on which it holds; today without it.")
        private @Nullable String from;

        Configuration(Terminal terminal) {
            super(terminal);
        }

        @Override
        PublicationDesk.Wish wish(Office office, List<String> agencies, String about) {
            return new PublicationDesk.Wish(
                    PublicationKind.CONFIGURATION, agencies, number(), day(office), about, texts(files));
        }

        private LocalDate day(Office office) {
            if (from == null) return office.session().today();
            try {
                return UkDate.parse(from);
            } catch (IllegalArgumentException wrong) {
                throw new Usage(wrong.getMessage() + ".");
            }
        }
    }

    private static SortedMap<String, String> texts(Path folder) {
        var texts = new TreeMap<String, String>();
        for (var name : List.of("lists.csv", "templates.csv", "counting-rules.csv", "limits.csv", "checks.csv", "residents.csv")) {
            var file = folder.resolve(name);
            if (!Files.isRegularFile(file)) continue;
            try (var in = Files.newInputStream(file)) {
                var bytes = in.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) throw new Usage("The file " + file + " is longer than 1 MB.");
                texts.put(name, new String(bytes, StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new Usage("The file " + file + " cannot be read.");
            }
        }
        return texts;
    }
}
