package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import fourfold.desk.PackageVerdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks a package and uses nothing of it.
@Command(
        name = "verify-package",
        description = {
            "Check a package.",
            "Looks at its encryption, signature, addressee, limits, hashes and every act in it, and uses nothing of it. Exit"
                    + " code 3 where it is damaged, 1 where it is not for this vault or its sender is not trusted."
        },
        footer = {"", "Example:", "  fourfold verify-package packages/package.gpg --vault vault"})
final class VerifyPackageCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The package.")
    private Path file = Path.of("");

    VerifyPackageCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return switch (office.packets().verify(file)) {
            case PackageVerdict.Sound sound -> Outcome.done(
                    Answer.of(json(sound)).saying(List.of(sound.sentence())));
            case PackageVerdict.Refused refused -> Outcome.refused(refused.problem());
        };
    }

    private static Json json(PackageVerdict.Sound sound) {
        var says = sound.says();
        var records = new TreeMap<String, Json>();
        says.records().forEach((kind, count) -> records.put(kind, Json.of(count)));
        var members = new HashMap<String, Json>();
        members.put("sound", Json.of(true));
        members.put("from", Json.of(says.from()));
        members.put("to", Json.of(says.to()));
        members.put("number", Json.of(says.number()));
        members.put("purpose", Json.of(says.purpose()));
        members.put("marking", Json.of(says.marking().label()));
        members.put("signedBy", Json.of(sound.signedBy()));
        members.put("verified", Json.of(Map.of(
                "by", Json.of(says.verified().by()), "at", Json.of(says.verified().at().toString()))));
        members.put("configuration", Json.of(says.configuration()));
        members.put("sha256", Json.of(sound.sha256()));
        members.put("entries", Json.of(says.entries()));
        members.put("records", Json.of(records));
        members.put("files", Json.texts(sound.files()));
        return Json.of(members);
    }
}
