package fourfold.ui.parts;

import fourfold.core.sync.RecordState;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.MouseEvent;

/// The badges of a record that waits for somebody to settle a value or to answer a proposal. Each leads to where that is done.
public final class UnsettledMarks {

    private static final String IN_CONFLICT = "In conflict";
    private static final String PROPOSAL = "Proposal";

    private UnsettledMarks() {}

    /// What the badges of that record say; empty where nothing waits.
    public static List<String> words(RecordState state) {
        var words = new ArrayList<String>();
        if (!state.conflicts().isEmpty()) words.add(IN_CONFLICT);
        if (!state.proposals().isEmpty()) words.add(PROPOSAL);
        return words;
    }

    /// The badges of a record, or of one that speaks for several.
    ///
    /// @param kind what the badges' names begin with, such as "threat"
    /// @param at the record at which the lists begin
    /// @param states of all records that it speaks for
    public static List<Hyperlink> of(Navigator go, String kind, UUID at, Collection<RecordState> states) {
        var marks = new ArrayList<Hyperlink>();
        if (states.stream().anyMatch(state -> !state.conflicts().isEmpty()))
            marks.add(mark(go, kind + ".conflicts", IN_CONFLICT, "danger", Place.Unsettled.IN_CONFLICT, at));
        if (states.stream().anyMatch(state -> !state.proposals().isEmpty()))
            marks.add(mark(go, kind + ".proposals", PROPOSAL, "warning", Place.Unsettled.PROPOSED, at));
        return marks;
    }

    private static Hyperlink mark(Navigator go, String id, String text, String tone, Place.Unsettled list, UUID at) {
        var link = Buttons.link(Command.of(id, text, () -> go.go(new Place.Conflicts(list, Optional.of(at)))));
        link.getStyleClass().addAll("badge", tone);
        // what it lies on may be pressed as well, as a card is
        link.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        return link;
    }
}
