package fourfold.core.plan;

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
import fourfold.core.threat.Threat;
import java.time.Instant;
import java.time.LocalDate;

/// The 4P plan of one threat: what is to be achieved under each P, who helps, and how far its review is. Its actions
/// are records of their own.
public final class Plan extends Entity<Plan> {

    private static final Fields.Declaration<Plan> IS = Fields.declare("plan", "plan", Plan::new);

    public static final Field<Plan, Id<Threat>> THREAT = IS.field("threat", "Threat", Type.<Threat>reference());
    public static final Field<Plan, String> REF = IS.field("ref", "Threat ref", Type.text(64));
    public static final Field<Plan, PlanState> STATE =
            IS.field("state", "Plan state", Type.choice(PlanState.class), Merge.GOVERNED);
    public static final Field<Plan, String> OBJECTIVE = IS.field("objective", "Objective", Type.longText(65_536));
    public static final Field<Plan, String> PURSUE_OBJECTIVE =
            IS.field("pursueObjective", "Pursue objective", Type.longText(20_000));
    public static final Field<Plan, String> PREVENT_OBJECTIVE =
            IS.field("preventObjective", "Prevent objective", Type.longText(20_000));
    public static final Field<Plan, String> PROTECT_OBJECTIVE =
            IS.field("protectObjective", "Protect objective", Type.longText(20_000));
    public static final Field<Plan, String> PREPARE_OBJECTIVE =
            IS.field("prepareObjective", "Prepare objective", Type.longText(20_000));
    public static final Field<Plan, String> PURSUE_EMPTY =
            IS.field("pursueEmpty", "Why Pursue is empty", Type.longText(4000));
    public static final Field<Plan, String> PREVENT_EMPTY =
            IS.field("preventEmpty", "Why Prevent is empty", Type.longText(4000));
    public static final Field<Plan, String> PROTECT_EMPTY =
            IS.field("protectEmpty", "Why Protect is empty", Type.longText(4000));
    public static final Field<Plan, String> PREPARE_EMPTY =
            IS.field("prepareEmpty", "Why Prepare is empty", Type.longText(4000));
    public static final Field<Plan, String> INTELLIGENCE_OFFICER =
            IS.field("intelligenceOfficer", "Intelligence officer", Party.type());
    public static final Field<Plan, String> FINANCIAL_INVESTIGATOR =
            IS.field("financialInvestigator", "Financial investigator", Party.type());
    public static final Field<Plan, String> SAFEGUARDING_OFFICER =
            IS.field("safeguardingOfficer", "Safeguarding officer", Party.type());
    public static final Field<Plan, String> INTELLIGENCE_GAPS =
            IS.field("intelligenceGaps", "Intelligence gaps", Type.longText(65_536));
    public static final Field<Plan, String> TEMPLATE = IS.field("template", "Template", Type.text(100));
    public static final Field<Plan, LocalDate> NEXT_REVIEW = IS.field("nextReview", "Next review", Type.date());
    public static final Field<Plan, LocalDate> LAST_APPROVED =
            IS.field("lastApproved", "Last approved", Type.date(), Merge.GOVERNED);
    public static final Field<Plan, String> APPROVED_BY =
            IS.field("approvedBy", "Approved by", Party.type(), Merge.GOVERNED);
    public static final Field<Plan, String> APPROVED_HASH =
            IS.field("approvedHash", "Approved commitments", Type.text(64), Merge.GOVERNED);
    public static final Field<Plan, Boolean> APPROVED_OUTSIDE =
            IS.field("approvedOutside", "Approved outside", Type.flag(), Merge.GOVERNED);
    public static final Field<Plan, String> SUBMITTED_BY = IS.field("submittedBy", "Submitted by", Party.type());
    public static final Field<Plan, Instant> SUBMITTED_AT = IS.field("submittedAt", "Submitted at", Type.moment());
    public static final Field<Plan, String> RETURN_REASON =
            IS.field("returnReason", "Why it was returned", Type.longText(4000));
    public static final Field<Plan, Marking> MARKING =
            IS.field("marking", "Marking", Type.choice(Marking.class), Merge.GOVERNED);

    /// The declaration.
    public static final Fields<Plan> FIELDS = IS.complete();

    private Plan(Id<Plan> id, Values<Plan> values) {
        super(id, values);
    }

    /// The identity of the one plan that a threat has.
    public static Id<Plan> idFor(Id<Threat> threat) {
        return Id.named("plan", threat.toString());
    }

    @Override
    public Fields<Plan> fields() {
        return FIELDS;
    }

    /// The field that holds the objective under a P.
    public static Field<Plan, String> objective(P p) {
        return switch (p) {
            case PURSUE -> PURSUE_OBJECTIVE;
            case PREVENT -> PREVENT_OBJECTIVE;
            case PROTECT -> PROTECT_OBJECTIVE;
            case PREPARE -> PREPARE_OBJECTIVE;
        };
    }

    /// The field that holds the written reason why a P has no action.
    public static Field<Plan, String> whyEmpty(P p) {
        return switch (p) {
            case PURSUE -> PURSUE_EMPTY;
            case PREVENT -> PREVENT_EMPTY;
            case PROTECT -> PROTECT_EMPTY;
            case PREPARE -> PREPARE_EMPTY;
        };
    }
}
