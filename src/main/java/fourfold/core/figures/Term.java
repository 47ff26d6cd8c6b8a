package fourfold.core.figures;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One condition: a key, how it is compared, and the values of which one is enough. `kind=Organised crime group`,
/// `tier!=Tier 5`, `phase!~closed` (does not contain, whatever the case), `mapped<=2022-02-01`. An empty value means that
/// nothing is there.
///
/// @param key the name of a key
/// @param sign how it is compared
/// @param values alternatives
public record Term(String key, Sign sign, List<String> values) {

    /// Ways to compare.
    public enum Sign {
        IS_NOT("!="),
        LACKS("!~"),
        UP_TO("<="),
        FROM(">="),
        IS("="),
        CONTAINS("~"),
        BEFORE("<"),
        AFTER(">");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        /// As it is written.
        public String text() {
            return text;
        }

        boolean isOrder() {
            return this == UP_TO || this == FROM || this == BEFORE || this == AFTER;
        }
    }

    private static final Pattern WRITTEN = Pattern.compile("([^!=~<>]+)(!=|!~|<=|>=|=|~|<|>)(.*)", Pattern.DOTALL);

    public Term {
        values = List.copyOf(values);
    }

    /// The condition that a person wrote.
    public static Outcome<Term> of(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches() || match.group(1).isBlank())
            return Outcome.refused(new Problem.Invalid(
                    "where", "\"" + text.strip() + "\" is no condition such as kind=Organised crime group or mapped<=2022-02-01."));
        return Outcome.done(new Term(match.group(1).strip(), sign(match.group(2)), List.of(match.group(3).strip())));
    }

    /// The conditions of a view: separated by semicolons, alternatives by upright strokes.
    ///
    /// @throws IllegalArgumentException when one is none
    public static List<Term> all(String text) {
        return split(text).stream().map(Term::ofView).toList();
    }

    private static Term ofView(String part) {
        return switch (of(part)) {
            case Outcome.Done<Term>(var term) ->
                new Term(
                        term.key(),
                        term.sign(),
                        Arrays.stream(term.values().getFirst().split("\\|", -1)).map(String::strip).toList());
            case Outcome.Refused<Term>(var problem) -> throw new IllegalArgumentException(problem.sentence());
        };
    }

    /// The conditions that a person wrote, each as [#of] takes it; the first that is none is refused.
    public static Outcome<List<Term>> of(List<String> written) {
        Outcome<List<Term>> all = Outcome.done(new ArrayList<>());
        for (var text : written)
            all = all.then(terms -> of(text).map(term -> {
                terms.add(term);
                return terms;
            }));
        return all;
    }

    /// What stands between semicolons, without what is empty.
    public static List<String> split(String text) {
        return Arrays.stream(text.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    static Sign sign(String text) {
        return Arrays.stream(Sign.values()).filter(one -> one.text.equals(text)).findFirst().orElseThrow();
    }

    /// As a person writes it.
    @Override
    public String toString() {
        return key + sign.text + String.join("|", values);
    }
}
