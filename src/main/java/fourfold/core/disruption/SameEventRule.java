package fourfold.core.disruption;

import fourfold.core.kernel.Choice;
import java.util.Map;

/// When two events of different agencies may be one: kept as data, so that a region can be stricter or more generous.
/// Points only say what is worth a person's look; nothing is ever linked by them.
///
/// @param id short and unique
/// @param authority where it is stated
/// @param days how many days the two may be apart
/// @param points how many points make the two worth a look
/// @param worth the points of each likeness
public record SameEventRule(String id, String authority, int days, int points, Map<Likeness, Integer> worth) {

    /// In what two events can be alike.
    public enum Likeness implements Choice {
        SAME_DAY("same day"),
        DAYS_APART("days apart"),
        THREAT("same threat"),
        NATIONAL_REF("threats with one national reference"),
        THREAT_NAME("threats with one name"),
        OPERATION("same operation"),
        TACTIC("same tactic"),
        QUANTITIES("same quantities"),
        NAMED("one names the other's agency");

        private final String label;

        Likeness(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    public SameEventRule {
        worth = Map.copyOf(worth);
        if (days < 0 || days > 31) throw new IllegalArgumentException("days apart are 0 to 31: " + days);
        if (points < 1) throw new IllegalArgumentException("a rule needs at least one point");
    }

    int worth(Likeness likeness) {
        return worth.getOrDefault(likeness, 0);
    }
}
