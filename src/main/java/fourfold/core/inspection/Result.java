package fourfold.core.inspection;

import java.util.List;

/// The answer to one check.
///
/// @param sentence what a person would say, with the number; why there is no answer where there is none
/// @param count how many different things were found
/// @param hits the lines behind the number; one thing may have several
/// @param parts the same by its sides
public record Result(Check check, State state, String sentence, int count, List<Hit> hits, List<Breakdown> parts) {

    /// How a check ended.
    public enum State {
        FOUND("Found"),
        NOTHING_FOUND("Nothing found"),
        CANNOT_BE_ANSWERED("Cannot be answered");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /// As people read it.
        public String label() {
            return label;
        }
    }

    public Result {
        hits = List.copyOf(hits);
        parts = List.copyOf(parts);
    }

    /// The references of what was found, each once, in the order in which they are listed.
    public List<String> refs() {
        return hits.stream().map(Hit::ref).distinct().toList();
    }

    static Result of(Check check, Found found) {
        if (!found.cannot().isEmpty())
            return new Result(check, State.CANNOT_BE_ANSWERED, found.cannot(), 0, List.of(), List.of());
        int count = (int) found.hits().stream().map(Hit::ref).distinct().count();
        return new Result(
                check,
                count == 0 ? State.NOTHING_FOUND : State.FOUND,
                check.sentences().of(count, found.words()),
                count,
                found.hits(),
                found.parts());
    }
}
