package fourfold.ui.history;

import fourfold.ui.kit.Page;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.parts.TimelinePane;
import fourfold.ui.parts.TimelineViewModel;
import fourfold.ui.place.Place;
import java.util.UUID;

/// The screen of a record's history.
public final class HistoryScreens {

    private HistoryScreens() {}

    /// Every entry of a record, and any two of its versions side by side.
    ///
    /// @param kind the record's kind as its declaration names it
    public static Screen history(Desktop desktop, String kind, UUID id) {
        var model = new TimelineViewModel(desktop, kind, id);
        var page = Page.titled("What changed, when, by whom and why")
                .saying("Select one entry to see what it changed. Select several with Shift+Down to compare the oldest with"
                        + " the newest.")
                .following(model)
                .content(TimelinePane.of(model));
        var screen = Screen.of("History", page).closing(model::close);
        return switch (kind) {
            case "threat" -> screen.under("Threats", new Place.Threats(""))
                    .under("Threat", new Place.ThreatFile(id, Place.Tab.TIMELINE));
            case "disruption" -> screen.under("Disruptions", new Place.Disruptions(""))
                    .under("Disruption", new Place.DisruptionFile(id));
            case "meeting" -> screen.under("Meetings", new Place.Meetings("")).under("Meeting", new Place.MeetingFile(id));
            case "plan" -> screen.under("Plans", new Place.Plans(""));
            default -> screen;
        };
    }
}
