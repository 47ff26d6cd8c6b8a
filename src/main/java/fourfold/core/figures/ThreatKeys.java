package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.threat.AssessmentType;
import fourfold.core.threat.Moderation;
import fourfold.core.threat.SocFlag;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// The keys of threats.
final class ThreatKeys {

    /// Those that events, plans and actions do not have through their threat.
    static final Set<String> ITS_OWN =
            Set.of("ref", "active", "active-by-record-date", "active-lead-assessed", "fails", "month", "year");

    static final List<Key> ALL = List.of(
            new Key("agency", "Owning agency", scope -> agencies(scope, scope.facts().threats().words(Threat.AGENCY))),
            new Key("force", "Force area", scope -> forces(scope, scope.facts().threats().words(Threat.AGENCY))),
            words("division", "Area", Threat.AREA),
            picks("kind", "Threat kind", Threat.KIND),
            picks("area", "Primary threat area", Threat.PRIMARY_AREA),
            new Key("pillar", "Pillar", ThreatKeys::pillars),
            picks("type", "Type", Threat.TYPE),
            picks("moderation", "Moderation status", Threat.MODERATION),
            picks("soc", "SOC", Threat.SOC),
            picks("tier", "Tier", Threat.TIER),
            words("phase", "Phase", Threat.PHASE),
            whether("open", "Open by its phase", scope -> scope.tests()::isOpen),
            whether("managed", "Managed on the day", scope -> row -> scope.tests().isManaged(row, scope.dayNumber())),
            picks("master-list", "Master list status", Threat.MASTER_LIST),
            words("reason", "Master list reason", Threat.MASTER_LIST_REASON),
            new Key("tag", "Tags", scope -> sets(scope.facts().threats().sets(Threat.TAGS))),
            new Key("lro", "LRO", scope -> people(scope.facts().threats().words(Threat.LRO))),
            new Key("sio", "SIO", scope -> people(scope.facts().threats().words(Threat.SIO))),
            among("sio-is-lro", "SIO is also LRO", scope -> scope.tests().sioIsLro()),
            picks("priority", "Control strategy priority", Threat.PRIORITY),
            words("national-ref", "National ref", Threat.NATIONAL_REF),
            day("identified", "Date identified", Threat.IDENTIFIED),
            day("mapped", "Date mapped", Threat.MAPPED),
            day("closed", "Date closed", Threat.CLOSED),
            day("kind-since", "Kind since", Threat.KIND_SINCE),
            day("phase-since", "Phase since", Threat.PHASE_SINCE),
            day("tier-date", "Date of the tier", Threat.TIER_DATE),
            day("last-assessed", "Last assessed", Threat.LAST_ASSESSED),
            day("next-assessment", "Next assessment due", Threat.NEXT_ASSESSMENT),
            among("active", "With an event in the period", scope ->
                    scope.tests().threatsWithEvents(Disruption.EVENT_DATE, first(scope), last(scope))),
            among("active-by-record-date", "With an event recorded in the period", scope ->
                    scope.tests().threatsWithEvents(Disruption.RECORD_DATE, first(scope), last(scope))),
            among("active-lead-assessed", "With a lead, assessed event recorded in the period", scope ->
                    scope.tests().threatsWithLeadAssessed(first(scope), last(scope))),
            new Key("fails", "The one printed test that fails", ThreatKeys::fails),
            new Key("ref", "Threat ref", scope -> refs(scope, scope.facts().threats())));

    private ThreatKeys() {}

    private static int first(Scope scope) {
        return scope.window().first();
    }

    private static int last(Scope scope) {
        return scope.window().last();
    }

    private static Key words(String name, String label, Field<Threat, String> field) {
        return new Key(name, label, scope -> Trait.words(scope.facts().threats().words(field)));
    }

    private static <C extends Choice> Key picks(String name, String label, Field<Threat, C> field) {
        return new Key(name, label, scope -> picks(scope.facts().threats().picks(field)));
    }

    private static Key day(String name, String label, Field<Threat, LocalDate> field) {
        return new Key(name, label, scope -> Trait.day(scope.facts().threats().days(field)));
    }

    static Key whether(String name, String label, Function<Scope, IntPredicate> test) {
        return new Key(name, label, scope -> Trait.whether(test.apply(scope)));
    }

    static Key among(String name, String label, Function<Scope, BitSet> rows) {
        return new Key(name, label, scope -> Trait.whether(rows.apply(scope)::get));
    }

    static Trait picks(Column.Picks<?> picks) {
        return Trait.of(picks.all(), picks::place);
    }

    static Trait sets(Column.WordSets sets) {
        var all = sets.all();
        return Trait.several(sets::codes, all::get);
    }

    static Trait refs(Scope scope, FactTable<?> table) {
        return Trait.open(row -> row, row -> scope.refs().of(table, row).getFirst());
    }

    /// People by their collar numbers, labels without one as they are.
    static Trait people(Column.Words people) {
        var labels = people.all();
        var collars = FactTests.collars(people);
        var places = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        var codes = new int[labels.size()];
        for (int i = 0; i < codes.length; i++) {
            var who = collars[i].isEmpty() ? labels.get(i) : collars[i];
            codes[i] = places.computeIfAbsent(who, fresh -> {
                names.add(fresh);
                return names.size() - 1;
            });
        }
        return Trait.open(row -> people.code(row) < 0 ? -1 : codes[people.code(row)], names::get);
    }

    /// Agencies, of which those that a table always shows come first.
    static Trait agencies(Scope scope, Column.Words words) {
        return mapped(words, scope.agencies(), Function.identity(), scope.known());
    }

    /// The force area of an agency: the force itself; a regional unit has the whole region.
    static Trait forces(Scope scope, Column.Words words) {
        Function<String, String> force = name -> scope.known()
                .find(name)
                .map(agency -> agency.isRegional() ? "Whole region" : agency.name())
                .orElse(name);
        var shown = Stream.concat(
                        Stream.of("Whole region"),
                        scope.agencies().stream().map(force).filter(name -> !name.equals("Whole region")))
                .toList();
        return mapped(words, shown, force, scope.known());
    }

    private static Trait mapped(Column.Words words, List<String> shown, Function<String, String> name, Agencies known) {
        var all = words.all();
        var labels = new ArrayList<>(shown);
        var codes = new int[all.size()];
        for (int i = 0; i < codes.length; i++) {
            var label = name.apply(all.get(i));
            if (!labels.contains(label)) labels.add(label);
            codes[i] = labels.indexOf(label);
        }
        return Trait.listed(labels, row -> words.code(row) < 0 ? -1 : codes[words.code(row)])
                .only(code -> code < shown.size())
                .alsoCalled(text -> known.find(text).map(Agency::name).map(name));
    }

    private static Trait pillars(Scope scope) {
        var names = Stream.of(ThreatArea.Pillar.values())
                .map(pillar -> pillar.name().charAt(0) + pillar.name().substring(1).toLowerCase(Locale.ROOT))
                .toList();
        var areas = scope.facts().threats().picks(Threat.PRIMARY_AREA);
        return Trait.listed(names, row -> {
            var area = areas.at(row);
            return area == null ? -1 : area.pillar().ordinal();
        });
    }

    /// Which of the five printed tests a threat fails: the one, none, or several.
    private static Trait fails(Scope scope) {
        var threats = scope.facts().threats();
        List<IntPredicate> tests = List.of(
                row -> threats.picks(Threat.TYPE).is(row, AssessmentType.TACTICAL),
                row -> threats.picks(Threat.MODERATION).is(row, Moderation.MODERATED),
                row -> threats.picks(Threat.SOC).is(row, SocFlag.SOC),
                row -> !threats.picks(Threat.TIER).is(row, Tier.TIER_5),
                scope.tests()::isOpen);
        var names = List.of("None", "Type", "Moderation status", "SOC", "Tier", "Phase", "Several");
        return Trait.listed(names, row -> {
            int failed = 0;
            for (int i = 0; i < tests.size(); i++)
                if (!tests.get(i).test(row)) failed = failed == 0 ? i + 1 : names.size() - 1;
            return failed;
        });
    }

    /// The names of the agencies that own a threat or led an event, with those that are always shown, in the usual order: a
    /// region's unit before its forces, and agencies that nobody knows at the end.
    static List<String> present(Facts facts, Agencies known, Set<String> always) {
        var named = new HashSet<>(always);
        used(facts.threats().words(Threat.AGENCY), facts.threats().size(), named);
        used(facts.events().words(Disruption.LEAD_AGENCY), facts.events().size(), named);
        var ordered = new ArrayList<String>();
        for (var unit : known.regionalUnits())
            Stream.concat(Stream.of(unit), known.forcesOf(unit.regionCode()).stream())
                    .map(Agency::name)
                    .filter(named::contains)
                    .forEach(ordered::add);
        named.stream().filter(name -> !ordered.contains(name)).sorted().forEach(ordered::add);
        return ordered;
    }

    /// A column may know words that no row has any more, or not yet.
    private static void used(Column.Words words, int size, Set<String> named) {
        var codes = new BitSet();
        for (int row = 0; row < size; row++) if (words.code(row) >= 0) codes.set(words.code(row));
        codes.stream().mapToObj(words.all()::get).forEach(named::add);
    }
}
