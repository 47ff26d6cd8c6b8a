package fourfold.desk;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Logs who consulted what (Data Protection Act 2018, section 62): a list or search once with its terms and the number of
/// hits, a record when it is opened, at most once per person, record and ten minutes. What cannot be logged is not shown.
final class Consultations {

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final Session session;
    private final Ledger ledger;
    private final Map<Object, Instant> last = new HashMap<>();

    Consultations(Session session, Ledger ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    /// The record, once its opening is logged.
    <K extends Entity<K>> Kept<K> opened(Kept<K> kept) {
        var id = kept.record().id().value();
        if (isDue(id)) {
            ledger.log(session, Audit.Kind.CONSULTATION, Map.of(
                    "kind", Json.of(kept.record().fields().kind()), "record", Json.of(id.toString())));
            isLogged(id);
        }
        return kept;
    }

    private synchronized boolean isDue(Object id) {
        var before = last.get(id);
        return before == null || !before.plus(AGAIN_AFTER).isAfter(session.clock().instant());
    }

    private synchronized void isLogged(Object id) {
        last.put(id, session.clock().instant());
    }

    /// Logs a list that a screen shows and reads again whenever something changes: at most once in ten minutes for the same
    /// terms.
    void listed(String what, String terms, long hits) {
        var list = what + "\n" + terms;
        if (!isDue(list)) return;
        searched(what, terms, hits);
        isLogged(list);
    }

    /// Logs a list or a search.
    void searched(String what, String terms, long hits) {
        ledger.log(session, Audit.Kind.SEARCH, Map.of(
                "list", Json.of(what), "terms", Json.of(terms), "hits", Json.of(hits)));
    }
}
