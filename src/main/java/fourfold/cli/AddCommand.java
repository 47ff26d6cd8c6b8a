package fourfold.cli;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.desk.MeetingDesk;
import fourfold.desk.Office;
import fourfold.desk.PlanDesk;
import fourfold.desk.ThreatDesk;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds a threat, an action under a threat's plan, or the record of a meeting.
@Command(
        name = "add",
        description = {
            "Add a threat, an action under a threat's plan, or the record of a meeting.",
            "Fields are named by name or label, in any case. Prints the reference once it is saved."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold add threat --vault vault --set name=\"Amber Kite\" --set kind=\"Organised crime group\" \\",
            "      --set \"primary threat area=Drugs\" --set \"master list reason=Not yet scored\"",
            "  fourfold add action --vault vault --set threat=EMS-0001 --set 4P=Prevent --set title=\"School visit\"",
            "  fourfold add meeting --vault vault --set kind=\"Tactical delivery group\" --set date=2022-06-01 --set status=Cancelled \\",
            "      --set \"cancellation reason=Members not available\" --set \"threat refs=EMS-0001;DER-0004\""
        })
final class AddCommand extends DeskCommand {

    /// What can be added.
    enum Kind {
        THREAT,
        ACTION,
        MEETING
    }

    @Parameters(index = "0", paramLabel = "threat|action|meeting", description = "What to add.")
    private Kind kind = Kind.THREAT;

    @Option(
            names = "--set",
            required = true,
            paramLabel = "FIELD=VALUE",
            description = "A field and its value; may be repeated. An action needs threat=REF, 4P and title; a threat needs"
                    + " name, kind and primary threat area; a meeting needs kind, date and status.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; an LRO named at once is appointed for it.")
    private String reason = "";

    AddCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void prepare() {
        var written = Written.of("--set", set);
        if (kind == Kind.ACTION && !written.has(Action.THREAT))
            throw new Usage("Say with --set threat=REF whose plan the action belongs to.");
    }

    @Override
    Outcome<Answer> run(Office office) {
        var written = Written.of("--set", set);
        return switch (kind) {
            case THREAT -> threat(office, written);
            case ACTION -> action(office, written);
            case MEETING -> meeting(office, written);
        };
    }

    private Outcome<Answer> threat(Office office, Written written) {
        return Editing.of(Threat.FIELDS, written.values(), ThreatDesk.CLOSED_FIELDS)
                .then(values -> office.threats().create(new ThreatDesk.Create(values, reason)))
                .map(kept -> Answer.of(some(office.register().object(kept), "ref", "version")));
    }

    private Outcome<Answer> meeting(Office office, Written written) {
        return Editing.of(Meeting.FIELDS, written.values(), MeetingDesk.CLOSED_FIELDS)
                .then(values -> office.meetings().record(values))
                .map(kept -> Answer.of(some(office.register().object(kept), "ref", "version")));
    }

    private Outcome<Answer> action(Office office, Written written) {
        var threat = written.take(Action.THREAT);
        if (threat == null || threat.isBlank())
            return Outcome.refused(new Problem.Invalid("threat", "Say whose plan the action belongs to."));
        return Editing.of(Action.FIELDS, written.values(), PlanDesk.CLOSED_ACTION_FIELDS)
                .then(values -> office.threats()
                        .open(threat)
                        .then(owner -> office.plans().add(new PlanDesk.AddAction(owner.record().id(), values))))
                .map(kept -> Answer.of(some(office.register().object(kept), "ref", "version")));
    }
}
