package fourfold.core.sync;

/// What an act did, as the journal names it. The words are for people; the codes are in journals and packages, where an
/// unknown one from a newer version is kept as it is.
public enum Operation {
    CREATE("Created"),
    LOAD("Loaded from an extract"),
    EDIT("Changed"),
    RETYPE("Typed anew"),
    APPOINT("LRO appointed"),
    CLOSE("Closed"),
    SUBMIT("Submitted"),
    RETURN("Returned"),
    APPROVE("Approved"),
    REVIEW_BEGIN("Taken into review"),
    ACTION_STATUS("Action moved on"),
    RECORD("Recorded"),
    MODERATE("Moderated"),
    EXPLAIN("Reason given"),
    SETTLE("Settled"),
    /// Another agency's change of a governed field: no part of the record until the owning agency answers it.
    PROPOSE("Proposed"),
    /// The owning agency takes the value of a proposal; the proposals it has seen are answered.
    ACCEPT("Proposal accepted"),
    /// The owning agency leaves things as they are; the proposals it has seen are answered.
    DECLINE("Proposal declined"),
    /// Two events were found to be one.
    LINK("Linked"),
    /// Two events were found to be two.
    PART("Found not the same"),
    UNLINK("Decision undone"),
    PERSON("Person changed"),
    SETTINGS("Settings changed"),
    PACKAGE("Package written"),
    PUBLICATION("Publication written or taken in"),
    DRAFT("Draft kept");

    private final String words;

    Operation(String words) {
        this.words = words;
    }

    /// What a person reads in a timeline.
    public String words() {
        return words;
    }

    /// The words for a code of a journal; the code itself where this version does not know it.
    public static String words(String code) {
        for (var operation : values()) if (operation.name().equals(code)) return operation.words;
        return code;
    }
}
