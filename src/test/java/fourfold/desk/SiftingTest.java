package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fourfold.core.access.Role;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of changes that a program other than this one may have written: well signed, and yet not theirs to make.
class SiftingTest {

    private static final Replica REGION = new Replica("000000000000000e");

    private final Site derbyshire = new Site("Derbyshire", 1);
    private final List<Entry> made = new ArrayList<>();
    private UUID threat = new UUID(0, 0);
    private Versions seen = Versions.NONE;

    @BeforeEach
    void derbyshireHasAThreat() {
        var kept = derbyshire.create(Map.of("name", "Kite", "kind", "Organised crime group", "tier", "Tier 3"));
        threat = kept.record().id().value();
        seen = kept.state().known();
    }

    @AfterEach
    void shut() {
        derbyshire.close();
    }

    private Entry entry(String agency, String user, String role, Operation operation, String kind, UUID record, String... values) {
        var all = new TreeMap<String, Json>();
        for (int i = 0; i < values.length; i += 2) all.put(values[i], Json.of(values[i + 1]));
        var entry = new Entry(
                new EntryId(REGION, made.size() + 1), record.equals(threat) ? seen : Versions.NONE, new TreeSet<>(),
                new Stamp(derbyshire.clock.millis(), 0), new Author(user, agency, role), operation.name(), kind, record, all, "because",
                Marking.OFFICIAL, "0".repeat(32));
        made.add(entry);
        return entry;
    }

    private Entry byRegion(String role, Operation operation, String... values) {
        return entry("EMSOU", "E1", role, operation, "threat", threat, values);
    }

    private Sifting sifted(Set<Role> roles, Entry... entries) {
        return derbyshire.sifted(roles, Site.acts(Stream.of(entries).map(List::of).toList()));
    }

    private static List<Fate> fates(Sifting sifting) {
        return sifting.tallies().stream().map(Tallies.Tally::fate).toList();
    }

    private static String why(Sifting sifting) {
        return sifting.refusals().getFirst().why();
    }

    @Test
    void a_change_of_what_everybody_may_write_applies() {
        var sifting = sifted(Set.of(Role.LRO), byRegion("LRO", Operation.EDIT, "scope", "Derby"));
        assertEquals(List.of(Fate.CHANGED), fates(sifting));
    }

    @Test
    void a_governed_field_of_another_agency_can_only_be_proposed() {
        var sifting = sifted(Set.of(Role.LRO), byRegion("LRO", Operation.EDIT, "tier", "TIER_1"));
        assertEquals(List.of(Fate.REFUSED), fates(sifting));
        assertEquals("Derbyshire decides about this, and EMSOU may only propose it", why(sifting));
        assertFalse(sifting.isAnything());
        assertEquals(
                List.of(Fate.PROPOSED),
                fates(sifted(Set.of(Role.LRO), byRegion("LRO", Operation.PROPOSE, "tier", "TIER_1"))));
    }

    @Test
    void nobody_else_accepts_or_settles_for_the_owner() {
        for (var operation : List.of(Operation.ACCEPT, Operation.SETTLE)) {
            var sifting = sifted(Set.of(Role.SUPERVISOR), byRegion("SUPERVISOR", operation, "tier", "TIER_1"));
            assertEquals(List.of(Fate.REFUSED), fates(sifting), operation.name());
        }
    }

    @Test
    void a_role_that_the_unit_did_not_vouch_for_then_gives_no_right() {
        var sifting = sifted(Set.of(Role.ANALYST), byRegion("LRO", Operation.EDIT, "scope", "Derby"));
        assertEquals("the author was not LRO then", why(sifting));
        var analyst = sifted(Set.of(Role.ANALYST), byRegion("ANALYST", Operation.EDIT, "scope", "Derby"));
        assertEquals("a person acting as Analyst may not do that", why(analyst));
    }

    @Test
    void nobody_moderates_their_own_event_on_another_machine() {
        var event = new UUID(2, 2);
        var recorded = entry("EMSOU", "E1", "LRO", Operation.RECORD, "disruption", event, "ref", "D-1", "recordedBy", "E (E1)");
        var moderated = entry(
                "EMSOU", "E1", "SUPERVISOR", Operation.MODERATE, "disruption", event, "moderation", "AGREED", "moderatedBy",
                "E (E1)", "recordedBy", "E (E1)");
        var sifting = sifted(Set.of(Role.LRO, Role.SUPERVISOR), recorded, moderated);
        assertEquals("nobody moderates their own event", why(sifting));
        assertEquals(1, sifting.refused().size());
    }

    @Test
    void a_decision_under_another_name_is_a_decision() {
        var event = entry("EMSOU", "E1", "LRO", Operation.EDIT, "disruption", new UUID(4, 4), "ref", "D-2", "moderatedBy", "E (E1)");
        assertEquals("a person acting as LRO may not do that", why(sifted(Set.of(Role.LRO), event)));
        var plan = entry("EMSOU", "E1", "LRO", Operation.EDIT, "plan", new UUID(5, 5), "approvedBy", "E (E1)");
        assertEquals("a person acting as LRO may not do that", why(sifted(Set.of(Role.LRO), plan)));
    }

    @Test
    void what_belongs_to_one_vault_alone_is_left_out_with_the_whole_act() {
        var person = entry("EMSOU", "E1", "LRO", Operation.PERSON, "person", new UUID(3, 3), "collar", "X1");
        assertEquals("a person belongs to one vault alone", why(sifted(Set.of(Role.LRO), person)));
    }

    @Test
    void a_change_that_claims_to_be_ours_and_is_unknown_is_an_alarm() {
        var own = entry("EMSOU", "E1", "LRO", Operation.EDIT, "threat", threat, "scope", "Derby");
        var forged = new Entry(
                new EntryId(derbyshire.replica, 900), own.seen(), own.beside(), own.at(), own.author(), own.operation(), own.kind(),
                own.record(), own.values(), own.reason(), own.marking(), own.salt());
        assertEquals(forged.id(), sifted(Set.of(Role.LRO), forged).alien().orElseThrow());
    }

    @Test
    void a_number_that_is_here_with_another_content_or_for_another_record_is_an_alarm() {
        var first = byRegion("LRO", Operation.EDIT, "scope", "Derby");
        assertEquals(Optional.empty(), sifted(Set.of(Role.LRO), first).lie());
        derbyshire.takes(Site.act(first));
        assertEquals(Optional.empty(), sifted(Set.of(Role.LRO), first).lie(), "the same again");
        assertEquals(Optional.of(first.id()), sifted(Set.of(Role.LRO), as(first, threat, "Elsewhere")).lie());
        var elsewhere = UUID.randomUUID();
        assertEquals(Optional.of(first.id()), sifted(Set.of(Role.LRO), as(first, elsewhere, "Derby")).lie(), "of another record");
        var known = derbyshire.threat(name()).state().known();
        var second = entry("EMSOU", "E1", "LRO", Operation.CREATE, "meeting", elsewhere, "ref", "M-1");
        derbyshire.takes(Site.act(second));
        var third = byRegion("LRO", Operation.EDIT, "scope", "Ilkeston");
        var covered = as(second, threat, "Derby");
        derbyshire.takes(Site.act(as(third, threat, "Ilkeston", known)));
        assertEquals(Optional.of(second.id()), sifted(Set.of(Role.LRO), covered).lie(), "of a record that knows a later number");
    }

    @Test
    void a_change_that_waits_here_and_comes_with_another_content_is_an_alarm() {
        seen = seen.with(new EntryId(new Replica("000000000000000f"), 5));
        var waiting = byRegion("LRO", Operation.EDIT, "scope", "Derby");
        derbyshire.takes(Site.act(waiting));
        assertEquals(Optional.empty(), sifted(Set.of(Role.LRO), waiting).lie());
        assertEquals(Optional.of(waiting.id()), sifted(Set.of(Role.LRO), as(waiting, threat, "Ilkeston")).lie());
        assertEquals(Optional.of(waiting.id()), sifted(Set.of(Role.LRO), as(waiting, UUID.randomUUID(), "Derby")).lie());
    }

    private static Entry as(Entry other, UUID record, String scope) {
        return as(other, record, scope, other.seen());
    }

    private static Entry as(Entry other, UUID record, String scope, Versions seen) {
        return new Entry(
                other.id(), seen, other.beside(), other.at(), other.author(), other.operation(), "threat", record,
                new TreeMap<>(Map.of("scope", Json.of(scope))), other.reason(), other.marking(), other.salt());
    }

    @Test
    void a_concurrent_change_of_the_same_field_is_a_conflict_and_one_that_saw_too_much_waits() {
        derbyshire.edit(derbyshire.threat(name()).record().get(Threat.REF), Map.of("scope", "Here")).orThrow();
        assertEquals(
                List.of(Fate.CONFLICT),
                fates(sifted(Set.of(Role.LRO), byRegion("LRO", Operation.EDIT, "scope", "There"))));
        seen = seen.with(new EntryId(new Replica("000000000000000f"), 5));
        assertEquals(
                List.of(Fate.WAITING),
                fates(sifted(Set.of(Role.LRO), byRegion("LRO", Operation.EDIT, "scope", "There"))));
    }

    @Test
    void a_conflict_that_is_settled_and_a_proposal_that_is_answered_in_the_same_package_leave_nothing_to_decide() {
        derbyshire.edit(name(), Map.of("scope", "Here")).orThrow();
        var there = byRegion("LRO", Operation.EDIT, "scope", "There");
        seen = derbyshire.threat(name()).state().known().with(there.id());
        var settled = byRegion("LRO", Operation.SETTLE, "scope", "Both");
        assertEquals(List.of(Fate.CHANGED), fates(sifted(Set.of(Role.LRO), there, settled)));
        seen = seen.with(settled.id());
        var proposed = byRegion("LRO", Operation.PROPOSE, "tier", "TIER_1");
        seen = seen.with(proposed.id());
        var accepted = entry("Derbyshire", "D9", "SUPERVISOR", Operation.ACCEPT, "threat", threat, "tier", "TIER_1");
        assertEquals(
                List.of(Fate.CHANGED), fates(sifted(Set.of(Role.LRO, Role.SUPERVISOR), there, settled, proposed, accepted)));
        assertEquals(List.of(Fate.PROPOSED), fates(sifted(Set.of(Role.LRO), there, settled, proposed)));
    }

    private String name() {
        return derbyshire.store.records().all(Threat.FIELDS).getFirst().record().get(Threat.REF);
    }
}
