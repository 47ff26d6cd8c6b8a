package fourfold.desk;

import static fourfold.core.access.Permission.OWN;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.settings.Draft;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.store.Store;
import fourfold.vault.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The counter for what was typed and not saved. A draft is encrypted like everything else, is its writer's alone, and is
/// gone once the text is saved or thrown away.
public final class DraftDesk extends Desk {

    DraftDesk(Session session, Store store, Ledger ledger) {
        super(session, store, ledger);
    }

    /// Text that was being typed at a place.
    ///
    /// @param texts what stood in each field
    public record Unsaved(String place, Map<String, String> texts, Instant keptAt) {}

    /// Keeps what is being typed at a place; nothing typed takes the draft away.
    ///
    /// @return false when it is longer than a draft can be, and was not kept
    public boolean keep(String place, Map<String, String> texts) {
        return ledger.deciding(() -> {
            if (content(texts).length() > Draft.LONGEST) return false;
            Id<Draft> id = Draft.idFor(session.user(), place);
            var kept = store.records().find(Draft.FIELDS, id);
            var before = kept.map(Kept::record).orElseGet(() -> Draft.FIELDS.blank(id));
            var after = before.with(Draft.PERSON, session.user())
                    .with(Draft.PLACE, place)
                    .with(Draft.CONTENT, texts.isEmpty() ? "" : content(texts))
                    .with(Draft.KEPT_AT, texts.isEmpty() ? null : session.clock().instant());
            if (after.is(Draft.CONTENT, before.get(Draft.CONTENT))) return true;
            var change = kept.map(there -> Change.of(Operation.DRAFT, before, after, there.state()))
                    .orElseGet(() -> Change.creating(Operation.DRAFT, after));
            ledger.write(session, OWN, "", List.of(change));
            return true;
        });
    }

    private static String content(Map<String, String> texts) {
        var members = new TreeMap<String, Json>();
        texts.forEach((field, text) -> members.put(field, Json.of(text)));
        return Json.of(members).canonicalText();
    }

    /// Takes the draft of a place away: its text was saved or is not wanted.
    public void discard(String place) {
        var ok = keep(place, Map.of());
        if (!ok) throw new IllegalStateException("an empty draft is never too long");
    }

    /// The draft that this person has at a place.
    public Optional<Unsaved> at(String place) {
        return store.records()
                .find(Draft.FIELDS, Draft.idFor(session.user(), place))
                .map(Kept::record)
                .filter(draft -> !draft.lacks(Draft.CONTENT))
                .map(DraftDesk::unsaved);
    }

    /// All drafts of this person.
    public List<Unsaved> mine() {
        return store.records()
                .all(Draft.FIELDS).stream()
                .map(Kept::record)
                .filter(draft -> draft.is(Draft.PERSON, session.user()) && !draft.lacks(Draft.CONTENT))
                .map(DraftDesk::unsaved)
                .toList();
    }

    private static Unsaved unsaved(Draft draft) {
        var texts = new TreeMap<String, String>();
        StrictJson.read(draft.get(Draft.CONTENT).getBytes(StandardCharsets.UTF_8))
                .members()
                .values()
                .forEach((field, text) -> texts.put(field, text.text()));
        return new Unsaved(draft.get(Draft.PLACE), texts, draft.get(Draft.KEPT_AT));
    }
}
