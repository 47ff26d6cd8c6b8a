package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.CountingRules.Facts;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Id;
import fourfold.core.reference.Lists.Word;
import fourfold.core.reference.Reference;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The reference data against the regional example: its year counts as the example's own figures say.
final class ExampleVerdictsTest {

    private static final Reference REFERENCE = ReferenceTables.read();

    private final Map<Id<Threat>, Threat> threats = new HashMap<>();
    private final List<Disruption> events;

    ExampleVerdictsTest() {
        Gathered.from(ExtractTable.THREATS, ExampleRegion.of(ExtractTable.THREATS), ref -> null)
                .good
                .forEach(row -> threats.put(row.value().id(), row.value()));
        events = Gathered.from(
                        ExtractTable.DISRUPTIONS, ExampleRegion.of(ExtractTable.DISRUPTIONS), ref -> Id.named("threat", ref))
                .good
                .stream()
                .map(CheckedRow::value)
                .toList();
    }

    /// Record date after 1 June 2021 and not after 31 May 2022, as the printed figures follow.
    @Test
    void the_verdicts_of_the_year_add_up_to_the_figures_of_the_example() {
        var counted = new TreeMap<String, Integer>();
        for (var event : events) {
            var recorded = event.get(Disruption.RECORD_DATE);
            if (!recorded.isAfter(LocalDate.of(2021, 6, 1)) || recorded.isAfter(LocalDate.of(2022, 5, 31))) continue;
            var kind = threats.get(event.get(Disruption.THREAT)).get(Threat.KIND);
            var verdict = REFERENCE.countingRules().verdict(Facts.of(event.with(Disruption.THREAT_KIND, kind)));
            if (verdict.counts()) counted.merge(event.get(Disruption.LEAD_AGENCY), 1, Integer::sum);
        }
        assertEquals(
                "{Derbyshire=127, EMSOU=533, Leicestershire=199, Lincolnshire=39, Northamptonshire=116, Nottinghamshire=113}",
                counted.toString());
    }

    @Test
    void every_agency_and_tag_of_the_example_is_known_and_references_begin_with_their_agency() {
        var tags = REFERENCE.lists().tags().stream().map(Word::value).collect(Collectors.toSet());
        for (var threat : threats.values()) {
            var agency = REFERENCE.agencies().find(threat.get(Threat.AGENCY)).orElseThrow();
            assertTrue(threat.get(Threat.REF).startsWith(agency.prefix() + "-"), threat.get(Threat.REF));
            assertTrue(tags.containsAll(threat.get(Threat.TAGS)), threat.get(Threat.TAGS).toString());
        }
        for (var event : events)
            assertTrue(REFERENCE.agencies().find(event.get(Disruption.LEAD_AGENCY)).isPresent());
    }

    @Test
    void every_lead_unit_of_the_example_is_in_the_list() {
        var units = REFERENCE.lists().leadUnits().stream().map(Word::value).collect(Collectors.toSet());
        var others = events.stream()
                .map(event -> event.get(Disruption.LEAD_UNIT))
                .filter(unit -> !unit.isEmpty() && !units.contains(unit))
                .collect(Collectors.toSet());
        assertEquals(java.util.Set.of(), others.stream().filter(unit -> !unit.startsWith("SOC team ")).collect(Collectors.toSet()));
    }
}
