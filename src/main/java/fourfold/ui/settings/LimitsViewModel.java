package fourfold.ui.settings;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.Settings;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;

/// The limits of the vault: when a threat is silent, what is due soon, how much one LRO should have, when it locks.
public final class LimitsViewModel extends ViewModel {

    final Query<Settings> settings;
    final Input<Long> silent = limit(Settings.SILENT_DAYS);
    final Input<Long> due = limit(Settings.DUE_DAYS);
    final Input<Long> threats = limit(Settings.THREATS_PER_LRO);
    final Input<Long> idle = limit(Settings.IDLE_MINUTES).help("It counts from the next unlocking.");
    final Command save;
    private final Desktop desktop;

    LimitsViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        for (var field : List.of(silent, due, threats, idle)) input(field);
        sayWhatTheRegionSets();
        settings = query(
                "Reading the settings",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> Outcome.done(desktop.office().settings().settings()),
                desktop.changesOf("settings"));
        settings.whenRead(this::fill);
        save = command("settings.limits", "Save the limits", this::save)
                .unless(new SimpleObjectProperty<>(
                        desktop.office().session().may(Permission.CHANGE_SETTINGS)
                                ? ""
                                : Permission.CHANGE_SETTINGS.refusal()));
    }

    private static Input<Long> limit(Field<Settings, Long> field) {
        return Input.of(field.name(), field.label());
    }

    /// The region's limit holds; what is set here is kept for when the region sets none.
    private void sayWhatTheRegionSets() {
        var inUse = desktop.office().publications().inUse();
        for (var input : List.of(silent, due, threats)) {
            var regional = inUse.limits().get(input.name());
            if (inUse.regional().contains(input.name()))
                input.help("The configuration " + inUse.edition() + " sets " + regional + ", which holds in place of this.");
        }
    }

    private void fill(Settings now) {
        silent.starting((long) now.silentDays());
        due.starting((long) now.dueDays());
        threats.starting((long) now.threatsPerLro());
        idle.starting((long) now.idleMinutes());
    }

    private void save() {
        var values = new Editing<Settings>(List.of(
                new Field.Slot<>(Settings.SILENT_DAYS, silent.get()),
                new Field.Slot<>(Settings.DUE_DAYS, due.get()),
                new Field.Slot<>(Settings.THREATS_PER_LRO, threats.get()),
                new Field.Slot<>(Settings.IDLE_MINUTES, idle.get())));
        askWithReason(
                reasons -> values,
                wanted -> desktop.office().settings().change(wanted, ""),
                saved -> tools().status().say("The limits are saved."));
    }
}
