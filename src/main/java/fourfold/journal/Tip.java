package fourfold.journal;

import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;

/// Where the journal ends.
///
/// @param position the newest frame's
/// @param chain the value after it
/// @param segment the open segment
/// @param end the byte after the newest frame there
/// @param highest for each replica the highest entry number
/// @param stamp the newest of any entry
record Tip(long position, byte[] chain, int segment, long end, Versions highest, Stamp stamp) {

    static Versions highest(Versions one, Versions other) {
        return other.highest().isEmpty() ? one : one.with(other);
    }

    static Stamp later(Stamp one, Stamp other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
