package fourfold.extract;

import static fourfold.extract.ExtractColumn.Need.COLUMN;
import static fourfold.extract.ExtractColumn.Need.NONE;
import static fourfold.extract.ExtractColumn.Need.VALUE;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One kind of extract: its name, its columns in their order, and which of them is the ref of a record.
///
/// @param <K> the kind of record that each row is
public final class ExtractTable<K extends Entity<K>> {

    static final String THREAT_REF = "Threat ref";
    static final String THREAT_REFS = "Threat refs";

    /// `threats.csv`: the state of each threat.
    public static final ExtractTable<Threat> THREATS = table("threats", Threat.FIELDS, null)
            .column(Threat.REF, VALUE)
            .column(Threat.NATIONAL_REF, NONE)
            .column(Threat.NAME, COLUMN)
            .column(Threat.KIND, COLUMN)
            .column(Threat.AGENCY, COLUMN)
            .columns(Threat.AREA, Threat.TYPE, Threat.MODERATION, Threat.SOC, Threat.TIER, Threat.PHASE)
            .columns(Threat.PRIMARY_AREA, Threat.TAGS, Threat.MASTER_LIST, Threat.MASTER_LIST_REASON)
            .columns(Threat.IDENTIFIED, Threat.MAPPED, Threat.CLOSED, Threat.LRO, Threat.SIO)
            .columns(Threat.LAST_ASSESSED, Threat.SCORE)
            .complete();

    /// `disruptions.csv`: one event a row.
    public static final ExtractTable<Disruption> DISRUPTIONS = table("disruptions", Disruption.FIELDS, Disruption.THREAT)
            .column(Disruption.REF, VALUE)
            .column(THREAT_REF, Disruption.THREAT, VALUE)
            .column(Disruption.TYPE, VALUE)
            .columns(Disruption.LEAD_AGENCY, Disruption.SUPPORTING)
            .column(Disruption.EVENT_DATE, VALUE)
            .column(Disruption.RECORD_DATE, VALUE)
            .column(Disruption.FOUR_P, VALUE)
            .column(Disruption.CATEGORY, VALUE)
            .columns(Disruption.LEAD_UNIT, Disruption.SUMMARY, Disruption.ARRESTS, Disruption.WARRANTS)
            .columns(Disruption.ASSETS, Disruption.VEHICLES_SEIZED, Disruption.SAFEGUARDED)
            .complete();

    /// `plans.csv`: the one current plan of a threat.
    public static final ExtractTable<Plan> PLANS = table("plans", Plan.FIELDS, Plan.THREAT)
            .column(Plan.REF, VALUE)
            .column(Plan.STATE, VALUE)
            .columns(Plan.OBJECTIVE, Plan.INTELLIGENCE_OFFICER, Plan.FINANCIAL_INVESTIGATOR)
            .columns(Plan.SAFEGUARDING_OFFICER, Plan.NEXT_REVIEW, Plan.LAST_APPROVED)
            .complete();

    /// `actions.csv`: the actions of plans.
    public static final ExtractTable<Action> ACTIONS = table("actions", Action.FIELDS, Action.THREAT)
            .column(Action.REF, VALUE)
            .column(THREAT_REF, Action.THREAT, VALUE)
            .column(Action.FOUR_P, VALUE)
            .column(Action.TITLE, COLUMN)
            .columns(Action.OWNER, Action.DUE)
            .column(Action.STATUS, VALUE)
            .columns(Action.RESULT)
            .complete();

    /// `meetings.csv`: governance meetings.
    public static final ExtractTable<Meeting> MEETINGS = table("meetings", Meeting.FIELDS, null)
            .column(Meeting.REF, VALUE)
            .columns(Meeting.KIND)
            .column(Meeting.DATE, VALUE)
            .column(Meeting.STATUS, VALUE)
            .columns(Meeting.CANCELLATION_REASON, Meeting.THREATS, Meeting.INVITED, Meeting.ATTENDED)
            .complete();

    /// All of them, in the order in which a load has to take them: threats first.
    public static final List<ExtractTable<?>> ALL = List.of(THREATS, PLANS, ACTIONS, DISRUPTIONS, MEETINGS);

    private final String name;
    private final Fields<K> fields;
    private final @Nullable Field<K, Id<Threat>> threat;
    private final List<ExtractColumn<K>> columns;

    private ExtractTable(
            String name, Fields<K> fields, @Nullable Field<K, Id<Threat>> threat, List<ExtractColumn<K>> columns) {
        this.name = name;
        this.fields = fields;
        this.threat = threat;
        this.columns = List.copyOf(columns);
    }

    /// The name in commands and of the file: `threats`.
    public String name() {
        return name;
    }

    /// The declaration of the kind of record.
    public Fields<K> fields() {
        return fields;
    }

    /// The columns in their order; the first is the ref of the record, for a plan that of its threat.
    public List<ExtractColumn<K>> columns() {
        return columns;
    }

    /// The field that names the one threat that a record is about, if its kind has one.
    Optional<Field<K, Id<Threat>>> threat() {
        return Optional.ofNullable(threat);
    }

    /// Whether the cell of a header names one of the columns.
    boolean hasColumn(String headerCell) {
        return columns.stream().anyMatch(column -> same(column.label(), headerCell));
    }

    /// Whether two column names mean the same: letter case, outer spaces and doubled spaces do not matter.
    static boolean same(String label, String headerCell) {
        return plain(label).equals(plain(headerCell));
    }

    static String plain(String headerCell) {
        return headerCell.replace('\u00A0', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static <K extends Entity<K>> Building<K> table(
            String name, Fields<K> fields, @Nullable Field<K, Id<Threat>> threat) {
        return new Building<>(name, fields, threat);
    }

    private static final class Building<K extends Entity<K>> {
        private final String name;
        private final Fields<K> fields;
        private final @Nullable Field<K, Id<Threat>> threat;
        private final List<ExtractColumn<K>> columns = new ArrayList<>();

        private Building(String name, Fields<K> fields, @Nullable Field<K, Id<Threat>> threat) {
            this.name = name;
            this.fields = fields;
            this.threat = threat;
        }

        Building<K> column(String label, Field<K, ?> field, ExtractColumn.Need need) {
            columns.add(new ExtractColumn<>(label, field, need));
            return this;
        }

        Building<K> column(Field<K, ?> field, ExtractColumn.Need need) {
            return column(field.label(), field, need);
        }

        @SafeVarargs
        final Building<K> columns(Field<K, ?>... optional) {
            for (var field : optional) column(field, NONE);
            return this;
        }

        ExtractTable<K> complete() {
            return new ExtractTable<>(name, fields, threat, columns);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
