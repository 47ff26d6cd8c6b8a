package fourfold.core.settings;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.List;

/// What the settings of a vault may be.
public final class SettingsRules {

    private record Range(Field<Settings, Long> field, long least, long most) {}

    /// A vault that stays open for more than an hour with nobody at it is as good as unlocked.
    private static final List<Range> RANGES = List.of(
            new Range(Settings.SILENT_DAYS, 1, 3650),
            new Range(Settings.DUE_DAYS, 0, 366),
            new Range(Settings.THREATS_PER_LRO, 1, 1000),
            new Range(Settings.IDLE_MINUTES, 1, 60));

    private SettingsRules() {}

    /// The settings, if each is one that can be lived with. What is not stated has its usual value.
    public static Outcome<Settings> check(Settings settings) {
        var flaws = RANGES.stream()
                .filter(range -> settings.find(range.field())
                        .filter(value -> value < range.least() || value > range.most())
                        .isPresent())
                .map(range -> new Problem.Flaw(
                        range.field().name(),
                        range.field().label() + " must lie between " + range.least() + " and " + range.most() + "."))
                .toList();
        return flaws.isEmpty() ? Outcome.done(settings) : Outcome.refused(new Problem.Invalid(flaws));
    }
}
