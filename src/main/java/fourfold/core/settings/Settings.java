package fourfold.core.settings;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;

/// The settings of a vault. There is one such record; what it does not say has its usual value.
public final class Settings extends Entity<Settings> {

    private static final Fields.Declaration<Settings> IS = Fields.declare("settings", "settings", Settings::new);

    public static final Field<Settings, Long> SILENT_DAYS =
            IS.field("silentDays", "Days until a threat is silent", Type.whole());
    public static final Field<Settings, Long> DUE_DAYS =
            IS.field("dueDays", "Days ahead that count as due soon", Type.whole());
    public static final Field<Settings, Long> THREATS_PER_LRO =
            IS.field("threatsPerLro", "Threats that one LRO should have at most", Type.whole());
    public static final Field<Settings, Long> IDLE_MINUTES =
            IS.field("idleMinutes", "Minutes until an idle vault locks", Type.whole());

    /// The declaration.
    public static final Fields<Settings> FIELDS = IS.complete();

    /// The identity of the one record.
    public static final Id<Settings> ID = Id.named("settings", "vault");

    private Settings(Id<Settings> id, Values<Settings> values) {
        super(id, values);
    }

    @Override
    public Fields<Settings> fields() {
        return FIELDS;
    }

    /// After how many days without an event and without a finished action a threat is silent.
    public int silentDays() {
        return Math.toIntExact(find(SILENT_DAYS).orElse(60L));
    }

    /// How many days ahead something is due soon.
    public int dueDays() {
        return Math.toIntExact(find(DUE_DAYS).orElse(7L));
    }

    /// How many threats one LRO should have at most. Three officers with ten threats each were too few (inspection report,
    /// Lincolnshire).
    public int threatsPerLro() {
        return Math.toIntExact(find(THREATS_PER_LRO).orElse(8L));
    }

    /// After how many minutes without a key or a movement the vault locks.
    public int idleMinutes() {
        return Math.toIntExact(find(IDLE_MINUTES).orElse(5L));
    }
}
