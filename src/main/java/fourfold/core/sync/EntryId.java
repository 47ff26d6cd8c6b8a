package fourfold.core.sync;

import fourfold.core.kernel.Json;
import java.util.List;

/// The identity of an entry: the replica that wrote it and its running number there, from 1.
public record EntryId(Replica replica, long seq) implements Comparable<EntryId> {

    @Override
    public int compareTo(EntryId other) {
        int byReplica = replica.compareTo(other.replica);
        return byReplica != 0 ? byReplica : Long.compare(seq, other.seq);
    }

    Json json() {
        return Json.of(List.of(Json.of(replica.value()), Json.of(seq)));
    }

    static EntryId of(Json json) {
        return new EntryId(
                new Replica(json.items().get(0).text()), json.items().get(1).whole());
    }

    @Override
    public String toString() {
        return replica + ":" + seq;
    }
}
