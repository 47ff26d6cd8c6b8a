package fourfold.report.dataset;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What lies beside the tables: the descriptor and the README.
final class Paperwork {

    private static final String ADVICE = "Not for release without disclosure advice.";

    private final Released released;
    private final Dataset.About about;
    private final SortedMap<String, Long> rows;

    Paperwork(Released released, Dataset.About about, SortedMap<String, Long> rows) {
        this.released = released;
        this.about = about;
        this.rows = rows;
    }

    private String made() {
        return about.made().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// A Frictionless tabular data package, version 1.
    byte[] descriptor(List<Json> resources) {
        var members = new TreeMap<String, Json>();
        members.put("profile", Json.of("tabular-data-package"));
        members.put("name", Json.of("fourfold-dataset"));
        members.put("id", Json.of(about.id().toString()));
        members.put("version", Json.of("1"));
        members.put("created", Json.of(made()));
        members.put("title", Json.of("Threats, plans, disruptions and meetings: " + released.from()));
        members.put("description", Json.of(released.marking().label() + ". " + ADVICE + " Purpose: " + released.purpose()));
        members.put("keywords", Json.texts(List.of("serious and organised crime", "4P", "disruptions")));
        members.put("resources", Json.of(resources));
        members.put("disclosure", disclosure());
        return Json.of(members).canonical();
    }

    private Json disclosure() {
        return Json.of(Map.of(
                "agency", Json.of(released.from()),
                "marking", Json.of(released.marking().label()),
                "purpose", Json.of(released.purpose()),
                "advice", Json.of(ADVICE),
                "withheld", Json.of(released.withheld().stream()
                        .map(one -> Json.of(Map.of(
                                "kind", Json.of(one.kind()),
                                "reason", Json.of(one.why().label()),
                                "records", Json.of(one.records()))))
                        .toList()),
                "handling", Json.of(released.handling().stream()
                        .map(one -> Json.of(Map.of(
                                "record", Json.of(one.record().toString()),
                                "instructions", Json.of(one.instructions()),
                                "answer", Json.of(one.answer()))))
                        .toList())));
    }

    byte[] readme() {
        var text = new StringBuilder();
        text.append("# ").append(released.marking().label()).append("\n\n");
        text.append(ADVICE).append(" Made at ").append(made()).append(" by ").append(released.from());
        text.append(" for: ").append(released.purpose()).append("\n\n");
        text.append("## Tables\n\n| file | rows |\n|---|---|\n");
        for (var table : Dataset.TABLES)
            text.append(String.format(Locale.ROOT, "| %s | %d |%n", table.file(), rows.get(table.name())).replace("\r", ""));
        text.append("\n`datapackage.json` (Frictionless data package, version 1) says what every column means, its type, the values")
                .append(" that it may have, its key and what it points at.\n");
        text.append("\n## Left out\n\n");
        if (released.withheld().isEmpty()) text.append("No record was withheld.\n");
        for (var one : released.withheld())
            text.append("- ").append(one.records()).append(" of kind ").append(one.kind()).append(": ")
                    .append(one.why().label()).append(".\n");
        text.append("\nNarratives and names of people are in no table.\n");
        text.append("""

                ## How to load it into Power BI

                1. Get data, Text/CSV: each file; file origin 65001 (UTF-8), delimiter comma.
                2. Set the types as `datapackage.json` gives them; leave empty cells empty.
                3. Draw the relations that `foreignKeys` lists, many to one. Of several to `dates`, let that of `record_date` be
                   active for disruptions: the counting rules and the printed filters go by it.
                4. Mark `dates` as the date table, and sort month_name by month_start.

                ## How to count

                - National totals: rows of disruptions with counts_nationally true.
                - Lead and support apart: disruption_type. Support never belongs in lead totals.
                - Category Unassessed stands apart. Show a P without events as 0: take the four from ps.
                - What has changed since the last load: changed_at. A record that was withdrawn or withheld is no longer there, so
                  load all of it where that matters.
                """);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
