package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.SortedCopy;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A version vector: for each replica the highest entry number known. It says what an author had seen.
public record Versions(SortedMap<Replica, Long> highest) {

    /// Nothing seen.
    public static final Versions NONE = new Versions(new TreeMap<>());

    public Versions {
        highest = SortedCopy.of(highest);
    }

    /// Whether that entry had been seen.
    public boolean cover(EntryId entry) {
        return highest.getOrDefault(entry.replica(), 0L) >= entry.seq();
    }

    /// This vector with one more entry seen.
    public Versions with(EntryId entry) {
        if (cover(entry)) return this;
        var more = new TreeMap<>(highest);
        more.put(entry.replica(), entry.seq());
        return new Versions(more);
    }

    /// What either had seen.
    public Versions with(Versions other) {
        var more = new TreeMap<>(highest);
        other.highest.forEach((replica, seq) -> more.merge(replica, seq, Math::max));
        return new Versions(more);
    }

    /// The vector as an object of numbers by replica.
    public Json.Members json() {
        var members = new SortedCopy.Gathering<String, Json>();
        highest.forEach((replica, seq) -> members.put(replica.value(), Json.of(seq)));
        return Json.of(members.done());
    }

    /// The vector of that object.
    public static Versions of(Json json) {
        var highest = new SortedCopy.Gathering<Replica, Long>();
        for (Map.Entry<String, Json> member : json.members().values().entrySet())
            highest.put(new Replica(member.getKey()), member.getValue().whole());
        return new Versions(highest.done());
    }
}
