package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Type.Shape;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tables and the declarations of the kinds say the same.
class SchemaTest {

    private static final List<Fields<?>> KINDS = List.of(
            Threat.FIELDS, Plan.FIELDS, Action.FIELDS, Disruption.FIELDS, Meeting.FIELDS, Person.FIELDS, Review.FIELDS,
            EventLink.FIELDS);

    private static final List<String> OWN = List.of(
            "id", "record_id", "ref_key", "kept_version", "kept_state", "kept_conflicts", "kept_extra");

    private static final Map<Shape, Class<?>> TYPES = Map.ofEntries(
            Map.entry(Shape.TEXT, String.class),
            Map.entry(Shape.LONG_TEXT, String.class),
            Map.entry(Shape.CHOICE, String.class),
            Map.entry(Shape.DATE, LocalDate.class),
            Map.entry(Shape.MOMENT, OffsetDateTime.class),
            Map.entry(Shape.WHOLE, Long.class),
            Map.entry(Shape.MONEY, BigDecimal.class),
            Map.entry(Shape.FLAG, Boolean.class),
            Map.entry(Shape.REFERENCE, UUID.class),
            Map.entry(Shape.TEXTS, String.class),
            Map.entry(Shape.CHOICES, String.class));

    private final RecordTables tables = new RecordTables();

    @Test
    void everyFieldHasItsColumnAndEveryColumnItsField() {
        for (var fields : KINDS) {
            var table = tables.of(fields.kind()).table();
            var expected = new TreeSet<>(OWN);
            if (fields == Review.FIELDS) expected.remove("ref_key");
            for (var field : fields.all()) assertTrue(expected.add(Column.columnName(field.name())), field.name());
            var actual = Arrays.stream(table.fields()).map(f -> f.getName()).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, actual, fields.kind());
        }
    }

    @Test
    void everyColumnHasTheTypeOfItsField() {
        for (var fields : KINDS) {
            for (var field : fields.all()) {
                var column = new Column(field, tables.of(fields.kind()).table());
                assertEquals(TYPES.get(field.type().shape()), column.field().getType(), fields.kind() + "." + field);
            }
        }
    }

    @Test
    void theShapeOfTheTablesIsWorkedOutOverEveryScript() throws IOException {
        try (var folder = Files.list(Path.of("src/main/resources/db/migration"))) {
            var scripts = folder.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(scripts, Migrations.SCRIPTS);
        }
    }
}
