package fourfold.desk;

import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Intent;
import fourfold.core.disclosure.Recipient;
import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Selection;
import fourfold.core.disclosure.Verification;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Clears records as they stand for what is printed or written as a table: the same rules as for packages, for people of the
/// own agency. Whoever asks for it is the person who verified it.
final class Clearing {

    private final Session session;
    private final Store store;

    Clearing(Session session, Store store) {
        this.session = session;
        this.store = store;
    }

    /// What somebody has in mind.
    ///
    /// @param ceiling the highest marking that it shall have
    /// @param answers for a threat with handling instructions: how they are met for this purpose
    record Wish(String purpose, Marking ceiling, Map<Id<Threat>, String> answers) {}

    /// Clears everything that there is.
    Outcome<Released> everything(Wish wish) {
        return release(wish, reader -> {
            for (var fields : SharedKinds.ALL) each(fields, reader);
        });
    }

    private <K extends Entity<K>> void each(Fields<K> fields, Consumer<Kept<?>> reader) {
        store.records().each(fields, reader::accept);
    }

    /// Clears these records, with which everything has to be that they belong to.
    Outcome<Released> only(Wish wish, List<Kept<?>> records) {
        return release(wish, records::forEach);
    }

    private Outcome<Released> release(Wish wish, DisclosureRules.Records records) {
        var answers = new HashMap<UUID, String>();
        wish.answers().forEach((threat, answer) -> answers.put(threat.value(), answer));
        var intent = new Intent(
                session.agency(),
                new Recipient(session.agency(), Marking.OFFICIAL_SENSITIVE),
                wish.purpose(),
                wish.ceiling(),
                Selection.everything().answering(answers));
        return DisclosureRules.weighRecords(intent, records).then(weighing -> DisclosureRules.release(
                weighing, new Verification(session.label(), session.clock().instant()), List.of()));
    }
}
