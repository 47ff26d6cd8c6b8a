package fourfold.core.inspection;

import fourfold.core.kernel.Choice;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.ThreatRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Named tests of threats: activity, the master list, the kind, assessments and how they ended.
final class ThreatTests {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private ThreatTests() {}

    /// Open threats without any event in so many months, whatever its type and category.
    static Found stalled(Looking look) {
        return silent(look, threat -> true);
    }

    /// The same of those that a control strategy names a priority.
    static Found prioritySilent(Looking look) {
        var open = look.open().toList();
        if (!open.isEmpty() && open.stream().allMatch(threat -> threat.lacks(Threat.PRIORITY)))
            return Found.cannotTell("No open threat says whether it is a priority of a control strategy; an extract does not carry"
                    + " it, so it has to be entered on the threat.");
        return silent(look, threat -> !threat.lacks(Threat.PRIORITY));
    }

    private static Found silent(Looking look, Predicate<Threat> wanted) {
        var last = lastEvents(look);
        var hits = new ArrayList<Hit>();
        look.open().filter(wanted).forEach(threat -> {
            var event = Optional.ofNullable(last.get(threat.id().value()));
            if (event.filter(one -> !one.isBefore(look.since())).isPresent()) return;
            var begun = threat.find(Threat.IDENTIFIED).map(one -> ", identified " + Looking.say(one)).orElse("");
            hits.add(look.threat(threat, event.map(one -> "Last event " + Looking.say(one)).orElse("No event yet") + begun));
        });
        return look.found(hits);
    }

    private static Map<UUID, LocalDate> lastEvents(Looking look) {
        var last = new HashMap<UUID, LocalDate>();
        for (var one : look.holdings().activity())
            if (one.last() != null) last.merge(one.threat(), one.last(), (a, b) -> a.isAfter(b) ? a : b);
        return last;
    }

    /// Areas of priority in which nothing was done against any threat: those that the check names, or else those of the open
    /// threats that are priorities.
    static Found areaSilent(Looking look) {
        var areas = new TreeSet<ThreatArea>();
        for (var word : look.parameters().words("areas")) areas.add(ThreatArea.valueOf(word));
        if (areas.isEmpty())
            look.open().filter(threat -> !threat.lacks(Threat.PRIORITY))
                    .forEach(threat -> threat.find(Threat.PRIMARY_AREA).ifPresent(areas::add));
        if (areas.isEmpty())
            return Found.cannotTell("It is not known which areas are a priority: no open threat is marked as one, and the"
                    + " region's configuration names none.");
        var last = lastEvents(look);
        var active = new TreeSet<ThreatArea>();
        var threats = new TreeMap<ThreatArea, Integer>();
        for (var threat : look.holdings().threats()) threat.find(Threat.PRIMARY_AREA).ifPresent(area -> {
            if (look.isOpen(threat)) threats.merge(area, 1, Integer::sum);
            var event = last.get(threat.id().value());
            if (event != null && !event.isBefore(look.since())) active.add(area);
        });
        return look.found(areas.stream()
                .filter(area -> !active.contains(area))
                .map(area -> Hit.named(
                        Hit.Kind.AREA, area.label(), PeopleTests.counted(threats.getOrDefault(area, 0), "open threat")))
                .toList());
    }

    /// Threats that are not on the master list, each with the reason.
    static Found offList(Looking look) {
        var hits = new ArrayList<Hit>();
        var byStatus = new TreeMap<String, Integer>();
        int unexplained = 0;
        for (var threat : look.holdings().threats()) {
            if (!look.isManaged(threat) || threat.is(Threat.MASTER_LIST, MasterListStatus.ON_LIST)) continue;
            var status = threat.find(Threat.MASTER_LIST).map(Choice::label).orElse("Nobody said whether it is on the list");
            var reason = threat.get(Threat.MASTER_LIST_REASON).strip();
            if (reason.isEmpty()) unexplained++;
            byStatus.merge(status, 1, Integer::sum);
            hits.add(look.threat(threat, status + ": " + (reason.isEmpty() ? "no reason is given" : reason)));
        }
        return look.found(hits).saying("unexplained", unexplained).by("Status", Found.largestFirst(byStatus));
    }

    /// Threats of another kind of which the records answer all four parts of the test of an organised crime group with yes,
    /// and nobody has said why they are none: two or more people, intent, capability, continuing (Dyfed-Powys 439/2024). A
    /// tag that by its definition speaks of a group at work answers the first three.
    static Found wrongKind(Looking look) {
        var asked = look.open().filter(threat -> threat.is(Threat.KIND, ThreatKind.VULNERABILITY)).toList();
        if (!asked.isEmpty() && asked.stream().allMatch(ThreatTests::saysNothing))
            return Found.cannotTell("No open vulnerability has a tag, a size, an intent or a capability, so that the four-part test"
                    + " of an organised crime group has nothing to go by.");
        var hits = new ArrayList<Hit>();
        for (var threat : asked) {
            var begun = threat.find(Threat.IDENTIFIED);
            if (begun.isEmpty() || begun.get().isAfter(look.day().minusMonths(look.months()))) continue;
            if (!threat.lacks(Threat.KIND_REASON)) continue;
            var tag = look.parameters().words("tags").stream().filter(threat.get(Threat.TAGS)::contains).findFirst();
            boolean people = tag.isPresent() || isSeveral(threat.get(Threat.SIZE));
            boolean intent = tag.isPresent() || !threat.lacks(Threat.INTENT);
            boolean capability = tag.isPresent() || !threat.lacks(Threat.CAPABILITY);
            if (!people || !intent || !capability) continue;
            hits.add(look.threat(threat, tag.map(one -> "Tagged " + one).orElse("Size, intent and capability are described")
                    + ", going on since " + Looking.say(begun.get())));
        }
        return look.found(hits);
    }

    private static boolean saysNothing(Threat threat) {
        return threat.lacks(Threat.TAGS) && threat.lacks(Threat.SIZE) && threat.lacks(Threat.INTENT)
                && threat.lacks(Threat.CAPABILITY);
    }

    private static boolean isSeveral(String size) {
        var numbers = NUMBER.matcher(size);
        while (numbers.find()) if (Integer.parseInt(numbers.group()) >= 2) return true;
        return false;
    }

    /// Threats whose SIO and LRO are one person, the closed ones among them named as such.
    static Found sioIsLro(Looking look) {
        var hits = new ArrayList<Hit>();
        int open = 0;
        for (var threat : look.holdings().threats()) {
            if (!look.isKnown(threat) || !ThreatRules.sioIsLro(threat)) continue;
            var reason = threat.get(Threat.SIO_IS_LRO_REASON).strip();
            if (look.isOpen(threat)) open++;
            hits.add(look.threat(threat, (look.isOpen(threat) ? "" : "Closed; ") + threat.get(Threat.LRO)
                    + (reason.isEmpty() ? ": no reason is given" : ": " + reason)));
        }
        return look.found(hits).saying("open", open);
    }

    /// Open threats that were not assessed for so many months, never, or whose next assessment is overdue. One that was assessed
    /// after the day is left out: a record keeps its newest assessment only, and nobody can say of the one before.
    static Found staleAssessment(Looking look) {
        var hits = new ArrayList<Hit>();
        int never = 0;
        for (var threat : (Iterable<Threat>) look.open()::iterator) {
            var last = threat.find(Threat.LAST_ASSESSED);
            if (last.filter(one -> one.isAfter(look.day())).isPresent()) continue;
            var due = threat.find(Threat.NEXT_ASSESSMENT).filter(one -> one.isBefore(look.day()));
            if (last.isEmpty()) {
                never++;
                hits.add(look.threat(threat, "Never assessed"));
            } else if (last.get().isBefore(look.since()))
                hits.add(look.threat(threat, "Last assessed " + Looking.say(last.get())));
            else if (due.filter(last.get()::isBefore).isPresent())
                hits.add(look.threat(threat, "The next assessment was due " + Looking.say(due.get())));
        }
        return look.found(hits).saying("never", never);
    }

    /// Closed threats whose intelligence nobody said was handed over.
    static Found notHandedOver(Looking look) {
        var closed = look.holdings().threats().stream()
                .filter(threat -> look.isKnown(threat) && !look.isOpen(threat))
                .toList();
        if (!closed.isEmpty() && closed.stream().noneMatch(threat -> threat.get(Threat.INTELLIGENCE_HANDED_OVER)))
            return Found.cannotTell("Of no closed threat is it recorded whether its intelligence was handed over; an extract does not"
                    + " carry it, and closing a threat here asks for it.");
        return look.found(closed.stream()
                .filter(threat -> !threat.get(Threat.INTELLIGENCE_HANDED_OVER))
                .map(threat -> look.threat(
                        threat,
                        threat.find(Threat.CLOSED).map(one -> "Closed " + Looking.say(one)).orElse("Closed by its phase")))
                .toList());
    }

    /// Nothing here keeps local profiles.
    static Found staleProfiles(Looking look) {
        return Found.cannotTell("Local profiles are not kept here, so that their age is not known.");
    }

    /// Nothing here says when a specialist was asked.
    static Found specialistsLate(Looking look) {
        return Found.cannotTell("No record says which specialists were asked about a plan and when; neither extracts nor plans"
                + " carry it.");
    }

    static List<String> areaWords() {
        return java.util.Arrays.stream(ThreatArea.values()).map(Enum::name).toList();
    }
}
