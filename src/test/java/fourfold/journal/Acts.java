package fourfold.journal;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Invented acts and audit events, the same for the same seed.
final class Acts {

    static final Replica HERE = new Replica("00000000000000aa");
    static final Replica THERE = new Replica("00000000000000cc");
    static final Author AUTHOR_THERE = new Author("DE2001", "Derbyshire", "LRO");
    static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    static final Author AUTHOR = new Author("EM1042", "EMSOU", "LRO");

    private final Random random;
    private long seq;
    private long seqThere;
    private long millis = 1_700_000_000_000L;

    Acts(long seed) {
        random = new Random(seed);
    }

    /// Acts that go on where a journal ended.
    Acts after(long last) {
        seq = last;
        return this;
    }

    Act act(int entries) {
        var list = new ArrayList<Entry>(entries);
        for (int i = 0; i < entries; i++) list.add(entry(HERE, ++seq));
        return new Act(uuid(), list, bytes(64));
    }

    /// Acts of another vault's people, of which every third entry stayed behind.
    Elsewhere elsewhere(int acts, int entriesEach) {
        var list = new ArrayList<Act>(acts);
        for (int i = 0; i < acts; i++) {
            var entries = new ArrayList<Entry>(entriesEach);
            for (int k = 0; k < entriesEach; k++) entries.add(entry(THERE, ++seqThere));
            list.add(new Act(uuid(), entries, bytes(64)));
        }
        return new Elsewhere(uuid(), list);
    }

    Acts thereAfter(long last) {
        seqThere = last;
        return this;
    }

    /// What is taken in together.
    record Elsewhere(UUID batch, List<Act> acts) implements SignedActs {

        static boolean stays(int which) {
            return which % 3 == 1;
        }

        @Override
        public void read(SignedActs.Reader reader) {
            for (var act : acts) {
                for (int i = 0; i < act.entries().size(); i++) {
                    if (stays(i)) reader.withheld(act.entries().get(i).digest());
                    else reader.entry(act.entries().get(i));
                }
                reader.end(act.id(), AUTHOR_THERE, act.entries().size(), act.signature());
            }
        }

        /// The entries that came.
        List<Entry> came() {
            var came = new ArrayList<Entry>();
            for (var act : acts)
                for (int i = 0; i < act.entries().size(); i++) if (!stays(i)) came.add(act.entries().get(i));
            return came;
        }

        int frames() {
            return 1 + acts.stream().mapToInt(act -> act.entries().size() + 1).sum();
        }
    }

    Entry entry(Replica replica, long number) {
        var values = new TreeMap<String, Json>();
        values.put("title", Json.of("Operation " + Long.toString(random.nextLong() >>> 1, 36)));
        values.put("number", Json.of(number));
        values.put("summary", Json.of(text(40 + random.nextInt(400))));
        values.put("tags", Json.texts(List.of("firearms", "county lines", "\u00e9\u2028\"\\\n\u0001 \ud83d\ude80")));
        values.put("closed", Json.nothing());
        return new Entry(
                new EntryId(replica, number),
                number == 1 ? Versions.NONE : Versions.NONE.with(new EntryId(replica, number - 1)),
                new TreeSet<>(),
                new Stamp(millis += random.nextInt(5), random.nextInt(3)),
                AUTHOR,
                "EDIT",
                "threat",
                uuid(),
                values,
                "",
                Marking.OFFICIAL_SENSITIVE,
                HexFormat.of().formatHex(bytes(16)));
    }

    Audit event(Audit.Kind kind) {
        return new Audit(
                kind, Instant.ofEpochMilli(millis += 1), "EM1042", Map.of("hits", Json.of(random.nextInt(1000))));
    }

    List<Audit> events(int count) {
        var list = new ArrayList<Audit>(count);
        for (int i = 0; i < count; i++) list.add(event(Audit.Kind.CONSULTATION));
        return list;
    }

    private String text(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) text.append((char) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26)));
        return text.toString();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
