package fourfold.ui.place;

import java.util.Optional;
import java.util.UUID;

/// Where the person is. Every place is a small record, so that it can be remembered, compared and opened at start. What
/// draws it is an exhaustive `switch`, so that a place without a screen does not compile.
public sealed interface Place {

    /// The vault is locked.
    record Unlock() implements Place {}

    /// No vault yet: make one, or open another.
    record NewVault() implements Place {}

    /// The worklist.
    record Home() implements Place {}

    /// The list of threats.
    ///
    /// @param filter what to search for at first, or empty
    record Threats(String filter) implements Place {}

    /// One threat.
    record ThreatFile(UUID threat, Tab tab) implements Place {}

    /// The parts of a threat's file.
    enum Tab {
        OVERVIEW("Overview"),
        PLAN("Plan"),
        DISRUPTIONS("Disruptions"),
        PEOPLE("People"),
        TIMELINE("Timeline");

        private final String label;

        Tab(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// The 4P plan of one threat as a board, on the whole page.
    record PlanBoard(UUID plan) implements Place {}

    /// The list of all plans.
    ///
    /// @param filter what to search for at first, or empty
    record Plans(String filter) implements Place {}

    /// The list of disruptions.
    ///
    /// @param filter what to search for at first, or empty
    record Disruptions(String filter) implements Place {}

    /// One disruption, with its moderation and its history.
    record DisruptionFile(UUID disruption) implements Place {}

    /// Pairs of events of different agencies that may be one.
    ///
    /// @param one with the other: the pair to begin at, whether it waits or was decided about
    record SameEvents(Optional<UUID> one, Optional<UUID> other) implements Place {}

    /// Plans to review and events to moderate.
    record Reviews() implements Place {}

    /// One plan under review.
    record Review(UUID plan) implements Place {}

    /// The list of governance meetings.
    ///
    /// @param filter what to search for at first, or empty
    record Meetings(String filter) implements Place {}

    /// One meeting, with who came and what was on its agenda.
    record MeetingFile(UUID meeting) implements Place {}

    /// Figures, as bars and as a table.
    record Figures() implements Place {}

    /// Frozen figures.
    ///
    /// @param name those at which to begin, or empty
    record Frozen(String name) implements Place {}

    /// What an inspector would find.
    record Inspection() implements Place {}

    /// What waits for a settlement or an answer.
    ///
    /// @param at the record, or the threat of the records, to begin at
    record Conflicts(Unsettled list, Optional<UUID> at) implements Place {}

    /// The two lists of what waits for a settlement or an answer.
    enum Unsettled {
        IN_CONFLICT("In conflict"),
        PROPOSED("Proposed by others");

        private final String label;

        Unsettled(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Packages that went out and came in, and the ways to make and to import one.
    record Packages() implements Place {}

    /// The steps of making a package.
    record PackageOut() implements Place {}

    /// The steps of importing a package.
    record PackageIn() implements Place {}

    /// The people of the vault, their roles and line managers.
    record People() implements Place {}

    /// Loading extracts.
    record Load() implements Place {}

    /// Two versions of one record side by side.
    ///
    /// @param kind the record's kind as its declaration names it
    record History(String kind, UUID id) implements Place {}

    /// The guide.
    ///
    /// @param topic what to open it at, or empty for its beginning
    record Guide(String topic) implements Place {}

    /// Text size, theme, lock time, backup, the journal.
    record Settings() implements Place {}

    /// Whether the place shows without an unlocked vault.
    default boolean isOutside() {
        return this instanceof Unlock || this instanceof NewVault;
    }
}
