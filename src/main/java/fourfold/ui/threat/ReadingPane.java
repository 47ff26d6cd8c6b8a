package fourfold.ui.threat;

import fourfold.core.disruption.Disruption;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.ThreatFile;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.Due;
import fourfold.ui.parts.PMark;
import fourfold.ui.parts.PStrip;
import fourfold.ui.parts.Silence;
import fourfold.ui.parts.TierMark;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What a person wants to know of a threat before opening it: who has it, what is missing, what happened last, what is
/// next.
final class ReadingPane {

    private static final int FEW = 4;

    private ReadingPane() {}

    static Node of(ThreatFile file, ThreatListViewModel model) {
        var today = model.today();
        var line = file.line();
        var box = new VBox();
        box.getStyleClass().add("reading");
        var marks = Nodes.flow(new TierMark(line.tier().map(tier -> tier.label()).orElse(""), true));
        marks.getChildren().addAll(ThreatBadges.of(file));
        var who = Stream.of(
                        line.ref(),
                        line.kind().map(kind -> kind.label()).orElse(""),
                        line.primaryArea().map(area -> area.label()).orElse(""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        box.getChildren().addAll(
                Nodes.prose(line.name().isBlank() ? line.ref() : line.name(), "page-title"),
                Nodes.prose(who, "muted"),
                marks,
                Nodes.prose(Silence.words(line.lastActivity().orElse(null), today) + ". Plan: " + file.planStanding() + "."),
                new PStrip(line.actions(), line.events()));
        if (!file.gaps().isEmpty()) {
            box.getChildren().add(Nodes.heading("Missing"));
            file.gaps().forEach(gap -> box.getChildren().add(Nodes.prose(gap.sentence())));
        }
        var intent = file.threat().record().get(Threat.INTENT);
        if (!intent.isBlank()) box.getChildren().addAll(Nodes.heading("Intent"), Nodes.prose(shortened(intent)));
        box.getChildren().add(steps(file.nextSteps(), today, FEW));
        box.getChildren().add(events(file.events(), file.eventCount(), FEW));
        box.getChildren().add(ThreatListView.buttons(model));
        return box;
    }

    private static String shortened(String text) {
        return text.length() <= 240 ? text : text.substring(0, text.lastIndexOf(' ', 240)) + " …";
    }

    /// The open actions, the most urgent first.
    static Node steps(List<Action> steps, LocalDate today, int most) {
        var box = section("Next steps", steps.size(), most);
        if (steps.isEmpty()) box.getChildren().add(Nodes.prose("No open action.", "muted"));
        steps.stream().limit(most).forEach(step -> {
            var marks = Nodes.flow();
            step.find(Action.FOUR_P).ifPresent(p -> marks.getChildren().add(new PMark(p)));
            marks.getChildren().add(step.find(Action.DUE)
                    .<Node>map(due -> Due.badge(due, today))
                    .orElseGet(() -> new Badge("No due day", Badge.Tone.QUIET)));
            if (!step.lacks(Action.OWNER)) marks.getChildren().add(Nodes.label(ThreatWords.name(step.get(Action.OWNER)), "muted", "small"));
            box.getChildren().add(item(marks, step.get(Action.TITLE)));
        });
        return box;
    }

    /// The newest events first.
    static Node events(List<Kept<Disruption>> events, long count, int most) {
        var box = section("Last disruptions", count, most);
        if (events.isEmpty()) box.getChildren().add(Nodes.prose("No disruption yet. Press Ctrl+Shift+D to record one.", "muted"));
        events.stream().limit(most).map(Kept::record).forEach(event -> {
            var marks = Nodes.flow();
            event.find(Disruption.FOUR_P).ifPresent(p -> marks.getChildren().add(new PMark(p)));
            event.find(Disruption.EVENT_DATE)
                    .ifPresent(day -> marks.getChildren().add(Nodes.label(Dates.day(day), "small")));
            event.find(Disruption.CATEGORY)
                    .ifPresent(category -> marks.getChildren().add(Nodes.label(category.label(), "muted", "small")));
            box.getChildren().add(item(marks, event.get(Disruption.SUMMARY)));
        });
        return box;
    }

    private static VBox section(String heading, long count, int most) {
        var words = count > most ? heading + " (" + most + " of " + count + ")" : heading;
        var box = new VBox(Nodes.heading(words));
        box.getStyleClass().add("reading-section");
        return box;
    }

    private static Node item(Node marks, String words) {
        var box = new VBox(marks, Nodes.prose(words));
        box.getStyleClass().add("tight-column");
        return box;
    }
}
