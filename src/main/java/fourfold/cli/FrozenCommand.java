package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.desk.FreezeDesk;
import fourfold.desk.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Frozen figures.
final class FrozenCommand {

    private FrozenCommand() {}

    /// Lists them.
    @Command(
            name = "list",
            description = {"List the figures that were frozen with figures --freeze."},
            footer = {"", "Example:", "  fourfold frozen list --vault vault"})
    static final class Listing extends DeskCommand {

        Listing(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.freezing().all().map(all -> new Answer(
                    output -> output.list(all.stream().map(FrozenCommand::head)), List.of(), Exit.DONE));
        }
    }

    /// Shows some.
    @Command(
            name = "show",
            description = {"Show frozen figures with all that says how they were counted."},
            footer = {"", "Example:", "  fourfold frozen show \"Return for May 2022\" --vault vault"})
    static final class Showing extends DeskCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "What the figures are called.")
        private String name = "";

        Showing(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.freezing().open(name).map(frozen ->
                    Answer.of(with(head(frozen), Map.of("content", frozen.content()))));
        }
    }

    /// Verifies some.
    @Command(
            name = "verify",
            description = {
                "Look whether frozen figures are as they were.",
                "Their hash has to fit, or the exit code is 3. They are also counted again, as known at their moment: rules or"
                        + " views that were changed since may give others, which changes nothing in what is frozen."
            },
            footer = {"", "Example:", "  fourfold frozen verify \"Return for May 2022\" --vault vault"})
    static final class Verifying extends DeskCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "What the figures are called.")
        private String name = "";

        Verifying(Terminal terminal) {
            super(terminal);
        }

        @Override
        Outcome<Answer> run(Office office) {
            return office.freezing().verify(name).map(FrozenCommand::answer);
        }
    }

    private static Answer answer(FreezeDesk.Verdict verdict) {
        var messages = new ArrayList<String>();
        messages.add(verdict.intact()
                ? "The figures are as they were frozen."
                : "The figures are not as they were frozen: their hash does not fit.");
        messages.add(verdict.recounted()
                ? "Counted again as known at their moment, they are the same."
                : "Counted again as known at their moment, they differ: a rule, a view or a list was changed since.");
        var members = new TreeMap<>(head(verdict.frozen()).values());
        members.put("intact", Json.of(verdict.intact()));
        members.put("recounted", Json.of(verdict.recounted()));
        var answer = Answer.of(Json.of(members)).saying(messages);
        return verdict.intact() ? answer : answer.ending(Exit.DAMAGED);
    }

    private static Json.Members head(FreezeDesk.Frozen frozen) {
        var members = new TreeMap<String, Json>();
        members.put("name", Json.of(frozen.name()));
        members.put("frozenAt", Json.of(frozen.at().toString()));
        members.put("frozenBy", Json.of(frozen.by()));
        members.put("sha256", Json.of(frozen.hash()));
        members.put("view", frozen.content().get("view").members().get("name"));
        return Json.of(members);
    }
}
