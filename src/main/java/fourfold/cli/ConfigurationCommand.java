package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.Publication;
import fourfold.desk.Office;
import fourfold.desk.PublicationDesk;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/// Shows which configuration is in use.
@Command(
        name = "show",
        description = "Show which edition of the region's configuration is in use, with its rules and limits.",
        footer = {"", "Example:", "  fourfold configuration show --vault vault"})
final class ConfigurationCommand extends DeskCommand {

    ConfigurationCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return Outcome.done(Answer.of(json(office.publications().inUse())));
    }

    private static Json json(PublicationDesk.InUse inUse) {
        var members = new TreeMap<String, Json>();
        members.put("edition", Json.of(inUse.edition()));
        members.put("coming", Json.of(inUse.coming()));
        members.put("rules", Json.texts(inUse.rules()));
        members.put("limits", json(inUse.limits()));
        members.put("ownLimits", json(inUse.ownLimits()));
        inUse.taken().ifPresent(one -> {
            members.put("signedBy", Json.of(one.get(Publication.SIGNED_BY)));
            members.put("takenBy", Json.of(one.get(Publication.TAKEN_BY)));
            one.find(Publication.TAKEN_AT).ifPresent(at -> members.put("takenAt", Json.of(at.toString())));
            one.find(Publication.VALID_FROM).ifPresent(day -> members.put("from", Json.of(day.toString())));
        });
        return Json.of(members);
    }

    private static Json json(Map<String, Long> limits) {
        var members = new TreeMap<String, Json>();
        limits.forEach((name, value) -> members.put(name, Json.of(value)));
        return Json.of(members);
    }
}
