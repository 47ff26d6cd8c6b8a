package fourfold.core.settings;

/// Journal positions from one to another, both included; written "812-1044", and "2000" where it is one.
public record Positions(long first, long last) {

    /// The positions of that text.
    ///
    /// @throws NumberFormatException when it is none
    public static Positions of(String text) {
        int dash = text.indexOf('-');
        long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
        return new Positions(first, dash < 0 ? first : Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
