package fourfold.extract;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.disruption.SameEventRule;
import fourfold.core.disruption.SameEventRule.Likeness;
import fourfold.core.inspection.Check;
import fourfold.core.inspection.Checks;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Parameters;
import fourfold.core.inspection.Sentences;
import fourfold.core.threat.ThreatKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Reads the rules by which something is counted, compared or checked.
final class RuleTables {

    private RuleTables() {}

    /// What counts nationally, from `counting-rules.csv`.
    static List<CountingRule> counting(UnaryOperator<String> texts) {
        return ReferenceTable.of(
                        texts,
                        "counting-rules.csv",
                        "id",
                        "name",
                        "authority",
                        "valid_from",
                        "valid_to",
                        "kinds",
                        "types",
                        "categories",
                        "moderations")
                .rows()
                .stream()
                .map(row -> row.make(r -> new CountingRule(
                        r.filled("id"),
                        r.filled("name"),
                        r.filled("authority"),
                        r.date("valid_from"),
                        r.date("valid_to"),
                        r.choices("kinds", ThreatKind.class),
                        r.choices("types", DisruptionType.class),
                        r.choices("categories", Category.class),
                        r.choices("moderations", EventModeration.class))))
                .toList();
    }

    /// When two events may be one, from `same-event-rules.csv`.
    static SameEventRule sameEvent(UnaryOperator<String> texts) {
        var rows = ReferenceTable.of(texts, "same-event-rules.csv", "id", "authority", "days", "points", "worth").rows();
        return rows.getLast().make(r -> new SameEventRule(
                r.filled("id"), r.filled("authority"), number(r.filled("days")), number(r.filled("points")), worth(r)));
    }

    /// The program's own checks, whose tests have to be known.
    static Checks ownChecks(UnaryOperator<String> texts) {
        var checks = new Checks(checks(texts));
        for (var check : checks.all())
            if (!Inspection.tests().contains(check.test()))
                throw new IllegalArgumentException("the check " + check.id() + " asks for an unknown test");
        return checks;
    }

    /// What an inspection asks, from `checks.csv`.
    static List<Check> checks(UnaryOperator<String> texts) {
        return ReferenceTable.of(texts, "checks.csv", "id", "title", "section", "quote", "test", "parameters", "none", "one", "many")
                .rows()
                .stream()
                .map(row -> row.make(r -> new Check(
                        r.filled("id"),
                        r.filled("title"),
                        r.text("section"),
                        r.text("quote"),
                        r.filled("test"),
                        new Parameters(r.parts("parameters")),
                        new Sentences(r.filled("none"), r.filled("one"), r.filled("many")),
                        "")))
                .toList();
    }

    private static Map<Likeness, Integer> worth(ReferenceTable.Row row) {
        var worth = new EnumMap<Likeness, Integer>(Likeness.class);
        for (var part : row.parts("worth")) {
            var words = part.split(" ");
            if (words.length != 2) throw new IllegalArgumentException("worth has \"" + part + "\"");
            worth.put(Likeness.valueOf(words[0]), number(words[1]));
        }
        return worth;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,3}")) throw new IllegalArgumentException("\"" + text + "\" is not a small number");
        return Integer.parseInt(text);
    }
}
