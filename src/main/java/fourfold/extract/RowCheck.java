package fourfold.extract;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Formula;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the cells of one record into the values of the fields, or says what is wrong with them.
///
/// @param <K> the kind of record
final class RowCheck<K extends Entity<K>> {

    private static final int MOST_REMEMBERED = 1_000;

    private final ExtractTable<K> table;
    private final ColumnMapping mapping;
    private final CellText cells;
    private final ThreatRefs threats;
    private final List<Map<String, Object>> remembered = new ArrayList<>();

    /// What a record came to: its value, or the faults for which it cannot be kept.
    ///
    /// @param value the record, or null when there are faults
    record Checked<K>(String ref, @Nullable K value, List<Fault> faults, List<Fault> warnings) {}

    /// One thing wrong in one cell.
    record Fault(Finding.Code code, String column, String value, String reason) {

        /// The column and what is wrong in it.
        String sentence() {
            return reason.startsWith(column + " ") ? reason : column + ": " + reason;
        }
    }

    RowCheck(ExtractTable<K> table, FileShape shape, ThreatRefs threats) {
        this.table = table;
        this.mapping = ColumnMapping.of(table, shape.header());
        this.cells = new CellText(shape.dates().isDayFirst());
        this.threats = threats;
        table.columns().forEach(column -> remembered.add(new HashMap<>()));
    }

    /// Checks a record that has as many cells as the header.
    Checked<K> check(List<String> record) {
        var ref = Type.bare(Formula.restore(record.get(mapping.places().getFirst())));
        var row = new Row();
        for (int i = 0; i < table.columns().size(); i++) {
            int place = mapping.places().get(i);
            if (place >= 0) row.cell(i, table.columns().get(i), record.get(place));
        }
        var value = row.faults.isEmpty() ? table.fields().of(identity(ref), row.slots) : null;
        return new Checked<>(ref, value, row.faults, row.warnings);
    }

    /// The identity that follows from the ref; a plan's follows from its threat's.
    private Id<K> identity(String ref) {
        if (table.fields() == (Object) Plan.FIELDS) {
            var threat = threats.find(ref);
            return new Id<>(Plan.idFor(threat == null ? Id.named(Threat.FIELDS.kind(), ref) : threat).value());
        }
        return Id.named(table.fields().kind(), ref);
    }

    /// One record while it is checked.
    private final class Row {
        private final List<Field.Slot<K, ?>> slots = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final List<Fault> warnings = new ArrayList<>();

        void cell(int index, ExtractColumn<K> column, String raw) {
            var text = Formula.restore(raw);
            if (text.isBlank() || !isText(column) && Type.bare(text).isEmpty()) {
                if (column.need() == ExtractColumn.Need.VALUE) {
                    faults.add(new Fault(Finding.Code.MISSING_VALUE, column.label(), "", missing(column)));
                }
                return;
            }
            boolean namesThreat = column.label().equals(ExtractTable.THREAT_REF) && table.threat().isPresent();
            if (namesThreat) threat(column, Type.bare(text), table.threat().get());
            if (column.field().type().shape() != Type.Shape.REFERENCE) {
                boolean ref = index == 0;
                keep(index, column, column.field(), ref ? Type.bare(text) : text);
                if (column.label().equals(ExtractTable.THREAT_REFS)) eachThreat(column, text);
            }
            warn(column, raw);
        }

        private boolean isText(ExtractColumn<K> column) {
            return switch (column.field().type().shape()) {
                case TEXT, LONG_TEXT, TEXTS -> true;
                default -> false;
            };
        }

        private String missing(ExtractColumn<K> column) {
            var what = switch (column.field().type().shape()) {
                case DATE -> "a date";
                default -> column.label().equals(ExtractTable.THREAT_REF) ? "a threat" : "a value here";
            };
            var word = table.fields().word();
            return "The cell is blank, and " + ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word + " needs "
                    + what + ".";
        }

        private void threat(ExtractColumn<K> column, String ref, Field<K, Id<Threat>> field) {
            var found = threats.find(ref);
            if (found == null) faults.add(unknown(column, ref));
            else slots.add(new Field.Slot<>(field, found));
        }

        private void eachThreat(ExtractColumn<K> column, String text) {
            var unknown = new ArrayList<String>();
            for (var part : text.split(";")) {
                var ref = Type.bare(part);
                if (!ref.isEmpty() && threats.find(ref) == null) unknown.add(ref);
            }
            if (unknown.size() == 1) faults.add(unknown(column, unknown.getFirst()));
            if (unknown.size() > 1) {
                var all = Finding.shown(String.join(", ", unknown));
                faults.add(new Fault(Finding.Code.UNKNOWN_THREAT, column.label(), all,
                        "There are no threats " + all + ", neither here nor in this load."));
            }
        }

        private Fault unknown(ExtractColumn<K> column, String ref) {
            var shown = Finding.shown(ref);
            return new Fault(Finding.Code.UNKNOWN_THREAT, column.label(), shown,
                    "There is no threat " + shown + ", neither here nor in this load.");
        }

        private <V> void keep(int index, ExtractColumn<K> column, Field<K, V> field, String text) {
            try {
                slots.add(new Field.Slot<>(field, parsed(index, field, text)));
            } catch (CellText.Unfit unfit) {
                faults.add(new Fault(unfit.code(), column.label(), Finding.shown(text), unfit.sentence()));
            }
        }

        private void warn(ExtractColumn<K> column, String raw) {
            if (isText(column) && Formula.isLike(raw)) {
                warnings.add(new Fault(Finding.Code.FORMULA_LIKE_TEXT, column.label(), Finding.shown(raw),
                        "The text looks like a formula; it is kept as text and made harmless when it is written to a table."));
            }
        }
    }

    /// Lists of few values and days repeat over a file: what was once understood is remembered.
    @SuppressWarnings("unchecked") // each column remembers what its own field's type gave
    private <V> V parsed(int index, Field<K, V> field, String text) throws CellText.Unfit {
        boolean repeats = switch (field.type().shape()) {
            case CHOICE, CHOICES, DATE, TEXTS, WHOLE -> text.length() <= 100;
            default -> false;
        };
        if (!repeats) return cells.parse(field, text);
        var known = remembered.get(index);
        var value = known.get(text);
        if (value == null) {
            value = cells.parse(field, text);
            if (known.size() < MOST_REMEMBERED) known.put(text, value);
        }
        return (V) value;
    }
}
