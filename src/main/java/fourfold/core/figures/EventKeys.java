package fourfold.core.figures;

import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// The keys of events. What is not their own they have through their threat.
final class EventKeys {

    static final List<Key> ALL = Keys.ofThreat(
            (scope, row) -> scope.facts().events().links(Disruption.THREAT).at(row),
            List.of(
                    new Key("lead-agency", "Lead agency", scope ->
                            ThreatKeys.agencies(scope, scope.facts().events().words(Disruption.LEAD_AGENCY))),
                    new Key("supporting-agency", "Supporting agencies of the police", EventKeys::supportingAgencies),
                    new Key("supporter", "Supporting agencies", EventKeys::supporters),
                    new Key("force", "Force area", scope ->
                            ThreatKeys.forces(scope, scope.facts().events().words(Disruption.LEAD_AGENCY))),
                    new Key("owner", "Owning agency of the threat", scope -> ThreatKeys.agencies(
                                    scope, scope.facts().threats().words(Threat.AGENCY))
                            .through(scope.facts().events().links(Disruption.THREAT)::at)),
                    new Key("unit", "Lead unit", scope -> Trait.words(scope.facts().events().words(Disruption.LEAD_UNIT))),
                    picks("type", "Disruption type", Disruption.TYPE),
                    ThreatKeys.whether("linked", "Linked as the support of another event", scope -> scope.facts()::isSupport),
                    picks("p", "Primary 4P", Disruption.FOUR_P),
                    picks("category", "Assessment Category", Disruption.CATEGORY),
                    picks("moderation", "Moderation", Disruption.MODERATION),
                    new Key("kind", "Threat kind at the event", EventKeys::kinds),
                    new Key("counts", "Counts nationally", EventKeys::counts),
                    day("event-date", "Event date", Disruption.EVENT_DATE),
                    day("record-date", "Record date", Disruption.RECORD_DATE),
                    day("moderated-on", "Moderated on", Disruption.MODERATED_ON),
                    new Key("month", "Month of the record date", scope -> months(record(scope))),
                    new Key("year", "Year of the record date", scope -> years(record(scope))),
                    new Key("event-month", "Month of the event", scope ->
                            months(scope.facts().events().days(Disruption.EVENT_DATE))),
                    new Key("ref", "Disruption ref", scope -> ThreatKeys.refs(scope, scope.facts().events()))));

    private EventKeys() {}

    private static Column.Days record(Scope scope) {
        return scope.facts().events().days(Disruption.RECORD_DATE);
    }

    private static <C extends Choice> Key picks(String name, String label, Field<Disruption, C> field) {
        return new Key(name, label, scope -> ThreatKeys.picks(scope.facts().events().picks(field)));
    }

    private static Key day(String name, String label, Field<Disruption, LocalDate> field) {
        return new Key(name, label, scope -> Trait.day(scope.facts().events().days(field)));
    }

    /// Months in order, such as 2022-05.
    static Trait months(Column.Days days) {
        return Trait.open(
                row -> {
                    if (!days.isGiven(row)) return -1;
                    var day = LocalDate.ofEpochDay(days.at(row));
                    return day.getYear() * 12 + day.getMonthValue() - 1;
                },
                month -> String.valueOf(month / 12) + (month % 12 < 9 ? "-0" : "-") + (month % 12 + 1));
    }

    static Trait years(Column.Days days) {
        return Trait.open(
                row -> days.isGiven(row) ? LocalDate.ofEpochDay(days.at(row)).getYear() : -1, String::valueOf);
    }

    /// The threat's kind on the day of the event, as the event keeps it; where it does not, the kind that the threat has.
    private static Trait kinds(Scope scope) {
        var events = scope.facts().events();
        var own = events.picks(Disruption.THREAT_KIND);
        var now = scope.facts().threats().picks(Threat.KIND);
        var threat = events.links(Disruption.THREAT);
        return Trait.of(own.all(), row -> {
            if (own.isGiven(row)) return own.place(row);
            return threat.at(row) < 0 ? -1 : now.place(threat.at(row));
        });
    }

    /// Every body that an event names as a supporter, but for the agency that led it.
    private static Trait supporters(Scope scope) {
        var sets = scope.facts().events().sets(Disruption.SUPPORTING);
        var all = sets.all();
        return Trait.several(others(scope, sets), all::get);
    }

    private static IntFunction<int[]> others(Scope scope, Column.WordSets sets) {
        var lead = scope.facts().events().words(Disruption.LEAD_AGENCY);
        var all = sets.all();
        return row -> {
            var leader = lead.at(row);
            return Arrays.stream(sets.codes(row)).filter(code -> !all.get(code).equals(leader)).toArray();
        };
    }

    /// The agencies among the supporters, whoever led; partners outside are none.
    private static Trait supportingAgencies(Scope scope) {
        var sets = scope.facts().events().sets(Disruption.SUPPORTING);
        var shown = scope.agencies();
        var places = sets.all().stream().mapToInt(shown::indexOf).toArray();
        return Trait.several(
                shown.stream().map(name -> (Choice) new Named(name)).toList(),
                row -> Arrays.stream(sets.codes(row)).map(code -> places[code]).filter(place -> place >= 0).toArray());
    }

    private record Named(String name) implements Choice {
        @Override
        public String label() {
            return name;
        }
    }

    /// Whether the event counts nationally by the rule for its record date: it leads, and all that the rule asks is there.
    private static Trait counts(Scope scope) {
        var facts = scope.facts();
        var events = facts.events();
        var kind = events.picks(Disruption.THREAT_KIND);
        var type = events.picks(Disruption.TYPE);
        var category = events.picks(Disruption.CATEGORY);
        var moderation = events.picks(Disruption.MODERATION);
        var record = events.days(Disruption.RECORD_DATE);
        var rules = new ArrayList<Dated>();
        scope.rules().all().forEach(rule -> rules.add(Dated.of(rule)));
        return Trait.whether(row -> {
            if (!record.isGiven(row) || facts.isSupport(row)) return false;
            for (var rule : rules)
                if (record.isWithin(row, rule.from(), rule.to()))
                    return rule.rule().isMetBy(kind.at(row), type.at(row), category.at(row), moderation.at(row));
            return false;
        });
    }

    /// A rule with the record dates that it is for.
    private record Dated(CountingRule rule, int from, int to) {
        static Dated of(CountingRule rule) {
            var window = new Window(rule.validFrom(), rule.validTo());
            return new Dated(rule, window.first(), window.last());
        }
    }
}
