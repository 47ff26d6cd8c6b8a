package fourfold.ui.packet;

import fourfold.ui.kit.Nodes;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The steps of something that is done one step at a time, in a row: those that are past, the one that the person is at, and
/// those to come. The last one, when all is done, has no place in it.
final class StepHead {

    private StepHead() {}

    static <S extends Enum<S>> Node of(List<S> steps, Function<S, String> label, ObservableValue<S> at) {
        var row = Nodes.flow();
        row.getStyleClass().add("steps");
        for (var step : steps.subList(0, steps.size() - 1)) {
            var name = Nodes.label((step.ordinal() + 1) + "  " + label.apply(step), "step");
            at.subscribe(now -> {
                Nodes.state(name, "here", now == step);
                Nodes.state(name, "past", now.compareTo(step) > 0);
                name.setAccessibleText(label.apply(step) + (now == step ? ", this step" : ""));
            });
            row.getChildren().add(name);
        }
        return row;
    }
}
