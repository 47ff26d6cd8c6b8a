package fourfold.core.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.SameEventRule.Likeness;
import fourfold.core.disruption.SameEvents.Pair;
import fourfold.extract.ReferenceTables;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

/// Which events are put before a person as perhaps the same, and why.
class SameEventsTest {

    private static final SameEventRule RULE = ReferenceTables.read().sameEvent();
    private static final LocalDate DAY = LocalDate.of(2022, 3, 3);

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// An event while it is made up.
    private record Sketch(
            String ref, String agency, LocalDate date, @Nullable String threat, String name, String national, String text,
            Map<String, String> quantities, Set<String> tactics, Set<String> named, boolean lead) {

        static Sketch of(String ref, String agency) {
            return new Sketch(ref, agency, DAY, null, "", "", "", Map.of(), Set.of(), Set.of(), true);
        }

        Sketch against(String other) {
            return new Sketch(ref, agency, date, other, name, national, text, quantities, tactics, named, lead);
        }

        Sketch called(String other, String ofNation) {
            return new Sketch(ref, agency, date, threat, other, ofNation, text, quantities, tactics, named, lead);
        }

        Sketch on(LocalDate day) {
            return new Sketch(ref, agency, day, threat, name, national, text, quantities, tactics, named, lead);
        }

        Sketch saying(String words) {
            return new Sketch(ref, agency, date, threat, name, national, words, quantities, tactics, named, lead);
        }

        Sketch counting(Map<String, String> more) {
            return new Sketch(ref, agency, date, threat, name, national, text, more, tactics, named, lead);
        }

        Sketch by(String tactic) {
            return new Sketch(ref, agency, date, threat, name, national, text, quantities, Set.of(tactic), named, lead);
        }

        Sketch naming(String other) {
            return new Sketch(ref, agency, date, threat, name, national, text, quantities, tactics, Set.of(other), lead);
        }

        Sketch supporting() {
            return new Sketch(ref, agency, date, threat, name, national, text, quantities, tactics, named, false);
        }

        Sighting seen() {
            return new Sighting(
                    id(ref), ref, agency, threat == null ? null : id(threat), threat == null ? "" : threat + " " + name,
                    name, national, date, lead, named, tactics, new TreeMap<>(quantities), Sighting.operationsIn(text));
        }
    }

    private static Sketch ours() {
        return Sketch.of("EMS-D-1", "EMSOU");
    }

    private static Sketch theirs() {
        return Sketch.of("DER-D-1", "Derbyshire");
    }

    private static List<Pair> pairs(Sketch... events) {
        return SameEvents.among(RULE, java.util.Arrays.stream(events).map(Sketch::seen).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same threat on the same day, 0, yes",
        "the same threat a day apart, 1, no",
        "the same threat a day apart and the same tactic, 1, yes",
        "the same threat three days apart and the same quantities, 3, yes",
        "the same threat four days apart and everything else alike, 4, no",
        "the same national reference on the same day, 0, yes",
        "threats of one name on the same day, 0, no",
        "threats of one name on the same day and the same quantities, 0, yes",
        "the same operation on the same day, 0, yes",
        "the same tactic and quantities on the same day, 0, yes",
        "the same quantities alone, 0, no",
        "nothing but the day, 0, no",
        "one names the other on the same threat a day apart, 1, yes"
    })
    void what_is_put_before_a_person(String like, int days, String answer) {
        var one = ours();
        var other = theirs().on(DAY.plusDays(days));
        if (like.contains("the same threat") || like.contains("on the same threat")) {
            one = one.against("T-1");
            other = other.against("T-1");
        }
        if (like.contains("national reference")) {
            one = one.against("T-1").called("Op Kiln", "N7");
            other = other.against("T-2").called("Op Oven", " n7");
        }
        if (like.contains("threats of one name")) {
            one = one.against("T-1").called("Op Kiln", "");
            other = other.against("T-2").called("op  KILN", "");
        }
        if (like.contains("operation")) {
            one = one.saying("Warrant under Operation Amber Kite.");
            other = other.saying("Op Amber Kite: two arrested.");
        }
        if (like.contains("tactic") || like.contains("everything")) {
            one = one.by("Search warrant");
            other = other.by("Search warrant");
        }
        if (like.contains("quantities") || like.contains("everything")) {
            one = one.counting(Map.of("Arrests", "3", "Vehicles seized", "1"));
            other = other.counting(Map.of("Vehicles seized", "1", "Arrests", "3"));
        }
        if (like.contains("names")) one = one.naming("Derbyshire");
        assertEquals(answer.equals("yes"), !pairs(one, other).isEmpty());
        assertEquals(pairs(one, other), pairs(other, one), "whoever is named first");
    }

    @Test
    void the_reasons_are_said_in_words() {
        var one = ours().against("T-1").called("Op Kiln", "").by("Search warrant").naming("Derbyshire")
                .saying("Operation Kiln with Operation Amber Kite").counting(Map.of("Arrests", "3"));
        var other = theirs().against("T-1").called("Op Kiln", "").by("Search warrant").on(DAY.plusDays(1))
                .saying("Op Kiln, Op Amber Kite").counting(Map.of("Arrests", "3"));
        assertEquals(
                List.of(
                        "A day lies between them, from 3 March to 4 March 2022.",
                        "Both are against T-1 Op Kiln.",
                        "Both name the operation Amber Kite.",
                        "Both used: Search warrant.",
                        "Both state: Arrests 3.",
                        "EMSOU names Derbyshire."),
                pairs(one, other).getFirst().reasons());
        assertEquals(
                "Both happened on 3 March 2022.",
                pairs(ours().against("T-1"), theirs().against("T-1")).getFirst().reasons().getFirst());
    }

    @Test
    void one_agencys_own_events_and_those_of_nobody_known_are_never_paired() {
        assertEquals(List.of(), pairs(ours().against("T-1"), Sketch.of("EMS-D-2", "EMSOU").against("T-1")));
        assertEquals(List.of(), pairs(ours().against("T-1"), Sketch.of("D-2", "").against("T-1")));
    }

    @Test
    void two_leads_come_before_a_lead_and_its_support() {
        var list = pairs(
                ours().against("T-1"),
                theirs().against("T-1").supporting(),
                Sketch.of("LEI-D-1", "Leicestershire").against("T-1"));
        assertEquals(List.of(true, false, false), list.stream().map(Pair::twice).toList());
    }

    @Test
    void events_come_in_the_order_of_their_days() {
        var finder = new SameEvents(RULE, id -> true, pair -> {});
        finder.offer(ours().seen());
        assertThrows(IllegalArgumentException.class, () -> finder.offer(theirs().on(DAY.minusDays(1)).seen()));
    }

    @Test
    void a_print_changes_with_what_matters_and_not_with_who_is_named_first() {
        var one = ours().against("T-1").seen();
        var other = theirs().against("T-1").seen();
        assertEquals(Sighting.print(one, other), Sighting.print(other, one));
        assertEquals(Sighting.print(one, other), Sighting.print(ours().against("T-1").saying("Said better").seen(), other));
        assertNotEquals(Sighting.print(one, other), Sighting.print(ours().against("T-2").seen(), other));
        assertNotEquals(Sighting.print(one, other), Sighting.print(one, theirs().against("T-1").on(DAY.plusDays(1)).seen()));
        assertNotEquals(Sighting.print(one, other), Sighting.print(one, theirs().against("T-1").supporting().seen()));
        assertNotEquals(
                Sighting.print(one, other), Sighting.print(one, theirs().against("T-1").counting(Map.of("Arrests", "1")).seen()));
    }

    /// Six agencies, each with threats of its own, and doubles that are planted among their events. Of what is not planted
    /// nothing shares a threat, a name, an operation or quantities with another agency's within the days.
    @Test
    void every_planted_double_is_found_and_nothing_else() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var agencies = List.of("EMSOU", "Derbyshire", "Leicestershire", "Lincolnshire", "Northamptonshire", "Nottinghamshire");
            var events = new ArrayList<Sighting>();
            var planted = new HashSet<Set<UUID>>();
            for (int i = 0; i < 2_000; i++) {
                var agency = agencies.get(random.nextInt(agencies.size()));
                var threat = agency + random.nextInt(40);
                var event = Sketch.of(agency.substring(0, 3) + "-D-" + i, agency)
                        .against(threat)
                        .called("Op " + threat, "")
                        .on(DAY.plusDays(random.nextInt(600)))
                        .counting(Map.of("Arrests", String.valueOf(i), "Warrants", "1"));
                events.add(event.seen());
                if (random.nextInt(40) != 0) continue;
                var another = agencies.get((agencies.indexOf(agency) + 1 + random.nextInt(5)) % 6);
                var twin = Sketch.of(another.substring(0, 3) + "-P-" + i, another)
                        .called("Something else " + i, "")
                        .on(event.date())
                        .counting(event.quantities());
                switch (random.nextInt(3)) {
                    case 0 -> twin = twin.against("another of " + i).naming(agency);
                    case 1 -> twin = twin.on(event.date().plusDays(random.nextInt(4))).called(event.name(), "").against("T" + i);
                    default -> twin = twin.called("", "").naming(agency);
                }
                events.add(twin.seen());
                planted.add(Set.of(event.seen().id(), twin.seen().id()));
            }
            Collections.shuffle(events, random);
            var found = new HashSet<Set<UUID>>();
            SameEvents.among(RULE, events).forEach(pair -> found.add(Set.of(pair.one().id(), pair.other().id())));
            assertEquals(planted, found, "seed " + seed);
            assertTrue(planted.size() > 20);
            var some = events.get(random.nextInt(events.size())).id();
            var ofOne = SameEvents.among(RULE, events, some::equals);
            assertEquals(
                    planted.stream().filter(pair -> pair.contains(some)).count(), ofOne.size(), "seed " + seed + ", of one");
        }
    }

    @Test
    void a_rule_is_data_and_a_likeness_worth_nothing_says_nothing() {
        var strict = new SameEventRule("strict", "", 0, 3, Map.of(Likeness.THREAT, 3));
        var pair = SameEvents.among(strict, List.of(ours().against("T-1").seen(), theirs().against("T-1").seen())).getFirst();
        assertEquals(List.of("Both are against T-1 ."), pair.reasons());
        assertThrows(IllegalArgumentException.class, () -> new SameEventRule("far", "", 99, 3, Map.of()));
    }
}
