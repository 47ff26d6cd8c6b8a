package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.SortedCopy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// One change of one record: who, when, why, which fields got which values, and what the author had seen of the record.
/// A creation is an entry like any other, with nothing seen.
///
/// @param seen what the author had seen of this record
/// @param beside entries that were seen and are not superseded all the same: an extract states its own value beside an
///     edit made here since the last load, and a person decides
/// @param at for the order on a screen only
/// @param operation an [Operation], or the code of a newer version
/// @param kind the kind of the record, or one of a newer version
/// @param values the changed fields with their new values; nothing for a field that was emptied
/// @param marking the marking of the record after the change
/// @param salt 32 hexadecimal digits drawn at random, so that the digest of a withheld entry tells nothing
public record Entry(
        EntryId id,
        Versions seen,
        SortedSet<EntryId> beside,
        Stamp at,
        Author author,
        String operation,
        String kind,
        UUID record,
        SortedMap<String, Json> values,
        String reason,
        Marking marking,
        String salt)
        implements Causal {

    public Entry {
        values = SortedCopy.of(values);
        beside = beside.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(beside));
    }

    /// The entry as journals and packages hold it.
    public Json.Members json() {
        // in the order of the names, in which they are gathered soonest
        var members = new SortedCopy.Gathering<String, Json>();
        members.put("actor", Json.of(author.user()));
        members.put("agency", Json.of(author.agency()));
        members.put("at", at.json());
        if (!beside.isEmpty()) members.put("beside", Json.of(beside.stream().map(EntryId::json).toList()));
        members.put("kind", Json.of(kind));
        members.put("marking", Json.of(marking.name()));
        members.put("operation", Json.of(operation));
        members.put("reason", Json.of(reason));
        members.put("record", Json.of(record.toString()));
        members.put("replica", Json.of(id.replica().value()));
        members.put("role", Json.of(author.role()));
        members.put("salt", Json.of(salt));
        members.put("seen", seen.json());
        members.put("seq", Json.of(id.seq()));
        members.put("values", Json.of(values));
        return Json.of(members.done());
    }

    /// The entry of that JSON.
    ///
    /// @throws IllegalArgumentException when a member is missing or of another type
    public static Entry of(Json json) {
        var m = json.members();
        return new Entry(
                new EntryId(new Replica(m.get("replica").text()), m.get("seq").whole()),
                Versions.of(m.get("seen")),
                besides(m.get("beside")),
                Stamp.of(m.get("at")),
                new Author(m.get("actor").text(), m.get("agency").text(), m.get("role").text()),
                m.get("operation").text(),
                m.get("kind").text(),
                UUID.fromString(m.get("record").text()),
                m.get("values").members().values(),
                m.get("reason").text(),
                Marking.valueOf(m.get("marking").text()),
                m.get("salt").text());
    }

    private static SortedSet<EntryId> besides(Json json) {
        if (json.isNothing()) return Collections.emptySortedSet();
        var entries = new TreeSet<EntryId>();
        for (var item : json.items()) entries.add(EntryId.of(item));
        return entries;
    }

    /// SHA-256 over the canonical bytes (RFC 8785).
    public byte[] digest() {
        return sha256(json().canonical());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
