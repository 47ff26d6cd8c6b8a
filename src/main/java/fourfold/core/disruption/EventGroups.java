package fourfold.core.disruption;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// The events that links make one: each group has exactly one lead, whatever the links say, and all others are its
/// supports. So a group is counted once, in every vault that has the same links, and in whatever order these came.
///
/// The lead is the one event of the group that no link makes a support. Where links made on several desks leave two such
/// events, or none because they go round in a circle, the links do not agree: then the one that most links call the lead
/// stands in, of several the first by identity, until a person has undone what is wrong.
public final class EventGroups {

    /// Two events that are one.
    public record Link(UUID lead, UUID support) {}

    /// The group of one event.
    ///
    /// @param lead the event that counts for all of it
    /// @param agreed whether the links agree that this one leads
    public record Place(UUID lead, boolean agreed) {}

    private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

    private EventGroups() {}

    /// The place of every event that any link names.
    public static Map<UUID, Place> of(List<Link> links) {
        var near = new TreeMap<UUID, List<Link>>(ORDER);
        for (var link : links) {
            near.computeIfAbsent(link.lead(), id -> new ArrayList<>()).add(link);
            near.computeIfAbsent(link.support(), id -> new ArrayList<>()).add(link);
        }
        var places = new HashMap<UUID, Place>();
        for (var event : near.keySet())
            if (!places.containsKey(event)) {
                var group = group(event, near);
                var place = place(group, near);
                group.forEach(member -> places.put(member, place));
            }
        return places;
    }

    private static TreeSet<UUID> group(UUID from, Map<UUID, List<Link>> near) {
        var group = new TreeSet<>(ORDER);
        var next = new ArrayDeque<>(List.of(from));
        for (var event = next.poll(); event != null; event = next.poll()) {
            if (!group.add(event)) continue;
            for (var link : near.getOrDefault(event, List.of())) {
                next.add(link.lead());
                next.add(link.support());
            }
        }
        return group;
    }

    private static Place place(TreeSet<UUID> group, Map<UUID, List<Link>> near) {
        var leads = group.stream().filter(event -> times(event, near, false) == 0).toList();
        if (leads.size() == 1) return new Place(leads.getFirst(), true);
        var candidates = leads.isEmpty() ? List.copyOf(group) : leads;
        var lead = candidates.stream()
                .max(Comparator.<UUID>comparingLong(event -> times(event, near, true)).thenComparing(ORDER.reversed()))
                .orElseThrow();
        return new Place(lead, false);
    }

    private static long times(UUID event, Map<UUID, List<Link>> near, boolean leading) {
        return near.getOrDefault(event, List.of()).stream()
                .filter(link -> (leading ? link.lead() : link.support()).equals(event))
                .count();
    }
}
