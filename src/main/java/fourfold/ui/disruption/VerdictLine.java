package fourfold.ui.disruption;

import fourfold.core.disruption.CountingVerdict;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Nodes;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Whether an event counts nationally, and why: a mark and the rule's sentence.
final class VerdictLine extends VBox {

    VerdictLine(ObservableValue<CountingVerdict> verdict) {
        getStyleClass().addAll("tight-column", "verdict");
        setAccessibleRole(AccessibleRole.TEXT);
        verdict.subscribe(this::show);
    }

    VerdictLine(CountingVerdict verdict) {
        getStyleClass().addAll("tight-column", "verdict");
        setAccessibleRole(AccessibleRole.TEXT);
        show(verdict);
    }

    private void show(CountingVerdict verdict) {
        var said = verdict.sentence().substring(verdict.sentence().indexOf(": ") + 1).strip();
        var sentence = Nodes.prose(said.substring(0, 1).toUpperCase(Locale.UK) + said.substring(1), "small");
        getChildren().setAll(mark(verdict, longWords(verdict)), sentence);
        setAccessibleText(verdict.sentence());
    }

    /// A mark for a line of a list.
    static Node mark(CountingVerdict verdict) {
        return mark(verdict, words(verdict));
    }

    private static Node mark(CountingVerdict verdict, String words) {
        var badge = new Badge(words, switch (verdict.standing()) {
            case COUNTS -> Badge.Tone.DONE;
            case NOT_YET -> Badge.Tone.ACCENT;
            case DOES_NOT_COUNT, THROUGH_LEAD -> Badge.Tone.QUIET;
        });
        badge.setAccessibleHelp(verdict.sentence());
        return badge;
    }

    private static String longWords(CountingVerdict verdict) {
        return switch (verdict.standing()) {
            case COUNTS -> "Counts nationally";
            case NOT_YET -> "Does not count nationally yet";
            case DOES_NOT_COUNT -> "Does not count nationally";
            case THROUGH_LEAD -> "Counts through its lead";
        };
    }

    static String words(CountingVerdict verdict) {
        return switch (verdict.standing()) {
            case COUNTS -> "Counts";
            case NOT_YET -> "Not yet";
            case DOES_NOT_COUNT -> "Does not count";
            case THROUGH_LEAD -> "Through lead";
        };
    }
}
