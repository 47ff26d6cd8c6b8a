package fourfold.ui.threat;

import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.desk.ThreatFile;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Flow;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Tips;
import fourfold.ui.parts.TierMark;
import fourfold.ui.parts.UnsettledMarks;
import fourfold.ui.place.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A threat's file: the header that never scrolls away, and the part below it.
final class ThreatFileView {

    private final ThreatFileViewModel model;
    private final Function<Place.Tab, Node> parts;
    private final Map<Place.Tab, Node> made = new EnumMap<>(Place.Tab.class);
    private final StackPane body = new StackPane();

    /// @param parts makes the content of a part, once
    ThreatFileView(ThreatFileViewModel model, Function<Place.Tab, Node> parts) {
        this.model = model;
        this.parts = parts;
    }

    Node node() {
        body.getStyleClass().add("threat-part");
        model.tab().subscribe(tab -> body.getChildren().setAll(made.computeIfAbsent(tab, parts)));
        var head = new VBox(QueryPane.of(model.file, this::header), tabs());
        head.getStyleClass().add("threat-head");
        var page = Page.untitled().strip(head).following(model);
        page.setCenter(Page.filling(body));
        return page;
    }

    private Node header(ThreatFile file) {
        var line = file.line();
        var record = file.threat().record();
        var marks = Nodes.flow(
                Nodes.label(line.ref(), "threat-ref"),
                Nodes.label(line.kind().map(kind -> kind.label()).orElse("No kind")),
                new TierMark(record.print(Threat.TIER), !record.lacks(Threat.TIER)));
        if (!line.phase().isBlank()) marks.getChildren().add(Nodes.label(line.phase()));
        marks.getChildren().addAll(UnsettledMarks.of(model.go(), "threat", model.id().value(), file.states()));
        marks.getChildren().addAll(ThreatBadges.of(file));
        var facts = Nodes.flow();
        facts.getStyleClass().add("threat-facts");
        Stream.of(
                        "LRO: " + orNobody(line.lro()),
                        "SIO: " + orNobody(record.get(Threat.SIO)),
                        line.nextReview().map(day -> "Next review: " + Dates.day(day)).orElse("No review day yet"),
                        "Plan: " + file.planStanding())
                .forEach(fact -> facts.getChildren().add(Nodes.prose(fact, "muted")));
        var left = new VBox(marks, facts);
        left.getStyleClass().add("tight-column");
        var buttons = Buttons.row(List.of(model.edit, model.capture, model.print));
        return new Ends(left, buttons);
    }

    private static String orNobody(String label) {
        return label.isBlank() ? "nobody yet" : ThreatWords.name(label);
    }

    private Node tabs() {
        var row = new Flow();
        row.getStyleClass().setAll("tab-row");
        row.setAccessibleRole(AccessibleRole.TAB_PANE);
        row.setAccessibleText("Parts of the file");
        for (var tab : Place.Tab.values()) {
            var button = new ToggleButton(tab.label());
            button.getStyleClass().add("tab-button");
            button.setId("tab-" + tab.name().toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            Tips.on(button, "Alt+" + (tab.ordinal() + 1));
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                model.tab().set(tab);
                button.setSelected(true);
            });
            model.tab().subscribe(now -> button.setSelected(now == tab));
            row.getChildren().add(button);
        }
        return row;
    }

    /// Why the SIO is the LRO as well, where they are one person.
    static String sioIsLro(Threat threat) {
        if (!ThreatRules.sioIsLro(threat)) return "";
        return threat.lacks(Threat.SIO_IS_LRO_REASON)
                ? "The SIO is also the LRO. No reason is given."
                : "The SIO is also the LRO: " + threat.get(Threat.SIO_IS_LRO_REASON);
    }
}
