package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import fourfold.core.figures.FactTable;
import fourfold.core.figures.FactTests;
import fourfold.core.figures.Facts;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The named tests over the facts of the example region, as the oracle has them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsTest {

    private static final int FROM = (int) LocalDate.of(2021, 6, 1).toEpochDay();
    private static final int TO = (int) LocalDate.of(2022, 5, 31).toEpochDay();

    private final Oracle oracle = Oracle.read();
    private Office office;
    private Facts facts;
    private FactTests tests;

    @BeforeAll
    void load(@TempDir Path folder) {
        office = TestVaults.begin(
                folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        TestVaults.loadExample(office);
        facts = office.figures().facts().orThrow();
        tests = new FactTests(facts);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void openThreatsWithoutAnEventAreStalled() {
        assertEquals(oracle.texts("threats", "stalled", "refs"), refs(tests.stalled(FROM, TO)));
        assertEquals(
                oracle.texts("threats", "stalled_no_countable"),
                refs(tests.openWithout(tests.threatsWithLeadAssessed(FROM + 1, TO))));
    }

    @Test
    void oneCollarNumberIsOnePerson() {
        assertEquals(oracle.texts("threats", "sio_is_lro", "refs"), refs(tests.sioIsLro()));
    }

    @Test
    void emptyPsOverdueActionsAndReviewsAreThoseOfTheOracle() {
        var empty = new TreeMap<String, List<String>>();
        var refs = refs(Threat.FIELDS, facts.threats(), Stream.iterate(0, i -> i + 1).limit(facts.threats().size()).toList());
        for (int plan = 0; plan < facts.plans().size(); plan++) {
            var ps = tests.emptyPs(plan, false);
            if (!ps.isEmpty())
                empty.put(refs.get(tests.threatOf(plan)), ps.stream().map(p -> p.label()).toList());
        }
        var expected = new TreeMap<String, List<String>>();
        oracle.at("plans", "empty_p").members().values().forEach((ref, ps) ->
                expected.put(ref, ps.items().stream().map(p -> p.text()).toList()));
        assertEquals(expected, empty);
        var overdue = new BitSet();
        for (int action = 0; action < facts.actions().size(); action++) if (tests.isOverdue(action, TO)) overdue.set(action);
        assertEquals(
                oracle.texts("actions", "overdue", "refs"),
                refs(Action.FIELDS, facts.actions(), overdue.stream().boxed().toList()).stream().sorted().toList());
        assertEquals(
                oracle.texts("plans", "every_action_owned_by_lro").size(), tests.everyActionWithLro().cardinality());
        assertEquals(
                oracle.numbers("actions", "done_without_disruption_in_same_p").values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                tests.doneWithoutEventInSameP().cardinality());
    }

    @Test
    void decisionsWaitUntilTheNextMeetingThatIsHeld() {
        assertEquals(
                oracle.at("meetings", "decision_delay").members().values().values().stream()
                        .filter(days -> !days.isNothing())
                        .mapToLong(days -> days.whole())
                        .sum(),
                tests.delays().stream().flatMap(delay -> delay.days().stream()).mapToLong(Integer::longValue).sum());
        assertEquals(
                oracle.at("meetings", "decision_delay").members().values().size(),
                tests.delays().size());
    }

    @Test
    void whatIsKeptIsReadAgainOnlyWhereItChanged() {
        var before = office.figures().facts().orThrow();
        assertSame(before, office.figures().facts().orThrow());
        var kept = office.threats().open("DER-0001").orThrow();
        office.threats()
                .edit(new ThreatDesk.Edit(
                        kept.seen(),
                        new Editing<>(List.of(new Field.Slot<>(Threat.AREA, "Elsewhere"))),
                        ""))
                .orThrow();
        var after = office.figures().facts().orThrow();
        assertNotSame(before, after);
        assertSame(before.events(), after.events());
        int row = after.threats().rows().get(kept.record().id().value());
        assertEquals("Elsewhere", after.threats().words(Threat.AREA).at(row));
        assertEquals(kept.record().get(Threat.AREA), before.threats().words(Threat.AREA).at(row));
    }

    private List<String> refs(BitSet threats) {
        return refs(Threat.FIELDS, facts.threats(), threats.stream().boxed().toList()).stream().sorted().toList();
    }

    private <K extends Entity<K>> List<String> refs(Fields<K> fields, FactTable<K> table, Collection<Integer> rows) {
        var refs = office.figures().refs(fields, rows.stream().map(table::id).toList());
        return rows.stream().map(row -> refs.get(table.id(row))).toList();
    }
}
