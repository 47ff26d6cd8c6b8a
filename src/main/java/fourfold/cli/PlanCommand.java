package fourfold.cli;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Seen;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.desk.Office;
import fourfold.desk.ReviewDesk;
import fourfold.desk.ReviewSheet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Submits, returns or approves a plan.
@Command(
        name = "plan",
        description = {
            "Submit, return or approve a plan.",
            "A return says what has to change. Nobody approves or returns a plan in which they have a part."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold plan submit EMS-0001 --vault vault --as X1",
            "  fourfold plan return EMS-0001 --vault vault --as X2 --reason \"Prevent has no measure of success\"",
            "  fourfold plan approve EMS-0001 --vault vault --as X2"
        })
final class PlanCommand extends DeskCommand {

    /// What is decided.
    enum Step {
        SUBMIT,
        RETURN,
        APPROVE
    }

    @Parameters(index = "0", paramLabel = "submit|return|approve", description = "What to do with the plan.")
    private Step step = Step.SUBMIT;

    @Parameters(index = "1", paramLabel = "REF", description = "The reference of the plan's threat.")
    private String ref = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; for return, what has to change.")
    private String reason = "";

    @Option(
            names = "--reviewed",
            paramLabel = "HASH",
            description = "The commitments that show plan gave; approval is refused when they have changed since.")
    private @Nullable String reviewed;

    @Option(
            names = "--seen",
            paramLabel = "N",
            description = "The version that show or list gave; refused when somebody has saved since.")
    private @Nullable Long seen;

    PlanCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return office.plans()
                .plan(ref)
                .then(kept -> office.reviews().sheet(kept.record().get(Plan.THREAT)).then(sheet -> decide(office, kept, sheet)))
                .map(kept -> answer(office, kept));
    }

    private Outcome<Kept<Plan>> decide(Office office, Kept<Plan> kept, ReviewSheet sheet) {
        var plan = seen == null ? kept.seen() : new Seen<>(kept.record().id(), seen);
        return switch (step) {
            case SUBMIT -> office.reviews().submit(new ReviewDesk.Submit(plan, reason));
            case RETURN -> office.reviews().sendBack(new ReviewDesk.SendBack(plan, reason));
            case APPROVE -> office.reviews()
                    .approve(new ReviewDesk.Approve(plan, reviewed == null ? sheet.hash() : reviewed, reason));
        };
    }

    /// A plan after a change: its version, its state, how it stands, and the hash of its commitments.
    static Answer answer(Office office, Kept<Plan> kept) {
        var json = some(office.register().object(kept), "ref", "version", "state");
        var said = office.proposals().sentence(kept).stream().toList();
        return switch (office.reviews().sheet(kept.record().get(Plan.THREAT))) {
            case Outcome.Done<ReviewSheet>(var sheet) -> Answer.of(with(json, Map.of(
                            "standing", Json.of(sheet.board().standing()), "commitments", Json.of(sheet.hash()))))
                    .saying(said);
            case Outcome.Refused<ReviewSheet> mayNotRead -> Answer.of(json).saying(said);
        };
    }
}
