package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Id;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.threat.Threat;
import fourfold.vault.OpenVault;
import fourfold.vault.SimulatedDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Decisions that come before what they were made about wait, and are judged once more when that has come. An officer who is LRO
/// and supervisor approves their own plan with a changed program, and sends the approval so that it comes first.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateDecisionTest {

    private static final String WHY = "nobody approves a plan of which they wrote a part";

    private final SimulatedDisk post = new SimulatedDisk();
    private final List<OpenVault> keys = new ArrayList<>();
    private Id<Plan> plan = new Id<>(new UUID(0, 0));
    private Path written = Path.of("");
    private Path approved = Path.of("");
    private Path later = Path.of("");

    @BeforeAll
    void anOfficerHasApprovedTheirOwnPlan() {
        for (var agency : List.of("EMSOU", "Derbyshire")) keys.add(PacketSite.keys(post, agency));
        PacketSite.acquaint(keys);
        try (var force = PacketSite.begin(keys.getLast(), new Replica("0000000000000101"), TestVaults.clock())) {
            var threat = force.create(Map.of("name", "Kite", "kind", "Organised crime group", "tier", "Tier 3"));
            force.plans(Role.LRO).begin(new PlanDesk.Begin(threat.record().id(), null)).orThrow();
            plan = Plan.idFor(threat.record().id());
            decide(force, Permission.EDIT_PLANS, Operation.SUBMIT, Role.LRO, PlanState.SUBMITTED);
            written = force.send("EMSOU", false).orThrow();
            decide(force, Permission.REVIEW_PLANS, Operation.APPROVE, Role.SUPERVISOR, PlanState.APPROVED);
            approved = force.send("EMSOU", false).orThrow();
            force.edit(threat.record().get(Threat.REF), Map.of("scope", "Derby")).orThrow();
            later = force.send("EMSOU", false).orThrow();
        }
    }

    @AfterAll
    void end() {
        for (var open : keys) {
            open.close();
            open.vault().close();
        }
    }

    /// What no desk of this program would do.
    private void decide(PacketSite site, Permission permission, Operation operation, Role role, PlanState state) {
        var kept = site.store.records().find(Plan.FIELDS, plan).orElseThrow();
        var session = site.session(role);
        var now = kept.record().with(Plan.STATE, state);
        now = state == PlanState.SUBMITTED
                ? now.with(Plan.SUBMITTED_BY, "Another (Q1)")
                : now.with(Plan.APPROVED_BY, session.label()).with(Plan.APPROVED_HASH, "ab".repeat(32));
        site.ledger.write(session, permission, "Done", List.of(Change.of(operation, kept.record(), now, kept.state())));
    }

    private PacketSite unit() {
        return PacketSite.begin(keys.getFirst(), new Replica("0000000000000102"), TestVaults.clock());
    }

    private PlanState state(PacketSite unit) {
        return unit.store.records().find(Plan.FIELDS, plan).orElseThrow().record().get(Plan.STATE);
    }

    private static ReceivedPackage received(PacketSite unit, long number) {
        return unit.store.records().all(ReceivedPackage.FIELDS).stream()
                .map(Kept::record)
                .filter(one -> one.get(ReceivedPackage.NUMBER) == number)
                .findFirst()
                .orElseThrow();
    }

    private String whenInOrder() {
        try (var unit = unit()) {
            for (var file : List.of(written, approved, later)) unit.imports().accept(file).orThrow();
            assertEquals(PlanState.SUBMITTED, state(unit));
            return unit.digest();
        }
    }

    @Test
    void an_approval_that_came_first_is_left_out_when_what_was_approved_comes() {
        try (var unit = unit()) {
            var early = unit.imports().accept(approved).orThrow();
            assertEquals(1, early.preview().records().get(Fate.WAITING));
            var look = unit.imports().preview(written).orThrow();
            assertTrue(look.warnings().stream().anyMatch(warning -> warning.contains(WHY)), look.warnings().toString());
            var taken = unit.imports().accept(written).orThrow();
            assertEquals(look.records(), taken.preview().records());
            assertEquals(PlanState.SUBMITTED, state(unit));
            assertEquals(List.of(), unit.store.records().waiting());
            assertEquals(unit.digest(), unit.digestAnew(), "the store made anew leaves it out too");
            assertEquals(1, received(unit, 2).get(ReceivedPackage.REFUSED));
            unit.imports().accept(later).orThrow();
            assertEquals(whenInOrder(), unit.digest());
            assertEquals(unit.digest(), unit.digestAnew());
        }
    }

    @Test
    void the_sender_is_told_by_a_new_receipt() {
        try (var unit = unit()) {
            var first = unit.imports().accept(approved).orThrow().receipt().orElseThrow();
            assertEquals(List.of(), receipt(first).receipt().refused());
            assertNotEquals("", receipt(first).receipt().held());
            unit.imports().accept(written).orThrow();
            var again = receipt(first).receipt();
            assertEquals("", again.held());
            assertEquals("", again.accepted());
            assertEquals(List.of(WHY), again.refused().stream().map(one -> one.why()).toList());
        }
    }

    private ReceiptBook.Opened receipt(Path file) {
        try (var force = PacketSite.begin(keys.getLast(), new Replica("0000000000000103"), TestVaults.clock())) {
            return new ReceiptBook(force.session(Role.LRO), force.vault, new Addresses(force.vault, Site.AGENCIES)).open(file).orThrow();
        }
    }

    @Test
    void what_was_left_out_stays_out_when_the_import_that_brought_it_is_undone_and_done_again() {
        try (var unit = unit()) {
            unit.imports().accept(approved).orThrow();
            unit.imports().accept(written).orThrow();
            unit.imports().undo(received(unit, 2).id(), "By mistake").orThrow();
            unit.imports().accept(approved).orThrow();
            assertEquals(PlanState.SUBMITTED, state(unit));
            assertEquals(unit.digest(), unit.digestAnew());
        }
    }
}
