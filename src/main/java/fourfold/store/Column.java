package fourfold.store;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Type.Shape;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// The column of one declared field: how the field's JSON becomes a cell and a cell its JSON again, with nothing lost on
/// the way. A value that the cell could not give back unchanged has no place here; the row keeps it beside.
final class Column {

    private final String name;
    private final Shape shape;
    private final Set<String> choices;
    private final Field<?> field;

    Column(fourfold.core.kernel.Field<?, ?> declared, Table<?> table) {
        name = declared.name();
        shape = declared.type().shape();
        choices = Arrays.stream(declared.type().choices()).map(Choice::name).collect(Collectors.toUnmodifiableSet());
        field = KindTable.column(table, columnName(name));
    }

    /// The column's name for a field's name: `primaryArea` stands in `primary_area`.
    static String columnName(String fieldName) {
        return fieldName.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    Shape shape() {
        return shape;
    }

    Field<?> field() {
        return field;
    }

    /// The cell for a value; null where a cell of this column could not hold it and give it back as it was.
    @Nullable Object cell(Json value) {
        try {
            return switch (shape) {
                case TEXT, LONG_TEXT -> value instanceof Json.Text(var text) ? text : null;
                case CHOICE -> value instanceof Json.Text(var text) && choices.contains(text) ? text : null;
                case WHOLE -> value instanceof Json.Whole(var number) ? number : null;
                case FLAG -> value instanceof Json.Flag(var flag) ? flag : null;
                case MOMENT ->
                    value instanceof Json.Whole(var millis)
                            ? Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC)
                            : null;
                case DATE -> same(LocalDate.parse(value.text()), value);
                case REFERENCE -> same(UUID.fromString(value.text()), value);
                case MONEY -> money(value.text());
                case TEXTS -> isTexts(value) ? value.canonicalText() : null;
                case CHOICES -> isChoices(value) ? value.canonicalText() : null;
            };
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return null;
        }
    }

    private static @Nullable Object same(Object cell, Json value) {
        return cell.toString().equals(value.text()) ? cell : null;
    }

    private static @Nullable Object money(String text) {
        var amount = new BigDecimal(text);
        boolean fits = amount.scale() == 2 && amount.precision() <= 18 && amount.toPlainString().equals(text);
        return fits ? amount : null;
    }

    private static boolean isTexts(Json value) {
        return value instanceof Json.Items(var items) && items.stream().allMatch(Json.Text.class::isInstance);
    }

    private boolean isChoices(Json value) {
        return isTexts(value) && value.items().stream().map(Json::text).allMatch(choices::contains);
    }

    /// The value of the cell in that place of the row; null where it is empty.
    @Nullable Json read(ResultSet row, int place) throws SQLException {
        switch (shape) {
            case TEXT, LONG_TEXT, CHOICE -> {
                var text = row.getString(place);
                return text == null ? null : Json.of(text);
            }
            case TEXTS, CHOICES -> {
                var text = row.getString(place);
                return text == null ? null : CanonicalText.read(text);
            }
            case WHOLE -> {
                long number = row.getLong(place);
                return row.wasNull() ? null : Json.of(number);
            }
            case FLAG -> {
                boolean flag = row.getBoolean(place);
                return row.wasNull() ? null : Json.of(flag);
            }
            case DATE -> {
                var day = row.getObject(place, LocalDate.class);
                return day == null ? null : Json.of(day.toString());
            }
            case REFERENCE -> {
                var id = row.getObject(place, UUID.class);
                return id == null ? null : Json.of(id.toString());
            }
            case MONEY -> {
                var amount = row.getBigDecimal(place);
                return amount == null ? null : Json.of(amount.setScale(2).toPlainString());
            }
            case MOMENT -> {
                var moment = row.getObject(place, OffsetDateTime.class);
                return moment == null ? null : Json.of(moment.toInstant().toEpochMilli());
            }
        }
        throw new IllegalStateException("a shape without a cell: " + shape);
    }
}
