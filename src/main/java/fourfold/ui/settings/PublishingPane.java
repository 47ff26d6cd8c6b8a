package fourfold.ui.settings;

import fourfold.core.settings.Publication;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.QueryPane;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Ends of certificates, the edition in use, and the ways to publish and to take in.
final class PublishingPane {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private PublishingPane() {}

    static Node of(PublishingViewModel model) {
        var body = new VBox();
        body.getStyleClass().add("tight-column");
        model.state.whenRead(state -> body.getChildren().setAll(shown(state)));
        return Nodes.column(
                Nodes.prose("A person's certificate holds two years and the unit's own five. The other units learn who is new, renewed "
                        + "or revoked from our published list.", "muted"),
                ProblemBar.of(model),
                QueryPane.around(model.state, body),
                Buttons.row(List.of(model.renewOwn, model.renewUnit, model.publish, model.takeIn)));
    }

    private static Node shown(PublishingViewModel.State state) {
        var facts = new Facts()
                .add("Our unit's six words", state.unit().words())
                .add("Our unit's certificate", end(state.unit().expires()))
                .add("Your certificate", state.own() == null ? "revoked" : end(state.own().expires()))
                .add("Configuration", edition(state))
                .add("Counting rules", String.join("; ", state.inUse().rules()));
        var column = new VBox();
        column.getStyleClass().add("tight-column");
        state.warnings().forEach(warning -> column.getChildren().add(Nodes.prose(warning.sentence(), "warning-text")));
        column.getChildren().add(facts);
        return column;
    }

    private static String end(Optional<Instant> end) {
        return end.map(moment -> "until " + DAY.format(moment)).orElse("without an end");
    }

    private static String edition(PublishingViewModel.State state) {
        var inUse = state.inUse();
        var now = inUse.taken()
                .map(one -> inUse.edition() + ", taken in by " + one.get(Publication.TAKEN_BY))
                .orElse("the program's own");
        return inUse.coming().isEmpty() ? now : now + "; coming: " + inUse.coming();
    }
}
