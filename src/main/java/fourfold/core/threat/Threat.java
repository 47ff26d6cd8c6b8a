package fourfold.core.threat;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;

/// A SOC threat that somebody manages: an organised crime group, a priority individual or a vulnerability.
public final class Threat extends Entity<Threat> {

    private static final Fields.Declaration<Threat> IS = Fields.declare("threat", "threat", Threat::new);

    public static final Field<Threat, String> REF = IS.field("ref", "Threat ref", Type.text(64));
    public static final Field<Threat, String> NATIONAL_REF = IS.field("nationalRef", "National ref", Type.text(64));
    public static final Field<Threat, String> NAME = IS.field("name", "Name", Type.text(200));
    public static final Field<Threat, ThreatKind> KIND =
            IS.field("kind", "Threat kind", Type.choice(ThreatKind.class), Merge.GOVERNED);
    public static final Field<Threat, LocalDate> KIND_SINCE = IS.field("kindSince", "Kind since", Type.date());
    public static final Field<Threat, String> KIND_REASON =
            IS.field("kindReason", "Reason for the kind", Type.longText(4000));
    public static final Field<Threat, String> AGENCY =
            IS.field("agency", "Owning agency", Type.text(100), Merge.GOVERNED);
    public static final Field<Threat, String> AREA = IS.field("area", "Area", Type.text(100));
    public static final Field<Threat, AssessmentType> TYPE = IS.field("type", "Type", Type.choice(AssessmentType.class));
    public static final Field<Threat, Moderation> MODERATION =
            IS.field("moderation", "Moderation status", Type.choice(Moderation.class), Merge.GOVERNED);
    public static final Field<Threat, SocFlag> SOC = IS.field("soc", "SOC", Type.choice(SocFlag.class));
    public static final Field<Threat, Tier> TIER = IS.field("tier", "Tier", Type.choice(Tier.class), Merge.GOVERNED);
    public static final Field<Threat, String> TIER_SOURCE = IS.field("tierSource", "Source of the tier", Type.text(200));
    public static final Field<Threat, LocalDate> TIER_DATE = IS.field("tierDate", "Date of the tier", Type.date());
    public static final Field<Threat, String> PHASE = IS.field("phase", "Phase", Type.text(200), Merge.GOVERNED);
    public static final Field<Threat, LocalDate> PHASE_SINCE = IS.field("phaseSince", "Phase since", Type.date());
    public static final Field<Threat, ThreatArea> PRIMARY_AREA =
            IS.field("primaryArea", "Primary threat area", Type.choice(ThreatArea.class));
    public static final Field<Threat, SortedSet<ThreatArea>> OTHER_AREAS =
            IS.field("otherAreas", "Secondary threat areas", Type.choices(ThreatArea.class));
    public static final Field<Threat, SortedSet<String>> TAGS = IS.field("tags", "Tags", Type.texts(100));
    public static final Field<Threat, MasterListStatus> MASTER_LIST =
            IS.field("masterList", "Master list status", Type.choice(MasterListStatus.class), Merge.GOVERNED);
    public static final Field<Threat, String> MASTER_LIST_REASON =
            IS.field("masterListReason", "Master list reason", Type.longText(4000));
    public static final Field<Threat, LocalDate> IDENTIFIED = IS.field("identified", "Date identified", Type.date());
    public static final Field<Threat, LocalDate> MAPPED = IS.field("mapped", "Date mapped", Type.date());
    public static final Field<Threat, LocalDate> CLOSED =
            IS.field("closed", "Date closed", Type.date(), Merge.GOVERNED);
    public static final Field<Threat, String> LRO = IS.field("lro", "LRO", Party.type(), Merge.GOVERNED);
    public static final Field<Threat, LocalDate> LRO_SINCE = IS.field("lroSince", "LRO since", Type.date());
    public static final Field<Threat, String> LRO_APPOINTED_BY =
            IS.field("lroAppointedBy", "LRO appointed by", Party.type());
    public static final Field<Threat, String> LRO_REASON =
            IS.field("lroReason", "Why this LRO", Type.longText(4000));
    public static final Field<Threat, String> DEPUTY = IS.field("deputy", "Deputy LRO", Party.type());
    public static final Field<Threat, String> SIO = IS.field("sio", "SIO", Party.type());
    public static final Field<Threat, String> SIO_IS_LRO_REASON =
            IS.field("sioIsLroReason", "Why the SIO is also the LRO", Type.longText(4000));
    public static final Field<Threat, String> SRO = IS.field("sro", "SRO", Party.type());
    public static final Field<Threat, LocalDate> LAST_ASSESSED =
            IS.field("lastAssessed", "Last assessed", Type.date());
    public static final Field<Threat, String> SCORE =
            IS.field("score", "MoRiLE score", Type.decimalAsGiven(), Merge.GOVERNED);
    public static final Field<Threat, String> SCORE_REF = IS.field("scoreRef", "Assessment reference", Type.text(100));
    public static final Field<Threat, String> SCORE_MODERATED_BY =
            IS.field("scoreModeratedBy", "Moderated by", Party.type());
    public static final Field<Threat, LocalDate> NEXT_ASSESSMENT =
            IS.field("nextAssessment", "Next assessment due", Type.date());
    public static final Field<Threat, Priority> PRIORITY =
            IS.field("priority", "Control strategy priority", Type.choice(Priority.class), Merge.HIGHER_RISK);
    public static final Field<Threat, String> LEAD_AGENCY = IS.field("leadAgency", "Lead agency", Type.text(100));
    public static final Field<Threat, SortedSet<String>> SUPPORTING =
            IS.field("supporting", "Supporting agencies", Type.texts(100));
    public static final Field<Threat, String> INTENT = IS.field("intent", "Intent", Type.longText(65_536));
    public static final Field<Threat, String> CAPABILITY = IS.field("capability", "Capability", Type.longText(65_536));
    public static final Field<Threat, String> SCOPE = IS.field("scope", "Geographic scope", Type.text(500));
    public static final Field<Threat, String> SIZE = IS.field("size", "Size", Type.text(200));
    public static final Field<Threat, Marking> MARKING =
            IS.field("marking", "Marking", Type.choice(Marking.class), Merge.GOVERNED);
    public static final Field<Threat, String> HANDLING =
            IS.field("handling", "Handling instructions", Type.text(1000), Merge.GOVERNED);
    public static final Field<Threat, String> CLOSURE_REASON =
            IS.field("closureReason", "Reason for closing", Type.longText(4000), Merge.GOVERNED);
    public static final Field<Threat, String> CLOSURE_EVIDENCE =
            IS.field("closureEvidence", "Evidence for closing", Type.longText(65_536));
    public static final Field<Threat, Boolean> INTELLIGENCE_HANDED_OVER =
            IS.field("intelligenceHandedOver", "Intelligence handed over", Type.flag());
    public static final Field<Threat, String> ORDERS_TO_MONITOR =
            IS.field("ordersToMonitor", "Orders still to monitor", Type.longText(4000));
    public static final Field<Threat, RetentionGroup> RETENTION =
            IS.field("retention", "Retention group", Type.choice(RetentionGroup.class), Merge.GOVERNED);

    /// The declaration.
    public static final Fields<Threat> FIELDS = IS.complete();

    private Threat(Id<Threat> id, Values<Threat> values) {
        super(id, values);
    }

    @Override
    public Fields<Threat> fields() {
        return FIELDS;
    }

    /// Whether its phase contains the word "closed", whatever the case: the printed test, a plain text test.
    public boolean isClosed() {
        return get(PHASE).toLowerCase(Locale.ROOT).contains("closed");
    }
}
