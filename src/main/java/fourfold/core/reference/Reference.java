package fourfold.core.reference;

import fourfold.core.disruption.CountingRules;
import fourfold.core.kernel.P;
import fourfold.core.threat.ThreatArea;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All reference data, read once when the program starts.
///
/// @param templates one for each threat area
/// @param help short texts that stand beside fields, by key
public record Reference(
        Agencies agencies,
        List<Tactic> tactics,
        Map<ThreatArea, PlanTemplate> templates,
        List<Partner> partners,
        List<Specialist> specialists,
        Lists lists,
        CountingRules countingRules,
        Map<String, String> help) {

    public Reference {
        tactics = List.copyOf(tactics);
        templates = Map.copyOf(templates);
        partners = List.copyOf(partners);
        specialists = List.copyOf(specialists);
        help = Map.copyOf(help);
        for (var area : ThreatArea.values())
            if (!templates.containsKey(area))
                throw new IllegalArgumentException("there is no plan template for " + area.label());
    }

    /// The template for plans in that area.
    public PlanTemplate template(ThreatArea area) {
        return Objects.requireNonNull(templates.get(area));
    }

    /// The tactics that usually stand under that P.
    public List<Tactic> tactics(P p) {
        return tactics.stream().filter(tactic -> tactic.p() == p).toList();
    }

    /// The tactic of that name, whatever its case.
    public Optional<Tactic> tactic(String name) {
        return tactics.stream().filter(tactic -> tactic.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /// The help text for a key such as "kind.OCG" or "category.MAJOR".
    ///
    /// @throws IllegalArgumentException when there is none, which is a fault of ours
    public String helpOn(String key) {
        var text = help.get(key);
        if (text == null) throw new IllegalArgumentException("there is no help text for " + key);
        return text;
    }
}
