package fourfold.core.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disruption.EventGroups.Link;
import fourfold.core.disruption.EventGroups.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each group of linked events has exactly one lead.
class EventGroupsTest {

    private static UUID event(int number) {
        return new UUID(0, number);
    }

    private static Link link(int lead, int support) {
        return new Link(event(lead), event(support));
    }

    private static Map<UUID, Place> all(int lead, boolean agreed, int... events) {
        var places = new HashMap<UUID, Place>();
        for (int number : events) places.put(event(number), new Place(event(lead), agreed));
        return places;
    }

    @Test
    void one_lead_has_any_number_of_supports_and_a_support_of_a_support_is_its_leads() {
        assertEquals(Map.of(), EventGroups.of(List.of()));
        assertEquals(all(1, true, 1, 2, 3), EventGroups.of(List.of(link(1, 2), link(1, 3))));
        assertEquals(all(3, true, 1, 2, 3), EventGroups.of(List.of(link(2, 1), link(3, 2))));
    }

    @Test
    void links_that_do_not_agree_still_have_one_lead() {
        assertEquals(all(2, false, 1, 2, 3), EventGroups.of(List.of(link(2, 1), link(3, 1))));
        assertEquals(all(3, false, 1, 2, 3, 4), EventGroups.of(List.of(link(2, 1), link(3, 1), link(3, 4))));
        assertEquals(all(1, false, 1, 2, 3), EventGroups.of(List.of(link(1, 2), link(2, 3), link(3, 1))));
    }

    @Test
    void whatever_the_links_and_their_order_each_group_has_one_lead_that_is_in_it() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var links = new ArrayList<Link>();
            for (int i = 0; i < random.nextInt(30); i++) {
                int lead = random.nextInt(20);
                int support = random.nextInt(20);
                if (lead != support) links.add(link(lead, support));
            }
            var places = EventGroups.of(links);
            for (var link : links)
                assertEquals(places.get(link.lead()), places.get(link.support()), "seed " + seed);
            for (var place : places.values())
                assertEquals(place.lead(), places.get(place.lead()).lead(), "seed " + seed);
            var leads = new HashSet<UUID>();
            places.forEach((event, place) -> {
                if (place.lead().equals(event)) leads.add(event);
            });
            assertTrue(places.values().stream().allMatch(place -> leads.contains(place.lead())), "seed " + seed);
            Collections.shuffle(links, random);
            assertEquals(places, EventGroups.of(links), "seed " + seed);
        }
    }
}
