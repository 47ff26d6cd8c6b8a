package fourfold.core.figures;

import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.disruption.CountingRules;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Residents;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Answers questions from facts.
///
/// @param views every saved view
/// @param rules what counts nationally, each rule for its record dates
/// @param agencies every agency there is
/// @param residents how many people live where
/// @param shown the names of agencies that have a row even where nothing names them
public record Counting(
        Views views, CountingRules rules, Agencies agencies, Residents residents, Set<String> shown) {

    /// Where the references of records come from.
    @FunctionalInterface
    public interface Refs {
        /// The references of the records of those rows of the table, in their order.
        List<String> of(FactTable<?> table, int... rows);
    }

    public Counting {
        shown = Set.copyOf(shown);
    }

    /// The answer, or what is wrong with the question in one sentence.
    ///
    /// @param tests over the facts that are to be counted
    /// @param today the day of a question that names none
    public Outcome<Figures> answer(Question question, Facts facts, FactTests tests, LocalDate today, Refs refs) {
        var found = views.find(question.view());
        if (found.isEmpty())
            return refused(new Problem.Invalid(
                    "view", "There is no view \"" + question.view() + "\", only " + String.join(", ", views.names()) + "."));
        var view = found.get();
        var given = question.window();
        if (given != null && !view.hasPeriod())
            return refused(new Problem.Invalid(
                    "from", "The view " + view.name() + " counts what stands and has no period; ask as at a day instead."));
        if (given != null && given.isBackwards())
            return refused(new Problem.Invalid("to", "The period ends before it begins."));
        var day = question.asAt() == null ? today : question.asAt();
        var window = given != null ? given : view.hasPeriod() ? view.period().at(day) : Window.ALL;
        var scope = new Scope(
                facts, tests, day, window, rules, agencies, residents, ThreatKeys.present(facts, agencies, shown), refs);
        return new Counter(view, question, scope).count();
    }

    /// The names of the keys of that view's subject.
    public List<String> keys(View view) {
        return Keys.names(view.subject());
    }
}
