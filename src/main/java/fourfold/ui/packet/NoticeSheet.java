package fourfold.ui.packet;

import fourfold.desk.Notice;
import fourfold.desk.OutboxDesk;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What agencies were sent and have to be told otherwise, and what they have not been sent.
final class NoticeSheet {

    /// How many are shown; the command line lists all.
    private static final int MOST = 100;

    private NoticeSheet() {}

    static SideSheet corrections(List<Notice> notices, ZoneId zone) {
        var content = Nodes.column(Nodes.prose(
                "What was sent and no longer holds. The next package to each agency carries what is still to be sent, and says so to whoever"
                        + " takes it in.",
                "muted"));
        if (notices.isEmpty()) content.getChildren().add(Nodes.prose("Everything that was sent still holds."));
        notices.stream().limit(MOST).forEach(one -> content.getChildren().add(one(one, zone)));
        if (notices.size() > MOST)
            content.getChildren().add(Nodes.prose(PacketWords.count(notices.size() - MOST, "more correction") + "."));
        return new SideSheet("package.corrections", "Corrections", content, () -> false);
    }

    private static Node one(Notice notice, ZoneId zone) {
        var facts = new Facts();
        switch (notice.what()) {
            case Notice.What.Changed changed -> facts.add(packages(notice) + " said", changed.said())
                    .add("Holds now", changed.holds().isEmpty() ? "Nothing" : changed.holds());
            case Notice.What.Withheld withheld -> facts.add(packages(notice), "Carried it")
                    .add("Now", "Withheld: " + withheld.why().label().toLowerCase(java.util.Locale.UK));
        }
        facts.add("Changed by", notice.by()).add("At", Dates.moment(notice.at(), zone));
        if (!notice.reason().isBlank()) facts.add("Why", notice.reason());
        var label = notice.what() instanceof Notice.What.Changed changed ? ", " + changed.label() : "";
        var name = Nodes.heading(PacketWords.capital(PacketWords.word(notice.kind())) + " " + notice.reference() + label);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(name, Nodes.flow(Nodes.label("For " + notice.to()), badge(notice)), facts);
        box.getStyleClass().add("tight-column");
        return box;
    }

    private static Badge badge(Notice notice) {
        var told = notice.carriedBy().map(number -> " with package " + number).orElse("");
        return new Badge(notice.standing().label() + told, switch (notice.standing()) {
            case DUE -> Badge.Tone.WARNING;
            case SENT -> Badge.Tone.QUIET;
            case CONFIRMED -> Badge.Tone.DONE;
        });
    }

    private static String packages(Notice notice) {
        var numbers = notice.packages();
        return numbers.size() == 1
                ? "Package " + numbers.getFirst()
                : "Packages " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static SideSheet waiting(PackagesViewModel.Waiting waiting, ZoneId zone) {
        var unsent = waiting.unsent();
        var content = Nodes.column(Nodes.prose(PacketWords.unsent(unsent) + ".", "muted"));
        waiting.newest().forEach(one -> content.getChildren().add(fresh(one, zone)));
        long more = unsent.changes() - waiting.newest().size();
        if (more > 0) content.getChildren().add(Nodes.prose(PacketWords.count(more, "older change") + "."));
        return new SideSheet("package.waiting", "Not sent to " + unsent.to(), content, () -> false);
    }

    private static Node fresh(OutboxDesk.Fresh one, ZoneId zone) {
        var box = new VBox(
                Nodes.label((PacketWords.capital(PacketWords.word(one.kind())) + " " + one.reference()).strip(), "strong"),
                Nodes.prose(one.what()),
                Nodes.prose(one.by() + ", " + Dates.moment(one.at(), zone), "muted"));
        box.getStyleClass().add("tight-column");
        return box;
    }
}
