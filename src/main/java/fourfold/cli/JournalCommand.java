package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.desk.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks, lists or replays the journal.
@Command(
        name = "journal",
        description = {
            "Check, list or replay the journal.",
            "verify checks every frame, the chain, that every act is whole and signed by the person whom it names; list"
                    + " prints every entry and audit event; rebuild makes the store anew from the journal."
        },
        footer = {"", "Example:", "  fourfold journal verify --vault vault"})
final class JournalCommand extends DeskCommand {

    /// What to do.
    enum Step {
        VERIFY,
        LIST,
        REBUILD
    }

    @Parameters(index = "0", paramLabel = "verify|list|rebuild", description = "What to do with the journal.")
    private Step step = Step.VERIFY;

    @Option(names = "--from", paramLabel = "N", description = "For list: from that position on.")
    private long from = 1;

    JournalCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    boolean rebuilds() {
        return step == Step.REBUILD;
    }

    @Override
    Outcome<Answer> run(Office office) {
        return switch (step) {
            case VERIFY -> office.journal().verify(Watch.nobody()).map(checked -> Answer.of(Json.of(Map.of(
                    "sound", Json.of(true),
                    "positions", Json.of(checked.positions()),
                    "entries", Json.of(checked.entries()),
                    "acts", Json.of(checked.acts()),
                    "head", Json.of(checked.head())))));
            case LIST -> list(office);
            case REBUILD -> Outcome.done(
                    Answer.of(Json.of(Map.of("rebuilt", Json.of(office.wasRebuilt())))));
        };
    }

    private Outcome<Answer> list(Office office) {
        List<Json.Members> lines = new ArrayList<>();
        return office.journal()
                .list(from, lines::add)
                .map(head -> new Answer(output -> output.list(lines.stream()), List.of(), Exit.DONE));
    }
}
