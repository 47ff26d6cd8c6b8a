package fourfold.ui.parts;

import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Signal;
import fourfold.ui.kit.Tools;
import fourfold.ui.place.Navigator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every feature is given once a vault is open: its desks, the way off the UI thread, the ways to other places, and
/// the sheets over the page. A feature reaches another by place only, or through [#capture].
///
/// @param sheets where side sheets open
/// @param capturing opens quick capture
public record Desktop(Office office, Tools tools, Navigator go, Sheets sheets, Capturing capturing) {

    /// Opens quick capture, for a threat and a finished action where they are known.
    @FunctionalInterface
    public interface Capturing {
        void open(@Nullable Id<Threat> threat, @Nullable Id<Action> action);
    }

    /// Opens quick capture.
    public void capture(@Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        capturing.open(threat, action);
    }

    /// Says "look again" when a record of one of these kinds has changed.
    public Signal changesOf(String... kinds) {
        var wanted = Set.of(kinds);
        return listener -> office.feed().listen(changed -> {
            if (changed.kinds().stream().anyMatch(wanted::contains)) listener.run();
        })::close;
    }
}
