package fourfold.desk;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.SameEvents;
import fourfold.core.figures.Column;
import fourfold.core.figures.FactTests;
import fourfold.core.figures.Facts;
import fourfold.core.inspection.Activity;
import fourfold.core.inspection.Differing;
import fourfold.core.inspection.Led;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.P;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of a vault added up for an inspection, from the facts that figures are made of: so that "led" and "assessed"
/// mean there what they mean in figures.
record EventSums(Facts facts) {

    private static final int PS = P.values().length;

    /// The events against each threat under each P, with the newest that is not after that day.
    List<Activity> activity(LocalDate upTo) {
        int last = Math.toIntExact(upTo.toEpochDay());
        var events = facts.events();
        var threats = events.links(Disruption.THREAT);
        var ps = events.picks(Disruption.FOUR_P);
        var days = events.days(Disruption.EVENT_DATE);
        // a threat's events of each P, and those without one
        var newest = new int[facts.threats().size() * (PS + 1)];
        Arrays.fill(newest, Column.Days.NONE);
        var any = new boolean[newest.length];
        for (int i = 0; i < events.size(); i++) {
            if (threats.at(i) < 0) continue;
            int place = threats.at(i) * (PS + 1) + ps.place(i) + 1;
            any[place] = true;
            if (days.isUpTo(i, last)) newest[place] = Math.max(newest[place], days.at(i));
        }
        var all = new ArrayList<Activity>();
        for (int place = 0; place < newest.length; place++)
            if (any[place])
                all.add(new Activity(
                        facts.threats().record(place / (PS + 1)),
                        place % (PS + 1) == 0 ? null : P.values()[place % (PS + 1) - 1],
                        newest[place] == Column.Days.NONE ? null : LocalDate.ofEpochDay(newest[place])));
        return all;
    }

    /// One agency, one P, one day.
    private record Recorded(String agency, P p, int day) {}

    /// The assessed events that each agency led, by P and by the day on which they were recorded.
    List<Led> led() {
        var events = facts.events();
        var tests = new FactTests(facts);
        var agencies = events.words(Disruption.LEAD_AGENCY);
        var ps = events.picks(Disruption.FOUR_P);
        var days = events.days(Disruption.RECORD_DATE);
        var counts = new HashMap<Recorded, Integer>();
        for (int i = 0; i < events.size(); i++) {
            var p = ps.at(i);
            if (p == null || agencies.code(i) < 0 || !days.isGiven(i) || !tests.isLead(i) || !tests.isAssessed(i)) continue;
            counts.merge(new Recorded(agencies.all().get(agencies.code(i)), p, days.at(i)), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(one -> new Led(
                        one.getKey().agency(), one.getKey().p(), LocalDate.ofEpochDay(one.getKey().day()), one.getValue()))
                .toList();
    }

    /// Those of the pairs of which the two agencies say different things.
    List<Differing> differing(List<SameEvents.Pair> pairs) {
        var wanted = new HashSet<UUID>();
        for (var pair : pairs) wanted.addAll(List.of(pair.one().id(), pair.other().id()));
        var rows = rows(wanted);
        var ps = facts.events().picks(Disruption.FOUR_P);
        var categories = facts.events().picks(Disruption.CATEGORY);
        var differing = new ArrayList<Differing>();
        for (var pair : pairs) {
            var one = rows.get(pair.one().id());
            var other = rows.get(pair.other().id());
            if (one == null || other == null) continue;
            var how = new ArrayList<String>();
            if (ps.at(one) != ps.at(other)) how.add(label(ps.at(one)) + " and " + label(ps.at(other)));
            Category first = categories.at(one);
            Category second = categories.at(other);
            if (first != second) how.add(label(first) + " and " + label(second));
            if (!how.isEmpty())
                differing.add(new Differing(
                        pair.one().id(), pair.one().ref(), pair.other().id(), pair.other().ref(), String.join("; ", how)));
        }
        return List.copyOf(differing);
    }

    private static String label(@Nullable Choice choice) {
        return choice == null ? "not said" : choice.label();
    }

    private Map<UUID, Integer> rows(Collection<UUID> wanted) {
        var rows = new HashMap<UUID, Integer>();
        if (wanted.isEmpty()) return rows;
        for (int i = 0; i < facts.events().size(); i++) {
            var record = facts.events().record(i);
            if (wanted.contains(record)) rows.put(record, i);
        }
        return rows;
    }
}
