package fourfold.core.sync;

/// One copy of a vault that writes entries: 16 hexadecimal digits drawn at random. A vault restored from an old copy
/// takes a new one, since two copies must never number their entries alike.
public record Replica(String value) implements Comparable<Replica> {

    public Replica {
        if (!value.matches("[0-9a-f]{16}")) throw new IllegalArgumentException("a replica is 16 hexadecimal digits");
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
