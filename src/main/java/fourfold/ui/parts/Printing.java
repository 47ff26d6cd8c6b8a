package fourfold.ui.parts;

import fourfold.core.kernel.Marking;
import fourfold.core.threat.Threat;
import fourfold.desk.PrintDesk;
import fourfold.ui.kit.Reasons;
import java.nio.file.Path;
import java.util.Map;

/// Papers from the window: what is asked for, under which name it is offered, and what is said when it is written.
public final class Printing {

    private static final String HANDLING = "print.handling";

    private Printing() {}

    /// A paper about a threat; how its handling instructions are met is what the person gave as the reason.
    public static PrintDesk.Wish wish(PrintDesk.Paper paper, Threat threat, Reasons given) {
        return new PrintDesk.Wish(paper, threat.get(Threat.REF), Map.of(threat.id(), given.of(HANDLING)));
    }

    /// The name that is offered: the marking first, as on every file that leaves.
    public static String fileName(PrintDesk.Paper paper, Threat threat) {
        var marking = threat.find(Threat.MARKING).orElse(Marking.OFFICIAL_SENSITIVE).label();
        return marking + " " + (threat.get(Threat.REF) + " " + paper.label()).replaceAll("[^A-Za-z0-9 ._-]", "-") + ".pdf";
    }

    /// What the status line says.
    public static String written(Path file) {
        return "Written to " + file + ". Print it from there, and delete it when it is no longer needed.";
    }
}
