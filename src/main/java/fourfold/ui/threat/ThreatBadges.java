package fourfold.ui.threat;

import fourfold.core.threat.MasterListStatus;
import fourfold.desk.ThreatFile;
import fourfold.desk.ThreatLine;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/// The warnings that stand on a threat wherever it is shown.
final class ThreatBadges {

    private ThreatBadges() {}

    /// What a line warns of, in words; empty where there is nothing to warn of.
    static List<String> words(ThreatLine line) {
        var words = new ArrayList<String>();
        if (line.closed()) words.add("Closed");
        if (line.conflicts() > 0) words.add(counted(line.conflicts(), "conflict"));
        if (!line.gaps().isEmpty()) words.add(counted(line.gaps().size(), "gap"));
        return words;
    }

    private static String counted(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    /// The badges of a line, side by side.
    static Node of(ThreatLine line) {
        var row = Nodes.row();
        for (var words : words(line)) row.getChildren().add(badge(words));
        return row;
    }

    private static Badge badge(String words) {
        var tone = words.endsWith("conflict") || words.endsWith("conflicts")
                ? Badge.Tone.DANGER
                : words.equals("Closed") ? Badge.Tone.QUIET : Badge.Tone.WARNING;
        return new Badge(words, tone);
    }

    /// The badges of a file, but for its conflicts, which are a link there.
    static List<Badge> of(ThreatFile file) {
        var all = new ArrayList<Badge>();
        for (var words : words(file.line()))
            if (!words.contains("conflict")) all.add(badge(words));
        if (file.sioIsLro()) all.add(new Badge("SIO is LRO", Badge.Tone.WARNING));
        file.line().masterList()
                .filter(status -> status != MasterListStatus.ON_LIST)
                .ifPresent(status -> all.add(new Badge("Master list: " + status.label(), Badge.Tone.QUIET)));
        return all;
    }
}
