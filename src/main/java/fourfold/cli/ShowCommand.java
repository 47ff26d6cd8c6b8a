package fourfold.cli;

import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.plan.CommitmentChange;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingRules;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.review.Review;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.desk.HistoryDesk;
import fourfold.desk.MeetingFile;
import fourfold.desk.Office;
import fourfold.desk.PlanBoard;
import fourfold.desk.Provenance;
import fourfold.desk.RegisterDesk;
import fourfold.desk.ReviewSheet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one record with what belongs to it.
@Command(
        name = "show",
        description = {
            "Show one record with what belongs to it.",
            "For a threat its gaps, its plan's standing and its counts; for a plan its standing, what is missing before it"
                    + " can be submitted, what a reviewer is told, its actions and decisions; for a disruption whether it"
                    + " counts nationally and why."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold show --vault vault threat EMS-0001",
            "  fourfold show --vault vault plan EMS-0001 --history"
        })
final class ShowCommand extends DeskCommand {

    /// What can be shown.
    enum Kind {
        THREAT,
        PLAN,
        DISRUPTION,
        MEETING
    }

    @Parameters(index = "0", paramLabel = "threat|plan|disruption|meeting", description = "What to show.")
    private Kind kind = Kind.THREAT;

    @Parameters(index = "1", paramLabel = "REF", description = "Its reference; a plan has its threat's.")
    private String ref = "";

    @Option(names = "--history", description = "With its timeline, newest first: what changed, who, when and why.")
    private boolean history;

    ShowCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return switch (kind) {
            case THREAT -> office.threats().open(ref).then(threat -> threat(office, threat)).map(Answer::of);
            case PLAN -> office.plans().plan(ref).then(plan -> plan(office, plan)).map(Answer::of);
            case DISRUPTION -> office.disruptions().open(ref).then(event -> event(office, event)).map(Answer::of);
            case MEETING -> office.meetings()
                    .open(ref)
                    .then(meeting -> office.meetings().file(meeting.record().id()))
                    .then(file -> complete(office, Meeting.FIELDS, file.kept(), Map.of("agenda", agenda(file))))
                    .map(Answer::of);
        };
    }

    private Outcome<Json> threat(Office office, Kept<Threat> threat) {
        return office.plans().board(threat.record().id()).then(board -> {
            var more = new HashMap<String, Json>();
            more.put(
                    "gaps",
                    Json.texts(ThreatRules.gaps(threat.record()).stream()
                            .sorted()
                            .map(gap -> gap.flaw().sentence())
                            .toList()));
            var plan = board.planOrBlank();
            more.put("plan", Json.of(Map.of(
                    "standing", Json.of(board.standing()),
                    "intelligenceOfficer", named(plan.get(Plan.INTELLIGENCE_OFFICER)),
                    "financialInvestigator", named(plan.get(Plan.FINANCIAL_INVESTIGATOR)),
                    "safeguardingOfficer", named(plan.get(Plan.SAFEGUARDING_OFFICER)))));
            more.put("counts", Json.of(Map.of(
                    "actions", counts(board.actionCounts()), "disruptions", counts(board.eventCounts()))));
            return complete(office, Threat.FIELDS, threat, more);
        });
    }

    private static Json named(String label) {
        return label.isBlank() ? Json.nothing() : Json.of(label);
    }

    private static Json counts(Map<P, Long> counts) {
        var members = new TreeMap<String, Json>();
        counts.forEach((p, count) -> members.put(p.label().toLowerCase(Locale.ROOT), Json.of(count)));
        return Json.of(members);
    }

    private Outcome<Json> plan(Office office, Kept<Plan> plan) {
        return office.reviews().sheet(plan.record().get(Plan.THREAT)).then(sheet -> complete(
                office, Plan.FIELDS, plan, planParts(office, sheet)));
    }

    private static Map<String, Json> planParts(Office office, ReviewSheet sheet) {
        PlanBoard board = sheet.board();
        var more = new HashMap<String, Json>();
        more.put("standing", Json.of(board.standing()));
        more.put("missing", Json.texts(board.missing().stream().map(PlanRules.Missing::sentence).toList()));
        more.put("warnings", Json.texts(board.warnings()));
        more.put("commitments", Json.of(sheet.hash()));
        more.put("actions", Json.of(board.actions().stream().map(office.register()::object).toList()));
        more.put("sinceApproval", Json.of(sheet.since().stream().map(ShowCommand::change).toList()));
        more.put("decisions", Json.of(sheet.decisions().stream().map(ShowCommand::decision).toList()));
        return more;
    }

    private static Json agenda(MeetingFile file) {
        return Json.of(file.agenda().stream().map(ShowCommand::item).toList());
    }

    private static Json item(MeetingFile.Item item) {
        var held = item.delay().flatMap(MeetingRules.Delay::heldOn);
        return Json.of(Map.of(
                "ref", Json.of(item.ref()),
                "name", Json.of(item.name()),
                "here", Json.of(item.threat().isPresent()),
                "plan", Json.of(item.plan()),
                "undecided", Json.of(item.delay().isPresent()),
                "heldOn", held.map(day -> Json.of(day.toString())).orElseGet(Json::nothing)));
    }

    private static Json change(CommitmentChange change) {
        return Json.of(Map.of(
                "about", Json.of(change.about()),
                "before", Json.of(change.before()),
                "after", Json.of(change.after())));
    }

    private static Json decision(Review review) {
        return Json.of(Map.of(
                "decision", Json.of(review.print(Review.DECISION)),
                "by", Json.of(review.print(Review.BY)),
                "at", Json.of(review.print(Review.AT)),
                "reason", Json.of(review.print(Review.REASON)),
                "commitments", Json.of(review.print(Review.HASH))));
    }

    private Outcome<Json> event(Office office, Kept<Disruption> event) {
        return office.disruptions().verdictOf(event).then(verdict -> event(office, event, verdict));
    }

    private Outcome<Json> event(Office office, Kept<Disruption> event, CountingVerdict verdict) {
        var rule = verdict.ruleId();
        return complete(office, Disruption.FIELDS, event, Map.of(
                "verdict",
                Json.of(Map.of(
                        "counts", Json.of(verdict.counts()),
                        "standing", Json.of(verdict.standing().name()),
                        "rule", rule == null ? Json.nothing() : Json.of(rule),
                        "sentence", Json.of(verdict.sentence())))));
    }

    private <K extends Entity<K>> Outcome<Json> complete(
            Office office, Fields<K> fields, Kept<K> kept, Map<String, Json> more) {
        return office.region().provenance(kept.record()).then(provenance -> complete(
                office, fields, kept, with(with(office.register().object(kept), more), Map.of("provenance", origin(provenance)))));
    }

    private static Json origin(Provenance provenance) {
        return Json.of(Map.of(
                "agency", Json.of(provenance.agency()),
                "device", Json.of(provenance.device()),
                "way", Json.of(provenance.way().name().toLowerCase(Locale.ROOT)),
                "package", provenance.parcel().map(RegisterDesk::json).orElse(Json.nothing()),
                "writers", Json.texts(provenance.writers()),
                "hereSince", Json.of(provenance.hereSince()),
                "words", Json.of(provenance.words())));
    }

    private <K extends Entity<K>> Outcome<Json> complete(
            Office office, Fields<K> fields, Kept<K> kept, Json.Members shown) {
        if (!history) return Outcome.done(shown);
        return timeline(office, fields, kept.record().id()).map(steps -> with(shown, Map.of("history", steps)));
    }

    private static <K extends Entity<K>> Outcome<Json> timeline(Office office, Fields<K> fields, Id<K> id) {
        return office.history().timeline(fields, id).map(steps -> Json.of(
                steps.stream().map(ShowCommand::step).toList()));
    }

    private static Json step(HistoryDesk.Step step) {
        return Json.of(Map.of(
                "position", Json.of(step.position()),
                "at", Json.of(step.at().toString()),
                "user", Json.of(step.user()),
                "agency", Json.of(step.agency()),
                "role", Json.of(step.role()),
                "operation", Json.of(step.operation()),
                "words", Json.of(step.words()),
                "reason", Json.of(step.reason()),
                "changes", Json.of(step.changes().stream()
                        .map(change -> Json.of(Map.of(
                                "field", Json.of(change.field()),
                                "before", Json.of(change.before()),
                                "after", Json.of(change.after()))))
                        .toList())));
    }
}
