package fourfold.core.figures;

import fourfold.core.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Frozen figures to read: the rows exactly as they are stored, and how they were counted, as it was said then.
///
/// @param labels what the keys are called above their columns
/// @param facts how they were counted, each with its label
public record FrozenTable(
        String title,
        String reading,
        List<String> labels,
        List<Figures.Row> rows,
        long total,
        String unit,
        Map<String, String> facts,
        List<String> notes) {

    public FrozenTable {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// What [FigureJson] wrote.
    public static FrozenTable of(Json.Members content) {
        var view = content.get("view").members();
        var subject = Subject.valueOf(view.get("subject").text());
        var total = content.get("total").whole();
        var notes = new ArrayList<>(texts(content.get("notes")));
        notes.add(content.get("rounding").text());
        return new FrozenTable(
                view.get("title").text(),
                view.get("reading").text(),
                labels(content, subject),
                content.get("rows").items().stream().map(row -> row(row.members())).toList(),
                total,
                total == 1 ? subject.one() : subject.several(),
                facts(content, view),
                notes);
    }

    /// The first figures that were frozen have no labels of their keys with them.
    private static List<String> labels(Json.Members content, Subject subject) {
        if (content.values().containsKey("labels")) return texts(content.get("labels"));
        return texts(content.get("keys")).stream().map(key -> label(subject, key)).toList();
    }

    private static String label(Subject subject, String key) {
        var label = Keys.label(subject, key);
        return label.isEmpty() ? key : label;
    }

    private static Map<String, String> facts(Json.Members content, Json.Members view) {
        var question = FigureJson.question(content);
        var facts = new LinkedHashMap<String, String>();
        facts.put("View", view.get("name").text());
        facts.put("Rule", content.get("rule").text());
        facts.put("Conditions", words(conditions(view.get(question.asAt() == null ? "conditions" : "conditionsAsAt"))));
        facts.put("Only where", words(question.where().stream().map(Term::toString).toList()));
        facts.put("Share of", words(question.share().stream().map(Term::toString).toList()));
        facts.put("Day", content.get("day").text() + (question.asAt() == null ? ", as the records stood" : ", by the records' own dates"));
        facts.put("Period", days(content));
        facts.put("As known on", Optional.ofNullable(question.knownOn()).map(Object::toString).orElse(""));
        facts.put("Journal", "entry " + content.get("position").whole());
        facts.put("Counting rules", words(content.get("countingRules").items().stream().map(FrozenTable::rule).toList()));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static List<String> conditions(Json terms) {
        return terms.items().stream()
                .map(Json::members)
                .map(term -> term.get("key").text() + term.get("sign").text() + String.join("|", texts(term.get("values"))))
                .toList();
    }

    private static String rule(Json rule) {
        var from = rule.members().get("validFrom");
        var to = rule.members().get("validTo");
        return rule.members().get("id").text()
                + (from.isNothing() ? "" : " from " + from.text())
                + (to.isNothing() ? "" : " to " + to.text());
    }

    private static String days(Json.Members content) {
        var from = content.get("from");
        var to = content.get("to");
        return (from.isNothing() ? "" : "from " + from.text() + " ") + (to.isNothing() ? "" : "to " + to.text());
    }

    private static String words(List<String> several) {
        return String.join("; ", several);
    }

    private static List<String> texts(Json list) {
        return list.items().stream().map(Json::text).toList();
    }

    private static Figures.Row row(Json.Members row) {
        return new Figures.Row(
                texts(row.get("values")),
                row.get("count").whole(),
                row.get("of").whole(),
                row.values().containsKey("refs") ? texts(row.get("refs")) : List.of(),
                numbers(row, "sums"),
                numbers(row, "largest"),
                row.values().containsKey("ratePer1000") ? Optional.of(row.get("ratePer1000").text()) : Optional.empty());
    }

    private static SortedMap<String, String> numbers(Json.Members row, String name) {
        var numbers = new TreeMap<String, String>();
        if (row.values().containsKey(name))
            row.get(name).members().values().forEach((label, number) -> numbers.put(label, number.text()));
        return numbers;
    }
}
