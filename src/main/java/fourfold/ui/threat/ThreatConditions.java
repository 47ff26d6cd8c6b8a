package fourfold.ui.threat;

import fourfold.core.kernel.Choice;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import fourfold.desk.ThreatLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// The conditions by which the list of threats can be narrowed. Those of one group are alternatives, those of different
/// groups hold together.
final class ThreatConditions {

    private ThreatConditions() {}

    /// One condition.
    ///
    /// @param group as in "Tier"
    /// @param words as in "Tier 2"
    record Condition(String group, String words, Predicate<ThreatLine> holds) {

        /// As in "Tier: Tier 2", or the words alone where they say it all.
        String name() {
            return group.isEmpty() || words.startsWith(group) ? words : group + ": " + words;
        }
    }

    /// All conditions that make sense for these threats.
    static List<Condition> of(List<ThreatLine> lines) {
        var all = new ArrayList<Condition>();
        all.add(new Condition("Standing", "Open", line -> !line.closed()));
        all.add(new Condition("Standing", "Closed", ThreatLine::closed));
        all.add(new Condition("Gaps", "Has gaps", line -> !line.gaps().isEmpty()));
        all.add(new Condition("Conflicts", "In conflict", line -> line.conflicts() > 0));
        for (var tier : Tier.values()) all.add(choice("Tier", tier, line -> line.tier().orElse(null) == tier));
        for (var kind : ThreatKind.values()) all.add(choice("Kind", kind, line -> line.kind().orElse(null) == kind));
        for (var area : ThreatArea.values())
            all.add(choice("Threat area", area, line -> line.primaryArea().orElse(null) == area));
        addTexts(all, lines, "Agency", ThreatLine::agency);
        addTexts(all, lines, "Area", ThreatLine::area);
        addTexts(all, lines, "LRO", ThreatLine::lro);
        return all;
    }

    private static Condition choice(String group, Choice value, Predicate<ThreatLine> holds) {
        return new Condition(group, value.label(), holds);
    }

    private static void addTexts(
            List<Condition> all, List<ThreatLine> lines, String group, Function<ThreatLine, String> text) {
        var values = new TreeSet<String>();
        for (var line : lines) values.add(text.apply(line));
        for (var value : values)
            all.add(new Condition(
                    group, value.isEmpty() ? "nobody yet" : value, line -> text.apply(line).equals(value)));
    }

    /// A line with the text in which words are looked for: made once, and not at every key for ten thousand lines.
    record Searched(ThreatLine line, String text) {
        static Searched of(ThreatLine line) {
            return new Searched(line, searched(line));
        }
    }

    /// Whether the line meets all conditions and holds every word of the text in its reference, name, agency, area, phase
    /// or LRO.
    static Predicate<Searched> test(List<Condition> conditions, String text) {
        var words = List.of(text.toLowerCase(Locale.UK).strip().split("\\s+"));
        var groups = new LinkedHashSet<String>();
        for (var condition : conditions) groups.add(condition.group());
        return searched -> {
            for (var group : groups)
                if (conditions.stream().noneMatch(one -> one.group().equals(group) && one.holds().test(searched.line())))
                    return false;
            return words.stream().allMatch(searched.text()::contains);
        };
    }

    private static String searched(ThreatLine line) {
        return String.join(
                        "\n",
                        line.ref(),
                        line.nationalRef(),
                        line.name(),
                        line.agency(),
                        line.area(),
                        line.phase(),
                        line.lro())
                .toLowerCase(Locale.UK);
    }
}
