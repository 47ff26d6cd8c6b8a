package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.core.threat.Tier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What two agencies write about the same threat: proposals to the owner and their answers, conflicts and their settlement,
/// and one digest in the end.
class AgenciesTogetherTest {

    private final Site derbyshire = new Site("Derbyshire", 1);
    private final Site region = new Site("EMSOU", 2);
    private String ref = "";

    @BeforeEach
    void bothHoldOneThreatOfDerbyshire() {
        ref = derbyshire.create(Map.of("name", "Amber Kite", "kind", "Organised crime group", "tier", "Tier 3"))
                .record()
                .get(Threat.REF);
        region.takes(derbyshire);
    }

    @AfterEach
    void shut() {
        derbyshire.close();
        region.close();
    }

    private void exchange() {
        region.takes(derbyshire);
        derbyshire.takes(region);
        region.takes(derbyshire);
    }

    private static String sentence(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem() instanceof Problem problem
                ? problem.sentence()
                : "";
    }

    @Test
    void anothers_change_of_a_governed_field_is_a_proposal_as_a_whole_in_its_own_vault_too() {
        var answer = region.edit(ref, Map.of("tier", "Tier 1", "area", "North")).orThrow();
        assertTrue(answer.record().is(Threat.TIER, Tier.TIER_3));
        assertTrue(answer.record().lacks(Threat.AREA));
        assertEquals(Set.of("area", "tier"), answer.state().proposals().keySet());
        assertEquals(
                "Proposed to Derbyshire: Area, Tier.",
                region.proposals(Role.LRO).sentence(answer).orElse(""));
        assertTrue(derbyshire.proposals(Role.LRO).sentence(derbyshire.threat(ref)).isEmpty());
        var digest = derbyshire.digest();
        exchange();
        assertEquals(digest, derbyshire.digest(), "what is only proposed is no part of the settled state");
        var listed = derbyshire.proposals(Role.LRO).list().orThrow();
        assertEquals(1, listed.size());
        var proposal = listed.getFirst();
        assertEquals("EMSOU", proposal.agency());
        assertEquals("LRO", proposal.role());
        assertTrue(proposal.ours());
        assertEquals("Derbyshire", proposal.record().owner());
        assertEquals(
                List.of("Area:  to North", "Tier: Tier 3 to Tier 1"),
                proposal.parts().stream()
                        .map(part -> part.label() + ": " + part.current() + " to " + part.proposed())
                        .toList());
        assertFalse(region.proposals(Role.LRO).list().orThrow().getFirst().ours());
        var step = region.history().timeline("threat", answer.record().id().value()).orThrow().getFirst();
        assertEquals("Proposed", step.words());
        assertTrue(step.changes().stream().anyMatch(change -> change.field().equals("Tier (proposed)")));
    }

    @Test
    void an_ordinary_field_is_changed_by_anybody() {
        var answer = region.edit(ref, Map.of("area", "North")).orThrow();
        assertEquals("North", answer.record().get(Threat.AREA));
        assertEquals(0, region.store.unsettled().proposed().size());
    }

    @Test
    void the_owners_supervisor_accepts_a_proposal_and_others_stay_open() {
        var leicestershire = new Site("Leicestershire", 3);
        try (leicestershire) {
            leicestershire.takes(derbyshire);
            region.edit(ref, Map.of("tier", "Tier 1")).orThrow();
            leicestershire.edit(ref, Map.of("tier", "Tier 2")).orThrow();
            exchange();
            derbyshire.takes(leicestershire);
            var desk = derbyshire.proposals(Role.SUPERVISOR);
            assertEquals(2, desk.list().orThrow().size());
            var one = desk.list().orThrow().stream().filter(p -> p.agency().equals("EMSOU")).findFirst().orElseThrow();
            assertEquals("Only a supervisor may do this.", sentence(derbyshire.proposals(Role.LRO)
                    .accept(new ProposalDesk.Answer(one.entry(), ""))));
            desk.accept(new ProposalDesk.Answer(one.entry(), "Agreed by telephone")).orThrow();
            assertTrue(derbyshire.threat(ref).record().is(Threat.TIER, Tier.TIER_1));
            assertEquals(
                    List.of("Leicestershire"),
                    desk.list().orThrow().stream().map(ProposalDesk.Proposal::agency).toList());
            assertTrue(sentence(desk.accept(new ProposalDesk.Answer(one.entry(), ""))).startsWith("There is no proposal"));
            exchange();
            assertTrue(region.threat(ref).record().is(Threat.TIER, Tier.TIER_1));
            assertEquals(derbyshire.digest(), region.digest());
        }
    }

    @Test
    void a_proposal_is_declined_with_a_reason_and_only_by_the_owner() {
        region.edit(ref, Map.of("tier", "Tier 1")).orThrow();
        exchange();
        var entry = derbyshire.proposals(Role.LRO).list().orThrow().getFirst().entry();
        assertEquals("The proposal is answered by a supervisor of Derbyshire.", sentence(
                region.proposals(Role.SUPERVISOR).decline(new ProposalDesk.Answer(entry, "Ours"))));
        var desk = derbyshire.proposals(Role.SUPERVISOR);
        assertEquals("Say why the proposal is declined.", sentence(desk.decline(new ProposalDesk.Answer(entry, " "))));
        var digest = derbyshire.digest();
        desk.decline(new ProposalDesk.Answer(entry, "No sign of it")).orThrow();
        assertEquals(digest, derbyshire.digest());
        assertEquals(List.of(), desk.list().orThrow());
        exchange();
        assertEquals(List.of(), region.proposals(Role.LRO).list().orThrow());
        assertEquals(0, region.store.unsettled().proposed().size());
    }

    @Test
    void a_second_proposal_replaces_the_first_of_its_own_agency_only() {
        region.edit(ref, Map.of("tier", "Tier 1")).orThrow();
        region.edit(ref, Map.of("tier", "Tier 2")).orThrow();
        assertEquals(
                List.of("Tier 2"),
                region.proposals(Role.LRO).list().orThrow().stream()
                        .map(proposal -> proposal.parts().getFirst().proposed())
                        .toList());
        var leicestershire = new Site("Leicestershire", 3);
        try (leicestershire) {
            leicestershire.takes(derbyshire);
            leicestershire.takes(region);
            leicestershire.edit(ref, Map.of("tier", "Tier 4")).orThrow();
            assertEquals(2, leicestershire.proposals(Role.LRO).list().orThrow().size());
        }
    }

    @Test
    void who_loaded_for_others_keeps_it_until_they_write_themselves() {
        var loaded = region.create(Map.of("name", "Blue Gate", "kind", "Organised crime group", "agency", "DERBYSHIRE"));
        var other = loaded.record().get(Threat.REF);
        assertEquals("Derbyshire", loaded.record().get(Threat.AGENCY));
        assertTrue(region.edit(other, Map.of("tier", "Tier 2")).orThrow().record().is(Threat.TIER, Tier.TIER_2));
        exchange();
        assertTrue(derbyshire.edit(other, Map.of("tier", "Tier 1")).orThrow().record().is(Threat.TIER, Tier.TIER_1));
        exchange();
        assertTrue(region.edit(other, Map.of("tier", "Tier 4")).orThrow().record().is(Threat.TIER, Tier.TIER_1));
        assertEquals(1, region.proposals(Role.LRO).list().orThrow().size());
    }

    @Test
    void a_plan_belongs_to_the_owner_of_its_threat() {
        var threat = derbyshire.threat(ref).record().id();
        derbyshire.plans(Role.LRO).begin(new PlanDesk.Begin(threat, null)).orThrow();
        exchange();
        var plan = region.plans(Role.LRO).plan(ref).orThrow();
        var values = Editing.of(Plan.FIELDS, Map.of("marking", "OFFICIAL"), Set.of()).orThrow();
        var answer = region.plans(Role.LRO).edit(new PlanDesk.Edit(plan.seen(), values, "")).orThrow();
        assertEquals("OFFICIAL-SENSITIVE", answer.record().print(Plan.MARKING));
        var entry = region.journal.entry(region.store.timeline()
                .of(Map.of("plan", List.of(plan.record().id().value())))
                .getLast()
                .spot());
        assertEquals("PROPOSE", entry.operation());
        assertEquals("OFFICIAL_SENSITIVE", entry.marking().name(), "a proposal lowers nothing");
    }

    @Test
    void an_ordinary_conflict_is_settled_by_an_lro_who_says_why() {
        derbyshire.edit(ref, Map.of("area", "North")).orThrow();
        region.edit(ref, Map.of("area", "South")).orThrow();
        exchange();
        assertEquals(derbyshire.digest(), region.digest());
        var listed = region.conflicts(Role.LRO).list().orThrow();
        assertEquals(1, listed.size());
        var contested = listed.getFirst().fields().getFirst();
        assertEquals("South", contested.shown(), "each desk shows its own");
        assertEquals("North", derbyshire.conflicts(Role.LRO).list().orThrow().getFirst().fields().getFirst().shown());
        assertEquals(
                Set.of("Derbyshire North Because of {area=North}", "EMSOU South Because of {area=South}"),
                Set.copyOf(contested.values().stream()
                        .map(one -> one.agency() + " " + one.value() + " " + one.reason())
                        .toList()));
        var before = region.digest();
        var wish = settle(region, new ConflictDesk.Answer.Value("South"), "");
        assertEquals("Say why this value holds.", sentence(region.conflicts(Role.LRO).settle(wish)));
        assertEquals("Only an LRO or a supervisor may settle this.", sentence(region.conflicts(Role.ANALYST).settle(wish)));
        var settled = region.conflicts(Role.LRO)
                .settle(settle(region, new ConflictDesk.Answer.Value("South"), "Seen there"))
                .orThrow();
        assertEquals(List.of(), settled.left());
        assertNotEquals(before, region.digest());
        exchange();
        assertEquals("South", derbyshire.threat(ref).record().get(Threat.AREA));
        assertEquals(derbyshire.digest(), region.digest());
        assertEquals(List.of(), derbyshire.conflicts(Role.LRO).list().orThrow());
        assertEquals("Nothing in this threat is in conflict.", sentence(derbyshire.conflicts(Role.LRO)
                .settle(settle(derbyshire, new ConflictDesk.Answer.Value("North"), "No"))));
    }

    private ConflictDesk.Settle settle(Site site, ConflictDesk.Answer answer, String reason) {
        return settle(site, "area", answer, reason);
    }

    private ConflictDesk.Settle settle(Site site, String field, ConflictDesk.Answer answer, String reason) {
        var kept = site.threat(ref);
        return new ConflictDesk.Settle("threat", kept.record().id().value(), kept.version(), field, answer, reason);
    }

    /// Two vaults of one agency, so that both may write what it governs.
    @Test
    void a_governed_conflict_shows_the_value_from_before_and_is_settled_by_the_owners_supervisor() {
        var second = new Site("Derbyshire", 4);
        try (second) {
            second.takes(derbyshire);
            derbyshire.edit(ref, Map.of("tier", "Tier 1")).orThrow();
            second.edit(ref, Map.of("tier", "Tier 2")).orThrow();
            derbyshire.takes(second);
            region.takes(derbyshire);
            var contested = derbyshire.conflicts(Role.LRO).list().orThrow().getFirst().fields().getFirst();
            assertTrue(contested.governed());
            assertEquals("Tier 3", contested.shown());
            var entry = contested.values().getLast();
            var answer = new ConflictDesk.Answer.OfEntry(entry.entry());
            assertEquals("Tier is settled by a supervisor of Derbyshire.", sentence(region.conflicts(Role.SUPERVISOR)
                    .settle(settle(region, "tier", answer, "Ours"))));
            assertEquals("Tier is settled by a supervisor.", sentence(derbyshire.conflicts(Role.LRO)
                    .settle(settle(derbyshire, "tier", answer, "Mine"))));
            assertEquals("Tier is in conflict; a supervisor settles it.", sentence(
                    derbyshire.edit(ref, Map.of("tier", "Tier 4"))));
            assertTrue(sentence(derbyshire.conflicts(Role.SUPERVISOR)
                            .settle(settle(derbyshire, "tier", new ConflictDesk.Answer.OfEntry("x:1"), "Why")))
                    .startsWith("No value of Tier that stands"));
            assertEquals("Area is not in conflict, only Tier.", sentence(derbyshire.conflicts(Role.SUPERVISOR)
                    .settle(settle(derbyshire, "area", answer, "Why"))));
            derbyshire.conflicts(Role.SUPERVISOR).settle(settle(derbyshire, "tier", answer, "The newer paper")).orThrow();
            assertEquals(entry.value(), derbyshire.threat(ref).record().print(Threat.TIER));
            second.takes(derbyshire);
            assertEquals(entry.value(), second.threat(ref).record().print(Threat.TIER));
            assertEquals(derbyshire.digest(), second.digest());
        }
    }

    @Test
    void an_edit_of_a_contested_governed_field_by_a_supervisor_is_its_settlement() {
        var second = new Site("Derbyshire", 4);
        try (second) {
            second.takes(derbyshire);
            derbyshire.edit(ref, Map.of("tier", "Tier 1")).orThrow();
            second.edit(ref, Map.of("tier", "Tier 2")).orThrow();
            derbyshire.takes(second);
            derbyshire.edit(ref, Map.of("tier", "Tier 4"), Role.LRO, Role.SUPERVISOR).orThrow();
            var step = derbyshire.history().timeline("threat", derbyshire.threat(ref).record().id().value())
                    .orThrow()
                    .getFirst();
            assertEquals("Settled", step.words());
            assertEquals("SUPERVISOR", step.role());
            assertEquals(Set.of(), derbyshire.threat(ref).state().conflicts());
        }
    }

    @Test
    void long_texts_stand_side_by_side_with_what_both_writers_had_before_them() {
        derbyshire.edit(ref, Map.of("kindReason", "One")).orThrow();
        region.takes(derbyshire);
        derbyshire.edit(ref, Map.of("kindReason", "One and two")).orThrow();
        region.edit(ref, Map.of("kindReason", "One and three")).orThrow();
        exchange();
        for (var site : List.of(derbyshire, region)) {
            var contested = site.conflicts(Role.LRO).list().orThrow().getFirst().fields().getFirst();
            assertEquals("One", contested.before().orElse(""));
            assertEquals(2, contested.values().size());
        }
    }

    @Test
    void no_person_writes_by_hand_into_a_conflict_what_no_person_writes_by_hand() {
        var second = new Site("Derbyshire", 4);
        try (second) {
            second.takes(derbyshire);
            derbyshire.edit(ref, Map.of("lro", "LRO 001 (X11007)")).orThrow();
            second.edit(ref, Map.of("lro", "LRO 002 (X11008)")).orThrow();
            derbyshire.takes(second);
            assertEquals(
                    Set.of("lro", "lroAppointedBy", "lroReason"), derbyshire.threat(ref).state().conflicts());
            var desk = derbyshire.conflicts(Role.SUPERVISOR);
            assertEquals(
                    "LRO appointed by cannot be written by hand; choose one of the values that stand.",
                    sentence(desk.settle(settle(
                            derbyshire, "LRO appointed by", new ConflictDesk.Answer.Value("Nobody"), "Why"))));
            desk.settle(settle(derbyshire, "lroAppointedBy", new ConflictDesk.Answer.Value("Officer (X40001)"), "Who"))
                    .orThrow();
            assertEquals(Set.of("lro", "lroReason"), derbyshire.threat(ref).state().conflicts());
        }
    }
}
