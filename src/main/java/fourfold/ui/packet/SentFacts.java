package fourfold.ui.packet;

import fourfold.core.settings.SentPackage;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// One package that was written here, beside the list.
final class SentFacts {

    private SentFacts() {}

    static Node of(PackagesViewModel model, SentPackage one) {
        var facts = new Facts()
                .add("For", one.get(SentPackage.ADDRESSEE))
                .add("Purpose", one.get(SentPackage.PURPOSE))
                .add("Written", model.when(one))
                .add("Verified by", one.get(SentPackage.VERIFIED_BY))
                .add("Holds", PacketWords.count(one.get(SentPackage.INCLUDED), "change"))
                .add("Withheld", withheld(one))
                .add("Marking", PacketWords.marking(one))
                .add("File", one.get(SentPackage.FILE))
                .add("SHA-256", hash(one.get(SentPackage.HASH)));
        return Nodes.column(
                Nodes.heading("Package " + one.get(SentPackage.NUMBER)), facts, Buttons.row(List.of(model.copyHash)));
    }

    static String withheld(SentPackage one) {
        long withheld = one.find(SentPackage.WITHHELD).orElse(0L);
        return withheld == 0 ? "Nothing" : String.format(Locale.UK, "%,d %s", withheld, withheld == 1 ? "record" : "records");
    }

    /// A hash that can be selected and copied.
    static Node hash(String hash) {
        var field = new TextField(hash);
        field.setEditable(false);
        field.getStyleClass().add("hash");
        field.setAccessibleText("SHA-256");
        return field;
    }
}
