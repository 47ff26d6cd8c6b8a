package fourfold.desk;

import static fourfold.core.access.Permission.CHANGE_SETTINGS;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.Settings;
import fourfold.core.settings.SettingsRules;
import fourfold.core.sync.Operation;
import fourfold.store.Store;
import java.util.List;

/// The counter for the settings of the vault.
public final class SettingsDesk extends Desk {

    private final Configurations configurations;

    SettingsDesk(Session session, Store store, Ledger ledger, Configurations configurations) {
        super(session, store, ledger);
        this.configurations = configurations;
    }

    /// The settings that hold: the vault's own, with the limits that its region has published in their place.
    public Settings inForce() {
        return configurations.now().limits(settings());
    }

    /// The vault's own settings.
    public Settings settings() {
        return configurations.settings();
    }

    /// Changes settings.
    public Outcome<Settings> change(Editing<Settings> values, String reason) {
        return allowed(CHANGE_SETTINGS, () -> {
            var kept = store.records().find(Settings.FIELDS, Settings.ID);
            var before = settings();
            return SettingsRules.check(values.into(before)).map(after -> {
                var change = kept.map(there -> Change.of(Operation.SETTINGS, before, after, there.state()))
                        .orElseGet(() -> Change.creating(Operation.SETTINGS, after));
                if (!change.isNothing()) ledger.write(session, CHANGE_SETTINGS, reason, List.of(change));
                return settings();
            });
        });
    }
}
