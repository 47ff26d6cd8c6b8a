package fourfold.vault;

import fourfold.core.kernel.Json;
import java.util.Map;

/// What one guess of a passphrase costs: the parameters of Argon2id (RFC 9106), version 0x13.
///
/// @param memory KiB of memory
/// @param passes how often it is gone through
/// @param lanes degree of parallelism
public record Cost(int memory, int passes, int lanes) {

    /// The least that is accepted, in writing and in reading: 64 MiB, three passes (RFC 9106, section 4, second
    /// recommended option, with one lane).
    public static final Cost FLOOR = new Cost(64 << 10, 3, 1);

    /// The most that is accepted: a slot that asks for more was made to exhaust the computer.
    public static final Cost CEILING = new Cost(512 << 10, 16, 4);

    /// Whether it is between floor and ceiling.
    public boolean isAllowed() {
        return memory >= FLOOR.memory
                && passes >= FLOOR.passes
                && lanes >= FLOOR.lanes
                && memory <= CEILING.memory
                && passes <= CEILING.passes
                && lanes <= CEILING.lanes;
    }

    Json.Members json() {
        return Json.of(Map.of(
                "name", Json.of("argon2id"),
                "version", Json.of(0x13),
                "memory", Json.of(memory),
                "passes", Json.of(passes),
                "lanes", Json.of(lanes)));
    }

    /// @throws IllegalArgumentException when it is no such declaration
    static Cost of(Json json) {
        var members = json.members();
        boolean known = members.get("name").text().equals("argon2id")
                && members.get("version").whole() == 0x13;
        if (!known) throw new IllegalArgumentException("another way of derivation");
        return new Cost(number(members, "memory"), number(members, "passes"), number(members, "lanes"));
    }

    private static int number(Json.Members members, String name) {
        long value = members.get(name).whole();
        if (value < 0 || value > Integer.MAX_VALUE) throw new IllegalArgumentException("cost out of range");
        return (int) value;
    }
}
