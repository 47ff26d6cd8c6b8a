package fourfold.report.dataset;

import static fourfold.report.dataset.Fact.CHANGED;
import static fourfold.report.dataset.Fact.CHANGED_AT;

import fourfold.core.kernel.Choice;
import fourfold.core.people.Party;
import fourfold.core.threat.Threat;
import fourfold.report.dataset.Column.Kind;
import java.util.List;

/// The tables about threats.
final class ThreatTables {

    /// A threat and one word of a set that it holds.
    record Part(Fact<Threat> threat, String word) {}

    static final Table<Fact<Threat>> THREATS = Table.<Fact<Threat>>of("threats", "One row a threat. It is a fact, to be counted, and the dimension of everything that is about a threat.")
            .key("threat_id", Kind.UUID, "The identity of the threat, the same in every vault.", Fact::id)
            .field("threat_ref", Fact::record, Threat.REF, "The reference by which people know it.")
            .field("national_ref", Fact::record, Threat.NATIONAL_REF, "The reference on the national list.")
            .field("threat_kind", Fact::record, Threat.KIND, "The kind of threat.")
            .field("kind_since", Fact::record, Threat.KIND_SINCE, "Since when it is of that kind, where it was typed anew.")
            .field("agency", Fact::record, Threat.AGENCY, "The agency that owns it.")
            .to("agencies", "agency")
            .field("area", Fact::record, Threat.AREA, "The area of the agency, such as a division.")
            .field("assessment_type", Fact::record, Threat.TYPE, "Type, as in the printed extraction filter.")
            .field("moderation_status", Fact::record, Threat.MODERATION, "Moderation status, as in the printed extraction filter.")
            .field("soc", Fact::record, Threat.SOC, "SOC, as in the printed extraction filter.")
            .field("tier", Fact::record, Threat.TIER, "The national tier as it was given.")
            .field("tier_date", Fact::record, Threat.TIER_DATE, "The day of the tier.")
            .field("phase", Fact::record, Threat.PHASE, "The phase, word for word.")
            .field("phase_since", Fact::record, Threat.PHASE_SINCE, "Since when it is in that phase.")
            .full("is_closed", Kind.BOOLEAN, "Whether the phase contains \"closed\" in any case: the printed test.", fact -> Table.yes(fact.record().isClosed()))
            .field("threat_area", Fact::record, Threat.PRIMARY_AREA, "The primary threat area.")
            .to("threat_areas", "threat_area")
            .field("master_list_status", Fact::record, Threat.MASTER_LIST, "Whether it is on the SOC master list.")
            .has("has_master_list_reason", Fact::record, Threat.MASTER_LIST_REASON, "Whether a reason for not being on the list is written down.")
            .field("priority", Fact::record, Threat.PRIORITY, "The control strategy whose priority it is.")
            .field("lead_agency", Fact::record, Threat.LEAD_AGENCY, "The agency that leads the work on it.")
            .to("agencies", "agency")
            .field("identified", Fact::record, Threat.IDENTIFIED, "Date identified.")
            .to("dates", "date")
            .field("mapped", Fact::record, Threat.MAPPED, "Date mapped.")
            .to("dates", "date")
            .field("closed", Fact::record, Threat.CLOSED, "Date closed.")
            .to("dates", "date")
            .field("last_assessed", Fact::record, Threat.LAST_ASSESSED, "Last assessed.")
            .field("next_assessment", Fact::record, Threat.NEXT_ASSESSMENT, "Next assessment due.")
            .column("morile_score", Kind.NUMBER, "The MoRiLE score as it was given.", fact -> fact.record().print(Threat.SCORE))
            .has("has_lro", Fact::record, Threat.LRO, "Whether an LRO is appointed.")
            .field("lro_since", Fact::record, Threat.LRO_SINCE, "Since when that LRO is.")
            .has("has_sio", Fact::record, Threat.SIO, "Whether an SIO is named.")
            .full("sio_is_lro", Kind.BOOLEAN, "Whether LRO and SIO are one person: the same collar number.", fact -> Table.yes(Party.samePerson(
                    fact.record().get(Threat.LRO), fact.record().get(Threat.SIO))))
            .field("intelligence_handed_over", Fact::record, Threat.INTELLIGENCE_HANDED_OVER, "Whether the intelligence was handed over.")
            .field("retention_group", Fact::record, Threat.RETENTION, "The retention group.")
            .field("marking", Fact::record, Threat.MARKING, "The protective marking of the record.")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, Fact::changed)
            .complete();

    static final Table<Part> TAGS = part("threat_tags", "One row for each tag of a threat. Only words of the agreed list of tags.", "tag", "The tag.")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, part -> part.threat().changed())
            .complete();

    static final Table<Part> OTHER_AREAS = part("threat_other_areas", "One row for each secondary threat area of a threat. They never enter totals by area.", "threat_area", "A secondary threat area.")
            .to("threat_areas", "threat_area")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, part -> part.threat().changed())
            .complete();

    static final Table<Part> SUPPORTING = part("threat_support", "One row for each agency that supports the work on a threat.", "agency", "A supporting agency.")
            .to("agencies", "agency")
            .full(CHANGED_AT, Kind.DATETIME, CHANGED, part -> part.threat().changed())
            .complete();

    private ThreatTables() {}

    private static Table.Writing<Part> part(String name, String description, String column, String meaning) {
        return Table.<Part>of(name, description)
                .key("threat_id", Kind.UUID, "The threat.", part -> part.threat().id())
                .to("threats", "threat_id")
                .key(column, Kind.STRING, meaning, Part::word);
    }

    static List<Part> otherAreas(Fact<Threat> threat) {
        return parts(threat, threat.record().get(Threat.OTHER_AREAS).stream().map(Choice::label).toList());
    }

    static List<Part> parts(Fact<Threat> threat, Iterable<String> words) {
        var parts = new java.util.ArrayList<Part>();
        words.forEach(word -> parts.add(new Part(threat, word)));
        return parts;
    }
}
