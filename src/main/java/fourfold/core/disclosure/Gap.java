package fourfold.core.disclosure;

import java.util.List;

/// Something that records of one kind are known to lack, so that the recipient can judge how complete they are: Data
/// Protection Act 2018, section 38(5)(b).
///
/// @param kind the kind of the records
/// @param lacks what they lack, in words: "LRO", "reason for not being on the master list"
/// @param references the records, by reference, in order
public record Gap(String kind, String lacks, List<String> references) {

    public Gap {
        references = List.copyOf(references);
    }
}
