package fourfold.ui.disruption;

import fourfold.core.kernel.Outcome;
import fourfold.desk.DraftDesk;
import fourfold.desk.Office;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Tools;
import java.util.Map;

/// Keeps what is typed in one form as a draft, so that it outlives the sheet, a lock and the end of the program.
final class Drafting {

    private final Office office;
    private final Tools tools;
    private final String key;
    private final Asker asker = Asker.acting("Keeping what you typed");
    private Map<String, String> kept = Map.of();

    /// @param key what the draft is kept under
    Drafting(Office office, Tools tools, String key) {
        this.office = office;
        this.tools = tools;
        this.key = key;
    }

    /// The draft that is there, by field name. It may be called off the UI thread, before the form is used.
    Map<String, String> read() {
        kept = office.drafts().at(key).map(DraftDesk.Unsaved::texts).orElse(Map.of());
        return kept;
    }

    /// Keeps these texts, by field name, unless they are kept already; none take the draft away.
    void keep(Map<String, String> texts) {
        if (texts.equals(kept)) return;
        kept = Map.copyOf(texts);
        tools.work().ask(
                asker,
                kept,
                now -> {
                    office.drafts().keep(key, now);
                    return Outcome.done(now);
                },
                new Answer<>(done -> {}, refusal -> tools.status().say(refusal.sentence()), tools.faults()::show));
    }
}
