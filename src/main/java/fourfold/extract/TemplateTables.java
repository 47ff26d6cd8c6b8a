package fourfold.extract;

import fourfold.core.kernel.P;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.threat.ThreatArea;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads the templates of plans from `templates.csv`, where a row is the plan's objective (no P), a P's objective, or a prompt
/// under a P.
final class TemplateTables {

    private TemplateTables() {}

    /// The templates of those texts by file name.
    static Map<ThreatArea, PlanTemplate> read(UnaryOperator<String> texts, String edition) {
        var objectives = new EnumMap<ThreatArea, String>(ThreatArea.class);
        var partObjectives = new EnumMap<ThreatArea, Map<P, String>>(ThreatArea.class);
        var prompts = new EnumMap<ThreatArea, Map<P, List<PlanTemplate.Prompt>>>(ThreatArea.class);
        for (var row : ReferenceTable.of(texts, "templates.csv", "area", "row", "p", "text", "owner", "measure").rows()) {
            var area = row.choice("area", ThreatArea.class);
            switch (row.filled("row")) {
                case "plan" -> {
                    if (objectives.put(area, row.filled("text")) != null) throw row.fault("the plan has two objectives");
                }
                case "objective" -> {
                    var ofArea = partObjectives.computeIfAbsent(area, a -> new EnumMap<>(P.class));
                    if (ofArea.put(row.choice("p", P.class), row.filled("text")) != null)
                        throw row.fault("the P has two objectives");
                }
                case "prompt" -> prompts.computeIfAbsent(area, a -> new EnumMap<>(P.class))
                        .computeIfAbsent(row.choice("p", P.class), p -> new ArrayList<>())
                        .add(new PlanTemplate.Prompt(row.filled("text"), row.filled("owner"), row.filled("measure")));
                default -> throw row.fault("row is neither plan, objective nor prompt");
            }
        }
        var templates = new EnumMap<ThreatArea, PlanTemplate>(ThreatArea.class);
        prompts.forEach((area, byP) -> {
            var parts = new EnumMap<P, PlanTemplate.Part>(P.class);
            byP.forEach((p, list) -> parts.put(
                    p, new PlanTemplate.Part(p, needed(partObjectives.getOrDefault(area, Map.of()).get(p), area), list)));
            templates.put(area, new PlanTemplate(area, edition, needed(objectives.get(area), area), parts));
        });
        return templates;
    }

    private static String needed(@Nullable String objective, ThreatArea area) {
        if (objective == null)
            throw new IllegalStateException("templates.csv: an objective is missing for " + area.label());
        return objective;
    }
}
