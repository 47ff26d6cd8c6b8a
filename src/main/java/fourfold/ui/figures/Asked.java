package fourfold.ui.figures;

import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.Term;
import fourfold.core.figures.View;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.FiguresDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the form asks for, as it is filled in.
///
/// @param period the name of a preset; empty for the view's own days or for those that are given
/// @param knownOn a day or a moment as a person writes it; empty for now
/// @param where conditions with semicolons between them
/// @param beside what is counted beside it; null for nothing
/// @param today the day from which a year earlier is counted where no other is given
record Asked(
        View view,
        String period,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asAt,
        String knownOn,
        List<String> by,
        String where,
        @Nullable Beside beside,
        LocalDate today) {

    Asked {
        by = List.copyOf(by);
    }

    /// What can be counted beside the figures.
    ///
    /// @param view the name of another view; empty for the same a year earlier
    record Beside(String label, String view) {
        static final Beside YEAR_EARLIER = new Beside("The same, a year earlier", "");
    }

    /// The figures that were asked for.
    ///
    /// @param question with which they can be asked for again
    /// @param without why there are none beside them; empty where there are, or where nobody asked
    record Answered(Question question, Figures figures, Optional<Second> beside, String without) {}

    /// The figures beside others.
    ///
    /// @param called what stands after a number of them, such as "events"
    /// @param comparable whether the same is counted, so that differences mean something
    record Second(Question question, Figures figures, String called, boolean comparable) {}

    /// Asks the desk.
    Outcome<Answered> answer(FiguresDesk desk) {
        return Term.of(Term.split(where)).then(terms -> window(desk).then(days -> moment(desk).then(moment -> {
            var question = new Question(
                    view.name(), asAt, days.orElse(null), moment.orElse(null), by, terms, List.of(), false, false);
            return desk.answer(question).map(figures -> beside(desk, question, figures));
        })));
    }

    private Outcome<Optional<Instant>> moment(FiguresDesk desk) {
        return knownOn.isBlank() ? Outcome.done(Optional.empty()) : desk.moment(knownOn).map(Optional::of);
    }

    private Answered beside(FiguresDesk desk, Question question, Figures figures) {
        var wanted = beside;
        if (wanted == null) return new Answered(question, figures, Optional.empty(), "");
        var other = wanted.view().isEmpty() ? earlier(question, figures) : otherView(question, wanted.view());
        return switch (desk.answer(other)) {
            case Outcome.Done<Figures>(var found) -> {
                boolean earlier = wanted.view().isEmpty();
                var called = earlier ? "a year earlier" : found.view().subject().several();
                boolean comparable = found.view().subject() == view.subject();
                yield new Answered(question, figures, Optional.of(new Second(other, found, called, comparable)), "");
            }
            case Outcome.Refused<Figures>(var problem) ->
                new Answered(question, figures, Optional.empty(), "Nothing beside it: " + problem.sentence());
        };
    }

    /// The same keys, conditions and day in another view, with that view's own days where it has other ones.
    private static Question otherView(Question question, String view) {
        return new Question(
                view, question.asAt(), null, question.knownOn(), question.by(), question.where(), question.share(), false, false);
    }

    /// The same for the days of the year before; for what has no days, as at a year before.
    private Question earlier(Question question, Figures figures) {
        var window = figures.window();
        if (view.hasPeriod() && window.isBounded())
            return new Question(
                    question.view(),
                    question.asAt(),
                    new Window(
                            window.from() == null ? null : window.from().minusYears(1),
                            window.to() == null ? null : window.to().minusYears(1)),
                    question.knownOn(),
                    question.by(),
                    question.where(),
                    question.share(),
                    false,
                    false);
        return question.asAt((asAt == null ? today : asAt).minusYears(1));
    }

    private Outcome<Optional<Window>> window(FiguresDesk desk) {
        if (!period.isEmpty()) return desk.period(period, asAt).map(Optional::of);
        return Outcome.done(Window.given(from, to));
    }

    /// The references behind one row of figures, in order.
    static Outcome<List<String>> refs(FiguresDesk desk, Question question, List<String> values) {
        var narrower = new ArrayList<>(question.where());
        for (int i = 0; i < question.by().size(); i++) {
            var key = question.by().get(i);
            var value = values.get(i);
            // what is blank is asked for by nobody; alternatives of the same key would widen the question again
            if (value.isBlank() || narrower.stream().anyMatch(term -> term.key().equals(key))) continue;
            narrower.add(new Term(key, Term.Sign.IS, List.of(value)));
        }
        return desk.answer(question.where(narrower).withRefs())
                .then(figures -> figures.rows().stream()
                        .filter(row -> row.values().equals(values))
                        .findFirst()
                        .map(row -> Outcome.done(row.refs()))
                        .orElseGet(() -> Outcome.refused(
                                new Problem.Gone("What was counted there has changed; read the figures again."))));
    }
}
