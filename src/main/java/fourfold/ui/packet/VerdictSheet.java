package fourfold.ui.packet;

import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Released;
import fourfold.desk.PackageVerdict;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;

/// What came of looking at a package's file.
final class VerdictSheet {

    private VerdictSheet() {}

    static SideSheet of(PackagesViewModel.Looked looked, ZoneId zone) {
        var name = String.valueOf(looked.file().getFileName());
        var content = Nodes.column(Nodes.prose(name, "file-name"));
        switch (looked.verdict()) {
            case PackageVerdict.Refused(var flaw, var sentence) -> content.getChildren().addAll(
                    new Badge("Refused", Badge.Tone.DANGER),
                    Nodes.prose(sentence),
                    Nodes.prose("Nothing of it was used. Ask the sender to write it again and carry it over whole.", "muted"));
            case PackageVerdict.Sound sound -> content.getChildren().addAll(
                    new Badge(sound.fromUs() ? "Sound, written here" : "Sound", Badge.Tone.DONE),
                    Nodes.prose(sound.sentence()),
                    facts(sound, zone),
                    inside(sound));
        }
        return new SideSheet("package.verdict " + looked.file(), "Package file", content, () -> false);
    }

    private static Node facts(PackageVerdict.Sound sound, ZoneId zone) {
        var says = sound.says();
        return new Facts()
                .add("From", says.from())
                .add("To", says.to())
                .add("Number", Long.toString(says.number()))
                .add("Purpose", says.purpose())
                .add("Marking", says.marking().label())
                .add("Written", Dates.moment(says.created(), zone))
                .add("Signed by", sound.signedBy())
                .add("Verified by", says.verified().by())
                .add("Holds", PacketWords.records(says.records()))
                .add("Changes", String.format(java.util.Locale.UK, "%,d", says.entries()))
                .add("SHA-256", SentFacts.hash(sound.sha256()));
    }

    private static Node inside(PackageVerdict.Sound sound) {
        var says = sound.says();
        var box = Nodes.column();
        section(box, "Withheld", says.withheld().stream().map(VerdictSheet::withheld).toList());
        section(box, "Handling instructions to keep to", says.handling().stream()
                .map(one -> one.reference() + ": " + one.instructions())
                .toList());
        section(box, "Known gaps", says.gaps().stream().map(VerdictSheet::gap).toList());
        section(box, "Files", sound.files());
        return box;
    }

    private static void section(javafx.scene.layout.VBox box, String heading, List<String> lines) {
        if (lines.isEmpty()) return;
        var list = new javafx.scene.layout.VBox(Nodes.heading(heading));
        list.getStyleClass().add("tight-column");
        lines.forEach(line -> list.getChildren().add(Nodes.prose(line)));
        box.getChildren().add(list);
    }

    private static String withheld(Released.Withheld withheld) {
        return PacketWords.count(withheld.records(), PacketWords.word(withheld.kind())) + ": " + withheld.why().label();
    }

    /// As in "No LRO: 2 threats (EM-1, EM-2)".
    static String gap(Gap gap) {
        int shown = Math.min(gap.references().size(), 6);
        var more = gap.references().size() > shown ? " and " + (gap.references().size() - shown) + " more" : "";
        var lacks = gap.lacks().endsWith(".") ? gap.lacks().substring(0, gap.lacks().length() - 1) : gap.lacks();
        return lacks + ": " + PacketWords.count(gap.references().size(), PacketWords.word(gap.kind())) + " ("
                + String.join(", ", gap.references().subList(0, shown)) + more + ")";
    }
}
