package fourfold.desk;

import de.siegmar.fastcsv.reader.CsvReader;
import fourfold.core.kernel.Json;
import fourfold.vault.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A folder with a data package, read by its descriptor alone: every cell against its type and constraints, every key, and
/// every row that a row points at.
final class DescribedFolder {

    private final Path folder;
    private final Json.Members descriptor;
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    private DescribedFolder(Path folder, Json.Members descriptor) {
        this.folder = folder;
        this.descriptor = descriptor;
    }

    static DescribedFolder read(Path folder) {
        try {
            var read = new DescribedFolder(
                    folder, StrictJson.read(Files.readAllBytes(folder.resolve("datapackage.json"))).members());
            for (var resource : read.resources()) read.table(resource.members());
            for (var resource : read.resources()) read.pointers(resource.members());
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Iterable<Json> resources() {
        return List.copyOf(descriptor.get("resources").items());
    }

    Json.Members descriptor() {
        return descriptor;
    }

    /// What does not fit, each in a line.
    List<String> errors() {
        return errors;
    }

    /// The rows of a table, each cell by its column.
    List<Map<String, String>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /// The columns with their types, by table.
    Map<String, Map<String, String>> columns() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        for (var resource : resources()) {
            var types = new LinkedHashMap<String, String>();
            for (var field : fields(resource.members())) types.put(field.get("name").text(), field.get("type").text());
            all.put(resource.members().get("name").text(), types);
        }
        return all;
    }

    private static List<Json.Members> fields(Json.Members resource) {
        return resource.get("schema").members().get("fields").items().stream().map(Json::members).toList();
    }

    private void table(Json.Members resource) throws IOException {
        var name = resource.get("name").text();
        var file = folder.resolve(resource.get("path").text());
        var bytes = Files.readAllBytes(file);
        if (bytes.length != resource.get("bytes").whole()) errors.add(name + ": another size");
        if (!resource.get("hash").text().equals("sha256:" + sha256(bytes))) errors.add(name + ": another hash");
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) errors.add(name + ": a byte order mark");
        var fields = fields(resource);
        var rows = new ArrayList<Map<String, String>>();
        try (var csv = CsvReader.builder().ofCsvRecord(text)) {
            boolean header = true;
            for (var record : csv) {
                if (header && !record.getFields().equals(fields.stream().map(f -> f.get("name").text()).toList()))
                    errors.add(name + ": another header");
                if (!header) rows.add(row(name, fields, record.getFields()));
                header = false;
            }
        }
        tables.put(name, rows);
        if (rows.size() != resource.get("rows").whole()) errors.add(name + ": another number of rows");
        key(name, resource.get("schema").members(), rows);
    }

    private Map<String, String> row(String table, List<Json.Members> fields, List<String> cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(fields.get(i).get("name").text(), cells.get(i));
            var error = error(fields.get(i), cells.get(i));
            if (!error.isEmpty()) errors.add(table + "." + fields.get(i).get("name").text() + ": " + error);
        }
        return row;
    }

    private static String error(Json.Members field, String cell) {
        var constraints = field.values().containsKey("constraints")
                ? field.get("constraints").members()
                : Json.of(Map.of());
        if (cell.isEmpty()) return constraints.values().containsKey("required") ? "an empty cell" : "";
        try {
            switch (field.get("type").text()) {
                case "date" -> LocalDate.parse(cell);
                case "datetime" -> Instant.parse(cell);
                case "integer" -> {
                    if (Long.parseLong(cell) < 0) return cell + " is below 0";
                }
                case "number" -> new BigDecimal(cell);
                case "boolean" -> {
                    if (!Set.of("true", "false").contains(cell)) return cell + " is neither true nor false";
                }
                default -> {
                    if (field.values().containsKey("format")) UUID.fromString(cell);
                }
            }
        } catch (RuntimeException wrong) {
            return cell + " is no " + field.get("type").text();
        }
        boolean allowed = !constraints.values().containsKey("enum")
                || constraints.get("enum").items().stream().anyMatch(one -> one.text().equals(cell));
        return allowed ? "" : cell + " is not allowed";
    }

    private void key(String name, Json.Members schema, List<Map<String, String>> rows) {
        var key = schema.get("primaryKey") instanceof Json.Text(var one)
                ? List.of(one)
                : schema.get("primaryKey").items().stream().map(Json::text).toList();
        var seen = new HashSet<List<String>>();
        for (var row : rows) if (!seen.add(key.stream().map(row::get).toList())) errors.add(name + ": a key twice");
    }

    private void pointers(Json.Members resource) {
        var schema = resource.get("schema").members();
        if (!schema.values().containsKey("foreignKeys")) return;
        for (var one : schema.get("foreignKeys").items()) {
            var column = one.members().get("fields").text();
            var reference = one.members().get("reference").members();
            var there = new TreeSet<String>();
            for (var row : rows(reference.get("resource").text())) there.add(row.get(reference.get("fields").text()));
            for (var row : rows(resource.get("name").text())) {
                var cell = row.get(column);
                if (!cell.isEmpty() && !there.contains(cell))
                    errors.add(resource.get("name").text() + "." + column + ": " + cell + " points nowhere");
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
