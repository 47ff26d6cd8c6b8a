package fourfold.packet;

import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Verification;
import fourfold.core.disclosure.WhyWithheld;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What a package says of itself: whose it is, whom it is for, which number it has, what is in it and what the recipient
/// has to know to judge it (Data Protection Act 2018, section 38(5)(b)).
///
/// @param id drawn at random: a package is identified by it, never by its file name
/// @param created when it was written, to the millisecond
/// @param have what the sender's vault holds, entry numbers by replica
/// @param journal where the sender's journal ended, so that a history that was cut or rewritten shows at the next package
/// @param missing the numbers of the addressee's packages that the sender has not got, and asks for
/// @param notices what it takes back of earlier packages
/// @param withheld what rules of disclosure hold back
/// @param handling instructions that the recipient has to keep to
/// @param gaps what the records are known to lack
/// @param configuration the edition of the region's configuration that the sender works with, such as "EMSOU 3"; empty for none
public record Manifest(
        UUID id,
        Instant created,
        Sender from,
        Addressee to,
        Order order,
        String purpose,
        Marking marking,
        Verification verified,
        Versions have,
        JournalHead journal,
        List<Long> missing,
        Notices notices,
        Counts counts,
        List<Released.Withheld> withheld,
        List<Released.Handling> handling,
        List<Gap> gaps,
        String configuration) {

    public Manifest {
        missing = List.copyOf(missing);
        withheld = List.copyOf(withheld);
        handling = List.copyOf(handling);
        gaps = List.copyOf(gaps);
    }

    /// Who sends.
    ///
    /// @param agency the agency, as the reference list names it
    /// @param device the replica that writes entries in the sender's vault
    /// @param signer the fingerprint of the certificate that signs, in capitals
    public record Sender(String agency, Replica device, String signer) {}

    /// Who is addressed.
    ///
    /// @param recipients the fingerprints of the certificates that can open it, in capitals: first that of the unit that it is
    ///     for, which tells the offices of an agency apart
    /// @param keys SHA-256, in hexadecimal, of the session key packets in front of the message, one for each recipient
    public record Addressee(String agency, List<String> recipients, String keys) {
        public Addressee {
            recipients = List.copyOf(recipients);
        }

        /// Whether it is for the unit of that agency with that certificate.
        public boolean is(String ofAgency, String fingerprint) {
            return agency.equals(ofAgency) && recipients.stream().findFirst().filter(fingerprint::equals).isPresent();
        }
    }

    /// The place among the packages from this sender to this addressee.
    ///
    /// @param sequence from 1, without gaps
    /// @param previous SHA-256 of the file of the package before, in hexadecimal; empty for the first
    public record Order(long sequence, Optional<String> previous) {}

    /// Where a journal ended.
    ///
    /// @param position the number of its newest frame
    /// @param hash the chain value there, in hexadecimal
    /// @param earlier what the journal says now of where it ended when earlier packages for the addressee were written
    public record JournalHead(long position, String hash, List<Earlier> earlier) {
        public JournalHead {
            earlier = List.copyOf(earlier);
        }

        /// Without anything earlier.
        public JournalHead(long position, String hash) {
            this(position, hash, List.of());
        }
    }

    /// What a journal says now of the place where it ended when a package was written. Whoever has that package compares:
    /// another hash shows that what lies before was rewritten since.
    ///
    /// @param number of the package
    public record Earlier(long number, long position, String hash) {

        private Json json() {
            return Json.of(new TreeMap<>(Map.of("number", Json.of(number), "position", Json.of(position), "hash", Json.of(hash))));
        }

        private static Earlier of(Json.Members m) {
            return new Earlier(counting(m.get("number"), 1), counting(m.get("position"), 0), Manifest.hash(m.get("hash").text()));
        }
    }

    /// How much there is.
    ///
    /// @param entries entries that are in it
    /// @param held entries that travel as digests
    /// @param records records of which at least one entry is in it, by kind
    /// @param bytes the size of each payload file but this one
    public record Counts(
            int acts, int entries, int held, SortedMap<String, Integer> records, SortedMap<String, Long> bytes) {}

    /// The manifest as `data/manifest.json` holds it.
    public Json.Members json() {
        var members = new TreeMap<String, Json>();
        members.put("format", Json.of(PacketFormat.NAME));
        members.put("version", Json.of(PacketFormat.VERSION));
        members.put("id", Json.of(id.toString()));
        members.put("created", Json.of(created.toString()));
        members.put("from", object("agency", from.agency, "device", from.device.value(), "signer", from.signer));
        members.put("to", toJson());
        members.put("sequence", Json.of(order.sequence));
        members.put("previous", order.previous.<Json>map(Json::of).orElse(Json.nothing()));
        members.put("purpose", Json.of(purpose));
        members.put("marking", Json.of(marking.name()));
        members.put("verified", object("by", verified.by(), "at", verified.at().toString()));
        members.put("have", have.json());
        members.put("journal", journalJson());
        members.put("missing", Json.of(missing.stream().map(Json::of).toList()));
        if (!notices.isEmpty()) members.put("notices", notices.json());
        members.put("counts", countsJson());
        members.put("withheld", Json.of(withheld.stream().map(Manifest::json).toList()));
        members.put("handling", Json.of(handling.stream().map(Manifest::json).toList()));
        members.put("completeness", Json.of(gaps.stream().map(Manifest::json).toList()));
        if (!configuration.isEmpty()) members.put("configuration", Json.of(configuration));
        return Json.of(members);
    }

    private static Json.Members object(String... namesAndTexts) {
        var members = new TreeMap<String, Json>();
        for (int i = 0; i < namesAndTexts.length; i += 2) members.put(namesAndTexts[i], Json.of(namesAndTexts[i + 1]));
        return Json.of(members);
    }

    private Json toJson() {
        var members = new TreeMap<String, Json>();
        members.put("agency", Json.of(to.agency));
        members.put("recipients", Json.texts(to.recipients));
        members.put("keys", Json.of(to.keys));
        return Json.of(members);
    }

    private Json journalJson() {
        var members = new TreeMap<String, Json>();
        members.put("position", Json.of(journal.position));
        members.put("hash", Json.of(journal.hash));
        if (!journal.earlier.isEmpty())
            members.put("earlier", Json.of(journal.earlier.stream().map(Earlier::json).toList()));
        return Json.of(members);
    }

    private Json countsJson() {
        var records = new TreeMap<String, Json>();
        counts.records.forEach((kind, count) -> records.put(kind, Json.of(count)));
        var bytes = new TreeMap<String, Json>();
        counts.bytes.forEach((name, size) -> bytes.put(name, Json.of(size)));
        var members = new TreeMap<String, Json>();
        members.put("acts", Json.of(counts.acts));
        members.put("entries", Json.of(counts.entries));
        members.put("held", Json.of(counts.held));
        members.put("records", Json.of(records));
        members.put("bytes", Json.of(bytes));
        return Json.of(members);
    }

    private static Json json(Released.Withheld withheld) {
        var members = new TreeMap<String, Json>();
        members.put("kind", Json.of(withheld.kind()));
        members.put("why", Json.of(withheld.why().name()));
        members.put("records", Json.of(withheld.records()));
        return Json.of(members);
    }

    private static Json json(Released.Handling handling) {
        return object(
                "kind", handling.kind(),
                "record", handling.record().toString(),
                "reference", handling.reference(),
                "instructions", handling.instructions(),
                "answer", handling.answer());
    }

    private static Json json(Gap gap) {
        var members = new TreeMap<String, Json>();
        members.put("kind", Json.of(gap.kind()));
        members.put("lacks", Json.of(gap.lacks()));
        members.put("references", Json.texts(gap.references()));
        return Json.of(members);
    }

    /// The manifest of that JSON. Members that this version does not know are passed over.
    ///
    /// @throws RuntimeException when a member is missing or of another type
    public static Manifest of(Json json) {
        var m = json.members();
        var from = m.get("from").members();
        var to = m.get("to").members();
        var journal = m.get("journal").members();
        var verified = m.get("verified").members();
        var previous = m.get("previous");
        return new Manifest(
                UUID.fromString(m.get("id").text()),
                Instant.parse(m.get("created").text()),
                new Sender(
                        from.get("agency").text(),
                        new Replica(from.get("device").text()),
                        fingerprint(from.get("signer").text())),
                new Addressee(
                        to.get("agency").text(),
                        to.get("recipients").items().stream().map(each -> fingerprint(each.text())).toList(),
                        hash(to.get("keys").text())),
                new Order(
                        counting(m.get("sequence"), 1),
                        previous.isNothing() ? Optional.empty() : Optional.of(hash(previous.text()))),
                m.get("purpose").text(),
                Marking.valueOf(m.get("marking").text()),
                new Verification(verified.get("by").text(), Instant.parse(verified.get("at").text())),
                Versions.of(m.get("have")),
                journal(journal),
                m.get("missing").items().stream().map(each -> counting(each, 1)).toList(),
                Notices.of(m.get("notices")),
                counts(m.get("counts").members()),
                m.get("withheld").items().stream().map(each -> withheld(each.members())).toList(),
                m.get("handling").items().stream().map(each -> handling(each.members())).toList(),
                m.get("completeness").items().stream().map(each -> gap(each.members())).toList(),
                m.get("configuration") instanceof Json.Text(var edition) ? DisplayText.clean(edition) : "");
    }

    private static JournalHead journal(Json.Members m) {
        var earlier = m.get("earlier");
        return new JournalHead(
                counting(m.get("position"), 0),
                hash(m.get("hash").text()),
                earlier.isNothing() ? List.of() : earlier.items().stream().map(each -> Earlier.of(each.members())).toList());
    }

    private static Counts counts(Json.Members m) {
        var records = new TreeMap<String, Integer>();
        m.get("records").members().values().forEach((kind, count) -> records.put(kind, number(count)));
        var bytes = new TreeMap<String, Long>();
        m.get("bytes").members().values().forEach((name, size) -> bytes.put(name, counting(size, 0)));
        return new Counts(number(m.get("acts")), number(m.get("entries")), number(m.get("held")), records, bytes);
    }

    private static Released.Withheld withheld(Json.Members m) {
        return new Released.Withheld(
                m.get("kind").text(), WhyWithheld.valueOf(m.get("why").text()), number(m.get("records")));
    }

    private static Released.Handling handling(Json.Members m) {
        return new Released.Handling(
                m.get("kind").text(), UUID.fromString(m.get("record").text()), m.get("reference").text(),
                m.get("instructions").text(), m.get("answer").text());
    }

    private static Gap gap(Json.Members m) {
        return new Gap(
                m.get("kind").text(), m.get("lacks").text(),
                m.get("references").items().stream().map(Json::text).toList());
    }

    private static int number(Json json) {
        return Math.toIntExact(counting(json, 0));
    }

    private static long counting(Json json, long least) {
        if (json.whole() < least) throw new IllegalArgumentException("a number below " + least);
        return json.whole();
    }

    private static String fingerprint(String text) {
        if (!text.matches("[0-9A-F]{40}")) throw new IllegalArgumentException("not a fingerprint");
        return text;
    }

    private static String hash(String text) {
        if (!text.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256");
        return text;
    }
}
