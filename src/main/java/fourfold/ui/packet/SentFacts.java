package fourfold.ui.packet;

import fourfold.core.settings.SentPackage;
import fourfold.desk.OutboxDesk;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One package that was written here, beside the list.
final class SentFacts {

    private SentFacts() {}

    static Node of(PackagesViewModel model, PackagesViewModel.Sent sent) {
        var one = sent.record();
        var line = sent.line();
        var facts = new Facts().add("State", StateWords.badge(line.state()));
        if (line.answered().isPresent())
            facts.add("Answered", model.when(line.answered())).add("Answered by", one.get(SentPackage.ANSWERED_BY));
        if (line.refused() > 0) facts.add("Left out there", reasons(line));
        facts.add("Purpose", one.get(SentPackage.PURPOSE))
                .add("Written", model.when(line.written()))
                .add("Verified by", one.get(SentPackage.VERIFIED_BY))
                .add("Holds", PacketWords.count(line.entries(), "change"))
                .add("Withheld", withheld(one))
                .add("Marking", PacketWords.marking(one))
                .add("File", one.get(SentPackage.FILE))
                .add("SHA-256", hash(one.get(SentPackage.HASH)));
        return Nodes.column(
                Nodes.heading("Package " + line.number() + " for " + line.to()),
                Nodes.prose(StateWords.meaning(line)),
                facts,
                Buttons.row(List.of(model.copyHash)));
    }

    private static Node reasons(OutboxDesk.Line line) {
        var box = new VBox(Nodes.prose(PacketWords.count(line.refused(), "change")));
        box.getStyleClass().add("tight-column");
        line.why().forEach(why -> box.getChildren().add(Nodes.prose(why)));
        return box;
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
