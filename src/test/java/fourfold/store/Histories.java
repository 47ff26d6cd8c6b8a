package fourfold.store;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Merging;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Random histories of several replicas that write the same records without having seen all of each other's entries, in
/// the order in which one vault comes to know them. What a record should be is what [RecordState] makes of its entries.
public final class Histories {

    private static final List<Fields<?>> KINDS = List.of(
            Threat.FIELDS, Plan.FIELDS, Action.FIELDS, Disruption.FIELDS, Meeting.FIELDS, Person.FIELDS, Review.FIELDS);

    private final Random random;
    private final List<UUID> threats = new ArrayList<>();
    private final Map<Replica, Long> numbers = new HashMap<>();
    /// Every record that was written: its kind, and its entries in the order in which they came.
    final Map<UUID, String> kinds = new LinkedHashMap<>();
    final Map<UUID, RecordState> states = new HashMap<>();

    public Histories(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 6; i++) threats.add(new UUID(random.nextLong(), random.nextLong()));
    }

    /// Appends that many acts to the journal.
    ///
    /// @return what each append gave, as the projection is told it
    public List<List<Journal.Recorded>> append(Journal journal, int acts) {
        var told = new ArrayList<List<Journal.Recorded>>();
        for (int i = 0; i < acts; i++) {
            var replica = new Replica("00000000000000a" + random.nextInt(3));
            var author = new Author(String.format(java.util.Locale.ROOT, "X%05d", random.nextInt(9)), "EMSOU", "LRO");
            int size = random.nextInt(10) == 0 ? 40 : 1 + random.nextInt(4);
            var entries = new ArrayList<Entry>();
            for (int n = 0; n < size; n++) entries.add(entry(replica, author));
            var act = new Act(new UUID(random.nextLong(), random.nextLong()), entries, new byte[64]);
            var spots = journal.append(act, author);
            var recorded = new ArrayList<Journal.Recorded>();
            for (int n = 0; n < size; n++) recorded.add(new Journal.Recorded(spots.get(n), act.id(), entries.get(n)));
            told.add(recorded);
        }
        return told;
    }

    /// What every record that was written should be.
    public Map<UUID, RecordState> states() {
        return states;
    }

    private Entry entry(Replica replica, Author author) {
        boolean fresh = kinds.isEmpty() || random.nextInt(3) == 0;
        var record = fresh ? create() : new ArrayList<>(kinds.keySet()).get(random.nextInt(kinds.size()));
        var kind = kinds.get(record);
        var before = states.getOrDefault(record, RecordState.of(merging(kind)));
        long seq = numbers.merge(replica, 1L, Long::sum);
        var seen = seen(before, replica);
        SortedSet<EntryId> beside = new TreeSet<>();
        if (random.nextInt(6) == 0)
            before.heads().values().forEach(list -> list.forEach(head -> {
                if (seen.cover(head.entry())) beside.add(head.entry());
            }));
        var entry = new Entry(
                new EntryId(replica, seq),
                seen,
                beside,
                new Stamp(1_650_000_000_000L + random.nextInt(1_000_000), 0),
                author,
                random.nextInt(3) == 0 ? Operation.LOAD.name() : random.nextBoolean() ? "EDIT" : "FROM_A_NEWER_VERSION",
                kind,
                record,
                values(kind),
                "",
                Marking.OFFICIAL_SENSITIVE,
                String.format(java.util.Locale.ROOT, "%032x", random.nextLong() >>> 1));
        states.put(record, before.apply(entry));
        return entry;
    }

    /// What the author had seen: all of it, or only what the replica itself had written.
    private Versions seen(RecordState before, Replica replica) {
        if (random.nextInt(3) > 0) return before.known();
        var own = before.known().highest().get(replica);
        return own == null ? Versions.NONE : Versions.NONE.with(new EntryId(replica, own));
    }

    private static Merging merging(String kind) {
        for (var fields : KINDS) if (fields.kind().equals(kind)) return fields;
        return Merging.ORDINARY;
    }

    private UUID create() {
        int which = random.nextInt(KINDS.size() + 2);
        var record = new UUID(random.nextLong(), random.nextLong());
        if (which == 0 && !threats.isEmpty()) record = threats.get(random.nextInt(threats.size()));
        kinds.putIfAbsent(record, which < KINDS.size() ? KINDS.get(which).kind() : "kind" + which);
        return record;
    }

    private SortedMap<String, Json> values(String kind) {
        var values = new TreeMap<String, Json>();
        for (var fields : KINDS) {
            if (!fields.kind().equals(kind)) continue;
            for (var field : fields.all()) if (random.nextInt(4) == 0) values.put(field.name(), value(field));
        }
        if (random.nextInt(5) == 0) values.put("fieldOfANewerVersion", Json.of("text " + random.nextInt(3)));
        if (values.isEmpty()) values.put("note", Json.of("\"quoted\"\n\\ and £ " + random.nextInt(3)));
        return values;
    }

    private Json value(Field<?, ?> field) {
        if (random.nextInt(8) == 0) return Json.nothing();
        if (random.nextInt(20) == 0) return Json.of("WHAT_A_NEWER_VERSION_SAYS");
        if (field == Plan.THREAT || field == Action.THREAT || field == Disruption.THREAT)
            return Json.of(threats.get(random.nextInt(threats.size())).toString());
        if (field == Threat.PHASE) return Json.of(random.nextInt(4) == 0 ? "CLOSED - archived" : "Active");
        if (field == Threat.LRO) return Json.of("LRO 001 (x1100" + random.nextInt(3) + ")");
        var choices = field.type().choices();
        return switch (field.type().shape()) {
            case TEXT, LONG_TEXT -> Json.of("text " + random.nextInt(3));
            case CHOICE -> Json.of(choices[random.nextInt(choices.length)].name());
            case DATE -> Json.of(LocalDate.of(2022, 1, 1).plusDays(random.nextInt(300)).toString());
            case MOMENT -> Json.of(1_650_000_000_000L + random.nextInt(1000));
            case WHOLE -> Json.of(random.nextInt(100));
            case MONEY -> Json.of(BigDecimal.valueOf(random.nextInt(100000), 2).toPlainString());
            case FLAG -> Json.of(random.nextBoolean());
            case REFERENCE -> Json.of(new UUID(5, random.nextInt(4)).toString());
            case TEXTS -> Json.texts(new TreeSet<>(List.of("NCA", "part \"" + random.nextInt(3) + "\"")));
            case CHOICES -> Json.texts(List.of(choices[random.nextInt(choices.length)].name()));
        };
    }

}
