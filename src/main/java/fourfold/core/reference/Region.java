package fourfold.core.reference;

/// One of the ten regions of policing in England and Wales (inspection report, appendix 1).
///
/// @param number as the report numbers them
/// @param code the common abbreviation of the regional unit, such as "EMSOU"
/// @param name the regional unit's full name
/// @param isRocu whether the unit is a regional organised crime unit; the London collaboration is not
public record Region(int number, String code, String name, boolean isRocu) {

    /// What the unit is called in a sentence: "regional unit" where it is no regional organised crime unit.
    public String unitWord() {
        return isRocu ? "regional organised crime unit" : "regional unit";
    }
}
