package fourfold.ui.disruption;

import fourfold.core.kernel.P;
import fourfold.desk.ThreatEvents;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Meter;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.PMark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The events of a threat, in its file.
final class ThreatEventsView {

    private ThreatEventsView() {}

    static Node of(ThreatEventsViewModel model) {
        var table = EventTable.ofThreat("Events of the threat")
                .opens(model::open)
                .savedBy(model.saving, line -> List.of(line.event().id().value()))
                .empty("Nothing recorded against this threat yet. Record what was done, however small.")
                .rows(model.shown);
        var pane = new BorderPane(QueryPane.around(model.events, table));
        pane.getStyleClass().add("threat-events");
        pane.setTop(QueryPane.of(model.events, ThreatEventsView::top));
        return pane;
    }

    private static Node top(ThreatEvents read) {
        var parts = Arrays.stream(P.values())
                .map(p -> new Meter.Part(p.label(), PMark.letters(p), PMark.style(p), read.led().getOrDefault(p, 0)))
                .toList();
        var row = new Ends(Meter.balance("Lead events", parts), Nodes.prose(words(read), "muted"));
        row.getStyleClass().add("threat-events-top");
        return row;
    }

    private static String words(ThreatEvents read) {
        long counting = read.lines().stream().filter(line -> line.verdict().counts()).count();
        return String.format(
                Locale.UK, "%,d events, %,d of them in support, %,d count nationally", read.count(), read.supported(), counting);
    }
}
