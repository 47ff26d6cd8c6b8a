package fourfold.core.reference;

import fourfold.core.disruption.CountingRule;
import fourfold.core.inspection.Check;
import fourfold.core.settings.Settings;
import fourfold.core.threat.ThreatArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a regional unit publishes for its forces, beside what the program brings with it: lists, plan templates, counting
/// rules, limits and checks of an inspection. What it does not speak of stays as it was.
///
/// @param edition the unit and the running number, such as "EMSOU 3"
/// @param from the first day on which it holds
/// @param lists words by list, as `lists.csv` names the lists
/// @param rules counting rules for events recorded from that day on
/// @param limits by the name of the setting
/// @param checks those that are new, and those that take the place of the program's own of the same id
/// @param residents how many people live in the areas of forces
public record Configuration(
        String edition,
        LocalDate from,
        SortedMap<String, List<Lists.Word>> lists,
        Map<ThreatArea, PlanTemplate> templates,
        List<CountingRule> rules,
        SortedMap<String, Long> limits,
        List<Check> checks,
        Residents residents) {

    public Configuration {
        lists = new TreeMap<>(lists);
        templates = Map.copyOf(templates);
        rules = List.copyOf(rules);
        limits = new TreeMap<>(limits);
        checks = List.copyOf(checks);
    }

    /// The limits that a region may set. When an idle vault locks is for each vault to say.
    public static final List<String> LIMITS =
            List.of(Settings.SILENT_DAYS.name(), Settings.DUE_DAYS.name(), Settings.THREATS_PER_LRO.name());

    /// The settings with these limits in place of the vault's own, which are kept and hold again when the region no longer
    /// sets them.
    public Settings over(Settings own) {
        var result = own;
        for (var field : List.of(Settings.SILENT_DAYS, Settings.DUE_DAYS, Settings.THREATS_PER_LRO)) {
            var limit = limits.get(field.name());
            if (limit != null) result = result.with(field, limit);
        }
        return result;
    }
}
