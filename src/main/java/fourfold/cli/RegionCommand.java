package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.Office;
import fourfold.desk.RegionDesk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/// Shows what each force of the region has in the vault of its regional unit, and who has not sent.
@Command(
        name = "region",
        description = {
            "Show what each force of the region has here, and who has not sent.",
            "In the vault of a regional unit: open threats, open actions, events led in the last twelve months, the newest"
                    + " package and how old it is, and the numbers of packages that have not come."
        },
        footer = {"", "Example:", "  fourfold region --vault vault"})
final class RegionCommand extends DeskCommand {

    RegionCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.region().picture().then(found -> found
                .map(picture -> Outcome.done(new Answer(
                        output -> output.list(picture.forces().stream().map(RegionCommand::object)), List.of(), Exit.DONE)))
                .orElseGet(() -> Outcome.refused(
                        new Problem.NotNow("Only the vault of a regional unit has the picture of a region."))));
    }

    private static Json.Members object(RegionDesk.Force force) {
        var members = new TreeMap<String, Json>();
        members.put("agency", Json.of(force.agency()));
        members.put("threats", Json.of(force.threats()));
        members.put("openActions", Json.of(force.openActions()));
        members.put("events", Json.of(force.events()));
        members.put("last", force.last().map(last -> (Json) Json.of(Map.of(
                        "number", Json.of(last.number()),
                        "imported", Json.of(last.on().toString()),
                        "daysAgo", Json.of(last.daysAgo()))))
                .orElse(Json.nothing()));
        members.put("missing", Json.of(force.missing().stream().map(Json::of).toList()));
        members.put("behind", Json.of(force.isBehind()));
        return Json.of(members);
    }
}
