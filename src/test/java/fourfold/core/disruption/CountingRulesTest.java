package fourfold.core.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.CountingRules.Facts;
import fourfold.core.disruption.CountingVerdict.Standing;
import fourfold.core.threat.ThreatKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountingRulesTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final Set<Category> ASSESSED = EnumSet.of(Category.MAJOR, Category.MODERATE, Category.MINOR);

    private static CountingRule rule(String id, String from, String to, Set<ThreatKind> kinds) {
        return new CountingRule(
                id,
                "Test rule",
                "Test",
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                kinds,
                EnumSet.of(DisruptionType.LEAD),
                ASSESSED,
                Set.of());
    }

    private static final CountingRules RULES =
            new CountingRules(List.of(rule("2022", null, null, EnumSet.of(ThreatKind.OCG))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "OCG | LEAD | MINOR | COUNTS | Counts nationally: a lead event against an organised crime group, assessed as Minor (rule 2022).",
        "OCG | LEAD | MAJOR | COUNTS | Counts nationally: a lead event against an organised crime group, assessed as Major (rule 2022).",
        "VULNERABILITY | LEAD | MINOR | DOES_NOT_COUNT | Does not count nationally: the threat is a SOC vulnerability, and the 2022 rule counts organised crime groups only. It is kept and shown all the same.",
        "PRIORITY_INDIVIDUAL | LEAD | UNASSESSED | DOES_NOT_COUNT | Does not count nationally: the threat is a SOC priority individual, and the 2022 rule counts organised crime groups only. It is kept and shown all the same.",
        "OCG | SUPPORT | MAJOR | DOES_NOT_COUNT | Does not count nationally: it is a support event, and the 2022 rule counts lead events only. It is kept and shown all the same.",
        "OCG | LEAD | NO_IMPACT | DOES_NOT_COUNT | Does not count nationally: it is assessed as No impact, and the 2022 rule counts Major, Moderate and Minor only. It is kept and shown all the same.",
        "OCG | LEAD | NEGATIVE | DOES_NOT_COUNT | Does not count nationally: it is assessed as Negative, and the 2022 rule counts Major, Moderate and Minor only. It is kept and shown all the same.",
        "VULNERABILITY | SUPPORT | MINOR | DOES_NOT_COUNT | Does not count nationally: it is a support event, and the 2022 rule counts lead events only; the threat is a SOC vulnerability, and the 2022 rule counts organised crime groups only. It is kept and shown all the same.",
        "OCG | LEAD | UNASSESSED | NOT_YET | Not yet: it is unassessed (rule 2022).",
        "OCG | LEAD | - | NOT_YET | Not yet: it has no category (rule 2022).",
        "- | - | MINOR | NOT_YET | Not yet: no threat is named whose kind is known; nobody has said whether your agency led or supported (rule 2022)."
    })
    void each_event_gets_its_verdict_in_a_sentence(
            ThreatKind kind, DisruptionType type, Category category, Standing standing, String sentence) {
        var verdict = RULES.verdict(new Facts(kind, type, category, EventModeration.AWAITING, DAY));
        assertEquals(sentence, verdict.sentence());
        assertEquals(standing, verdict.standing());
        assertEquals(standing == Standing.COUNTS, verdict.counts());
        assertEquals("2022", verdict.ruleId());
    }

    @Test
    void the_record_date_chooses_the_rule_and_both_ends_belong_to_it() {
        var rules = new CountingRules(List.of(
                rule("2022", null, "2023-03-31", EnumSet.of(ThreatKind.OCG)),
                rule("2023", "2023-04-01", null, EnumSet.of(ThreatKind.OCG, ThreatKind.PRIORITY_INDIVIDUAL))));
        var before = rules.verdict(individual(LocalDate.of(2023, 3, 31)));
        var after = rules.verdict(individual(LocalDate.of(2023, 4, 1)));
        assertEquals("2022", before.ruleId());
        assertEquals(Standing.DOES_NOT_COUNT, before.standing());
        assertEquals("2023", after.ruleId());
        assertEquals(
                "Counts nationally: a lead event against a SOC priority individual, assessed as Major (rule 2023).",
                after.sentence());
        var vulnerability = rules.verdict(new Facts(
                ThreatKind.VULNERABILITY, DisruptionType.LEAD, Category.MAJOR, null, LocalDate.of(2023, 4, 1)));
        assertTrue(
                vulnerability.sentence().contains("counts organised crime groups and SOC priority individuals only"),
                vulnerability.sentence());
    }

    private static Facts individual(LocalDate recorded) {
        return new Facts(
                ThreatKind.PRIORITY_INDIVIDUAL, DisruptionType.LEAD, Category.MAJOR, EventModeration.AGREED, recorded);
    }

    @Test
    void an_event_outside_every_rule_does_not_count_and_says_so() {
        var rules = new CountingRules(List.of(rule("2022", "2021-06-01", null, EnumSet.of(ThreatKind.OCG))));
        var verdict = rules.verdict(
                new Facts(ThreatKind.OCG, DisruptionType.LEAD, Category.MAJOR, null, LocalDate.of(2021, 5, 31)));
        assertEquals(
                "Does not count nationally: no counting rule is known for its record date, 31 May 2021. It is kept and shown all the same.",
                verdict.sentence());
        assertNull(verdict.ruleId());
    }

    @Test
    void an_event_without_a_record_date_waits_for_one() {
        var verdict = RULES.verdict(new Facts(ThreatKind.OCG, DisruptionType.LEAD, Category.MAJOR, null, null));
        assertEquals(Standing.NOT_YET, verdict.standing());
        assertTrue(verdict.sentence().contains("record date"), verdict.sentence());
    }

    @Test
    void a_rule_may_ask_for_moderation() {
        var strict = new CountingRule(
                "9999",
                "Test rule",
                "Test",
                null,
                null,
                EnumSet.of(ThreatKind.OCG),
                EnumSet.of(DisruptionType.LEAD),
                ASSESSED,
                EnumSet.of(EventModeration.AGREED, EventModeration.REGRADED));
        var rules = new CountingRules(List.of(strict));
        var waiting = rules.verdict(
                new Facts(ThreatKind.OCG, DisruptionType.LEAD, Category.MINOR, EventModeration.AWAITING, DAY));
        assertEquals("Not yet: a second person has not agreed to it (rule 9999).", waiting.sentence());
        assertTrue(rules.verdict(new Facts(
                        ThreatKind.OCG, DisruptionType.LEAD, Category.MINOR, EventModeration.AGREED, DAY))
                .counts());
    }

    /// Figures ask the rule, screens ask for a verdict.
    @Test
    void a_rule_is_met_by_exactly_the_events_that_its_verdict_counts() {
        var asking = new CountingRule(
                "9999", "Test rule", "Test", null, null, EnumSet.of(ThreatKind.OCG), EnumSet.of(DisruptionType.LEAD), ASSESSED,
                EnumSet.of(EventModeration.AGREED));
        for (var rule : List.of(RULES.all().getFirst(), asking))
            for (var kind : orNone(ThreatKind.values()))
                for (var type : orNone(DisruptionType.values()))
                    for (var category : orNone(Category.values()))
                        for (var moderation : orNone(EventModeration.values()))
                            assertEquals(
                                    new CountingRules(List.of(rule))
                                            .verdict(new Facts(kind, type, category, moderation, DAY))
                                            .counts(),
                                    rule.isMetBy(kind, type, category, moderation));
    }

    private static <E> List<E> orNone(E[] values) {
        var all = new java.util.ArrayList<E>(List.of(values));
        all.add(null);
        return all;
    }

    @Test
    void two_rules_for_one_day_are_refused() {
        var first = rule("A", null, "2022-12-31", EnumSet.of(ThreatKind.OCG));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CountingRules(List.of(first, rule("B", "2022-12-31", null, EnumSet.of(ThreatKind.OCG)))));
        assertEquals(
                2,
                new CountingRules(List.of(first, rule("B", "2023-01-01", null, EnumSet.of(ThreatKind.OCG))))
                        .all()
                        .size());
    }

    @Test
    void a_rule_that_ends_before_it_begins_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> rule("A", "2023-01-02", "2023-01-01", EnumSet.of(ThreatKind.OCG)));
    }
}
