package fourfold.core.disclosure;

import fourfold.core.kernel.Choice;

/// Why a record, or an entry of it, is not in a package.
public enum WhyWithheld implements Choice {
    /// Its marking is above the ceiling of the package or of the recipient.
    MARKING("Marked above the ceiling of this package"),
    /// It has handling instructions, and nobody has said how they are met.
    HANDLING("Handling instructions not answered"),
    /// It belongs to, decides about or names a record that is withheld.
    BELONGS("Belongs to a record that is withheld"),
    /// A kind that never leaves a vault.
    KIND("Never leaves the vault"),
    /// Nobody chose it.
    NOT_CHOSEN("Not chosen"),
    /// The recipient has had it in an earlier package.
    SENT_BEFORE("Sent before");

    private final String label;

    WhyWithheld(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /// Whether a rule of disclosure withholds it, and not merely the choice of what to send now.
    public boolean isRule() {
        return this == MARKING || this == HANDLING || this == BELONGS;
    }
}
