package fourfold.core.threat;

import fourfold.core.kernel.Problem.Flaw;

/// What an open threat may lack of what a form would have asked for. What came in an extract is taken as it is, and asked for
/// afterwards.
///
/// The store keeps a set of them as bits by their place in this list: new ones come last.
public enum ThreatGap {
    MASTER_LIST_REASON("masterListReason", "Off the master list without a reason."),
    LRO("lro", "No LRO."),
    SIO_IS_LRO_REASON("sioIsLroReason", "The SIO is the LRO, without a reason.");

    private final Flaw flaw;

    ThreatGap(String field, String sentence) {
        this.flaw = new Flaw(field, sentence);
    }

    /// The field where it can be put right, and the sentence that says so.
    public Flaw flaw() {
        return flaw;
    }
}
