package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Records of the nastiest texts come back from an extract exactly as they went in.
class RoundTripTest {

    private static final String[] PIECES = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "''", "\"", "\"\"", ",", " ", "  ", "＝", "＋", "－", "＠", "£", "’", "é",
        "\u00A0", "\u200B", "\uFEFF", "\u202E", "\uD83D\uDE93", "a", "word", "1", "cmd|' /C calc'!A0", "\u0001", "\u0085", "\u2028"
    };

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<Id<Threat>, String> refs = new HashMap<>();

    @Test
    void anyRecordOfAnyTableComesBackTheSame() throws IOException {
        for (int i = 0; i < 20; i++) {
            Id<Threat> id = Id.named("threat", "T-" + i);
            refs.put(id, "T-" + i);
        }
        for (var table : ExtractTable.ALL) {
            for (int round = 0; round < 20; round++) roundTrip(table);
        }
    }

    private <K extends Entity<K>> void roundTrip(ExtractTable<K> table) throws IOException {
        var records = new ArrayList<K>();
        for (int i = 0; i < 20; i++) records.add(record(table, i));
        var out = new StringWriter();
        try (var writer = new ExtractWriter<>(table, out, refs::get)) {
            records.forEach(writer::write);
        }
        var read = Gathered.from(
                table, ExtractSource.of("again.csv", out.toString().getBytes(StandardCharsets.UTF_8)), this::known);
        assertEquals(List.of(), read.rejected.stream().map(Finding::sentence).toList(), "seed " + seed);
        for (int i = 0; i < records.size(); i++) {
            for (var column : table.columns()) {
                assertEquals(
                        records.get(i).print(column.field()),
                        read.good.get(i).value().print(column.field()),
                        "seed " + seed + " " + table + " " + column.label());
            }
        }
        assertEquals(records, read.good.stream().map(CheckedRow::value).toList(), "seed " + seed);
        assertEquals(List.of(), read.warnings, "what was made harmless needs no warning, seed " + seed);
    }

    private Id<Threat> known(String ref) {
        Id<Threat> id = Id.named("threat", ref);
        return refs.containsKey(id) ? id : null;
    }

    private <K extends Entity<K>> K record(ExtractTable<K> table, int number) {
        boolean plan = table.name().equals("plans");
        var ref = plan ? "T-" + number : (random.nextBoolean() ? "=" : "R") + number;
        var threat = known("T-" + number);
        Id<K> id = plan ? new Id<>(fourfold.core.plan.Plan.idFor(threat).value()) : Id.named(table.fields().kind(), ref);
        var record = table.fields().blank(id);
        for (var column : table.columns()) {
            boolean first = column == table.columns().getFirst();
            boolean blank = column.need() != ExtractColumn.Need.VALUE && random.nextInt(4) == 0;
            if (!blank) record = filled(record, column.field(), first ? ref : null);
        }
        if (table.threat().isPresent()) record = record.with(table.threat().get(), threat);
        return record;
    }

    private <K extends Entity<K>, V> K filled(K record, Field<K, V> field, String ref) {
        if (field.type().shape() == fourfold.core.kernel.Type.Shape.REFERENCE) return record;
        return record.with(field, field.type().parse(ref != null ? ref : text(field)));
    }

    private String text(Field<?, ?> field) {
        return switch (field.type().shape()) {
            case DATE -> LocalDate.ofEpochDay(random.nextInt(20_000)).toString();
            case CHOICE -> field.type().choices()[random.nextInt(field.type().choices().length)].label();
            case WHOLE -> Integer.toString(random.nextInt(1000));
            case MONEY -> random.nextInt(1000) + ".5";
            case TEXTS -> field.label().equals("Threat refs") ? "T-1;T-7" : nasty(5) + ";b;" + nasty(5);
            default -> field.label().equals("MoRiLE score") ? "-12.50" : nasty(8);
        };
    }

    /// Never of white space alone: that is the same as nothing.
    private String nasty(int pieces) {
        var text = new StringBuilder();
        while (text.toString().isBlank()) {
            int count = 1 + random.nextInt(pieces);
            for (int i = 0; i < count; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
