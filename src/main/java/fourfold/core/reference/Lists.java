package fourfold.core.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /// The names of the lists, as `lists.csv` has them.
    public static final List<String> NAMES =
            List.of("tag", "phase", "closure phase", "lead unit", "post", "meeting kind");

    /// The lists by name.
    public Map<String, List<Word>> byName() {
        var all = List.of(tags, phases, closurePhases, leadUnits, posts, meetingKinds);
        var named = new LinkedHashMap<String, List<Word>>();
        for (int i = 0; i < NAMES.size(); i++) named.put(NAMES.get(i), all.get(i));
        return named;
    }

    /// With others in the place of those of the same name.
    Lists with(Map<String, List<Word>> others) {
        var all = byName();
        all.putAll(others);
        var lists = List.copyOf(all.values());
        return new Lists(lists.get(0), lists.get(1), lists.get(2), lists.get(3), lists.get(4), lists.get(5));
    }

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
