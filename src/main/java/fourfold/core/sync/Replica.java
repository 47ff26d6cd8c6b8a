package fourfold.core.sync;

/// One copy of a vault that writes entries: 16 hexadecimal digits drawn at random. A vault restored from an old copy
/// takes a new one, since two copies must never number their entries alike.
public record Replica(String value) implements Comparable<Replica> {

    public Replica {
        if (!isOne(value)) throw new IllegalArgumentException("a replica is 16 hexadecimal digits");
    }

    /// Asked several times for each entry that is read, so without a pattern.
    private static boolean isOne(String value) {
        if (value.length() != 16) return false;
        for (int i = 0; i < 16; i++) {
            char c = value.charAt(i);
            boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (!digit) return false;
        }
        return true;
    }

    @Override
    public int compareTo(Replica other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
