package fourfold.bench;

import java.util.Locale;

/// One line of the table.
///
/// @param what what was measured, and on how much
/// @param measured the figure
/// @param peer what it stands beside, with its figure
/// @param ratio how the two compare
/// @param aim what was promised
/// @param verdict whether the aim was met, or why nothing was measured
record Line(String what, String measured, String peer, String ratio, String aim, String verdict) {

    private static final String MET = "met";
    private static final String MISSED = "**missed**";

    /// So many times the peer.
    static Line ratio(String what, String measured, String peer, double ratio, double aim) {
        return new Line(
                what, measured, peer, String.format(Locale.ROOT, "%.2fx", ratio),
                String.format(Locale.ROOT, "at most %.1fx", aim), ratio <= aim ? MET : MISSED);
    }

    /// So many times the peer, to be known; the promise is another line's.
    static Line beside(String what, String measured, String peer, double ratio) {
        return new Line(what, measured, peer, String.format(Locale.ROOT, "%.2fx", ratio), "-", "reported");
    }

    /// So much more than the peer.
    static Line more(String what, String measured, String peer, double more, double aim, String unit) {
        return new Line(
                what, measured, peer, String.format(Locale.ROOT, "%+.2f %s", more, unit),
                String.format(Locale.ROOT, "at most %.1f %s more", aim, unit), more <= aim ? MET : MISSED);
    }

    /// At most so much, with no peer to compare with.
    static Line bound(String what, String measured, String peer, double value, double aim, String unit) {
        return new Line(
                what, measured, peer, "-", String.format(Locale.ROOT, "at most %.0f %s", aim, unit), value <= aim ? MET : MISSED);
    }

    /// Nothing was measured.
    static Line none(String what, String why) {
        return new Line(what, "not measured", "-", "-", "-", why);
    }

    String row() {
        return "| " + String.join(" | ", what, measured, peer, ratio, aim, verdict) + " |";
    }
}
