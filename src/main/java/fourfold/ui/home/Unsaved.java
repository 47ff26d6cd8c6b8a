package fourfold.ui.home;

import fourfold.desk.DraftDesk;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Text that was typed in a form, kept as a draft and not saved: what it is in words, and the way back to its form.
final class Unsaved {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Unsaved() {}

    /// As in "An unsaved disruption is waiting."
    static String words(DraftDesk.Unsaved draft) {
        return "An unsaved " + what(draft.place()) + " is waiting.";
    }

    private static String what(String place) {
        if (place.startsWith("capture")) return "disruption";
        if (place.startsWith("correct/")) return "correction of a disruption";
        if (place.startsWith("action/new/")) return "new action";
        if (place.startsWith("action/")) return "change to action " + place.substring("action/".length());
        if (place.startsWith("plan/")) return "change to a plan";
        if (place.equals("settle/conflicts")) return "settlement of a conflict";
        if (place.equals("settle/proposals")) return "answer to a proposal";
        if (place.equals("threat/new")) return "new threat";
        return "change to a threat";
    }

    /// Opens the form itself where it opens from anywhere, and else the place where it opens with the draft in it.
    static void open(Desktop desktop, DraftDesk.Unsaved draft) {
        var place = draft.place();
        var ids = ID.matcher(place);
        UUID first = ids.find() ? UUID.fromString(ids.group()) : null;
        if (place.startsWith("capture")) {
            UUID second = first != null && ids.find() ? UUID.fromString(ids.group()) : null;
            desktop.capture(
                    first == null ? null : new fourfold.core.kernel.Id<>(first),
                    second == null ? null : new fourfold.core.kernel.Id<>(second));
        } else if (place.startsWith("settle/")) {
            desktop.go().go(new Place.Conflicts(
                    place.endsWith("proposals") ? Place.Unsettled.PROPOSED : Place.Unsettled.IN_CONFLICT, Optional.empty()));
        } else if (first == null) {
            desktop.go().go(place.startsWith("action/") ? new Place.Plans("") : new Place.Threats(""));
        } else if (place.startsWith("correct/")) {
            desktop.go().go(new Place.DisruptionFile(first));
        } else if (place.startsWith("plan/")) {
            desktop.go().go(new Place.PlanBoard(first));
        } else {
            desktop.go().go(new Place.ThreatFile(
                    first, place.startsWith("action/") ? Place.Tab.PLAN : Place.Tab.OVERVIEW));
        }
    }
}
