package fourfold.report.dataset;

import fourfold.core.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// One column of a table: what it is called, what its cells hold and mean, and how a row gives its cell.
///
/// @param required whether no cell may be empty
/// @param allowed the only values that a cell may have; empty where anything of the type may stand
/// @param cell the cell of a row; empty text where there is nothing
/// @param <R> the row
record Column<R>(
        String name, Kind kind, String description, boolean required, List<String> allowed, Function<R, String> cell) {

    /// What a cell holds, as Frictionless table schemas call it.
    enum Kind {
        STRING,
        UUID,
        DATE,
        DATETIME,
        INTEGER,
        NUMBER,
        BOOLEAN
    }

    Column {
        allowed = List.copyOf(allowed);
        if (!name.matches("[a-z][a-z0-9_]*")) throw new IllegalArgumentException("no name of a column: " + name);
    }

    /// Whether a spreadsheet could take a cell for a formula: numbers and dates it cannot.
    boolean isText() {
        return kind == Kind.STRING;
    }

    /// The field descriptor of a Frictionless table schema, version 1.
    Json descriptor(boolean unique) {
        var members = new TreeMap<String, Json>();
        members.put("name", Json.of(name));
        members.put("type", Json.of(kind == Kind.UUID ? "string" : kind.name().toLowerCase(java.util.Locale.ROOT)));
        if (kind == Kind.UUID) members.put("format", Json.of("uuid"));
        members.put("description", Json.of(description));
        var constraints = new TreeMap<String, Json>();
        if (required) constraints.put("required", Json.of(true));
        if (unique) constraints.put("unique", Json.of(true));
        if (!allowed.isEmpty()) constraints.put("enum", Json.of(allowed.stream().map(Json::of).toList()));
        if (kind == Kind.INTEGER) constraints.put("minimum", Json.of(0));
        if (!constraints.isEmpty()) members.put("constraints", Json.of(Map.copyOf(constraints)));
        return Json.of(members);
    }
}
