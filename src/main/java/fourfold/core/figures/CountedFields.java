package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Type.Shape;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which fields of which kinds of record figures are made from. What is not here cannot be counted, and the store keeps
/// nothing of its past.
public final class CountedFields {

    /// What may be stated of an event in numbers.
    public static final List<Field<Disruption, ?>> QUANTITIES = List.of(
            Disruption.ARRESTS, Disruption.WARRANTS, Disruption.ASSETS, Disruption.CRYPTOCURRENCY,
            Disruption.VEHICLES_SEIZED, Disruption.SAFEGUARDED, Disruption.VEHICLES_STOPPED, Disruption.STOP_SEARCHES,
            Disruption.PROPERTIES_SEIZED, Disruption.ORDERS_OBTAINED, Disruption.ORDERS_BREACHED, Disruption.REFERRALS,
            Disruption.DIVERTED, Disruption.TRAINED, Disruption.RECALLS);

    private static final Map<String, List<Field<?, ?>>> ALL = Map.of(
            Threat.FIELDS.kind(),
            List.of(
                    Threat.NATIONAL_REF, Threat.KIND, Threat.KIND_SINCE, Threat.AGENCY, Threat.AREA, Threat.TYPE,
                    Threat.MODERATION, Threat.SOC, Threat.TIER, Threat.TIER_DATE, Threat.PHASE, Threat.PHASE_SINCE,
                    Threat.PRIMARY_AREA, Threat.TAGS, Threat.MASTER_LIST, Threat.MASTER_LIST_REASON, Threat.IDENTIFIED,
                    Threat.MAPPED, Threat.CLOSED, Threat.LRO, Threat.LRO_SINCE, Threat.DEPUTY, Threat.SIO,
                    Threat.SIO_IS_LRO_REASON, Threat.LAST_ASSESSED, Threat.NEXT_ASSESSMENT, Threat.PRIORITY, Threat.INTENT,
                    Threat.CAPABILITY, Threat.SIZE, Threat.CLOSURE_REASON, Threat.INTELLIGENCE_HANDED_OVER),
            Plan.FIELDS.kind(),
            List.of(
                    Plan.THREAT, Plan.STATE, Plan.OBJECTIVE, Plan.PURSUE_EMPTY, Plan.PREVENT_EMPTY, Plan.PROTECT_EMPTY,
                    Plan.PREPARE_EMPTY, Plan.INTELLIGENCE_OFFICER, Plan.FINANCIAL_INVESTIGATOR, Plan.SAFEGUARDING_OFFICER,
                    Plan.INTELLIGENCE_GAPS, Plan.NEXT_REVIEW, Plan.LAST_APPROVED, Plan.APPROVED_OUTSIDE),
            Action.FIELDS.kind(),
            List.of(
                    Action.THREAT, Action.FOUR_P, Action.OWNER, Action.TASKED_ON, Action.DUE, Action.STATUS, Action.RESULT,
                    Action.BLOCKED_SINCE, Action.FINISHED_ON, Action.NO_DISRUPTION_REASON),
            Disruption.FIELDS.kind(),
            List.of(
                    Disruption.THREAT, Disruption.THREAT_KIND, Disruption.TYPE, Disruption.LEAD_AGENCY,
                    Disruption.SUPPORTING, Disruption.EVENT_DATE, Disruption.RECORD_DATE, Disruption.FOUR_P,
                    Disruption.CATEGORY, Disruption.LEAD_UNIT, Disruption.ARRESTS, Disruption.WARRANTS, Disruption.ASSETS,
                    Disruption.CRYPTOCURRENCY, Disruption.VEHICLES_SEIZED, Disruption.SAFEGUARDED,
                    Disruption.VEHICLES_STOPPED, Disruption.STOP_SEARCHES, Disruption.PROPERTIES_SEIZED,
                    Disruption.ORDERS_OBTAINED, Disruption.ORDERS_BREACHED, Disruption.REFERRALS, Disruption.DIVERTED,
                    Disruption.TRAINED, Disruption.RECALLS, Disruption.ACTION, Disruption.MODERATION,
                    Disruption.MODERATED_ON),
            Meeting.FIELDS.kind(),
            List.of(
                    Meeting.KIND, Meeting.DATE, Meeting.STATUS, Meeting.CANCELLATION_REASON, Meeting.THREATS,
                    Meeting.INVITED, Meeting.ATTENDED));

    /// Long texts of which a figure only asks whether there is one.
    private static final Set<Field<?, ?>> ONLY_WHETHER = Set.of(
            Threat.SIO_IS_LRO_REASON, Threat.INTENT, Threat.CAPABILITY, Threat.SIZE, Threat.CLOSURE_REASON, Plan.OBJECTIVE,
            Plan.PURSUE_EMPTY, Plan.PREVENT_EMPTY, Plan.PROTECT_EMPTY, Plan.PREPARE_EMPTY, Plan.INTELLIGENCE_GAPS,
            Action.RESULT, Action.NO_DISRUPTION_REASON);

    private CountedFields() {}

    /// The kinds of record that are counted.
    public static Set<String> kinds() {
        return ALL.keySet();
    }

    /// The counted fields of that kind.
    public static List<Field<?, ?>> of(Fields<?> kind) {
        return Objects.requireNonNull(ALL.get(kind.kind()), kind.kind());
    }

    /// Whether only the presence of a text is counted, and not the text.
    public static boolean isOnlyWhether(Field<?, ?> field) {
        return ONLY_WHETHER.contains(field);
    }

    /// An empty column for the field.
    static Column column(Field<?, ?> field) {
        if (isOnlyWhether(field)) return new Column.Flags();
        return switch (field.type().shape()) {
            case TEXT, LONG_TEXT -> new Column.Words();
            case CHOICE -> new Column.Picks<>(List.of(field.type().choices()));
            case DATE -> new Column.Days();
            case WHOLE -> new Column.Amounts(false);
            case MONEY -> new Column.Amounts(true);
            case FLAG -> new Column.Flags();
            case REFERENCE -> new Column.Links();
            case TEXTS -> new Column.WordSets();
            case CHOICES, MOMENT -> throw new IllegalArgumentException("no column of facts holds " + shape(field));
        };
    }

    private static Shape shape(Field<?, ?> field) {
        return field.type().shape();
    }
}
