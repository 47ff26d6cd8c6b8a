package fourfold.report.page;

import fourfold.core.kernel.P;

/// A colour of print; each has a contrast of at least 4.5 to 1 on white.
public enum Tone {
    INK(0x14233A),
    TEXT(0x1D2430),
    QUIET(0x525C6B),
    ALERT(0x9B1C1C),
    PURSUE(0x6A3CB2),
    PREVENT(0x0A6F74),
    PROTECT(0x3D7016),
    PREPARE(0xA02F78),
    /// Lines and fields behind text.
    RULE(0xB9C1CC),
    FIELD(0xF0F3F7);

    private final int rgb;

    Tone(int rgb) {
        this.rgb = rgb;
    }

    /// The colour of a P, the same as in the window.
    public static Tone of(P p) {
        return switch (p) {
            case PURSUE -> PURSUE;
            case PREVENT -> PREVENT;
            case PROTECT -> PROTECT;
            case PREPARE -> PREPARE;
        };
    }

    float red() {
        return (rgb >> 16 & 0xFF) / 255f;
    }

    float green() {
        return (rgb >> 8 & 0xFF) / 255f;
    }

    float blue() {
        return (rgb & 0xFF) / 255f;
    }
}
