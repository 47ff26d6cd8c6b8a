package fourfold.ui.parts;

import fourfold.core.kernel.Outcome;
import fourfold.desk.DraftDesk.Unsaved;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Keeps what is typed in a form as a draft, so that a lock, a power cut or a closed window does not lose it, and brings it
/// back when the form is opened again. Nothing is kept of fields that were not changed.
public final class Drafting {

    private static final Duration PAUSE = Duration.seconds(1.5);

    private final Desktop desktop;
    private final String place;
    private final List<Input<String>> inputs;
    private final Asker keeping = Asker.acting("Keeping a draft");
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean kept;

    private Drafting(Desktop desktop, String place, List<Input<String>> inputs) {
        this.desktop = desktop;
        this.place = place;
        this.inputs = List.copyOf(inputs);
        pause.setOnFinished(event -> keep());
    }

    /// Brings back the draft of a place, if there is one, and keeps one from now on.
    ///
    /// @param place what makes it the same form, as in "action/EMSA-3F9C-0042"
    public static Drafting of(Desktop desktop, String place, List<Input<String>> inputs) {
        var drafting = new Drafting(desktop, place, inputs);
        desktop.tools().work().ask(
                Asker.reading("Looking for a draft"),
                place,
                wanted -> Outcome.done(desktop.office().drafts().at(wanted)),
                new Answer<>(drafting::bringBack, problem -> {}, desktop.tools().faults()::show));
        return drafting;
    }

    private void bringBack(Optional<Unsaved> draft) {
        draft.ifPresent(unsaved -> {
            kept = true;
            for (var input : inputs) {
                var text = unsaved.texts().get(input.name());
                if (text != null) {
                    input.set(text);
                }
            }
            desktop.tools().status().say("What you had typed here and not saved is back.");
        });
        inputs.forEach(input -> input.value().addListener((source, before, now) -> pause.playFromStart()));
    }

    private void keep() {
        Map<String, String> texts = new TreeMap<>();
        inputs.stream().filter(Input::isChanged).forEach(input -> texts.put(input.name(), input.filled()));
        write(texts);
        kept = !texts.isEmpty();
    }

    private void write(Map<String, String> texts) {
        desktop.tools().work().ask(
                keeping,
                Map.copyOf(texts),
                now -> {
                    desktop.office().drafts().keep(place, now);
                    return Outcome.done(now);
                },
                new Answer<>(now -> {}, problem -> {}, desktop.tools().faults()::show));
    }

    /// Takes the draft away: the text is saved, or is not wanted.
    public void discard() {
        pause.stop();
        if (kept) {
            kept = false;
            write(Map.of());
        }
    }
}
