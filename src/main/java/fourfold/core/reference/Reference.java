package fourfold.core.reference;

import fourfold.core.disruption.CountingRules;
import fourfold.core.disruption.SameEventRule;
import fourfold.core.inspection.Checks;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.P;
import fourfold.core.threat.ThreatArea;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All reference data, read once when the program starts.
///
/// @param templates one for each threat area
/// @param sameEvent when events of two agencies may be one
/// @param checks what an inspection asks
/// @param residents how many people live where, as far as somebody entered it
/// @param help short texts that stand beside fields, by key: `threat.phase` for a field of one kind of record, `marking` for
///     the fields of that name of every kind, `disruption.category.MAJOR` for a value, and other words for the rest
public record Reference(
        Agencies agencies,
        List<Tactic> tactics,
        Map<ThreatArea, PlanTemplate> templates,
        List<Partner> partners,
        List<Specialist> specialists,
        Lists lists,
        CountingRules countingRules,
        SameEventRule sameEvent,
        Checks checks,
        Residents residents,
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

    /// This with what a region publishes: its lists, templates, rules, checks and populations in the place of those that it
    /// speaks of.
    public Reference with(Configuration published) {
        var merged = new HashMap<>(templates);
        merged.putAll(published.templates());
        return new Reference(
                agencies,
                tactics,
                merged,
                partners,
                specialists,
                lists.with(published.lists()),
                countingRules.followedBy(published.rules(), published.from(), published.edition().replace(' ', '-')),
                sameEvent,
                checks.with(published.checks(), published.edition()),
                residents.with(published.residents()),
                help);
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

    /// The help text for a field of that kind of record: its own, or that of every field of this name.
    public Optional<String> help(Fields<?> kind, Field<?, ?> field) {
        return first(kind.kind() + "." + field.name(), field.name());
    }

    /// The help text for one value of a field with a fixed list.
    public Optional<String> help(Fields<?> kind, Field<?, ?> field, Choice value) {
        var key = field.name() + "." + value.name();
        return first(kind.kind() + "." + key, key);
    }

    private Optional<String> first(String own, String shared) {
        return Optional.ofNullable(help.get(own)).or(() -> Optional.ofNullable(help.get(shared)));
    }

    /// The help text for a key that is no field, such as "ocg.test".
    ///
    /// @throws IllegalArgumentException when there is none, which is a fault of ours
    public String helpOn(String key) {
        var text = help.get(key);
        if (text == null) throw new IllegalArgumentException("there is no help text for " + key);
        return text;
    }
}
