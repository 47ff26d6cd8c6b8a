package fourfold.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;

/// The reasons a person has written so far for one act, by the rule that asked.
public final class Reasons {

    private final Map<String, String> byRule;

    private Reasons(Map<String, String> byRule) {
        this.byRule = byRule;
    }

    static Reasons none() {
        return new Reasons(Map.of());
    }

    Reasons with(String rule, String reason) {
        var more = new LinkedHashMap<>(byRule);
        more.put(rule, reason);
        return new Reasons(more);
    }

    /// The reason for one rule, or empty.
    public String of(String rule) {
        return byRule.getOrDefault(rule, "");
    }

    /// All reasons as one text, or empty.
    public String text() {
        return String.join(" ", byRule.values());
    }

    /// All reasons by rule.
    public Map<String, String> byRule() {
        return Map.copyOf(byRule);
    }
}
