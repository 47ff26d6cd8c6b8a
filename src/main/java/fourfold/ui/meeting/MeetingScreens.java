package fourfold.ui.meeting;

import fourfold.core.kernel.Id;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.UUID;

/// The screens of governance meetings.
public final class MeetingScreens {

    private MeetingScreens() {}

    /// All meetings, the newest first.
    ///
    /// @param filter what to search for at first, or empty
    public static Screen list(Desktop desktop, String filter) {
        var model = new MeetingsViewModel(desktop, filter);
        return Screen.of("Meetings", MeetingsView.of(model))
                .with(List.of(model.record, model.open, model.returned, model.saving.command(), model.refresh))
                .helped("meetings")
                .closing(model::close);
    }

    /// The file of one meeting.
    public static Screen file(Desktop desktop, UUID meeting) {
        var model = new MeetingFileViewModel(desktop, new Id<>(meeting));
        return Screen.of("Meeting", MeetingFileView.of(model))
                .titled(model.title())
                .under("Meetings", new Place.Meetings(""))
                .with(List.of(model.brief, model.correct, model.returned, model.saving.command(), model.versions, model.refresh))
                .helped("meetings")
                .closing(model::close);
    }
}
