package fourfold.ui.packet;

import fourfold.core.settings.ReceivedPackage;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import java.util.List;
import javafx.scene.Node;

/// One package that came in, beside the list.
final class ReceivedFacts {

    private ReceivedFacts() {}

    static Node of(PackagesViewModel model, ReceivedPackage one) {
        var box = Nodes.column(
                Nodes.heading("Package " + one.get(ReceivedPackage.NUMBER) + " from " + model.sender(one)),
                new Facts()
                        .add("Purpose", one.get(ReceivedPackage.PURPOSE))
                        .add("Taken in", model.when(one.find(ReceivedPackage.IMPORTED_AT)))
                        .add("By", one.get(ReceivedPackage.IMPORTED_BY))
                        .add("Left out", leftOut(one))
                        .add("SHA-256", SentFacts.hash(one.get(ReceivedPackage.HASH))));
        if (one.isUndone())
            box.getChildren().add(1, Nodes.prose("The import was undone by " + one.get(ReceivedPackage.UNDONE_BY) + " on "
                    + model.when(one.find(ReceivedPackage.UNDONE_AT)) + ". Nothing of the package is here."));
        else box.getChildren().add(Buttons.row(List.of(model.undo)));
        return box;
    }

    static String leftOut(ReceivedPackage one) {
        if (one.isUndone()) return "All of it";
        long refused = one.find(ReceivedPackage.REFUSED).orElse(0L);
        return refused == 0 ? "Nothing" : PacketWords.count(refused, "change");
    }
}
