package fourfold.report.dataset;

import static fourfold.report.dataset.Fact.CHANGED;
import static fourfold.report.dataset.Fact.CHANGED_AT;

import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.CountingVerdict.Standing;
import fourfold.core.disruption.Disruption;
import fourfold.report.dataset.Column.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tables about events.
final class EventTables {

    /// An event with the answer of the counting rules.
    ///
    /// @param lead the event that counts for this one, where this one is linked as its support
    record Event(Fact<Disruption> fact, CountingVerdict verdict, Optional<UUID> lead) {

        Disruption record() {
            return fact.record();
        }
    }

    /// An event and one word of a set that it holds.
    record Part(Fact<Disruption> event, String word) {}

    private static final List<String> STANDINGS =
            List.of("Counts", "Not yet", "Does not count", "Counts through its lead");

    static final Table<Event> DISRUPTIONS = Table.<Event>of(
                    "disruptions",
                    "One row an event, as one agency recorded it. Lead and support are told apart by disruption_type and never belong"
                            + " in one total: what two agencies recorded of one event is two rows.")
            .key("disruption_id", Kind.UUID, "The identity of the event, the same in every vault.", event -> event.fact().id())
            .field("disruption_ref", Event::record, Disruption.REF, "The reference by which people know it.")
            .column("threat_id", Kind.UUID, "The threat that was disrupted; empty where it is not in this dataset.", event -> event.record().print(Disruption.THREAT))
            .to("threats", "threat_id")
            .field("threat_kind", Event::record, Disruption.THREAT_KIND, "The kind of the threat on the day of the event. It stays when the threat is typed anew.")
            .field("disruption_type", Event::record, Disruption.TYPE, "Whether the agency that recorded it led the event or supported another.")
            .field("lead_agency", Event::record, Disruption.LEAD_AGENCY, "The agency that led the event, on lead and support rows alike.")
            .to("agencies", "agency")
            .field("lead_unit", Event::record, Disruption.LEAD_UNIT, "The unit inside the agency.")
            .field("event_date", Event::record, Disruption.EVENT_DATE, "When it happened.")
            .to("dates", "date")
            .field("record_date", Event::record, Disruption.RECORD_DATE, "When it was recorded. The counting rule and the printed filters go by it.")
            .to("dates", "date")
            .field("p", Event::record, Disruption.FOUR_P, "The primary P, the only one that enters totals.")
            .to("ps", "p")
            .field("category", Event::record, Disruption.CATEGORY, "Assessment Category. Unassessed stands apart.")
            .to("categories", "category")
            .field("moderation", Event::record, Disruption.MODERATION, "Whether a second person agreed.")
            .field("moderated_on", Event::record, Disruption.MODERATED_ON, "When.")
            .full("counts_nationally", Kind.BOOLEAN, "Whether it enters national totals as it stands.", event -> Table.yes(event.verdict().counts()))
            .oneOf("counting", "The answer in full. What counts through its lead is counted there and not here.", STANDINGS, event -> standing(event.verdict().standing()))
            .column("counting_rule", Kind.STRING, "The rule that gave the answer; empty where none is for its record date.", EventTables::rule)
            .to("counting_rules", "counting_rule")
            .full("counting_reason", Kind.STRING, "The answer with its reason, in a sentence.", event -> event.verdict().sentence())
            .column("lead_disruption_id", Kind.UUID, "The event that counts for this one; empty where it is not in this dataset.", event -> event.lead().map(UUID::toString).orElse(""))
            .to("disruptions", "disruption_id")
            .field("duration", Event::record, Disruption.DURATION, "How long the effect is expected to last.")
            .field("effect", Event::record, Disruption.EFFECT, "What it did to the threat as a whole.")
            .field("arrests", Event::record, Disruption.ARRESTS, "Arrests; empty where nobody has said.")
            .field("warrants", Event::record, Disruption.WARRANTS, "Warrants executed.")
            .field("assets_gbp", Event::record, Disruption.ASSETS, "Assets seized, in pounds.")
            .field("cryptocurrency_gbp", Event::record, Disruption.CRYPTOCURRENCY, "Cryptocurrency seized, in pounds.")
            .field("vehicles_seized", Event::record, Disruption.VEHICLES_SEIZED, "Vehicles seized.")
            .field("vehicles_stopped", Event::record, Disruption.VEHICLES_STOPPED, "Vehicles stopped.")
            .field("stop_searches", Event::record, Disruption.STOP_SEARCHES, "Stop searches.")
            .field("properties_seized", Event::record, Disruption.PROPERTIES_SEIZED, "Properties seized.")
            .field("orders_obtained", Event::record, Disruption.ORDERS_OBTAINED, "Orders obtained.")
            .field("orders_breached", Event::record, Disruption.ORDERS_BREACHED, "Orders breached.")
            .field("people_safeguarded", Event::record, Disruption.SAFEGUARDED, "People safeguarded.")
            .field("referrals", Event::record, Disruption.REFERRALS, "Referrals.")
            .field("people_diverted", Event::record, Disruption.DIVERTED, "Persons diverted.")
            .field("people_trained", Event::record, Disruption.TRAINED, "People trained.")
            .field("licence_recalls", Event::record, Disruption.RECALLS, "Licence recalls.")
            .column("action_id", Kind.UUID, "The action that it came of; empty where it is not in this dataset.", event -> event.record().print(Disruption.ACTION))
            .to("actions", "action_id")
            .has("has_evidence", Event::record, Disruption.EVIDENCE, "Whether evidence is written down.")
            .field("marking", Event::record, Disruption.MARKING, "The protective marking of the record.")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, event -> event.fact().changed())
            .complete();

    static final Table<Part> SUPPORT = part(
                    "disruption_support",
                    "One row for each agency that an event names as supporting. On a lead row these are the agencies that helped, on a"
                            + " support row the agency that recorded it: the same help seen twice. Count one of the two.")
            .key("agency", Kind.STRING, "The supporting agency.", Part::word)
            .to("agencies", "agency")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, part -> part.event().changed())
            .complete();

    static final Table<Part> OTHER_PS = part(
                    "disruption_other_ps", "One row for each secondary P of an event. They never enter totals by P.")
            .key("p", Kind.STRING, "A secondary P.", Part::word)
            .to("ps", "p")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, part -> part.event().changed())
            .complete();

    private EventTables() {}

    private static Table.Writing<Part> part(String name, String description) {
        return Table.<Part>of(name, description)
                .key("disruption_id", Kind.UUID, "The event.", part -> part.event().id())
                .to("disruptions", "disruption_id");
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case COUNTS -> STANDINGS.get(0);
            case NOT_YET -> STANDINGS.get(1);
            case DOES_NOT_COUNT -> STANDINGS.get(2);
            case THROUGH_LEAD -> STANDINGS.get(3);
        };
    }

    /// The answer without naming an event that is not released.
    static CountingVerdict withoutNaming(CountingVerdict through) {
        return new CountingVerdict(
                through.standing(), through.ruleId(), "This is the support of an event that is not in this dataset.");
    }

    private static String rule(Event event) {
        var rule = event.verdict().ruleId();
        return rule == null ? "" : rule;
    }
}
