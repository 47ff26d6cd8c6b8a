package fourfold.packet;

import fourfold.core.access.Role;
import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Intent;
import fourfold.core.disclosure.Recipient;
import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Selection;
import fourfold.core.disclosure.Verification;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.vault.Calibration;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// A force and a regional unit, each with a real vault, which trust each other; and the records that the force has.
public final class PacketOffice implements AutoCloseable {

    public static final Instant CREATED = Instant.parse("2022-06-03T10:15:30.123Z");
    public static final String FORCE = "Derbyshire";
    public static final String UNIT = "EMSOU";

    public final OpenVault force;
    public final OpenVault unit;
    private Random random = new Random(0);
    private Replica replica = new Replica("0123456789abcdef");
    private final List<Signed> acts = new ArrayList<>();
    private long seq;

    private record Signed(UUID id, Author author, List<Entry> entries, byte[] signature) {}

    public PacketOffice(Path folder) {
        force = vault(folder.resolve("force"), FORCE, "DE1001");
        unit = vault(folder.resolve("unit"), UNIT, "EM2002");
        force.trusted().trust(UNIT, unit.own().armoured()).orThrow();
        unit.trusted().trust(FORCE, force.own().armoured()).orThrow();
    }

    /// Forgets all records, and draws everything anew from that seed.
    public void begin(long seed) {
        random = new Random(seed);
        replica = new Replica(hex(8));
        acts.clear();
        seq = 0;
    }

    public static OpenVault vault(Path folder, String agency, String user) {
        var means = new Means(new LocalDisk(), InstantSource.system(), Calibration.floor());
        var founding = new Vault.Founding(agency, user, "Pat Example", Set.of(Role.ADMINISTRATOR, Role.LRO));
        try (var passphrase = Passphrase.chosen("correct horse battery staple".toCharArray()).orThrow()) {
            return Vault.create(means, folder, founding, passphrase).orThrow().vault();
        }
    }

    @Override
    public void close() {
        for (var open : List.of(force, unit)) {
            open.close();
            open.vault().close();
        }
    }

    public void randomBytes(byte[] into) {
        random.nextBytes(into);
    }

    public String hex(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    public UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /// One change of one record; the author has seen everything before.
    public Entry entry(String kind, UUID record, Marking marking, String... namesAndTexts) {
        var values = new TreeMap<String, Json>();
        for (int i = 0; i < namesAndTexts.length; i += 2)
            values.put(namesAndTexts[i], Json.of(namesAndTexts[i + 1]));
        return entry(kind, record, marking, values);
    }

    public Entry entry(String kind, UUID record, Marking marking, SortedMap<String, Json> values) {
        var seen = seq == 0 ? Versions.NONE : Versions.NONE.with(new EntryId(replica, seq));
        return new Entry(
                new EntryId(replica, ++seq), seen, new TreeSet<>(), new Stamp(CREATED.toEpochMilli() + seq, 0),
                new Author(force.user(), FORCE, "LRO"), "EDIT", kind, record, values, "because", marking, hex(16));
    }

    public void act(Entry... entries) {
        act(List.of(entries));
    }

    public void act(List<Entry> entries) {
        var signature = force.signer().signAct(entries.stream().map(Entry::digest).toList());
        acts.add(new Signed(id(), entries.getFirst().author(), entries, signature));
    }

    public SignedActs acts() {
        return reader -> acts.forEach(act -> {
            act.entries.forEach(reader::entry);
            reader.end(act.id, act.author, act.entries.size(), act.signature);
        });
    }

    public Released released(Marking ceiling) {
        return released(ceiling, Selection.everything());
    }

    public Released released(Marking ceiling, Selection selection) {
        var to = new Recipient(UNIT, Marking.OFFICIAL_SENSITIVE);
        var intent = new Intent(FORCE, to, "Monthly return to the region", ceiling, selection);
        return DisclosureRules.weigh(intent, acts())
                .then(weighing -> DisclosureRules.release(
                        weighing,
                        new Verification("Pat Example (DE1001)", CREATED),
                        List.of(new Gap("threat", "LRO", List.of("DER-0001")))))
                .orThrow();
    }

    public Shipment shipment(long sequence) {
        return new Shipment(
                id(), CREATED, replica, new Manifest.Order(sequence, Optional.empty()),
                Versions.NONE.with(new EntryId(replica, Math.max(1, seq))),
                new Manifest.JournalHead(Math.max(1, seq), "ab".repeat(32)), List.of(17L), Notices.NONE, tables(),
                "%PDF-1.7 a cover sheet".getBytes(StandardCharsets.US_ASCII), "");
    }

    public static List<DataTable> tables() {
        return List.of(
                table("threats", "Threat ref,Name,Threat kind,Date closed,MoRiLE score",
                        "DER-0001,Op Oasis,Organised crime group,,12.5"),
                table("plans", "Threat ref,Plan state,Objective,Next review",
                        "DER-0001,Draft,\"Cut repeat thefts, and return property\",2022-10-28"),
                table("actions", "Action ref,Threat ref,4P,Title,Due,Status",
                        "ACT-1,DER-0001,Pursue,\"'=SUM(A1)\",2022-05-31,Accepted"),
                table("disruptions", "Disruption ref,Threat ref,Event date,Primary 4P,Arrests,Assets seized GBP",
                        "DER-D-1,DER-0001,2020-10-03,Prevent,2,100.50"),
                table("meetings", "Meeting ref,Kind,Date,Status,Threat refs", "MTG-1,Tasking,2021-06-05,Held,DER-0001"));
    }

    private static DataTable table(String name, String header, String row) {
        var bytes = (header + "\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8);
        return new DataTable(name, List.of(header.split(",")), out -> out.write(bytes));
    }

    public PacketReader reader(OpenVault whose) {
        return new PacketReader(whose, System::nanoTime);
    }

    public PacketWriter writer() {
        return new PacketWriter(force, reader(force));
    }

    /// A threat with a plan, an action and an event, all OFFICIAL, as one act.
    public UUID threat(String ref, Marking marking, Map<String, String> more) {
        var threat = id();
        var plan = id();
        var values = new ArrayList<>(List.of("ref", ref, "name", "Op " + ref));
        more.forEach((name, text) -> values.addAll(List.of(name, text)));
        act(
                entry("threat", threat, marking, values.toArray(String[]::new)),
                entry("plan", plan, marking, "threat", threat.toString(), "objective", "objective of " + ref),
                entry("action", id(), marking, "threat", threat.toString(), "ref", "ACT-" + ref, "title", "title " + ref),
                entry("disruption", id(), marking, "threat", threat.toString(), "ref", "D-" + ref),
                entry("review", id(), marking, "subject", plan.toString(), "reason", "review of " + ref));
        return threat;
    }
}
