package fourfold.core.disclosure;

import fourfold.core.sync.SignedActs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the rules say would go and what would stay, for a person to look at before anything leaves.
public final class Weighing {

    private final Intent intent;
    private final SignedActs acts;
    private final List<WeighedRecord> records;
    private final Map<UUID, WeighedRecord> byId = new HashMap<>();

    Weighing(Intent intent, SignedActs acts, List<WeighedRecord> records) {
        this.intent = intent;
        this.acts = acts;
        this.records = records.stream()
                .sorted(Comparator.comparing(WeighedRecord::kind)
                        .thenComparing(WeighedRecord::reference)
                        .thenComparing(WeighedRecord::id))
                .toList();
        this.records.forEach(each -> byId.put(each.id(), each));
    }

    /// The disclosure that was in mind.
    public Intent intent() {
        return intent;
    }

    SignedActs acts() {
        return acts;
    }

    /// Every record, by kind and reference.
    public List<WeighedRecord> records() {
        return records;
    }

    /// The records of which at least one entry goes.
    public List<WeighedRecord> carried() {
        return records.stream().filter(WeighedRecord::isCarried).toList();
    }

    /// The records that a rule of disclosure holds back, as opposed to those that nobody chose.
    public List<WeighedRecord> withheldByRule() {
        return records.stream()
                .filter(each -> each.withheld().filter(WhyWithheld::isRule).isPresent())
                .toList();
    }

    /// How many entries would go.
    public long entries() {
        return records.stream().mapToLong(WeighedRecord::entries).sum();
    }

    /// Whether an entry of that record may go.
    boolean clears(UUID record) {
        var weighed = byId.get(record);
        return weighed != null && weighed.withheld().isEmpty();
    }

    /// The records whose rows belong in the tables of the package: those carried, and those that they belong to, so that
    /// every reference in a table can be followed.
    Set<UUID> shown() {
        var shown = new HashSet<UUID>();
        carried().forEach(each -> show(each.id(), shown));
        return shown;
    }

    private void show(UUID id, Set<UUID> shown) {
        var weighed = byId.get(id);
        if (weighed == null || weighed.withheld().isPresent() || !shown.add(id)) return;
        weighed.parents().forEach(parent -> show(parent, shown));
    }
}
