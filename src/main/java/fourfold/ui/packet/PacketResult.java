package fourfold.ui.packet;

import fourfold.desk.PacketDesk;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// What was written, at the end of the steps.
final class PacketResult {

    private PacketResult() {}

    static Node of(PackageOutViewModel model, Consumer<String> copy) {
        var written = model.written().get();
        var box = Nodes.column(Nodes.prose("The file was read again and checked. Carry it over by an approved means; "
                + "only " + model.to.get() + " and you can open it."));
        if (written != null) written.forEach(one -> box.getChildren().add(one(one, copy)));
        return box;
    }

    private static Node one(PacketDesk.Written one, Consumer<String> copy) {
        var hash = Command.of("package.hash-" + one.number(), "Copy the SHA-256", () -> copy.accept(one.sha256()))
                .icon("fth-copy");
        var path = Command.of("package.path-" + one.number(), "Copy the file's path", () -> copy.accept(one.file().toString()))
                .icon("fth-copy");
        return Nodes.column(
                Nodes.heading("Package " + one.number() + " is written"),
                new Facts()
                        .add("File", String.valueOf(one.file().getFileName()))
                        .add("Folder", String.valueOf(one.file().toAbsolutePath().getParent()))
                        .add("Holds", PacketWords.records(one.records()))
                        .add("Changes", String.format(java.util.Locale.UK, "%,d", one.entries()))
                        .add("Withheld", one.withheld() == 0 ? "Nothing" : PacketWords.count(one.withheld(), "record"))
                        .add("SHA-256", SentFacts.hash(one.sha256())),
                Buttons.row(List.of(hash, path)));
    }
}
