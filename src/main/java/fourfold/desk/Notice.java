package fourfold.desk;

import fourfold.core.disclosure.WhyWithheld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an agency was sent and has to be told otherwise: a value that no longer holds, or a record that would not be
/// released to it now.
///
/// @param to who was told
/// @param reference what people call the record; empty where it has no reference
/// @param packages the numbers of the packages to it that said so
/// @param by who made the change, and for which agency
/// @param carriedBy the number of the package that tells of it
public record Notice(
        String to,
        String kind,
        UUID record,
        String reference,
        List<Long> packages,
        What what,
        String by,
        Instant at,
        String reason,
        Standing standing,
        Optional<Long> carriedBy) {

    public Notice {
        packages = List.copyOf(packages);
    }

    /// What has to be told.
    public sealed interface What {
        /// A value has changed.
        ///
        /// @param field the field's name
        /// @param said what the packages said, as people read it
        /// @param holds what holds now; empty for a field that was emptied
        record Changed(String field, String label, String said, String holds) implements What {}

        /// The record would be withheld now.
        record Withheld(WhyWithheld why) implements What {}
    }

    /// How far it has come.
    public enum Standing {
        /// The next package to that agency carries it.
        DUE("To be sent"),
        /// A package that nobody has answered carries it.
        SENT("Sent"),
        /// The agency has answered the package that carries it.
        CONFIRMED("Confirmed");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /// What a person reads.
        public String label() {
            return label;
        }
    }

    /// Whether the agency has still to be told.
    public boolean isDue() {
        return standing == Standing.DUE;
    }
}
