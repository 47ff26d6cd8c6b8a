package fourfold.cli;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Seen;
import fourfold.core.kernel.Type;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.Office;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Moderates an event that somebody else recorded.
@Command(
        name = "moderate",
        description = {
            "Moderate an event that somebody else recorded.",
            "Agree with its category, give it another, or return it; always with a reason."
        },
        footer = {
            "",
            "Example:",
            "  fourfold moderate EMSD-1A2B3C-0001 --vault vault --as X2 --decision regrade --category moderate \\",
            "      --reason \"The group moved its stock\""
        })
final class ModerateCommand extends DeskCommand {

    @Parameters(index = "0", paramLabel = "REF", description = "The reference of the event.")
    private String ref = "";

    @Option(names = "--decision", required = true, paramLabel = "agree|regrade|return", description = "The decision.")
    private Moderating decision = Moderating.AGREE;

    @Option(names = "--category", paramLabel = "C", description = "The category that it gets instead; for regrade.")
    private @Nullable String category;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; always needed.")
    private String reason = "";

    @Option(
            names = "--seen",
            paramLabel = "N",
            description = "The version that show or list gave; refused when somebody has saved since.")
    private @Nullable Long seen;

    ModerateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        if (decision == Moderating.REGRADE && category == null)
            throw new Usage("Say with --category which category the event gets instead.");
        if (decision != Moderating.REGRADE && category != null)
            throw new Usage("Only --decision regrade takes a --category.");
        regraded();
    }

    private @Nullable Category regraded() {
        if (category == null) return null;
        try {
            return Type.choice(Category.class).parse(category);
        } catch (IllegalArgumentException wrong) {
            throw new Usage("The category " + wrong.getMessage() + ".");
        }
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.disruptions()
                .open(ref)
                .then(kept -> {
                    var event = seen == null ? kept.seen() : new Seen<Disruption>(kept.record().id(), seen);
                    return office.disruptions()
                            .moderate(new DisruptionDesk.Moderate(event, decision, regraded(), reason));
                })
                .map(kept -> answer(office, kept, "ref", "version", "moderation", "category"));
    }
}
