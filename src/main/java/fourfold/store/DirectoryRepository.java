package fourfold.store;

import static fourfold.store.gen.Tables.ACTION;
import static fourfold.store.gen.Tables.DISRUPTION;
import static fourfold.store.gen.Tables.DISRUPTION_SUPPORT;
import static fourfold.store.gen.Tables.PLAN;
import static fourfold.store.gen.Tables.THREAT;
import static fourfold.store.gen.Tables.THREAT_TAG;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.TableField;

/// The words that records already use, for suggestions while somebody types.
public final class DirectoryRepository {

    private final Store store;

    DirectoryRepository(Store store) {
        this.store = store;
    }

    /// Every label by which a threat, a plan or an action names a person, unit or partner, as written.
    public SortedSet<String> parties() {
        return distinct(List.of(
                THREAT.LRO,
                THREAT.DEPUTY,
                THREAT.SIO,
                THREAT.SRO,
                PLAN.INTELLIGENCE_OFFICER,
                PLAN.FINANCIAL_INVESTIGATOR,
                PLAN.SAFEGUARDING_OFFICER,
                ACTION.OWNER));
    }

    /// Every agency that owns, leads or supports something.
    public SortedSet<String> agencies() {
        return distinct(
                List.of(THREAT.AGENCY, THREAT.LEAD_AGENCY, DISRUPTION.LEAD_AGENCY, DISRUPTION_SUPPORT.AGENCY));
    }

    /// Every area of a threat.
    public SortedSet<String> areas() {
        return distinct(List.of(THREAT.AREA));
    }

    /// Every lead unit of an event.
    public SortedSet<String> units() {
        return distinct(List.of(DISRUPTION.LEAD_UNIT));
    }

    /// Every tag of a threat.
    public SortedSet<String> tags() {
        return distinct(List.of(THREAT_TAG.TAG));
    }

    private SortedSet<String> distinct(List<? extends TableField<?, String>> fields) {
        return store.read(sql -> {
            var found = new TreeSet<String>();
            for (var field : fields)
                sql.selectDistinct(field)
                        .from(field.getTable())
                        .where(field.isNotNull())
                        .forEach(row -> found.add(row.value1()));
            found.removeIf(String::isBlank);
            return found;
        });
    }
}
