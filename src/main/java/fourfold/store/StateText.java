package fourfold.store;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.StateJson;
import fourfold.core.sync.Versions;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// A record's state as its row holds it. Nearly every record of a large vault was written by one entry alone: then the
/// entry's name says it all, as `replica:seq`, with `:L` where an extract stated it. Any other state is its JSON.
final class StateText {

    private static final String LOADED = ":L";

    private StateText() {}

    /// The text for a record that this entry alone has written; empty where that does not say everything.
    static String alone(Entry entry) {
        boolean plain = entry.seen().highest().isEmpty()
                && entry.beside().isEmpty()
                && !entry.operation().equals(Operation.PROPOSE.name())
                && !entry.operation().equals(Operation.DECLINE.name())
                && entry.values().values().stream().noneMatch(Json::isNothing);
        if (!plain) return "";
        var name = entry.id().replica().value() + ":" + entry.id().seq();
        return entry.operation().equals(Operation.LOAD.name()) ? name + LOADED : name;
    }

    /// The text of any state.
    static String of(RecordState state) {
        return StateJson.of(state).canonicalText();
    }

    /// The state of that text.
    ///
    /// @param values the settled values of the record, by field name
    /// @param merging how the fields of its kind merge
    static RecordState read(String text, Map<String, Json> values, Merging merging) {
        if (text.startsWith("{")) return StateJson.read(CanonicalText.read(text), values, merging);
        boolean loaded = text.endsWith(LOADED);
        int colon = text.indexOf(':');
        int end = text.length() - (loaded ? LOADED.length() : 0);
        var id = new EntryId(new Replica(text.substring(0, colon)), Long.parseLong(text, colon + 1, end, 10));
        var operation = loaded ? Operation.LOAD : Operation.CREATE;
        return RecordState.of(merging).apply(new Entry(
                id,
                Versions.NONE,
                new TreeSet<>(),
                Stamp.ZERO,
                new Author("", "", ""),
                operation.name(),
                "",
                new UUID(0, 0),
                new TreeMap<>(values),
                "",
                Marking.OFFICIAL_SENSITIVE,
                ""));
    }
}
