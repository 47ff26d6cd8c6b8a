package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.Office;
import fourfold.desk.OutboxDesk;
import fourfold.desk.PacketDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/// Shows what was sent and how it was answered.
@Command(
        name = "outbox",
        description = {
            "Show the packages that were written here and how they were answered, and what waits to be sent.",
            "A package is sent, confirmed, held in part, refused in part, or overdue when nobody has answered for two weeks."
        },
        footer = {"", "Example:", "  fourfold outbox --vault vault"})
final class OutboxCommand extends DeskCommand {

    OutboxCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.outbox().look().map(outbox -> Answer.of(Json.of(Map.of(
                "packages", Json.of(outbox.packages().stream().map(OutboxCommand::json).toList()),
                "waiting", Json.of(outbox.waiting().stream().map(unsent -> json(office, unsent)).toList())))));
    }

    static Json json(OutboxDesk.Line line) {
        var members = new TreeMap<String, Json>();
        members.put("number", Json.of(line.number()));
        members.put("to", Json.of(line.to()));
        members.put("written", time(line.written()));
        members.put("state", Json.of(line.state().label()));
        members.put("entries", Json.of(line.entries()));
        members.put("answered", time(line.answered()));
        members.put("held", Json.of(line.held()));
        members.put("refused", Json.of(line.refused()));
        members.put("why", Json.texts(line.why()));
        return Json.of(members);
    }

    private static Json time(Optional<Instant> time) {
        return time.<Json>map(at -> Json.of(at.toString())).orElse(Json.nothing());
    }

    private static Json json(Office office, PacketDesk.Unsent unsent) {
        return Json.of(Map.of(
                "to", Json.of(unsent.to()),
                "changes", Json.of(unsent.changes()),
                "since", Json.of(unsent.since()),
                "newest", Json.of(newest(office, unsent.to()).stream().map(OutboxCommand::json).toList())));
    }

    /// A unit that is no longer trusted has a name that finds nobody; nothing can be sent there.
    private static List<OutboxDesk.Fresh> newest(Office office, String to) {
        return office.outbox().waiting(to) instanceof Outcome.Done<List<OutboxDesk.Fresh>>(var newest) ? newest : List.of();
    }

    private static Json json(OutboxDesk.Fresh fresh) {
        return Json.of(Map.of(
                "kind", Json.of(fresh.kind()),
                "ref", Json.of(fresh.reference()),
                "what", Json.of(fresh.what()),
                "by", Json.of(fresh.by()),
                "at", Json.of(fresh.at().toString())));
    }
}
