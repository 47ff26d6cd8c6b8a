package fourfold.core.reference;

import fourfold.core.kernel.P;
import fourfold.core.threat.ThreatArea;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where a new plan begins: suggestions for one threat area, under all four Ps. They are prompts to accept, change or
/// drop; no national 4P plan template is public.
///
/// @param area the threat area it is for
/// @param edition the region's edition that it is of, such as "EMSOU 3"; empty for the program's own
/// @param objective a suggestion for the objective of the whole plan
/// @param parts one for each P
public record PlanTemplate(ThreatArea area, String edition, String objective, Map<P, Part> parts) {

    /// The suggestions under one P.
    ///
    /// @param objective a suggestion for the P's own objective
    public record Part(P p, String objective, List<Prompt> prompts) {
        public Part {
            prompts = List.copyOf(prompts);
        }
    }

    /// A suggested action.
    ///
    /// @param title the action's title
    /// @param owner a post that could own it
    /// @param measure how one would know that it worked
    public record Prompt(String title, String owner, String measure) {}

    public PlanTemplate {
        var ordered = new EnumMap<P, Part>(parts);
        for (var p : P.values()) {
            var part = ordered.get(p);
            if (part == null || part.prompts().isEmpty())
                throw new IllegalArgumentException("the plan template for " + area.label() + " has no prompt for " + p.label());
        }
        parts = Collections.unmodifiableMap(ordered);
    }

    /// The suggestions under that P.
    public Part part(P p) {
        return Objects.requireNonNull(parts.get(p));
    }

    /// The template's name, which a plan made from it keeps.
    public String name() {
        return edition.isEmpty() ? area.label() : area.label() + " (" + edition + ")";
    }
}
