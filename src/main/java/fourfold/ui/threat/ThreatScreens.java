package fourfold.ui.threat;

import fourfold.core.threat.Threat;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.parts.TimelinePane;
import fourfold.ui.parts.TimelineViewModel;
import fourfold.ui.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;

/// The screens about threats.
public final class ThreatScreens {

    private ThreatScreens() {}

    /// What other features put into a threat's file.
    public interface Parts {
        /// The plan of a threat.
        Screen plan(UUID threat);

        /// The disruptions of a threat.
        Screen disruptions(UUID threat);
    }

    /// The list of threats.
    ///
    /// @param filter what to search for at first, or empty
    public static Screen list(Desktop desktop, String filter) {
        var model = new ThreatListViewModel(desktop, filter);
        return Screen.of("Threats", ThreatListView.of(model))
                .with(model.commands())
                .helped("kinds")
                .closing(model::close);
    }

    /// The file of one threat.
    public static Screen file(Desktop desktop, UUID threat, Place.Tab tab, Parts parts) {
        var model = new ThreatFileViewModel(desktop, threat, tab);
        var closing = new ArrayList<Runnable>(List.of(model::close));
        var view = new ThreatFileView(model, wanted -> switch (wanted) {
            case OVERVIEW -> QueryPane.of(model.file, file -> OverviewPane.of(model, file));
            case PLAN -> part(parts.plan(threat), closing);
            case DISRUPTIONS -> part(parts.disruptions(threat), closing);
            case PEOPLE -> QueryPane.of(model.file, file -> PeoplePane.of(model, file));
            case TIMELINE -> {
                var timeline = new TimelineViewModel(desktop, Threat.FIELDS.kind(), threat);
                closing.add(timeline::close);
                yield TimelinePane.of(timeline);
            }
        });
        return Screen.of("Threat", view.node())
                .titled(model.title())
                .under("Threats", new Place.Threats(""))
                .with(model.commands())
                .helped("lro")
                .closing(() -> closing.forEach(Runnable::run));
    }

    private static Node part(Screen screen, List<Runnable> closing) {
        closing.add(screen.leave());
        return screen.node();
    }

    /// Opens the sheet for a new threat over whatever is shown.
    public static void create(Desktop desktop) {
        ThreatSheets.create(desktop);
    }
}
