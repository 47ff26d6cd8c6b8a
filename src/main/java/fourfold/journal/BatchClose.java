package fourfold.journal;

import fourfold.core.kernel.Json;
import fourfold.vault.StrictJson;
import java.util.TreeMap;

/// What the frame at the end of a taking-in holds: how many frames of each kind there were.
///
/// @param entries those that were erased since included
record BatchClose(int acts, int entries, int withheld) {

    byte[] body() {
        var members = new TreeMap<String, Json>();
        members.put("acts", Json.of(acts));
        members.put("entries", Json.of(entries));
        members.put("withheld", Json.of(withheld));
        return Json.of(members).canonical();
    }

    /// @throws IllegalArgumentException when it is none
    static BatchClose of(byte[] body) {
        var m = StrictJson.read(body).members();
        return new BatchClose(
                Math.toIntExact(m.get("acts").whole()),
                Math.toIntExact(m.get("entries").whole()),
                Math.toIntExact(m.get("withheld").whole()));
    }
}
