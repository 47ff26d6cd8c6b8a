package fourfold.core.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many people live in the areas of forces, where somebody has entered it: the program brings no numbers with it.
///
/// @param byForce by the force's name
public record Residents(Map<String, Number> byForce) {

    /// Nothing is known.
    public static final Residents NONE = new Residents(Map.of());

    /// A population.
    ///
    /// @param count how many people
    /// @param asOf on which day
    /// @param source who says so
    public record Number(long count, LocalDate asOf, String source) {}

    public Residents {
        byForce = Map.copyOf(byForce);
    }

    /// These, with those of a region in place of the same forces'.
    public Residents with(Residents others) {
        var all = new LinkedHashMap<>(byForce);
        all.putAll(others.byForce);
        return new Residents(all);
    }

    /// How many people live in the area of an agency: of a force its own, of a regional unit those of all its forces, if every
    /// one of them is known.
    public Optional<Long> of(Agency agency, Agencies agencies) {
        var forces = agency.isRegional() ? agencies.forcesOf(agency.regionCode()) : List.of(agency);
        var counts = new ArrayList<Long>();
        for (var force : forces) {
            var number = byForce.get(force.name());
            if (number == null) return Optional.empty();
            counts.add(number.count());
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(counts.stream().mapToLong(Long::longValue).sum());
    }
}
