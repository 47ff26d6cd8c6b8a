package fourfold.packet;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Type;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// One table of a package: its columns as the extracts name them, and its rows as CSV.
///
/// The rows come from outside, ready to be written: comma, CR LF, UTF-8, one header row with these very columns, cells
/// that a spreadsheet would take for a formula neutralised. They hold the records that the
/// [fourfold.core.disclosure.Released] includes and no others.
///
/// @param name one of `threats`, `plans`, `actions`, `disruptions`, `meetings`
/// @param columns the header, in order
public record DataTable(String name, List<String> columns, Content rows) {

    /// Writes the same bytes whenever it is asked.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String THREAT_REF = "Threat ref";

    public DataTable {
        columns = List.copyOf(columns);
        if (!PacketFormat.TABLE_NAMES.contains(name)) throw new IllegalArgumentException("no table is called " + name);
    }

    String path() {
        return PacketFormat.TABLES + name + ".csv";
    }

    /// The key of the table: its first column, which is the reference.
    private String key() {
        return columns.getFirst();
    }

    private Fields<?> fields() {
        return switch (name) {
            case "threats" -> Threat.FIELDS;
            case "plans" -> Plan.FIELDS;
            case "actions" -> Action.FIELDS;
            case "disruptions" -> Disruption.FIELDS;
            default -> Meeting.FIELDS;
        };
    }

    /// The Frictionless table descriptor (Table Schema, version 1): a resource of the data package.
    Json.Members descriptor() {
        var members = new TreeMap<String, Json>();
        members.put("name", Json.of(name));
        members.put("path", Json.of("tables/" + name + ".csv"));
        members.put("profile", Json.of("tabular-data-resource"));
        members.put("format", Json.of("csv"));
        members.put("mediatype", Json.of("text/csv"));
        members.put("encoding", Json.of("utf-8"));
        members.put("schema", schema());
        return Json.of(members);
    }

    private Json schema() {
        var members = new TreeMap<String, Json>();
        members.put("fields", Json.of(columns.stream().map(this::column).toList()));
        members.put("missingValues", Json.texts(List.of("")));
        members.put("primaryKey", Json.of(key()));
        if (!name.equals("threats") && columns.contains(THREAT_REF))
            members.put("foreignKeys", Json.of(List.of(toThreats())));
        return Json.of(members);
    }

    private static Json toThreats() {
        var reference = new TreeMap<String, Json>();
        reference.put("resource", Json.of("threats"));
        reference.put("fields", Json.of(THREAT_REF));
        var members = new TreeMap<String, Json>();
        members.put("fields", Json.of(THREAT_REF));
        members.put("reference", Json.of(reference));
        return Json.of(members);
    }

    private Json column(String title) {
        var members = new TreeMap<String, Json>();
        members.put("name", Json.of(title));
        var field = fields().all().stream().filter(each -> each.label().equals(title)).findFirst();
        members.put("type", Json.of(field.map(each -> type(each.type())).orElse("string")));
        field.filter(each -> each.type().shape() == Type.Shape.FLAG).ifPresent(flag -> {
            members.put("trueValues", Json.texts(List.of("Yes")));
            members.put("falseValues", Json.texts(List.of("No")));
        });
        var constraints = new TreeMap<String, Json>();
        field.filter(each -> each.type().shape() == Type.Shape.CHOICE)
                .ifPresent(choice -> constraints.put("enum", Json.texts(labels(choice))));
        if (title.equals(key())) {
            constraints.put("required", Json.of(true));
            constraints.put("unique", Json.of(true));
        }
        if (!constraints.isEmpty()) members.put("constraints", Json.of(constraints));
        return Json.of(members);
    }

    private static List<String> labels(Field<?, ?> field) {
        return Arrays.stream(field.type().choices()).map(Choice::label).toList();
    }

    private static String type(Type<?> type) {
        return switch (type.shape()) {
            case DATE -> "date";
            case MOMENT -> "datetime";
            case WHOLE -> "integer";
            case MONEY -> "number";
            case FLAG -> "boolean";
            default -> "string";
        };
    }

    /// The descriptor of all tables: a Frictionless tabular data package, version 1.
    static Json.Members dataPackage(Manifest manifest, List<DataTable> tables) {
        var members = new TreeMap<String, Json>();
        members.put("profile", Json.of("tabular-data-package"));
        members.put("name", Json.of("fourfold-package-" + manifest.id()));
        members.put("id", Json.of(manifest.id().toString()));
        members.put("created", Json.of(manifest.created().toString()));
        members.put("title", Json.of("Records released by " + manifest.from().agency() + " to " + manifest.to().agency()));
        members.put(
                "description",
                Json.of(manifest.marking().label() + ". Purpose: " + manifest.purpose()
                        + ". The changes in changes/changes.ndjson are what counts; these tables are for reading."));
        members.put("resources", Json.of(tables.stream().map(DataTable::descriptor).toList()));
        return Json.of(members);
    }
}
