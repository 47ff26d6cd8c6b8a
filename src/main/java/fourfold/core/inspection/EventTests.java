package fourfold.core.inspection;

import fourfold.core.kernel.P;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Named tests of events.
final class EventTests {

    private EventTests() {}

    /// Agencies that led so many assessed events at least, every one of them under the same P.
    static Found allOneP(Looking look) {
        var byAgency = new TreeMap<String, EnumMap<P, Integer>>();
        for (var led : look.holdings().led())
            if (!led.recorded().isBefore(look.since()) && !led.recorded().isAfter(look.day()))
                byAgency.computeIfAbsent(led.agency(), name -> new EnumMap<>(P.class))
                        .merge(led.p(), led.events(), Integer::sum);
        var hits = new ArrayList<Hit>();
        byAgency.forEach((agency, byP) -> {
            var events = byP.values().stream().mapToInt(Integer::intValue).sum();
            if (byP.size() > 1 || events < look.number("least", 10)) return;
            hits.add(Hit.named(
                    Hit.Kind.AGENCY, agency, events + " of " + events + " " + byP.keySet().iterator().next().label()));
        });
        return look.found(hits)
                .saying("who", hits.stream().map(hit -> hit.ref() + " (" + hit.note() + ")").collect(Collectors.joining(", ")));
    }

    /// Events of two agencies that are or may be one and do not say the same of it.
    static Found recordedDifferently(Looking look) {
        return look.found(look.holdings().differing().stream()
                .map(pair -> new Hit(
                        Hit.Kind.EVENTS, pair.oneRef() + " " + pair.otherRef(), "", pair.how(), pair.one(), pair.other()))
                .toList());
    }
}
