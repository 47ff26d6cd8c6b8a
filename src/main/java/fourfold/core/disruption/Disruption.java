package fourfold.core.disruption;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedSet;

/// An event after which a threat cannot operate at its usual level, as one agency records it.
public final class Disruption extends Entity<Disruption> {

    private static final Fields.Declaration<Disruption> IS =
            Fields.declare("disruption", "disruption", Disruption::new);

    public static final Field<Disruption, String> REF = IS.field("ref", "Disruption ref", Type.text(64));
    public static final Field<Disruption, Id<Threat>> THREAT = IS.field("threat", "Threat ref", Type.<Threat>reference());
    /// The threat's kind on the day of the event, kept when the threat is typed anew.
    public static final Field<Disruption, ThreatKind> THREAT_KIND =
            IS.field("threatKind", "Threat kind at the event", Type.choice(ThreatKind.class));
    public static final Field<Disruption, DisruptionType> TYPE =
            IS.field("type", "Disruption type", Type.choice(DisruptionType.class));
    public static final Field<Disruption, String> LEAD_AGENCY = IS.field("leadAgency", "Lead agency", Type.text(100));
    public static final Field<Disruption, SortedSet<String>> SUPPORTING =
            IS.field("supporting", "Supporting agencies", Type.texts(100));
    public static final Field<Disruption, LocalDate> EVENT_DATE = IS.field("eventDate", "Event date", Type.date());
    public static final Field<Disruption, LocalDate> RECORD_DATE = IS.field("recordDate", "Record date", Type.date());
    public static final Field<Disruption, P> FOUR_P = IS.field("p", "Primary 4P", Type.choice(P.class));
    public static final Field<Disruption, SortedSet<P>> OTHER_PS =
            IS.field("otherPs", "Secondary Ps", Type.choices(P.class));
    public static final Field<Disruption, Category> CATEGORY =
            IS.field("category", "Assessment Category", Type.choice(Category.class), Merge.GOVERNED);
    public static final Field<Disruption, String> CATEGORY_REASON =
            IS.field("categoryReason", "Reason for the category", Type.longText(4000));
    public static final Field<Disruption, String> LEAD_UNIT = IS.field("leadUnit", "Lead unit", Type.text(200));
    public static final Field<Disruption, SortedSet<String>> TACTICS =
            IS.field("tactics", "Tactics", Type.texts(200));
    public static final Field<Disruption, String> SUMMARY = IS.field("summary", "Summary", Type.longText(65_536));
    public static final Field<Disruption, String> CHANGE =
            IS.field("change", "What changed for the threat", Type.longText(65_536));
    public static final Field<Disruption, Duration> DURATION =
            IS.field("duration", "Duration of the effect", Type.choice(Duration.class));
    public static final Field<Disruption, Effect> EFFECT =
            IS.field("effect", "Effect on the threat", Type.choice(Effect.class));
    public static final Field<Disruption, String> EVIDENCE = IS.field("evidence", "Evidence", Type.longText(65_536));
    public static final Field<Disruption, Long> ARRESTS = IS.field("arrests", "Arrests", Type.whole());
    public static final Field<Disruption, Long> WARRANTS = IS.field("warrants", "Warrants", Type.whole());
    public static final Field<Disruption, BigDecimal> ASSETS =
            IS.field("assets", "Assets seized GBP", Type.money());
    public static final Field<Disruption, BigDecimal> CRYPTOCURRENCY =
            IS.field("cryptocurrency", "Cryptocurrency seized GBP", Type.money());
    public static final Field<Disruption, Long> VEHICLES_SEIZED =
            IS.field("vehiclesSeized", "Vehicles seized", Type.whole());
    public static final Field<Disruption, Long> SAFEGUARDED =
            IS.field("safeguarded", "People safeguarded", Type.whole());
    public static final Field<Disruption, Long> VEHICLES_STOPPED =
            IS.field("vehiclesStopped", "Vehicles stopped", Type.whole());
    public static final Field<Disruption, Long> STOP_SEARCHES =
            IS.field("stopSearches", "Stop searches", Type.whole());
    public static final Field<Disruption, Long> PROPERTIES_SEIZED =
            IS.field("propertiesSeized", "Properties seized", Type.whole());
    public static final Field<Disruption, Long> ORDERS_OBTAINED =
            IS.field("ordersObtained", "Orders obtained", Type.whole());
    public static final Field<Disruption, Long> ORDERS_BREACHED =
            IS.field("ordersBreached", "Orders breached", Type.whole());
    public static final Field<Disruption, Long> REFERRALS = IS.field("referrals", "Referrals", Type.whole());
    public static final Field<Disruption, Long> DIVERTED = IS.field("diverted", "Persons diverted", Type.whole());
    public static final Field<Disruption, Long> TRAINED = IS.field("trained", "People trained", Type.whole());
    public static final Field<Disruption, Long> RECALLS = IS.field("recalls", "Licence recalls", Type.whole());
    public static final Field<Disruption, Id<Action>> ACTION = IS.field("action", "Action", Type.<Action>reference());
    public static final Field<Disruption, String> RECORDED_BY = IS.field("recordedBy", "Recorded by", Party.type());
    public static final Field<Disruption, EventModeration> MODERATION =
            IS.field("moderation", "Moderation", Type.choice(EventModeration.class), Merge.GOVERNED);
    public static final Field<Disruption, String> MODERATED_BY =
            IS.field("moderatedBy", "Moderated by", Party.type(), Merge.GOVERNED);
    public static final Field<Disruption, LocalDate> MODERATED_ON =
            IS.field("moderatedOn", "Moderated on", Type.date(), Merge.GOVERNED);
    public static final Field<Disruption, String> MODERATION_REASON =
            IS.field("moderationReason", "Reason of the moderator", Type.longText(4000), Merge.GOVERNED);
    public static final Field<Disruption, Marking> MARKING =
            IS.field("marking", "Marking", Type.choice(Marking.class), Merge.GOVERNED);

    /// The declaration.
    public static final Fields<Disruption> FIELDS = IS.complete();

    private Disruption(Id<Disruption> id, Values<Disruption> values) {
        super(id, values);
    }

    @Override
    public Fields<Disruption> fields() {
        return FIELDS;
    }

    /// Whether a second person still has to look at it.
    public boolean awaitsModeration() {
        return is(MODERATION, EventModeration.AWAITING) || is(MODERATION, EventModeration.RETURNED);
    }
}
