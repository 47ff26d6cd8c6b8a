package fourfold.desk;

import static fourfold.core.access.Permission.EXPORT;
import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Journal;
import fourfold.store.Store;
import java.util.List;
import java.util.TreeMap;

/// The counter for corrections: what agencies were sent that no longer holds, or would not be released to them now. The next
/// package to an agency carries what is due.
public final class CorrectionDesk extends Desk {

    private final Addresses addresses;
    private final Notifying notifying;

    CorrectionDesk(Session session, Store store, Ledger ledger, Journal journal, Addresses addresses) {
        super(session, store, ledger);
        this.addresses = addresses;
        this.notifying = new Notifying(store, journal);
    }

    /// Everything that agencies were or have to be told otherwise, agency by agency.
    public Outcome<List<Notice>> list() {
        return notices(false);
    }

    /// What agencies have still to be told.
    public Outcome<List<Notice>> due() {
        return notices(true);
    }

    /// What one agency has still to be told.
    public record Due(String to, int count) {}

    /// How much each agency has still to be told, by label; nothing for a person who may not write packages.
    public Outcome<List<Due>> counts() {
        return session.require(READ).then(ok -> session.may(EXPORT) ? due().map(CorrectionDesk::counted) : Outcome.done(List.of()));
    }

    private static List<Due> counted(List<Notice> notices) {
        var counts = new TreeMap<String, Integer>();
        for (var notice : notices) counts.merge(notice.to(), 1, Integer::sum);
        return counts.entrySet().stream().map(one -> new Due(one.getKey(), one.getValue())).toList();
    }

    private Outcome<List<Notice>> notices(boolean onlyDue) {
        return session.require(READ).map(ok -> addresses.usual(store).stream()
                .flatMap(to -> notifying.of(to, onlyDue).stream())
                .toList());
    }
}
