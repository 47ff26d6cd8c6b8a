package fourfold.ui.packet;

import fourfold.desk.OutboxDesk;
import fourfold.ui.kit.Badge;

/// How it is said where a package that was sent stands.
final class StateWords {

    private StateWords() {}

    static Badge badge(OutboxDesk.State state) {
        return new Badge(state.label(), switch (state) {
            case SENT -> Badge.Tone.QUIET;
            case OVERDUE, HELD -> Badge.Tone.WARNING;
            case CONFIRMED -> Badge.Tone.DONE;
            case REFUSED -> Badge.Tone.DANGER;
        });
    }

    /// What the state means for this package, in a sentence.
    static String meaning(OutboxDesk.Line line) {
        return switch (line.state()) {
            case SENT -> "Nobody has answered yet.";
            case OVERDUE -> "Nobody has answered for two weeks. Ask " + line.to() + " whether it came, or send it again.";
            case CONFIRMED, HELD, REFUSED -> answer(line);
        };
    }

    /// As in "Derbyshire has confirmed package 1: all of it is there."
    static String answer(OutboxDesk.Line line) {
        return switch (line.state()) {
            case SENT, OVERDUE, CONFIRMED -> line.to() + " has confirmed package " + line.number() + ": all of it is there.";
            case HELD -> line.to() + " has package " + line.number() + "; " + of(line.held(), line)
                    + " there for others that have not come. Send again what is missing there.";
            case REFUSED -> line.to() + " has package " + line.number() + " without " + PacketWords.count(line.refused(), "change")
                    + " that it left out.";
        };
    }

    private static String of(long some, OutboxDesk.Line line) {
        return String.format(java.util.Locale.UK, "%,d of its %,d changes %s", some, line.entries(), some == 1 ? "waits" : "wait");
    }
}
