package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.SentPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Operation;
import fourfold.core.sync.SignedActs;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Imports that are taken back: nothing of them is left, nothing that was built on them is lost, and they may come again.
class UndoTest {

    private final Site force = new Site("Derbyshire", 1);
    private final Site unit = new Site("EMSOU", 2);
    private String ref = "";

    @BeforeEach
    void theForceHasAThreat() {
        ref = force.create(Map.of("name", "Kite", "kind", "Organised crime group", "tier", "Tier 3")).record().get(Threat.REF);
    }

    @AfterEach
    void shut() {
        force.close();
        unit.close();
    }

    private static String why(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem().sentence();
    }

    private static List<Entry> left(Site site) {
        var entries = new ArrayList<Entry>();
        TakenBack.in(site.journal).left(site.journal).read(new SignedActs.Reader() {
            @Override
            public void entry(Entry entry) {
                entries.add(entry);
            }
        });
        return entries;
    }

    @Test
    void an_undone_import_leaves_what_would_be_there_had_it_never_come_and_may_come_again() {
        unit.create(Map.of("name", "Heron", "kind", "SOC vulnerability"));
        var before = unit.digest();
        var first = unit.imports(force, 1);
        var with = unit.digest();
        assertNotEquals(before, with);
        unit.undo(first).orThrow();
        assertEquals(before, unit.digest());
        assertEquals(before, unit.digestAnew());
        assertTrue(unit.store.records().findByRef(Threat.FIELDS, ref).isEmpty());
        assertFalse(left(unit).stream().anyMatch(entry -> entry.author().agency().equals("Derbyshire")), "nothing of it travels on");
        assertTrue(unit.journal.lastSeq(force.replica) > 0, "the journal keeps it");
        assertEquals("The import was undone already.", why(unit.undo(first)));
        unit.imports(force, 1);
        assertEquals(with, unit.digest());
        assertEquals(with, unit.digestAnew());
        force.imports(unit, 1);
        assertEquals(force.digest(), unit.digest());
    }

    @Test
    void what_was_concurrent_stays_and_what_it_had_released_waits_again() {
        unit.imports(force, 1);
        force.edit(ref, Map.of("scope", "Derby")).orThrow();
        var second = unit.imports(force, 2);
        assertEquals("Derby", unit.threat(ref).record().get(Threat.SCOPE));
        unit.undo(second).orThrow();
        assertTrue(unit.threat(ref).record().lacks(Threat.SCOPE));
        unit.edit(ref, Map.of("scope", "Leicester")).orThrow();
        unit.imports(force, 2);
        assertEquals(List.of("scope"), List.copyOf(unit.threat(ref).state().conflicts()));
        force.imports(unit, 1);
        assertEquals(force.digest(), unit.digest());
    }

    @Test
    void nothing_is_undone_on_which_somebody_has_built() {
        var first = unit.imports(force, 1);
        unit.edit(ref, Map.of("scope", "Leicester")).orThrow();
        var sentence = why(unit.undo(first));
        assertTrue(sentence.startsWith("The import cannot be undone any more: threat " + ref
                + " was changed since on the ground of what it brought, by X20001 (EMSOU) on "), sentence);
        assertEquals("Leicester", unit.threat(ref).record().get(Threat.SCOPE));
    }

    @Test
    void nor_when_something_refers_to_what_it_brought() {
        var first = unit.imports(force, 1);
        unit.plans(Role.LRO).begin(new PlanDesk.Begin(unit.threat(ref).record().id(), null)).orThrow();
        assertTrue(why(unit.undo(first)).contains(": plan " + ref + " was changed since"), why(unit.undo(first)));
    }

    @Test
    void nor_when_a_later_package_holds_the_same_or_builds_on_it_unless_that_is_undone_first() {
        var first = unit.imports(force, 1);
        force.edit(ref, Map.of("scope", "Derby")).orThrow();
        var second = unit.imports(force, 2);
        assertTrue(why(unit.undo(first)).contains("was changed since") , why(unit.undo(first)));
        unit.undo(second).orThrow();
        unit.undo(first).orThrow();
        assertEquals(List.of(), unit.store.records().all(Threat.FIELDS));
        var again = unit.imports(force, 3);
        var same = unit.imports(force, 4);
        assertTrue(why(unit.undo(again)).contains("package 4 from Derbyshire, which was imported after it, holds some of the same changes"));
        unit.undo(same).orThrow();
        unit.undo(again).orThrow();
        assertEquals(List.of(), unit.store.records().all(Threat.FIELDS));
    }

    @Test
    void nor_after_the_next_export() {
        var first = unit.imports(force, 1);
        var sent = SentPackage.FIELDS
                .blank(new Id<>(UUID.randomUUID()))
                .with(SentPackage.NUMBER, 7L)
                .with(SentPackage.ADDRESSEE, "Leicestershire")
                .with(SentPackage.FILE, "a.gpg");
        unit.ledger.write(unit.session(Role.LRO), Permission.EXPORT, "Return", List.of(Change.creating(Operation.PACKAGE, sent)));
        assertEquals(
                "The import cannot be undone any more: package 7 was written for Leicestershire since.", why(unit.undo(first)));
    }

    @Test
    void a_store_that_was_behind_both_the_import_and_its_undoing_never_shows_it() {
        var before = unit.digest();
        var first = unit.imports(force, 1);
        unit.undo(first).orThrow();
        unit.create(Map.of("name", "Heron", "kind", "SOC vulnerability"));
        assertEquals(unit.digestAnew(), unit.digest());
        assertNotEquals(before, unit.digest());
    }
}
