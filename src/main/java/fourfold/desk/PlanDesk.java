package fourfold.desk;

import static fourfold.core.access.Permission.EDIT_PLANS;
import static fourfold.core.access.Permission.READ;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionRules;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.plan.PlanState;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The counter for 4P plans and their actions. Review is at the [ReviewDesk].
public final class PlanDesk extends Desk {

    /// The fields of a plan that no person writes by hand.
    public static final Set<Field<Plan, ?>> CLOSED_PLAN_FIELDS = Set.of(
            Plan.THREAT,
            Plan.REF,
            Plan.STATE,
            Plan.LAST_APPROVED,
            Plan.APPROVED_BY,
            Plan.APPROVED_HASH,
            Plan.APPROVED_OUTSIDE,
            Plan.SUBMITTED_BY,
            Plan.SUBMITTED_AT,
            Plan.RETURN_REASON);

    /// The fields of an action that no person writes by hand.
    public static final Set<Field<Action, ?>> CLOSED_ACTION_FIELDS =
            Set.of(Action.REF, Action.THREAT, Action.BLOCKED_SINCE, Action.FINISHED_ON);

    private final RefMint refs;
    private final Consultations consultations;

    PlanDesk(Session session, Store store, Ledger ledger, RefMint refs, Consultations consultations) {
        super(session, store, ledger);
        this.refs = refs;
        this.consultations = consultations;
    }

    /// Begins a plan.
    ///
    /// @param template its objectives and prompted actions are taken over as proposals; null for an empty plan
    public record Begin(Id<Threat> threat, @Nullable PlanTemplate template) {}

    /// The first version of a plan, drawn up P by P.
    ///
    /// @param template the name of the template it was drawn up from, or empty
    public record DrawUp(Id<Threat> threat, String template, Editing<Plan> values, List<Editing<Action>> actions) {
        public DrawUp {
            actions = List.copyOf(actions);
        }
    }

    /// A change of the plan itself.
    public record Edit(Seen<Plan> plan, Editing<Plan> values, String reason) {}

    /// A new action under a threat's plan.
    public record AddAction(Id<Threat> threat, Editing<Action> values) {}

    /// A change of an action, its status included.
    public record EditAction(Seen<Action> action, Editing<Action> values, String reason) {}

    /// An action moved on in its life.
    ///
    /// @param words its outcome, or the reason where it is declined or blocked
    public record Move(Seen<Action> action, ActionStatus to, String words) {}

    /// Why a finished action led to no disruption.
    public record Explain(Seen<Action> action, String reason) {}

    /// The board of a threat's plan; the opening is logged.
    public Outcome<PlanBoard> board(Id<Threat> threat) {
        return session.require(READ)
                .then(ok -> kept(Threat.FIELDS, threat))
                .map(consultations::opened)
                .map(this::laidOut);
    }

    private PlanBoard laidOut(Kept<Threat> threat) {
        return Boards.of(store, threat);
    }

    /// Begins the plan of a threat that has none.
    public Outcome<PlanBoard> begin(Begin wish) {
        return allowed(EDIT_PLANS, () -> kept(Threat.FIELDS, wish.threat()).then(threat -> {
            if (store.records().find(Plan.FIELDS, Plan.idFor(wish.threat())).isPresent())
                return refused(new Problem.NotNow("The threat has a plan already."));
            var changes = new ArrayList<Change>();
            changes.add(Change.creating(Operation.CREATE, blank(threat.record(), wish.template())));
            if (wish.template() != null) changes.addAll(proposals(threat.record(), wish.template()));
            ledger.write(session, EDIT_PLANS, "", changes);
            return done(laidOut(threat));
        }));
    }

    /// The board at a place: that of the plan of this identity, or of the threat of this identity, which may have no plan
    /// yet. The opening is logged.
    public Outcome<PlanBoard> boardAt(UUID place) {
        return board(store.records()
                .find(Plan.FIELDS, new Id<>(place))
                .flatMap(plan -> plan.record().find(Plan.THREAT))
                .orElseGet(() -> new Id<>(place)));
    }

    /// Begins the plan of a threat that has none with what was drawn up, in one act. It is refused while a P has neither
    /// an action nor a reason (inspection report, "no specific process to support LROs in formulating plans").
    public Outcome<PlanBoard> drawUp(DrawUp wish) {
        return allowed(EDIT_PLANS, () -> kept(Threat.FIELDS, wish.threat()).then(threat -> {
            if (store.records().find(Plan.FIELDS, Plan.idFor(wish.threat())).isPresent())
                return refused(new Problem.NotNow("The threat has a plan already."));
            var drawn = wish.values().into(
                    blank(threat.record(), null).with(Plan.TEMPLATE, wish.template()), CLOSED_PLAN_FIELDS);
            if (!(drawn instanceof Outcome.Done<Plan>(var plan))) return drawn.map(none -> laidOut(threat));
            var minted = refs.several(Action.FIELDS, "A");
            var changes = new ArrayList<Change>();
            changes.add(Change.creating(Operation.CREATE, plan));
            var all = new ArrayList<>(laidOut(threat).bareActions());
            for (var values : wish.actions()) {
                var drafted = values.into(blankAction(threat.record(), minted.get()), CLOSED_ACTION_FIELDS)
                        .then(action -> ActionRules.create(action, session.today()));
                if (!(drafted instanceof Outcome.Done<Action>(var action))) return drafted.map(none -> laidOut(threat));
                all.add(action);
                changes.add(Change.creating(Operation.CREATE, action));
            }
            var missing = PlanRules.missing(plan, all);
            if (!missing.isEmpty())
                return refused(new Problem.Invalid(missing.stream()
                        .map(one -> new Problem.Flaw(one.field(), one.sentence()))
                        .toList()));
            ledger.write(session, EDIT_PLANS, "", changes);
            return done(laidOut(threat));
        }));
    }

    /// Every plan, and every open threat that has none, by reference; the look at the list is logged.
    public Outcome<List<PlanLine>> list() {
        return session.require(READ).map(ok -> {
            var lines = PlanLines.all(store);
            consultations.searched(Plan.FIELDS.kind(), "", lines.size());
            return lines;
        });
    }

    /// Every label by which records already name a person, unit or partner, and everybody of the directory: suggestions
    /// for who is to do something.
    public Outcome<List<String>> parties() {
        return session.require(READ).map(ok -> {
            var parties = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
            parties.addAll(store.directory().parties());
            store.records().all(Person.FIELDS).forEach(person -> parties.add(person.record().label()));
            return List.copyOf(parties);
        });
    }

    private Plan blank(Threat threat, @Nullable PlanTemplate template) {
        var plan = Plan.FIELDS
                .blank(Plan.idFor(threat.id()))
                .with(Plan.THREAT, threat.id())
                .with(Plan.REF, threat.get(Threat.REF))
                .with(Plan.STATE, PlanState.DRAFT)
                .with(Plan.NEXT_REVIEW, session.today().plusMonths(6))
                .with(Plan.MARKING, Marking.OFFICIAL_SENSITIVE);
        if (template == null) return plan;
        plan = plan.with(Plan.TEMPLATE, template.name()).with(Plan.OBJECTIVE, template.objective());
        for (var p : P.values()) plan = plan.with(Plan.objective(p), template.part(p).objective());
        return plan;
    }

    private List<Change> proposals(Threat threat, PlanTemplate template) {
        var changes = new ArrayList<Change>();
        var minted = refs.several(Action.FIELDS, "A");
        for (var p : P.values())
            for (var prompt : template.part(p).prompts())
                changes.add(Change.creating(Operation.CREATE, blankAction(threat, minted.get())
                        .with(Action.FOUR_P, p)
                        .with(Action.TITLE, prompt.title())
                        .with(Action.OWNER, prompt.owner())
                        .with(Action.MEASURE, prompt.measure())));
        return changes;
    }

    private Action blankAction(Threat threat, String ref) {
        return Action.FIELDS
                .blank(Id.named(Action.FIELDS.kind(), ref))
                .with(Action.REF, ref)
                .with(Action.THREAT, threat.id())
                .with(Action.STATUS, ActionStatus.PROPOSED)
                .with(Action.MARKING, Marking.OFFICIAL_SENSITIVE);
    }

    /// Changes the plan itself. Changing a commitment of an approved plan leaves the approval as it was, and the plan reads
    /// "approved, then changed".
    public Outcome<Kept<Plan>> edit(Edit wish) {
        return change(EDIT_PLANS, Plan.FIELDS, wish.plan(), Operation.EDIT, wish.reason(), plan -> plan.is(
                        Plan.STATE, PlanState.CLOSED)
                ? refused(new Problem.NotNow("The plan is closed."))
                : wish.values().into(plan, CLOSED_PLAN_FIELDS).map(PlanDesk::afterEdit));
    }

    /// A returned plan that is worked on again is a draft.
    private static Plan afterEdit(Plan plan) {
        return plan.is(Plan.STATE, PlanState.RETURNED) ? plan.with(Plan.STATE, PlanState.DRAFT) : plan;
    }

    /// Adds an action; a threat without a plan gets one with it.
    public Outcome<Kept<Action>> add(AddAction wish) {
        return allowed(EDIT_PLANS, () -> kept(Threat.FIELDS, wish.threat()).then(threat -> {
            var blank = blankAction(threat.record(), refs.next(Action.FIELDS, "A"));
            return wish.values().into(blank, CLOSED_ACTION_FIELDS).then(written -> ActionRules.create(written, session.today())).then(action -> {
                var changes = new ArrayList<Change>();
                if (store.records().find(Plan.FIELDS, Plan.idFor(wish.threat())).isEmpty())
                    changes.add(Change.creating(Operation.CREATE, blank(threat.record(), null)));
                changes.add(Change.creating(Operation.CREATE, action));
                ledger.write(session, EDIT_PLANS, "", changes);
                return kept(Action.FIELDS, action.id());
            });
        }));
    }

    /// Changes an action; a changed status moves it on by the rules of its life.
    public Outcome<Kept<Action>> edit(EditAction wish) {
        return change(EDIT_PLANS, Action.FIELDS, wish.action(), Operation.EDIT, wish.reason(), before ->
                withWords(wish, before).then(after -> ActionRules.change(before, after, session.today())));
    }

    /// Where the status changes and the result was not written, the reason of the change says it.
    private static Outcome<Action> withWords(EditAction wish, Action before) {
        return wish.values().into(before, CLOSED_ACTION_FIELDS).map(after -> {
            boolean moved = !before.find(Action.STATUS).equals(after.find(Action.STATUS));
            boolean silent = after.get(Action.RESULT).equals(before.get(Action.RESULT));
            return moved && silent && !wish.reason().isBlank() ? after.with(Action.RESULT, wish.reason()) : after;
        });
    }

    /// Moves an action on in its life.
    public Outcome<Kept<Action>> move(Move wish) {
        return change(EDIT_PLANS, Action.FIELDS, wish.action(), Operation.ACTION_STATUS, wish.words(), action ->
                ActionRules.move(action, wish.to(), wish.words(), session.today()));
    }

    /// Says why a finished action led to no disruption.
    public Outcome<Kept<Action>> explain(Explain wish) {
        return change(EDIT_PLANS, Action.FIELDS, wish.action(), Operation.EXPLAIN, wish.reason(), action ->
                wish.reason().isBlank()
                        ? refused(new Problem.NeedsReason("action.no-disruption", "Say why no disruption was recorded."))
                        : done(action.with(Action.NO_DISRUPTION_REASON, wish.reason())));
    }

    /// The action of that reference.
    public Outcome<Kept<Action>> action(String ref) {
        return session.require(READ).then(ok -> kept(Action.FIELDS, ref)).map(consultations::opened);
    }

    /// The plan of the threat of that reference.
    public Outcome<Kept<Plan>> plan(String threatRef) {
        return session.require(READ)
                .then(ok -> kept(Threat.FIELDS, threatRef))
                .then(this::planOf)
                .map(consultations::opened);
    }
}
