package fourfold.desk;

import fourfold.store.Store;

/// The worklist.
public final class HomeDesk extends Desk {
    HomeDesk(Session session, Store store, Ledger ledger, PeopleDesk people, SettingsDesk settings) {
        super(session, store, ledger);
    }
}
