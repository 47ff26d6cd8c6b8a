package fourfold.core.inspection;

import fourfold.core.kernel.Entity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of what a check found.
///
/// @param ref what people call it by: a record's reference, or the name of an agency, an LRO or an area
/// @param name the name beside a reference; empty where it has none
/// @param note why it is here, in a few words
/// @param id the record; null where it is none
/// @param about the threat of an action, plan or agenda, or the other one of two events; null where there is none
public record Hit(Kind kind, String ref, String name, String note, @Nullable UUID id, @Nullable UUID about) {

    /// What a line is about.
    public enum Kind {
        THREAT("threat"),
        PLAN("plan"),
        ACTION("action"),
        MEETING("meeting"),
        EVENTS("pair of events"),
        AGENCY("agency"),
        LRO("LRO"),
        AREA("threat area");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// What a person calls it.
        public String word() {
            return word;
        }
    }

    static Hit of(Kind kind, Entity<?> record, String ref, String name, String note, @Nullable UUID about) {
        return new Hit(kind, ref, name, note, record.id().value(), about);
    }

    static Hit named(Kind kind, String name, String note) {
        return new Hit(kind, name, "", note, null, null);
    }
}
