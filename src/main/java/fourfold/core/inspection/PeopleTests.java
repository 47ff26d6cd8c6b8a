package fourfold.core.inspection;

import fourfold.core.people.Party;
import fourfold.core.people.Person;
import fourfold.core.threat.Threat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Named tests of lead responsible officers.
final class PeopleTests {

    private PeopleTests() {}

    /// An LRO of open threats.
    private record Lro(String label, int threats) {}

    /// LROs of open threats by collar number, or by label where it has none.
    private static Map<String, Lro> lros(Looking look) {
        var lros = new TreeMap<String, Lro>();
        look.open().filter(threat -> !threat.lacks(Threat.LRO)).forEach(threat -> {
            var label = threat.get(Threat.LRO).strip();
            lros.merge(
                    Party.collar(label).orElse(label.toUpperCase(Locale.ROOT)),
                    new Lro(label, 1),
                    (known, one) -> new Lro(known.label(), known.threats() + 1));
        });
        return lros;
    }

    /// Open threats that nobody is the LRO of.
    static Found noLro(Looking look) {
        return look.found(look.open()
                .filter(threat -> threat.lacks(Threat.LRO))
                .map(threat -> look.threat(threat, threat.get(Threat.AGENCY)))
                .toList());
    }

    /// LROs with more open threats than the limit allows: the check's own, or else that of the vault.
    static Found overLimit(Looking look) {
        int limit = look.number("limit", look.holdings().threatsPerLro());
        return look.found(lros(look).values().stream()
                        .filter(lro -> lro.threats() > limit)
                        .sorted(java.util.Comparator.comparing(Lro::threats).reversed().thenComparing(Lro::label))
                        .map(lro -> Hit.named(Hit.Kind.LRO, lro.label(), counted(lro.threats(), "open threat")))
                        .toList())
                .saying("limit", limit);
    }

    /// LROs of whom no training is recorded, or only training longer ago than the check allows.
    static Found untrained(Looking look) {
        var trained = new HashMap<String, Person>();
        for (var person : look.holdings().people())
            if (!person.lacks(Person.TRAINED_ON)) trained.put(person.get(Person.COLLAR).toUpperCase(Locale.ROOT), person);
        var lros = lros(look);
        if (!lros.isEmpty() && lros.keySet().stream().noneMatch(trained::containsKey))
            return Found.cannotTell("Of no LRO is a day of training recorded; an extract does not carry it, so it has to be entered"
                    + " for each person.");
        var oldest = look.parameters().number("months").map(look.day()::minusMonths);
        var hits = new java.util.ArrayList<Hit>();
        lros.forEach((collar, lro) -> {
            var day = Optional.ofNullable(trained.get(collar)).flatMap(person -> person.find(Person.TRAINED_ON))
                    .filter(one -> !one.isAfter(look.day()));
            if (day.isPresent() && (oldest.isEmpty() || !day.get().isBefore(oldest.get()))) return;
            hits.add(Hit.named(
                    Hit.Kind.LRO,
                    lro.label(),
                    counted(lro.threats(), "open threat") + ", "
                            + day.map(one -> "trained " + Looking.say(one)).orElse("no training recorded")));
        });
        return look.found(hits);
    }

    static String counted(int count, String one) {
        return count == 1 ? "1 " + one : count + " " + one + "s";
    }
}
