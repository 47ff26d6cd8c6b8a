package fourfold.core.settings;

import java.util.Locale;

/// What a unit publishes for others.
public enum PublicationKind {
    /// The unit's own certificate and those of all its people.
    CERTIFICATES("list of certificates"),
    /// Lists, templates, counting rules and limits.
    CONFIGURATION("configuration");

    private final String words;

    PublicationKind(String words) {
        this.words = words;
    }

    /// What a person calls it.
    public String words() {
        return words;
    }

    /// The name in files and records.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
