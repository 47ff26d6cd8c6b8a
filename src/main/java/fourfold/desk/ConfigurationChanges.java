package fourfold.desk;

import fourfold.core.disruption.CountingRule;
import fourfold.core.inspection.Check;
import fourfold.core.kernel.P;
import fourfold.core.reference.Configuration;
import fourfold.core.reference.Lists;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.settings.Settings;
import fourfold.desk.PublicationDesk.Line;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a configuration changes, beside what is in use now: lists, templates, rules, limits
/// and checks, each from what to what.
final class ConfigurationChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ConfigurationChanges() {}

    static List<Line> by(Configuration coming, Configurations.State now, Settings own) {
        var lines = new ArrayList<Line>();
        var after = now.reference().with(coming);
        var before = limits(now.limits(own));
        coming.limits().forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value))
                lines.add(new Line(label(name), String.valueOf(before.get(name)), value.toString()));
        });
        if (!coming.rules().isEmpty())
            lines.add(new Line(
                    "Counting rules",
                    now.reference().countingRules().all().stream().map(ConfigurationChanges::words).collect(Collectors.joining("; ")),
                    after.countingRules().all().stream().map(ConfigurationChanges::words).collect(Collectors.joining("; "))));
        coming.lists().forEach((name, words) -> list(lines, name, now.reference().lists().byName().getOrDefault(name, List.of()), words));
        new TreeMap<>(coming.templates()).forEach((area, template) -> lines.add(new Line(
                "Template for " + area.label(), words(now.reference().template(area)), words(template))));
        var checks = new LinkedHashMap<String, Check>();
        for (var check : now.reference().checks().all()) checks.put(check.id(), check);
        for (var check : coming.checks())
            lines.add(new Line("Check \"" + check.title() + "\"", words(checks.get(check.id())), words(check)));
        return lines;
    }

    private static String words(@Nullable Check check) {
        if (check == null) return "";
        var set = check.parameters().text();
        return (check.from().isEmpty() ? "" : check.from() + ", ") + "test " + check.test() + (set.isEmpty() ? "" : ", " + set);
    }

    private static void list(List<Line> lines, String name, List<Lists.Word> before, List<Lists.Word> after) {
        var was = values(before);
        var becomes = values(after);
        var gone = new LinkedHashSet<>(was);
        gone.removeAll(becomes);
        var fresh = new LinkedHashSet<>(becomes);
        fresh.removeAll(was);
        if (!gone.isEmpty() || !fresh.isEmpty())
            lines.add(new Line("List \"" + name + "\"", said("without ", gone), said("with ", fresh)));
    }

    private static Set<String> values(List<Lists.Word> words) {
        return words.stream().map(Lists.Word::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String said(String how, Set<String> words) {
        return words.isEmpty() ? "" : how + String.join(", ", words);
    }

    private static String words(PlanTemplate template) {
        int prompts = 0;
        for (var p : P.values()) prompts += template.part(p).prompts().size();
        return (template.edition().isEmpty() ? "the program's own" : template.edition()) + ", " + prompts + " prompts";
    }

    /// A rule with the days that it is for.
    static String words(CountingRule rule) {
        var from = rule.validFrom() == null ? "" : " from " + day(rule.validFrom());
        var to = rule.validTo() == null ? "" : " to " + day(rule.validTo());
        return rule.id() + from + to;
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /// The limits that a region may set, as they hold.
    static Map<String, Long> limits(Settings settings) {
        var limits = new LinkedHashMap<String, Long>();
        limits.put(Settings.SILENT_DAYS.name(), (long) settings.silentDays());
        limits.put(Settings.DUE_DAYS.name(), (long) settings.dueDays());
        limits.put(Settings.THREATS_PER_LRO.name(), (long) settings.threatsPerLro());
        return limits;
    }

    private static String label(String name) {
        for (var field : List.of(Settings.SILENT_DAYS, Settings.DUE_DAYS, Settings.THREATS_PER_LRO))
            if (field.name().equals(name)) return field.label();
        return name;
    }
}
