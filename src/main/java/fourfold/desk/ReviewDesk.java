package fourfold.desk;

import static fourfold.core.access.Permission.EDIT_PLANS;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.access.Permission.REVIEW_PLANS;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.plan.CommitmentChange;
import fourfold.core.plan.Commitments;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.review.Decision;
import fourfold.core.review.Review;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import fourfold.vault.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/// The counter where plans are submitted, returned and approved. A decision is kept with the hash of exactly what was
/// reviewed, and never made by somebody who has a part in it.
public final class ReviewDesk extends Desk {

    private final Writers writers;
    private final Consultations consultations;
    private final Origins origins;

    ReviewDesk(
            Session session,
            Store store,
            Ledger ledger,
            Journal journal,
            Consultations consultations,
            Origins origins) {
        super(session, store, ledger);
        this.writers = new Writers(store, journal);
        this.consultations = consultations;
        this.origins = origins;
    }

    /// Sends a plan to its reviewer.
    public record Submit(Seen<Plan> plan, String reason) {}

    /// Approves what was reviewed.
    ///
    /// @param reviewed the hash that the reviewer's sheet showed
    public record Approve(Seen<Plan> plan, String reviewed, String reason) {}

    /// Returns a plan to its LRO.
    public record SendBack(Seen<Plan> plan, String reason) {}

    /// What a reviewer decides on; the opening is logged.
    public Outcome<ReviewSheet> sheet(Id<Threat> threat) {
        return session.require(READ)
                .then(ok -> kept(Threat.FIELDS, threat))
                .map(consultations::opened)
                .then(kept -> planOf(kept).map(plan -> sheet(kept)));
    }

    /// What a reviewer decides on, by the plan's own identity; the opening is logged.
    public Outcome<ReviewSheet> sheetAt(UUID plan) {
        return kept(Plan.FIELDS, new Id<>(plan)).then(kept -> kept.record()
                .find(Plan.THREAT)
                .map(this::sheet)
                .orElseGet(() -> Outcome.refused(new Problem.Gone("There is no such threat."))));
    }

    /// The plans that wait for a decision, longest waiting first; the look at the list is logged.
    public Outcome<List<PlanLine>> queue() {
        return session.require(READ).map(ok -> {
            var lines = PlanLines.waiting(store);
            consultations.searched(Plan.FIELDS.kind(), "to review", lines.size());
            return lines;
        });
    }

    private ReviewSheet sheet(Kept<Threat> threat) {
        var board = Boards.of(store, threat);
        var decisions = decided(board.planOrBlank().id());
        var approved = decisions.stream().filter(review -> review.is(Review.DECISION, Decision.APPROVED)).findFirst();
        var changes = approved
                .map(review -> CommitmentChange.between(
                        read(review.get(Review.CONTENT)), read(board.commitments().content())))
                .orElse(List.of());
        return new ReviewSheet(board, changes, approved.isPresent(), decisions, origin(board), bar(board));
    }

    private Optional<Origins.Origin> origin(PlanBoard board) {
        return origins.of(Plan.FIELDS.kind(), board.planOrBlank().id().value());
    }

    private static Json read(String canonical) {
        return StrictJson.read(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Problem> bar(PlanBoard board) {
        var may = session.require(REVIEW_PLANS).then(ok -> PlanRules.mayReview(
                board.planOrBlank(), board.threat().record(), session.user(), writers(board)));
        return may instanceof Outcome.Refused<Plan>(var problem) ? Optional.of(problem) : Optional.empty();
    }

    /// What was decided about a plan or an event, newest first.
    public Outcome<List<Review>> decisions(Id<?> subject) {
        return session.require(READ).map(ok -> decided(subject));
    }

    private List<Review> decided(Id<?> subject) {
        return store.records().having(Review.FIELDS, Review.SUBJECT, subject.toString()).reversed().stream()
                .map(Kept::record)
                .toList();
    }

    private Set<String> writers(PlanBoard board) {
        return writers.ofPlan(board.planOrBlank().id(), board.threat().record().id());
    }

    /// Sends a plan to its reviewer.
    public Outcome<Kept<Plan>> submit(Submit wish) {
        return decide(EDIT_PLANS, wish.plan(), Operation.SUBMIT, Decision.SUBMITTED, wish.reason(), (plan, board) ->
                PlanRules.submit(plan, board.bareActions(), session.label(), session.clock().instant()));
    }

    /// Approves what was reviewed.
    public Outcome<Kept<Plan>> approve(Approve wish) {
        return decide(REVIEW_PLANS, wish.plan(), Operation.APPROVE, Decision.APPROVED, wish.reason(), (plan, board) ->
                mayReview(plan, board)
                        .then(ok -> PlanRules.approve(
                                plan, board.bareActions(), wish.reviewed(), session.label(), session.today())));
    }

    /// Returns a plan with what has to change.
    public Outcome<Kept<Plan>> sendBack(SendBack wish) {
        return decide(REVIEW_PLANS, wish.plan(), Operation.RETURN, Decision.RETURNED, wish.reason(), (plan, board) ->
                mayReview(plan, board).then(ok -> PlanRules.sendBack(plan, wish.reason())));
    }

    private Outcome<Plan> mayReview(Plan plan, PlanBoard board) {
        return PlanRules.mayReview(plan, board.threat().record(), session.user(), writers(board));
    }

    private Outcome<Kept<Plan>> decide(
            Permission permission,
            Seen<Plan> seen,
            Operation operation,
            Decision decision,
            String reason,
            BiFunction<Plan, PlanBoard, Outcome<Plan>> rule) {
        return allowed(permission, () -> current(Plan.FIELDS, seen)
                .then(kept -> kept(Threat.FIELDS, kept.record().get(Plan.THREAT)).then(threat -> {
                    var board = Boards.of(store, threat);
                    return rule.apply(kept.record(), board).then(after -> {
                        var review = review(after, decision, reason, board.commitments());
                        return ledger.change(session, permission, reason, List.of(
                                        Change.of(operation, kept.record(), after, kept.state()),
                                        Change.creating(operation, review)))
                                .then(written -> kept(Plan.FIELDS, seen.id()));
                    });
                })));
    }

    private Review review(Entity<?> subject, Decision decision, String reason, Commitments commitments) {
        return Review.FIELDS
                .blank(new Id<>(UUID.randomUUID()))
                .with(Review.SUBJECT_KIND, subject.fields().kind())
                .with(Review.SUBJECT, subject.id().toString())
                .with(Review.DECISION, decision)
                .with(Review.BY, session.label())
                .with(Review.AT, session.clock().instant())
                .with(Review.REASON, reason)
                .with(Review.HASH, commitments.hash())
                .with(Review.CONTENT, commitments.content());
    }

}
