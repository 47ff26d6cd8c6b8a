package fourfold.core.reference;

import java.util.List;

/// Words that forms offer. None of them is closed: an extract may hold others, and they are kept as they are.
///
/// @param tags marks that cut across threat areas, such as "COUNTY_LINES"
/// @param phases how far a threat is while it is open
/// @param closurePhases how a threat is closed; each contains the word "closed", which the printed filter looks for
/// @param leadUnits units inside an agency to which an event is credited
/// @param posts posts that can own an action without a log-in
/// @param meetingKinds governance meetings
public record Lists(
        List<Word> tags,
        List<Word> phases,
        List<Word> closurePhases,
        List<Word> leadUnits,
        List<Word> posts,
        List<Word> meetingKinds) {

    /// One word of a list.
    ///
    /// @param meaning one sentence to show beside it
    public record Word(String value, String meaning) {}

    public Lists {
        tags = List.copyOf(tags);
        phases = List.copyOf(phases);
        closurePhases = List.copyOf(closurePhases);
        leadUnits = List.copyOf(leadUnits);
        posts = List.copyOf(posts);
        meetingKinds = List.copyOf(meetingKinds);
    }
}
