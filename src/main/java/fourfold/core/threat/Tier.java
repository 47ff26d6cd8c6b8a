package fourfold.core.threat;

import fourfold.core.kernel.Choice;

/// The national tier, stored as it was given and never computed: neither the cut-offs nor the direction are public.
public enum Tier implements Choice {
    TIER_1("Tier 1"),
    TIER_2("Tier 2"),
    TIER_3("Tier 3"),
    TIER_4("Tier 4"),
    TIER_5("Tier 5");

    private final String label;

    Tier(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
