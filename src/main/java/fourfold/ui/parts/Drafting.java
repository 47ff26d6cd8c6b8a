package fourfold.ui.parts;

import fourfold.core.kernel.Outcome;
import fourfold.desk.DraftDesk.Unsaved;
import fourfold.desk.Office;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Tools;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Keeps what is typed in a form as a draft, so that a lock, a power cut or a closed window does not lose it, and brings it
/// back when the form is opened again.
public final class Drafting {

    /// How long the typing has to rest before a draft is kept; leaving the form and locking keep it at once.
    private static final Duration REST = Duration.seconds(1.5);

    private final Office office;
    private final Tools tools;
    private final String place;
    private final Asker keeping = Asker.acting("Keeping what you typed");
    private volatile Map<String, String> kept = Map.of();
    private boolean over;

    /// @param place what makes it the same form, as in "action/EMSA-3F9C07-0042"
    public Drafting(Office office, Tools tools, String place) {
        this.office = office;
        this.tools = tools;
        this.place = place;
    }

    /// Brings back the draft of a form of texts, if there is one, and keeps one of what is changed from now on.
    public static Drafting of(Desktop desktop, String place, List<Input<String>> inputs) {
        var drafting = new Drafting(desktop.office(), desktop.tools(), place);
        desktop.tools().work().ask(
                Asker.reading("Looking for a draft"),
                drafting,
                found -> Outcome.done(found.read()),
                new Answer<>(draft -> drafting.bringBack(draft, inputs), problem -> {}, desktop.tools().faults()::show));
        return drafting;
    }

    private void bringBack(Optional<Unsaved> draft, List<Input<String>> inputs) {
        draft.ifPresent(unsaved -> {
            for (var input : inputs) {
                var text = unsaved.texts().get(input.name());
                if (text != null) {
                    input.set(text);
                }
            }
            tools.status().say("What you had typed here and not saved is back.");
        });
        whenAtRest(inputs, () -> keepChanged(inputs));
    }

    /// Keeps what was changed in these fields. Nothing is kept of the others.
    public void keepChanged(List<Input<String>> inputs) {
        Map<String, String> texts = new TreeMap<>();
        inputs.stream().filter(Input::isChanged).forEach(input -> texts.put(input.name(), input.filled()));
        keep(texts);
    }

    /// The draft that is there. It may be called off the UI thread, before the form is used.
    public Optional<Unsaved> read() {
        var draft = office.drafts().at(place);
        kept = draft.map(Unsaved::texts).orElse(Map.of());
        return draft;
    }

    /// Runs `keep` whenever the typing in one of these fields rests.
    public void whenAtRest(Collection<? extends Input<?>> inputs, Runnable keep) {
        var pause = new PauseTransition(REST);
        pause.setOnFinished(event -> keep.run());
        inputs.forEach(input -> input.value().addListener((source, before, now) -> pause.playFromStart()));
    }

    /// Keeps these texts, by field name, unless they are kept already; none take the draft away.
    public void keep(Map<String, String> texts) {
        if (over || texts.equals(kept)) {
            return;
        }
        kept = Map.copyOf(texts);
        tools.work().ask(
                keeping,
                kept,
                now -> {
                    office.drafts().keep(place, now);
                    return Outcome.done(now);
                },
                new Answer<>(done -> {}, problem -> tools.status().say(problem.sentence()), tools.faults()::show));
    }

    /// Takes the draft away; what is typed later is kept again.
    public void discard() {
        keep(Map.of());
    }

    /// Takes the draft away for good: the text is saved.
    public void end() {
        discard();
        over = true;
    }
}
