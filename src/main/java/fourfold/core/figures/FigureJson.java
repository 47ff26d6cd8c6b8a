package fourfold.core.figures;

import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.CountingRules;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Figures with all that says how they were counted: the question, the view with its conditions, the counting rules in force,
/// the day, the position of the journal, and every row. This is what is frozen.
public final class FigureJson {

    private FigureJson() {}

    /// @param position the journal position of the newest entry that was counted
    /// @param rules the counting rules in force
    public static Json.Members of(Question question, Figures figures, long position, CountingRules rules) {
        var members = new TreeMap<String, Json>();
        members.put("format", Json.of("fourfold-figures"));
        members.put("version", Json.of(1));
        members.put("question", question(question));
        members.put("view", view(figures.view()));
        members.put("countingRules", Json.of(rules.all().stream().map(FigureJson::rule).toList()));
        members.put("rule", Json.of(figures.rule()));
        members.put("day", Json.of(figures.day().toString()));
        members.put("from", orNothing(figures.window().from()));
        members.put("to", orNothing(figures.window().to()));
        members.put("position", Json.of(position));
        members.put("rounding", Json.of(Figures.ROUNDING));
        members.put("keys", Json.texts(figures.keys()));
        members.put("labels", Json.texts(figures.labels()));
        members.put("total", Json.of(figures.total()));
        members.put("rows", Json.of(figures.rows().stream().map(FigureJson::row).toList()));
        members.put("notes", Json.texts(figures.notes()));
        return Json.of(members);
    }

    private static Json question(Question question) {
        var members = new TreeMap<String, Json>();
        members.put("view", Json.of(question.view()));
        members.put("asAt", orNothing(question.asAt()));
        var window = question.window();
        members.put("window", window == null
                ? Json.nothing()
                : Json.of(Map.of("from", orNothing(window.from()), "to", orNothing(window.to()))));
        members.put("knownOn", orNothing(question.knownOn()));
        members.put("by", Json.texts(question.by()));
        members.put("where", terms(question.where()));
        members.put("share", terms(question.share()));
        members.put("refs", Json.of(question.refs()));
        members.put("sums", Json.of(question.sums()));
        return Json.of(members);
    }

    /// The question that was frozen.
    public static Question question(Json.Members frozen) {
        var members = frozen.get("question").members();
        var window = members.get("window");
        return new Question(
                members.get("view").text(),
                day(members.get("asAt")),
                window.isNothing() ? null : new Window(day(window.members().get("from")), day(window.members().get("to"))),
                members.get("knownOn").isNothing() ? null : Instant.parse(members.get("knownOn").text()),
                texts(members.get("by")),
                readTerms(members.get("where")),
                readTerms(members.get("share")),
                members.get("refs").equals(Json.of(true)),
                members.get("sums").equals(Json.of(true)));
    }

    private static Json terms(List<Term> terms) {
        return Json.of(terms.stream()
                .map(term -> Json.of(Map.of(
                        "key", Json.of(term.key()),
                        "sign", Json.of(term.sign().text()),
                        "values", Json.of(term.values().stream().map(Json::of).toList()))))
                .toList());
    }

    private static List<Term> readTerms(Json terms) {
        return terms.items().stream()
                .map(Json::members)
                .map(term -> new Term(
                        term.get("key").text(), Term.sign(term.get("sign").text()), texts(term.get("values"))))
                .toList();
    }

    private static List<String> texts(Json list) {
        return list.items().stream().map(Json::text).toList();
    }

    private static @Nullable LocalDate day(Json text) {
        return text.isNothing() ? null : LocalDate.parse(text.text());
    }

    private static Json view(View view) {
        var members = new TreeMap<String, Json>();
        members.put("name", Json.of(view.name()));
        members.put("title", Json.of(view.title()));
        members.put("subject", Json.of(view.subject().name()));
        members.put("conditions", terms(view.conditions()));
        members.put("conditionsAsAt", terms(view.conditionsAsAt()));
        members.put("periodOn", Json.of(view.period().on()));
        members.put("rule", Json.of(view.rule()));
        members.put("reading", Json.of(view.reading()));
        members.put("source", Json.of(view.source()));
        return Json.of(members);
    }

    private static Json rule(CountingRule rule) {
        var members = new TreeMap<String, Json>();
        members.put("id", Json.of(rule.id()));
        members.put("authority", Json.of(rule.authority()));
        members.put("validFrom", orNothing(rule.validFrom()));
        members.put("validTo", orNothing(rule.validTo()));
        members.put("kinds", names(rule.kinds()));
        members.put("types", names(rule.types()));
        members.put("categories", names(rule.categories()));
        members.put("moderations", names(rule.moderations()));
        return Json.of(members);
    }

    private static Json names(Collection<? extends Choice> choices) {
        return Json.of(choices.stream().map(Choice::name).sorted().map(Json::of).toList());
    }

    private static Json row(Figures.Row row) {
        var members = new TreeMap<String, Json>();
        members.put("values", Json.of(row.values().stream().map(Json::of).toList()));
        members.put("count", Json.of(row.count()));
        members.put("of", Json.of(row.of()));
        members.put("percent", row.percent().map(Json::of).orElse(Json.nothing()));
        row.rate().ifPresent(rate -> members.put("ratePer1000", Json.of(rate)));
        if (!row.refs().isEmpty()) members.put("refs", Json.texts(row.refs()));
        if (!row.sums().isEmpty()) members.put("sums", numbers(row.sums()));
        if (!row.largest().isEmpty()) members.put("largest", numbers(row.largest()));
        return Json.of(members);
    }

    private static Json numbers(Map<String, String> numbers) {
        var members = new TreeMap<String, Json>();
        numbers.forEach((label, number) -> members.put(label, Json.of(number)));
        return Json.of(members);
    }

    private static Json orNothing(@Nullable Object value) {
        return value == null ? Json.nothing() : Json.of(value.toString());
    }
}
