package fourfold.ui.home;

import fourfold.desk.RegionDesk.Force;
import fourfold.desk.RegionDesk.Picture;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What each force of the region has here, and who has not sent.
final class ForcesTable {

    private ForcesTable() {}

    static Node of(Picture picture, Desktop desktop) {
        var saving = TableSaving.at(desktop, () -> "");
        var table = Columns.<Force>of("Forces")
                .text("Force", 11, Force::agency)
                .node("Sent", 8, ForcesTable::standing, force -> force.own()
                        ? Nodes.label("")
                        : new Badge(standing(force), force.isBehind() ? Badge.Tone.WARNING : Badge.Tone.DONE))
                .text("Last package", 16, ForcesTable::last)
                .whereThereIsRoom(1)
                .text("Not come", 7, force -> force.missing().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .whereThereIsRoom(2)
                .number("Threats", 6, Force::threats)
                .whereThereIsRoom(3)
                .number("Open actions", 8, Force::openActions)
                .whereThereIsRoom(5)
                .number("Events, 12 months", 10, Force::events)
                .whereThereIsRoom(4)
                .opens(force -> desktop.go().go(new Place.Threats(force.agency())))
                .keyed(Force::agency)
                .empty("The region has no forces.")
                .savedBy(saving, force -> List.of())
                .rows(FXCollections.observableArrayList(picture.forces()));
        table.getStyleClass().add("forces-table");
        var box = new VBox(new Ends(Nodes.heading("Forces"), Buttons.link(saving.command())), table);
        box.getStyleClass().add("forces");
        return box;
    }

    private static String standing(Force force) {
        if (force.own()) return "";
        if (force.last().isEmpty()) return "Never sent";
        if (!force.missing().isEmpty()) return "Gap";
        return force.isBehind() ? "Behind" : "Up to date";
    }

    private static String last(Force force) {
        if (force.own()) return "";
        return force.last()
                .map(last -> last.number() + " on " + Dates.day(last.on()) + ", " + ago(last.daysAgo()))
                .orElse("none yet");
    }

    private static String ago(long days) {
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }

    /// The line that leads to the pairs of events that may be one; nothing where there are none.
    static List<Node> pairs(int count, Runnable open) {
        if (count == 0) return List.of();
        var words = count == 1 ? "One pair of events may be one event." : count + " pairs of events may be one event each.";
        return List.of(Nodes.flow(
                Nodes.prose(words),
                Buttons.link(fourfold.ui.kit.Command.of("home.same", "Look at them", open))));
    }
}
