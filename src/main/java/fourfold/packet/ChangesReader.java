package fourfold.packet;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.packet.PacketFlaw.Refusal;
import fourfold.vault.PersonCertificate;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `data/changes/changes.ndjson` line by line: every entry in its canonical form, every act whole and signed by its
/// author.
///
/// Nothing of an entry is handed on but which record it is about: the signature of an act follows its entries, and what has
/// passed is read by [ChangesAgain]. So no more than digests is held of an act, however large.
final class ChangesReader implements Lines.Sink {

    /// Finds the certificates that were ever vouched for of a person.
    interface Authors {
        List<PersonCertificate> certificatesOf(String agency, String user);
    }

    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Authors authors;
    private final Map<String, Set<UUID>> records = new TreeMap<>();
    private final List<byte[]> digests = new ArrayList<>();
    private @Nullable Author author;
    private final Set<EntryId> ids = new HashSet<>();
    private final Map<List<String>, List<PersonCertificate>> certificates = new HashMap<>();
    private final MessageDigest sha256;
    private int number;
    private int acts;
    private int carried;
    private int held;

    ChangesReader(Authors authors) {
        this.authors = authors;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    @Override
    public void line(byte[] bytes, int number) throws Refusal {
        this.number = number;
        line(bytes);
    }

    private void line(byte[] bytes) throws Refusal {
        Json.Members json;
        try {
            json = StrictJson.read(bytes).members();
        } catch (Unreadable | IllegalArgumentException broken) {
            throw PacketFlaw.ENTRY_UNREADABLE.with(number);
        }
        if (!json.get(ActLine.ACT).isNothing()) act(json, bytes);
        else if (!json.get(ActLine.WITHHELD).isNothing()) withheld(json, bytes);
        else entry(json, bytes);
    }

    private void canonical(Json.Members json, byte[] bytes) throws Refusal {
        if (!Arrays.equals(json.canonical(), bytes)) throw PacketFlaw.ENTRY_NOT_CANONICAL.with(number);
    }

    private void entry(Json.Members json, byte[] bytes) throws Refusal {
        if (++carried > PacketFormat.MOST_ENTRIES) throw PacketFlaw.TOO_MANY_ENTRIES.with();
        if (json.get("marking") instanceof Json.Text(var marking) && !isKnown(marking))
            throw PacketFlaw.ENTRY_MARKED_ABOVE.with(number);
        Entry entry;
        try {
            entry = Entry.of(json);
        } catch (RuntimeException wrong) {
            // a member is missing or of another type; which one would be no help to the person who is told
            throw PacketFlaw.ENTRY_UNREADABLE.with(number);
        }
        if (!isInForm(entry)) throw PacketFlaw.ENTRY_UNREADABLE.with(number);
        // an entry with members that this version does not know would lose them, and with them its digest
        canonical(entry.json(), bytes);
        if (!ids.add(entry.id())) throw PacketFlaw.ENTRY_TWICE.with(number);
        if (author == null) author = entry.author();
        else if (!author.equals(entry.author())) throw PacketFlaw.ACT_AUTHOR.with(number);
        digests.add(sha256.digest(bytes));
        records.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(entry.record());
    }

    /// Entries are numbered from 1: one with a lower number would count as seen by everybody, and be passed over.
    private static boolean isInForm(Entry entry) {
        return entry.id().seq() > 0
                && entry.seen().highest().values().stream().allMatch(seq -> seq > 0)
                && entry.beside().stream().allMatch(id -> id.seq() > 0)
                && entry.at().millis() >= 0
                && entry.at().counter() >= 0
                && SALT.matcher(entry.salt()).matches();
    }

    private static boolean isKnown(String marking) {
        return Arrays.stream(Marking.values()).anyMatch(known -> known.name().equals(marking));
    }

    private void withheld(Json.Members json, byte[] bytes) throws Refusal {
        canonical(json, bytes);
        if (++held > PacketFormat.MOST_WITHHELD) throw PacketFlaw.TOO_MANY_WITHHELD.with();
        if (json.values().size() != 1
                || !(json.get(ActLine.WITHHELD) instanceof Json.Text(var hex))
                || !DIGEST.matcher(hex).matches()) throw PacketFlaw.ENTRY_UNREADABLE.with(number);
        var digest = HexFormat.of().parseHex(hex);
        digests.add(digest);
    }

    private void act(Json.Members json, byte[] bytes) throws Refusal {
        canonical(json, bytes);
        acts++;
        ActLine end;
        try {
            end = ActLine.of(json);
        } catch (RuntimeException wrong) {
            // as above
            throw PacketFlaw.ENTRY_UNREADABLE.with(number);
        }
        if (end.count() != digests.size() || author == null) throw PacketFlaw.ACT_COUNT.with(number);
        if (!author.equals(end.author())) throw PacketFlaw.ACT_AUTHOR.with(number);
        checkSignature(end);
        author = null;
        digests.clear();
    }

    private void checkSignature(ActLine end) throws Refusal {
        var by = end.author();
        var known = certificates.computeIfAbsent(
                List.of(by.agency(), by.user()), whose -> authors.certificatesOf(by.agency(), by.user()));
        if (known.isEmpty()) throw PacketFlaw.ACT_AUTHOR_UNKNOWN.with(by.user(), by.agency());
        if (known.stream().noneMatch(certificate -> certificate.verifiesAct(digests, end.signature())))
            throw PacketFlaw.ACT_SIGNATURE.with(number);
    }

    /// To be called after the last line.
    ///
    /// @param whole whether nothing came after it
    /// @return the records that there are entries of, by kind
    Map<String, Set<UUID>> finish(Manifest.Counts counts, boolean whole) throws Refusal {
        if (!whole || !digests.isEmpty()) throw PacketFlaw.ACT_UNFINISHED.with();
        if (acts != counts.acts()) throw PacketFlaw.COUNTS.with("acts");
        if (carried != counts.entries()) throw PacketFlaw.COUNTS.with("changes");
        if (held != counts.held()) throw PacketFlaw.COUNTS.with("withheld changes");
        return records;
    }
}
