package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingRules.Facts;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Lists.Word;
import fourfold.core.reference.Reference;
import fourfold.core.threat.RetentionGroup;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ReferenceTablesTest {

    private static final Reference REFERENCE = ReferenceTables.read();

    @Test
    void there_are_forty_four_forces_and_ten_regional_units() {
        assertEquals(44, REFERENCE.agencies().forces().size());
        assertEquals(10, REFERENCE.agencies().regionalUnits().size());
        assertEquals(54, REFERENCE.agencies().all().size());
    }

    @Test
    void each_force_is_in_one_region_with_as_many_forces_as_the_report_lists() {
        var sizes = new TreeMap<String, Integer>();
        var seen = new HashSet<Agency>();
        for (var unit : REFERENCE.agencies().regionalUnits()) {
            var forces = REFERENCE.agencies().forcesOf(unit.regionCode());
            sizes.put(unit.regionCode(), forces.size());
            for (var force : forces) {
                assertTrue(seen.add(force), force.name());
                assertSame(unit, REFERENCE.agencies().regionalUnitOf(force));
            }
        }
        assertEquals(
                "{EMSOU=5, ERSOU=7, LONDON=3, NERSOU=3, NWROCU=6, ROCUWM=4, SEROCU=4, SWROCU=5, TARIAN=3, YHROCU=4}",
                sizes.toString());
        assertEquals(44, seen.size());
    }

    @Test
    void the_east_midlands_are_as_the_report_prints_them() {
        assertEquals(
                List.of("Derbyshire", "Leicestershire", "Lincolnshire", "Northamptonshire", "Nottinghamshire"),
                REFERENCE.agencies().forcesOf("emsou").stream().map(Agency::name).toList());
    }

    @Test
    void prefixes_slugs_and_area_codes_are_unique() {
        var all = REFERENCE.agencies().all();
        assertEquals(54, all.stream().map(Agency::prefix).distinct().count());
        assertEquals(54, all.stream().map(Agency::slug).distinct().count());
        var codes = all.stream().map(Agency::pfaCode).filter(code -> !code.isEmpty()).toList();
        assertEquals(43, codes.size());
        assertEquals(43, Set.copyOf(codes).size());
    }

    @ParameterizedTest
    @CsvSource({
        "Derbyshire, Derbyshire, DER",
        "derbyshire constabulary, Derbyshire, DER",
        "EMSOU, EMSOU, EMS",
        "emsou, EMSOU, EMS",
        "East Midlands Special Operations Unit, EMSOU, EMS",
        "Hampshire and Isle of Wight, Hampshire, HAM",
        "avon and somerset, Avon & Somerset, AVS",
        "Avon & Somerset, Avon & Somerset, AVS",
        "metropolitan, Metropolitan Police Service, MET",
        "btp, British Transport Police, BTP",
        "LEI, Leicestershire, LEI",
        "' Northamptonshire ', Northamptonshire, NOR",
        "DYFED POWYS, Dyfed-Powys, DYF"
    })
    void an_agency_is_found_by_name_code_slug_prefix_and_alias(String typed, String name, String prefix) {
        var agency = REFERENCE.agencies().find(typed).orElseThrow();
        assertEquals(name, agency.name());
        assertEquals(prefix, agency.prefix());
    }

    @Test
    void no_agency_is_guessed() {
        assertTrue(REFERENCE.agencies().find("Derby").isEmpty());
        assertTrue(REFERENCE.agencies().find("").isEmpty());
    }

    @Test
    void what_is_typed_suggests_agencies_with_the_one_that_is_meant_first() {
        assertEquals("Northamptonshire", REFERENCE.agencies().suggest("nor").getFirst().name());
        assertTrue(REFERENCE.agencies().suggest("midl").stream().anyMatch(agency -> agency.name().equals("EMSOU")));
        assertEquals(54, REFERENCE.agencies().suggest("").size());
    }

    @Test
    void the_london_collaboration_is_no_regional_organised_crime_unit() {
        var london = REFERENCE.agencies().find("LONDON").orElseThrow();
        assertFalse(london.isRocu());
        assertEquals("regional unit", london.region().unitWord());
        assertEquals(
                9, REFERENCE.agencies().regionalUnits().stream().filter(Agency::isRocu).count());
    }

    @ParameterizedTest
    @EnumSource(ThreatArea.class)
    void each_area_has_prompts_with_owner_and_measure_for_all_four_ps(ThreatArea area) {
        var template = REFERENCE.template(area);
        assertFalse(template.objective().isBlank());
        var posts = REFERENCE.lists().posts().stream().map(Word::value).collect(Collectors.toSet());
        for (var p : P.values()) {
            var part = template.part(p);
            assertFalse(part.objective().isBlank());
            assertTrue(part.prompts().size() >= 3 && part.prompts().size() <= 5, area + " " + p);
            for (var prompt : part.prompts()) {
                assertTrue(posts.contains(prompt.owner()), prompt.owner());
                assertTrue(prompt.measure().length() > 10 && prompt.measure().endsWith("."), prompt.measure());
                assertTrue(prompt.title().length() <= 500);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ThreatArea.class)
    void every_area_stands_under_one_pillar(ThreatArea area) {
        var pillars = java.util.Arrays.stream(ThreatArea.Pillar.values())
                .filter(pillar -> area.pillar() == pillar)
                .toList();
        assertEquals(1, pillars.size());
    }

    @ParameterizedTest
    @EnumSource(P.class)
    void every_p_has_tactics_that_need_no_technique(P p) {
        assertTrue(REFERENCE.tactics(p).size() >= 8, p.label());
        assertTrue(REFERENCE.tactics(p).stream()
                .allMatch(tactic -> List.of("Lifestyle", "Behaviour", "Vehicles", "Travel", "Business", "Crime")
                        .contains(tactic.heading())));
    }

    @Test
    void a_tactic_is_found_whatever_its_case() {
        assertEquals(P.PURSUE, REFERENCE.tactic("ARREST PHASE").orElseThrow().p());
        assertTrue(REFERENCE.tactic("nothing of the kind").isEmpty());
    }

    @Test
    void every_closure_phase_contains_the_word_closed_and_no_open_one_does() {
        var lists = REFERENCE.lists();
        assertEquals(5, lists.closurePhases().size());
        assertTrue(lists.closurePhases().stream().allMatch(word -> closed(word.value())));
        assertTrue(lists.phases().stream().noneMatch(word -> closed(word.value())));
        assertFalse(lists.tags().isEmpty() || lists.leadUnits().isEmpty() || lists.meetingKinds().isEmpty());
    }

    private static boolean closed(String phase) {
        return phase.toLowerCase(Locale.ROOT).contains("closed");
    }

    @Test
    void the_shipped_rule_counts_assessed_lead_events_against_organised_crime_groups_and_nothing_else() {
        for (var kind : ThreatKind.values())
            for (var type : DisruptionType.values())
                for (var category : Category.values()) {
                    boolean expected = kind == ThreatKind.OCG
                            && type == DisruptionType.LEAD
                            && Set.of(Category.MAJOR, Category.MODERATE, Category.MINOR).contains(category);
                    var verdict = REFERENCE
                            .countingRules()
                            .verdict(new Facts(kind, type, category, null, LocalDate.of(2022, 1, 1)));
                    assertEquals(expected, verdict.counts(), verdict.sentence());
                    assertEquals("2022", verdict.ruleId());
                }
    }

    @Test
    void help_tells_what_is_not_public() {
        for (var kind : List.of(ThreatKind.PRIORITY_INDIVIDUAL, ThreatKind.VULNERABILITY))
            assertTrue(REFERENCE.help(Threat.FIELDS, Threat.KIND, kind).orElseThrow().contains("no public definition"));
        for (var category : List.of(Category.MAJOR, Category.MODERATE, Category.MINOR))
            assertTrue(REFERENCE
                    .help(Disruption.FIELDS, Disruption.CATEGORY, category)
                    .orElseThrow()
                    .contains("not the national wording"));
        assertThrows(IllegalArgumentException.class, () -> REFERENCE.helpOn("no such key"));
    }

    @Test
    void every_value_that_needs_explaining_has_its_text() {
        for (var kind : ThreatKind.values())
            assertTrue(REFERENCE.help(Threat.FIELDS, Threat.KIND, kind).isPresent());
        for (var category : Category.values())
            assertTrue(REFERENCE.help(Disruption.FIELDS, Disruption.CATEGORY, category).isPresent());
        for (var type : DisruptionType.values())
            assertTrue(REFERENCE.help(Disruption.FIELDS, Disruption.TYPE, type).isPresent());
        for (var group : RetentionGroup.values())
            assertTrue(REFERENCE.help(Threat.FIELDS, Threat.RETENTION, group).isPresent());
        for (var marking : Marking.values()) {
            assertTrue(REFERENCE.help(Threat.FIELDS, Threat.MARKING, marking).isPresent());
            assertTrue(REFERENCE.help(Plan.FIELDS, Plan.MARKING, marking).isPresent());
        }
        for (var p : P.values()) assertTrue(REFERENCE.help(Plan.FIELDS, Plan.whyEmpty(p)).isPresent());
        assertTrue(REFERENCE.help(Threat.FIELDS, Threat.SIZE).isEmpty());
    }

    @Test
    void every_help_key_that_names_a_kind_of_record_names_one_of_its_fields_and_values() {
        var kinds = new TreeMap<String, Fields<?>>();
        for (var fields : List.<Fields<?>>of(Threat.FIELDS, Plan.FIELDS, Action.FIELDS, Disruption.FIELDS))
            kinds.put(fields.kind(), fields);
        int named = 0;
        for (var key : REFERENCE.help().keySet()) {
            var parts = key.split("\\.");
            var fields = kinds.get(parts[0]);
            if (fields == null || parts.length == 1) continue;
            var field = fields.named(parts[1]);
            assertTrue(field != null, key);
            if (parts.length == 3)
                assertTrue(
                        java.util.Arrays.stream(field.type().choices())
                                .anyMatch(choice -> choice.name().equals(parts[2])),
                        key);
            named++;
        }
        assertTrue(named > 40, "keys: " + named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "forces.csv | E23000018 | E2300018 | forces.csv, line 22: no police force area: E2300018",
        "forces.csv | ,derbyshire,DER, | ,derbyshire,LEI, | both called \"lei\"",
        "forces.csv | 6,EMSOU,East Midlands Special Operations Unit,Y,Derbyshire | 6,EMSOU,East Midlands Special Operations Unit,N,Derbyshire | forces.csv, line 22: the region is described otherwise",
        "forces.csv | 6,EMSOU,East Midlands Special Operations Unit,Y,Derbyshire | 6,EMSOX,East Midlands Special Operations Unit,Y,Derbyshire | forces.csv, line 22: there is no such region",
        "tactics.csv | Arrest phase,PURSUE | Arrest phase,PURSU | tactics.csv, line 3: p is \"PURSU\"",
        "tactics.csv | Arrest phase,PURSUE | Search warrants at linked premises,PURSUE | tactics.csv, line 3: the tactic stands there twice",
        "tactics.csv | name,p,heading | name,q,heading | tactics.csv, line 1: the columns have to be",
        "templates.csv | CSEA,prompt,PREPARE | CSEA,prompt,PURSUE | no prompt for Prepare",
        "templates.csv | CYBER,plan | CYBER,plam | row is neither plan, objective nor prompt",
        "lists.csv | Closed - merged | Merged | a closure phase has to contain the word closed",
        "partners.csv | NCA,Police and law enforcement | NCA | partners.csv, line",
        "counting-rules.csv | ,OCG,LEAD | ,OCGS,LEAD | kinds has \"OCGS\"",
        "counting-rules.csv | ,,OCG,LEAD | ,2022-13-01,OCG,LEAD | counting-rules.csv, line 2: valid_to is a day that does not exist",
        "help.csv | threat.kind.OCG, | threat.kind, | the key stands there twice"
    })
    void bad_data_stops_the_program_with_its_file_and_line(String file, String good, String bad, String expected) {
        var fault = assertThrows(
                IllegalStateException.class,
                () -> ReferenceTables.read(name -> {
                    var text = ReferenceTables.resource(name);
                    if (!name.equals(file)) return text;
                    assertTrue(text.contains(good), "the test no longer fits the data");
                    return text.replace(good, bad);
                }));
        assertTrue(fault.getMessage().contains(expected), fault.getMessage());
        assertTrue(fault.getMessage().contains(file) || fault.getMessage().contains("fit together"), fault.getMessage());
    }
}
