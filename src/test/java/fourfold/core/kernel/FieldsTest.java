package fourfold.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Disruption;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.threat.Threat;
import fourfold.core.threat.Tier;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {

    static Stream<Fields<?>> kinds() {
        return Stream.of(
                Threat.FIELDS,
                Plan.FIELDS,
                Action.FIELDS,
                Disruption.FIELDS,
                Meeting.FIELDS,
                Person.FIELDS,
                Review.FIELDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tier 2", "TIER 2", " tier  2 ", "\u00A0Tier 2", "Tier\u00A02", "\uFEFFTier 2\u2009"})
    void spaces_around_and_within_a_value_of_a_list_do_not_matter_no_break_ones_either(String written) {
        assertEquals(Tier.TIER_2, Threat.TIER.type().parse(written));
    }

    @Test
    void spaces_around_days_numbers_and_members_do_not_matter_no_break_ones_either() {
        assertEquals(LocalDate.of(2022, 5, 31), Threat.MAPPED.type().parse("\u00A031\u00A0May 2022\u00A0"));
        assertEquals(7L, Disruption.ARRESTS.type().parse("7\u00A0"));
        assertEquals("2.50", Disruption.ASSETS.type().parse("\u00A0£2.50").toPlainString());
        assertEquals(List.of("NCA", "Wiltshire"), List.copyOf(Disruption.SUPPORTING.type().parse("Wiltshire;\u00A0NCA; ")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <K extends Entity<K>> void a_record_of_any_kind_survives_its_journal_form_and_its_printed_form(Fields<K> fields) {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var record = fields.blank(new Id<>(new UUID(random.nextLong(), random.nextLong())));
            for (var field : fields.all()) if (random.nextBoolean()) record = filled(record, field, random);
            var encoded = fields.encode(record);
            assertEquals(record, fields.decode(record.id(), encoded), fields.kind() + ", seed " + seed);
            var printed = fields.blank(record.id());
            for (var field : fields.all()) printed = reparsed(printed, record, field);
            assertEquals(record, printed, fields.kind() + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <K extends Entity<K>> void the_difference_of_two_records_gets_from_one_to_the_other(Fields<K> fields) {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var before = fields.blank(new Id<>(new UUID(random.nextLong(), random.nextLong())));
            for (var field : fields.all()) if (random.nextBoolean()) before = filled(before, field, random);
            var after = before;
            for (var field : fields.all()) {
                if (random.nextInt(3) == 0) after = filled(after, field, random);
                else if (random.nextInt(4) == 0) after = after.with(field, null);
            }
            var values = new HashMap<>(fields.encode(before));
            values.putAll(fields.difference(before, after));
            assertEquals(fields.encode(after), fields.encode(fields.decode(before.id(), values)), "seed " + seed);
            assertTrue(fields.difference(after, after).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <K extends Entity<K>> void names_and_labels_are_said_once_and_found_whatever_their_case(Fields<K> fields) {
        var called = new HashSet<String>();
        for (var field : fields.all()) {
            assertTrue(field.name().matches("[a-z][A-Za-z]*"), field.name());
            assertTrue(called.add(field.label()), fields.kind() + ": " + field.label());
            assertEquals(field, fields.called(field.name().toUpperCase(java.util.Locale.ROOT)).orElseThrow());
            assertEquals(field, fields.called(field.label()).orElseThrow());
        }
    }

    @Test
    void a_field_that_a_newer_version_wrote_is_passed_over() {
        var threat = Threat.FIELDS.decode(
                Id.named("threat", "X"), java.util.Map.of("tier", Json.of("TIER_2"), "ofTomorrow", Json.of("1")));
        assertTrue(threat.is(Threat.TIER, Tier.TIER_2));
    }

    @Test
    void a_value_of_another_type_is_refused_by_the_name_of_its_field_and_without_the_value() {
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> Threat.FIELDS.decode(Id.named("threat", "X"), java.util.Map.of("closed", Json.of("secret"))));
        assertTrue(wrong.getMessage().contains("threat.closed"));
        assertFalse(wrong.getMessage().contains("secret"));
    }

    private static <K extends Entity<K>, V> K filled(K record, Field<K, V> field, Random random) {
        return record.with(field, field.type().parse(sample(field.type(), random)));
    }

    private static <K extends Entity<K>, V> K reparsed(K into, K from, Field<K, V> field) {
        return into.with(field.parse(from.print(field)).orThrow());
    }

    private static String sample(Type<?> type, Random random) {
        return switch (type.shape()) {
            case TEXT, LONG_TEXT -> Integer.toString(1 + random.nextInt(9000));
            case CHOICE -> type.choices()[random.nextInt(type.choices().length)].label();
            case CHOICES -> type.choices()[random.nextInt(type.choices().length)].label() + ";"
                    + type.choices()[0].label();
            case DATE -> String.format(java.util.Locale.ROOT, "20%02d-%02d-%02d", random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case MOMENT -> java.time.Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)).toString();
            case WHOLE -> Integer.toString(random.nextInt(1000));
            case MONEY -> random.nextInt(1000) + "." + (10 + random.nextInt(90));
            case FLAG -> random.nextBoolean() ? "Yes" : "No";
            case REFERENCE -> new UUID(random.nextLong(), random.nextLong()).toString();
            case TEXTS -> "a" + random.nextInt(9) + ";b" + random.nextInt(9);
        };
    }
}
