package fourfold.core.disclosure;

import fourfold.core.sync.SignedActs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// What the rules say would go and what would stay, for a person to look at before anything leaves.
public final class Weighing {

    private static final Comparator<WeighedRecord> ORDER = Comparator.comparing(WeighedRecord::kind)
            .thenComparing(WeighedRecord::reference)
            .thenComparing(WeighedRecord::id);

    private final Intent intent;
    private final SignedActs acts;
    private final List<WeighedRecord> records;
    private final Map<UUID, WeighedRecord> byId;

    Weighing(Intent intent, SignedActs acts, List<WeighedRecord> records) {
        this.intent = intent;
        this.acts = acts;
        this.records = List.copyOf(records);
        this.byId = HashMap.newHashMap(records.size());
        this.records.forEach(each -> byId.put(each.id(), each));
    }

    /// The disclosure that was in mind.
    public Intent intent() {
        return intent;
    }

    SignedActs acts() {
        return acts;
    }

    /// The records of which at least one entry goes, by kind and reference.
    public List<WeighedRecord> carried() {
        return inOrder(WeighedRecord::isCarried);
    }

    /// Those of that kind, the same way.
    public List<WeighedRecord> carried(String kind) {
        return inOrder(each -> each.isCarried() && each.kind().equals(kind));
    }

    /// The records that a rule of disclosure holds back, as opposed to those that nobody chose, by kind and reference.
    public List<WeighedRecord> withheldByRule() {
        return inOrder(each -> each.withheld().filter(WhyWithheld::isRule).isPresent());
    }

    /// The records for which that holds, by kind and reference: putting all of them in order would take longer than weighing them.
    List<WeighedRecord> inOrder(Predicate<WeighedRecord> which) {
        return records.stream().filter(which).sorted(ORDER).toList();
    }

    /// Every record, in no order.
    List<WeighedRecord> records() {
        return records;
    }

    /// What was decided about that record; nothing where there is none.
    public Optional<WeighedRecord> find(UUID record) {
        return Optional.ofNullable(byId.get(record));
    }

    /// Whether at least one entry of that record goes.
    public boolean carries(UUID record) {
        return find(record).filter(WeighedRecord::isCarried).isPresent();
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
        for (var each : records) if (each.isCarried()) show(each.id(), shown);
        return shown;
    }

    private void show(UUID id, Set<UUID> shown) {
        var weighed = byId.get(id);
        if (weighed == null || weighed.withheld().isPresent() || !shown.add(id)) return;
        weighed.parents().forEach(parent -> show(parent, shown));
    }
}
