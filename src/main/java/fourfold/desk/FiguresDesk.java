package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.figures.Facts;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.store.Store;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The counter for figures.
public final class FiguresDesk extends Desk {

    private @Nullable Facts kept;

    FiguresDesk(Session session, Store store, Ledger ledger) {
        super(session, store, ledger);
    }

    /// What can be counted, as the records stand now. It is kept for the next question, and of what has changed since only
    /// that is read. Slow the first time.
    public Outcome<Facts> facts() {
        return session.require(READ).map(ok -> now());
    }

    /// The references of those records, by what the facts call them.
    <K extends Entity<K>> Map<Long, String> refs(Fields<K> fields, Collection<Long> ids) {
        return store.facts().refs(fields, ids);
    }

    private synchronized Facts now() {
        var before = kept;
        var now = before == null ? store.facts().now() : store.facts().now(before);
        kept = now;
        return now;
    }
}
