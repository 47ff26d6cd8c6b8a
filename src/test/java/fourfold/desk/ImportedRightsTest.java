package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.plan.Action;
import fourfold.core.plan.Commitments;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every governed change by every role, well signed, in a package: what a person may not do at a desk they may not do by
/// package, whatever the change calls itself, and nobody decides about their own work in whatever office.
class ImportedRightsTest {

    private static final Replica ELSEWHERE = new Replica("000000000000000e");
    private static final String HASH = "ab".repeat(32);
    private static final Set<Role> LROS = Set.of(Role.LRO);
    private static final Set<Role> SUPERVISORS = Set.of(Role.SUPERVISOR);

    private final Site derbyshire = new Site("Derbyshire", 1);
    private final Map<UUID, Versions> seen = new HashMap<>();
    private UUID threat = new UUID(0, 0);
    private UUID plan = new UUID(0, 0);
    private UUID event = new UUID(0, 0);
    private long seq;

    @BeforeEach
    void derbyshireHasAThreatWithAPlanAndAnEvent() {
        var kept = derbyshire.create(Map.of(
                "name", "Kite", "kind", "Organised crime group", "tier", "Tier 3", "agency", "Derbyshire"));
        threat = kept.record().id().value();
        var ref = kept.record().get(Threat.REF);
        derbyshire.edit(ref, Map.of("lro", "A Officer (D1)", "deputy", "B Officer (D2)")).orThrow();
        derbyshire.plans(Role.LRO).begin(new PlanDesk.Begin(kept.record().id(), null)).orThrow();
        plan = Plan.idFor(kept.record().id()).value();
        event = derbyshire.event(ref, Map.of()).record().id().value();
        seen.put(threat, derbyshire.threat(ref).state().known());
        notePlan();
        stands("SUBMITTED");
        seen.put(event, derbyshire.store.records().states("disruption", List.of(event)).values().iterator().next().known());
    }

    @AfterEach
    void shut() {
        derbyshire.close();
    }

    private void notePlan() {
        seen.put(plan, derbyshire.store.records().find(Plan.FIELDS, new Id<>(plan)).orElseThrow().state().known());
    }

    /// Puts the plan into that state by its LRO, on another machine.
    private void stands(String state) {
        derbyshire.takes(Site.act(entry("Derbyshire", "D1", Role.LRO, what(Operation.SUBMIT, "plan", plan, "state", state, "submittedBy", "A Officer (D1)"))));
        notePlan();
    }

    /// One kind of change.
    private record What(String operation, String kind, UUID record, Map<String, Json> values) {}

    private static What what(Operation operation, String kind, UUID record, Object... values) {
        return what(operation.name(), kind, record, values);
    }

    private static What what(String operation, String kind, UUID record, Object... values) {
        var all = new TreeMap<String, Json>();
        for (int i = 0; i < values.length; i += 2)
            all.put(values[i].toString(), values[i + 1] instanceof Boolean flag ? Json.of(flag) : Json.of(values[i + 1].toString()));
        return new What(operation, kind, record, all);
    }

    private Entry entry(String agency, String user, Role role, What what) {
        return new Entry(
                new EntryId(ELSEWHERE, ++seq), seen.getOrDefault(what.record(), Versions.NONE), new TreeSet<>(),
                new Stamp(derbyshire.clock.millis() + seq, 0), new Author(user, agency, role.name()), what.operation(), what.kind(),
                what.record(), new TreeMap<>(what.values()), "because", Marking.OFFICIAL, "0".repeat(32));
    }

    private List<String> whyNot(Set<Role> roles, List<List<Entry>> acts) {
        return derbyshire.sifted(roles, Site.acts(acts)).refusals().stream().map(Tallies.Refusal::why).toList();
    }

    private List<String> whyNot(String agency, String user, Role role, What... whats) {
        var act = new ArrayList<Entry>();
        for (var what : whats) act.add(entry(agency, user, role, what));
        return whyNot(Set.of(role), List.of(act));
    }

    private What approval(String operation, String by) {
        return what(operation, "plan", plan, "state", "APPROVED", "approvedBy", by, "approvedHash", HASH, "approvedOutside", false);
    }

    private What moderation(String operation, String by) {
        return what(operation, "disruption", event, "moderation", "AGREED", "moderatedBy", by);
    }

    @Test
    void every_governed_change_by_every_role_is_let_in_only_where_a_desk_would() {
        var review = UUID.randomUUID();
        var label = "Z (Z9001)";
        var table = new HashMap<What, Set<Role>>();
        table.put(what(Operation.EDIT, "threat", threat, "tier", "TIER_1"), LROS);
        table.put(what(Operation.APPOINT, "threat", threat, "lro", label), LROS);
        table.put(what(Operation.CLOSE, "threat", threat, "phase", "CLOSED"), LROS);
        table.put(what(Operation.LOAD, "threat", threat, "tier", "TIER_1"), Set.of(Role.LRO, Role.ADMINISTRATOR));
        table.put(what(Operation.SUBMIT, "plan", plan, "state", "SUBMITTED", "submittedBy", label), LROS);
        table.put(what(Operation.RETURN, "plan", plan, "state", "RETURNED"), SUPERVISORS);
        table.put(what(Operation.REVIEW_BEGIN, "plan", plan, "state", "IN_REVIEW"), SUPERVISORS);
        table.put(what(Operation.EDIT, "plan", plan, "state", "RETURNED"), SUPERVISORS);
        table.put(what(Operation.EDIT, "plan", plan, "state", "IN_REVIEW"), SUPERVISORS);
        table.put(what(Operation.EDIT, "plan", plan, "objective", "Other"), LROS);
        table.put(what(Operation.CREATE, "action", UUID.randomUUID(), "ref", "A-9", "threat", threat), LROS);
        table.put(what(Operation.RECORD, "disruption", UUID.randomUUID(), "ref", "D-9", "recordedBy", label), LROS);
        table.put(what(Operation.EDIT, "disruption", event, "category", "MAJOR", "moderation", "AWAITING"), LROS);
        table.put(what(Operation.CREATE, "meeting", UUID.randomUUID(), "ref", "M-9"), LROS);
        table.put(what(Operation.ACCEPT, "threat", threat, "tier", "TIER_1"), SUPERVISORS);
        table.put(what(Operation.DECLINE, "threat", threat, "tier", "TIER_1"), SUPERVISORS);
        table.put(what(Operation.SETTLE, "threat", threat, "tier", "TIER_1"), SUPERVISORS);
        table.put(what(Operation.SETTLE, "threat", threat, "scope", "Derby"), Set.of(Role.LRO, Role.SUPERVISOR));
        table.put(what(Operation.SETTLE, "plan", plan, "state", "APPROVED"), SUPERVISORS);
        table.put(what(Operation.APPROVE, "review", review, "subjectKind", "plan", "decision", "APPROVED", "by", label), SUPERVISORS);
        table.put(what(Operation.CREATE, "review", review, "subjectKind", "plan", "decision", "APPROVED", "by", label), SUPERVISORS);
        table.put(what(Operation.CREATE, "review", review, "subjectKind", "disruption", "decision", "AGREED", "by", label), SUPERVISORS);
        for (var name : List.of("APPROVE", "EDIT", "SUBMIT", "ACTION_STATUS", "PROPOSE", "OF_A_LATER_VERSION"))
            table.put(approval(name, label), SUPERVISORS);
        for (var name : List.of("MODERATE", "EDIT", "EXPLAIN", "PROPOSE", "OF_A_LATER_VERSION"))
            table.put(moderation(name, label), SUPERVISORS);
        for (var kind : List.of("person", "settings", "package", "received", "draft"))
            table.put(what(Operation.CREATE, kind, UUID.randomUUID(), "name", "X"), Set.of());
        table.forEach((what, may) -> {
            for (var role : Role.values()) {
                var why = whyNot("Derbyshire", "Z9001", role, what);
                assertEquals(may.contains(role), why.isEmpty(), what + " by " + role + ": " + why);
            }
        });
    }

    @Test
    void nobody_approves_or_returns_the_plan_of_a_threat_that_they_lead_submitted_or_wrote_in() {
        for (var user : List.of("D1", "d1", "D2", "X10001", "x10001"))
            for (var what : List.of(
                    approval("APPROVE", "Somebody (" + user + ")"), approval("EDIT", "Somebody (" + user + ")"),
                    what(Operation.RETURN, "plan", plan, "state", "RETURNED"))) {
                var why = whyNot("Derbyshire", user, Role.SUPERVISOR, what);
                assertEquals(1, why.size(), user + " " + what);
                assertEquals("nobody approves", why.getFirst().substring(0, 15), why.getFirst());
            }
        var submitted = List.of(entry("Derbyshire", "Y1", Role.LRO, what(Operation.SUBMIT, "plan", plan, "submittedBy", "Y (Y1)")));
        var approved = List.of(entry("Derbyshire", "Y1", Role.SUPERVISOR, approval("APPROVE", "Y (Y1)")));
        assertEquals(
                List.of("nobody approves a plan that they submitted"),
                whyNot(Set.of(Role.LRO, Role.SUPERVISOR), List.of(submitted, approved)));
    }

    @Test
    void a_commitment_in_the_same_package_or_the_same_act_makes_an_author() {
        var action = what(Operation.CREATE, "action", UUID.randomUUID(), "ref", "A-7", "threat", threat, "title", "Visit");
        var wrote = List.of(entry("Derbyshire", "Y1", Role.LRO, action));
        var approved = List.of(entry("Derbyshire", "y1", Role.SUPERVISOR, approval("APPROVE", "Y (Y1)")));
        var both = Set.of(Role.LRO, Role.SUPERVISOR);
        assertEquals(List.of("nobody approves a plan of which they wrote a part"), whyNot(both, List.of(wrote, approved)));
        assertEquals(List.of(), whyNot(both, List.of(approved, wrote)), "what came later is no part of what was approved");
        var slyly = what(Operation.EDIT, "plan", plan, "objective", "Mine", "state", "APPROVED", "approvedBy", "Y (Y1)",
                "approvedHash", HASH);
        assertEquals(
                List.of("nobody approves a plan of which they wrote a part"),
                whyNot(both, List.of(List.of(entry("Derbyshire", "Y1", Role.SUPERVISOR, slyly)))));
    }

    @Test
    void an_approval_that_stands_before_what_was_approved_is_judged_by_it_all_the_same() {
        var action = what(Operation.EDIT, "plan", plan, "objective", "Mine");
        var wrote = List.of(entry("Derbyshire", "Y1", Role.LRO, action));
        var before = seen.getOrDefault(plan, Versions.NONE);
        seen.put(plan, before.with(wrote.getFirst().id()));
        var approved = List.of(entry("Derbyshire", "y1", Role.SUPERVISOR, approval("APPROVE", "Y (Y1)")));
        var other = List.of(entry("Derbyshire", "Z9001", Role.SUPERVISOR, approval("APPROVE", "Z (Z9001)")));
        var both = Set.of(Role.LRO, Role.SUPERVISOR);
        assertEquals(List.of("nobody approves a plan of which they wrote a part"), whyNot(both, List.of(approved, wrote)));
        assertEquals(List.of(), whyNot(both, List.of(other, wrote)), "somebody else's waits and stands");
    }

    @Test
    void whoever_wrote_before_the_last_approval_may_approve_the_next() {
        var first = List.of(entry("Derbyshire", "Z9001", Role.SUPERVISOR, approval("APPROVE", "Z (Z9001)")));
        seen.put(plan, seen.getOrDefault(plan, Versions.NONE).with(first.getFirst().id()));
        var again = List.of(entry("Derbyshire", "D1", Role.LRO, what(Operation.SUBMIT, "plan", plan, "state", "SUBMITTED")));
        seen.put(plan, seen.getOrDefault(plan, Versions.NONE).with(again.getFirst().id()));
        var next = List.of(entry("Derbyshire", "X10001", Role.SUPERVISOR, approval("APPROVE", "X (X10001)")));
        assertEquals(List.of(), whyNot(Set.of(Role.LRO, Role.SUPERVISOR), List.of(first, again, next)));
    }

    @Test
    void nobody_moderates_an_event_that_they_recorded_or_corrected() {
        assertEquals(
                List.of("nobody moderates their own event"),
                whyNot("Derbyshire", "x10001", Role.SUPERVISOR, moderation("MODERATE", "X (X10001)")));
        var corrected = List.of(entry("Derbyshire", "Y1", Role.LRO, what(Operation.EDIT, "disruption", event, "summary", "Mine")));
        var moderated = List.of(entry("Derbyshire", "Y1", Role.SUPERVISOR, moderation("MODERATE", "Y (Y1)")));
        assertEquals(
                List.of("nobody moderates an event of which they wrote"),
                whyNot(Set.of(Role.LRO, Role.SUPERVISOR), List.of(corrected, moderated)));
        assertEquals(List.of(), whyNot(Set.of(Role.LRO, Role.SUPERVISOR), List.of(moderated)));
    }

    @Test
    void nobody_takes_over_a_proposal_to_approve_the_plan_of_a_threat_that_they_lead() {
        var ref = derbyshire.store.records().all(Threat.FIELDS).getFirst().record().get(Threat.REF);
        derbyshire.edit(ref, Map.of("lro", "X (X10001)")).orThrow();
        var proposed = entry("EMSOU", "E1", Role.SUPERVISOR, approval("PROPOSE", "E (E1)"));
        derbyshire.takes(Site.act(proposed));
        var answer = new ProposalDesk.Answer(proposed.id().toString(), "Agreed");
        var refused = assertInstanceOf(Outcome.Refused.class, derbyshire.proposals(Role.SUPERVISOR).accept(answer));
        assertEquals(
                "You are the LRO of this threat; somebody else has to review its plan.", refused.problem().sentence());
        assertTrue(derbyshire.proposals(Role.SUPERVISOR).decline(answer).isDone(), "declining decides nothing for them");
    }

    @Test
    void a_decision_without_its_maker_or_its_content_is_left_out() {
        var nameless = what(Operation.APPROVE, "plan", plan, "state", "APPROVED", "approvedHash", HASH);
        var unbound = what(Operation.APPROVE, "plan", plan, "state", "APPROVED", "approvedBy", "Z (Z9001)");
        var cases = new HashMap<What, String>();
        cases.put(nameless, "an approval has to name its author");
        cases.put(approval("APPROVE", "Another (Q1)"), "an approval has to name its author");
        cases.put(unbound, "an approval has to say which content was approved");
        cases.put(what(Operation.EDIT, "plan", plan, "state", "APPROVED"), "an approval has to say which content was approved");
        cases.put(what(Operation.MODERATE, "disruption", event, "moderation", "AGREED"), "a moderation has to name its author");
        cases.put(moderation("MODERATE", "Another (Q1)"), "a moderation has to name its author");
        cases.put(
                what(Operation.APPROVE, "review", UUID.randomUUID(), "subjectKind", "plan", "decision", "APPROVED", "by", "Another (Q1)"),
                "the decision names somebody else than its author");
        cases.forEach((what, why) -> assertEquals(List.of(why), whyNot("Derbyshire", "Z9001", Role.SUPERVISOR, what), what.toString()));
    }

    @Test
    void a_decision_about_what_did_not_wait_for_one_is_left_out() {
        for (var state : List.of("DRAFT", "RETURNED", "APPROVED", "CLOSED", "SUBMITTED", "IN_REVIEW")) {
            stands(state);
            boolean waits = state.equals("SUBMITTED") || state.equals("IN_REVIEW");
            for (var name : List.of("APPROVE", "EDIT", "PROPOSE"))
                assertEquals(
                        waits ? List.of() : List.of("only a submitted plan can be approved"),
                        whyNot("Derbyshire", "Z9001", Role.SUPERVISOR, approval(name, "Z (Z9001)")), name + " of " + state);
            assertEquals(
                    waits ? List.of() : List.of("only a submitted plan can be returned"),
                    whyNot("Derbyshire", "Z9001", Role.SUPERVISOR, what(Operation.RETURN, "plan", plan, "state", "RETURNED")), state);
        }
        for (var state : List.of("AWAITING", "RETURNED", "AGREED", "REGRADED")) {
            var other = UUID.randomUUID();
            var recorded = entry("Derbyshire", "D1", Role.LRO,
                    what(Operation.RECORD, "disruption", other, "ref", "D-7", "recordedBy", "A Officer (D1)", "moderation", "AWAITING"));
            derbyshire.takes(Site.act(recorded));
            seen.put(other, Versions.NONE.with(recorded.id()));
            var before = entry("Derbyshire", "Q1", Role.SUPERVISOR,
                    what(Operation.MODERATE, "disruption", other, "moderation", state, "moderatedBy", "Q (Q1)"));
            derbyshire.takes(Site.act(before));
            seen.put(other, Versions.NONE.with(recorded.id()).with(before.id()));
            boolean done = state.equals("AGREED") || state.equals("REGRADED");
            assertEquals(
                    done ? List.of("the event was moderated already") : List.of(),
                    whyNot("Derbyshire", "Z9001", Role.SUPERVISOR,
                            what(Operation.MODERATE, "disruption", other, "moderation", "AGREED", "moderatedBy", "Z (Z9001)")), state);
        }
    }

    @Test
    void what_counts_is_the_plan_as_its_reviewer_saw_it() {
        var reviewed = entry("Derbyshire", "Z9001", Role.SUPERVISOR, approval("APPROVE", "Z (Z9001)"));
        stands("DRAFT");
        assertEquals(List.of(), whyNot(SUPERVISORS, List.of(List.of(reviewed))), "withdrawn meanwhile: a conflict, for a person");
        stands("SUBMITTED");
        assertEquals(List.of(), whyNot("Derbyshire", "Z9001", Role.SUPERVISOR, approval("APPROVE", "Z (Z9001)")));
    }

    @Test
    void an_approval_is_of_the_content_that_its_review_holds() {
        var content = "{\"actions\":[]}";
        var hash = Commitments.hashOf(content);
        var approved = what(Operation.APPROVE, "plan", plan, "state", "APPROVED", "approvedBy", "Z (Z9001)", "approvedHash", hash);
        for (var said : List.of(hash, HASH)) {
            var review = what(Operation.APPROVE, "review", UUID.randomUUID(), "subjectKind", "plan", "subject", plan.toString(),
                    "decision", "APPROVED", "by", "Z (Z9001)", "hash", said, "content", content);
            assertEquals(
                    said.equals(hash) ? List.of() : List.of("the decision bears the hash of another content than it holds"),
                    whyNot("Derbyshire", "Z9001", Role.SUPERVISOR, approved, review));
        }
        var other = what(Operation.APPROVE, "review", UUID.randomUUID(), "subjectKind", "plan", "subject", plan.toString(),
                "decision", "APPROVED", "by", "Z (Z9001)", "hash", HASH);
        assertEquals(
                List.of("what was approved is not what was reviewed"),
                whyNot("Derbyshire", "Z9001", Role.SUPERVISOR, approved, other));
    }

    @Test
    void cancelling_an_action_or_taking_it_up_again_makes_an_author_too() {
        var action = UUID.randomUUID();
        var given = entry("Derbyshire", "D1", Role.LRO,
                what(Operation.CREATE, "action", action, "ref", "A-7", "threat", threat, "title", "Visit", "status", "TASKED"));
        derbyshire.takes(Site.act(given));
        seen.put(action, Versions.NONE.with(given.id()));
        var both = Set.of(Role.LRO, Role.SUPERVISOR);
        for (var status : List.of("IN_PROGRESS", "CANCELLED", "IN_PROGRESS", "OF_A_LATER_VERSION", "DONE")) {
            var user = "Y" + seq;
            var changed = entry("Derbyshire", user, Role.LRO, what(Operation.ACTION_STATUS, "action", action, "status", status));
            var approval = entry("Derbyshire", user, Role.SUPERVISOR, approval("APPROVE", "Y (" + user + ")"));
            boolean makesAuthor = status.equals("CANCELLED") || isDropped(action);
            var why = makesAuthor ? List.of("nobody approves a plan of which they wrote a part") : List.of();
            assertEquals(why, whyNot(both, List.of(List.of(changed), List.of(approval))), "brought: " + status);
            derbyshire.takes(Site.act(changed));
            seen.put(action, Versions.NONE.with(changed.id()));
            assertEquals(why, whyNot(both, List.of(List.of(approval))), "here: " + status);
        }
    }

    private boolean isDropped(UUID action) {
        return !derbyshire.store.records().find(Action.FIELDS, new Id<Action>(action)).orElseThrow().record().isLive();
    }

    @Test
    void an_extract_states_what_was_decided_outside_and_nothing_else() {
        var outside = what(Operation.LOAD, "plan", plan, "state", "APPROVED", "approvedHash", HASH, "approvedOutside", true);
        assertEquals(List.of(), whyNot("Derbyshire", "D1", Role.LRO, outside));
        var why = List.of("an extract states no decision that was made here");
        assertEquals(why, whyNot("Derbyshire", "D1", Role.LRO, approval("LOAD", "A Officer (D1)")));
        assertEquals(why, whyNot("Derbyshire", "D1", Role.LRO,
                what(Operation.LOAD, "plan", plan, "state", "APPROVED", "approvedHash", HASH)));
        assertEquals(why, whyNot("Derbyshire", "D1", Role.LRO, what(Operation.LOAD, "disruption", event, "moderation", "AGREED")));
        assertEquals(
                List.of("only an extract states what was moderated outside"),
                whyNot("Derbyshire", "D1", Role.LRO, what(Operation.EDIT, "disruption", event, "moderation", "OUTSIDE")));
        assertEquals(
                List.of("only an extract states what was approved outside"),
                whyNot("Derbyshire", "D1", Role.LRO, what(Operation.EDIT, "plan", plan, "approvedOutside", true)));
    }

    @Test
    void what_the_owner_of_an_event_decides_about_another_agency_may_only_propose() {
        var regraded = what(Operation.EDIT, "disruption", event, "category", "MAJOR");
        assertEquals(
                List.of("Derbyshire decides about this, and EMSOU may only propose it"), whyNot("EMSOU", "E1", Role.LRO, regraded));
        assertEquals(
                List.of("Derbyshire decides about this, and EMSOU may only propose it"),
                whyNot("EMSOU", "E1", Role.SUPERVISOR, moderation("MODERATE", "E (E1)")));
        assertEquals(List.of(), whyNot("EMSOU", "E1", Role.SUPERVISOR, moderation("PROPOSE", "E (E1)")));
        assertEquals(List.of(), whyNot("EMSOU", "E1", Role.LRO, what(Operation.EDIT, "disruption", event, "summary", "Seen")));
        assertEquals(List.of(), whyNot("Derbyshire", "D9", Role.LRO, regraded), "in whatever office");
    }
}
