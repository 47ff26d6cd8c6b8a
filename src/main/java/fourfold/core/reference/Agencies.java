package fourfold.core.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every police force and regional unit there is, and how to find one.
public final class Agencies {

    private final List<Agency> all;
    private final Map<String, Agency> byName = new HashMap<>();
    private final Map<Integer, Agency> units = new HashMap<>();

    /// The agencies of that list, which keeps its order.
    ///
    /// @throws IllegalArgumentException when two answer to one name or a region has no unit of its own or two
    public Agencies(List<Agency> all) {
        this.all = List.copyOf(all);
        for (var agency : all) {
            agency.calledBy().forEach(name -> {
                var other = byName.put(name, agency);
                if (other != null)
                    throw new IllegalArgumentException(
                            agency.name() + " and " + other.name() + " are both called \"" + name + "\"");
            });
            if (agency.isRegional() && units.put(agency.region().number(), agency) != null)
                throw new IllegalArgumentException("the region " + agency.regionCode() + " has two units");
        }
        for (var agency : all)
            if (!units.containsKey(agency.region().number()))
                throw new IllegalArgumentException("the region " + agency.regionCode() + " has no unit");
    }

    /// All of them: the forces of each region in the order of the report, then the regional units.
    public List<Agency> all() {
        return all;
    }

    /// The police forces.
    public List<Agency> forces() {
        return all.stream().filter(agency -> !agency.isRegional()).toList();
    }

    /// The ten regional units.
    public List<Agency> regionalUnits() {
        return all.stream().filter(Agency::isRegional).toList();
    }

    /// The agency that a person means by that name, code, slug, prefix or alias, whatever its case.
    public Optional<Agency> find(String name) {
        return Optional.ofNullable(byName.get(Agency.plain(name)));
    }

    /// The forces of a region.
    ///
    /// @param regionCode as in [Region#code], whatever its case
    public List<Agency> forcesOf(String regionCode) {
        return all.stream()
                .filter(agency -> !agency.isRegional() && agency.regionCode().equalsIgnoreCase(regionCode.strip()))
                .toList();
    }

    /// The unit of the agency's region; a regional unit is its own.
    public Agency regionalUnitOf(Agency agency) {
        var unit = units.get(agency.region().number());
        if (unit == null) throw new IllegalArgumentException(agency.name() + " is not of this list");
        return unit;
    }

    /// Agencies whose name or alias has a word that begins with what was typed so far; all of them when nothing was.
    public List<Agency> suggest(String typed) {
        var start = Agency.plain(typed);
        var found = all.stream()
                .filter(agency -> agency.calledBy()
                        .anyMatch(name -> name.startsWith(start) || name.contains(" " + start)))
                .collect(Collectors.toCollection(ArrayList::new));
        // who is meant by the whole name comes first: "NOR" is Northamptonshire's prefix before it begins Norfolk
        find(typed).ifPresent(meant -> {
            found.remove(meant);
            found.addFirst(meant);
        });
        return List.copyOf(found);
    }
}
