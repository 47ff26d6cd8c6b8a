package fourfold.desk;

import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.Term;
import fourfold.core.figures.Window;
import fourfold.core.inspection.Inspection;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.report.DisruptionReturn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The figures of papers: questions to the counters that screens and commands ask as well, so that a number on paper is the number
/// on the screen.
final class PaperFigures {

    private static final String LED = "disruptions-printed";
    private static final String EVERY = "disruptions-led";
    private static final String COUNTED = "disruptions-counted";
    private static final String SUPPORT = "support-printed";

    private final Session session;
    private final FiguresDesk figures;
    private final InspectionDesk inspection;
    private final Agencies agencies;

    PaperFigures(Session session, FiguresDesk figures, InspectionDesk inspection, Agencies agencies) {
        this.session = session;
        this.figures = figures;
        this.inspection = inspection;
        this.agencies = agencies;
    }

    Outcome<Inspection> inspect(Optional<Window> window) {
        return inspection.inspect(window.flatMap(days -> Optional.ofNullable(days.to())));
    }

    Outcome<DisruptionReturn.Content> disruptionReturn(String ref, Optional<Window> days) {
        var agency = agencies.find(ref);
        if (agency.isEmpty()) return Outcome.refused(new Problem.Gone("There is no agency called " + ref + "."));
        var window = days.orElseGet(() -> Window.Preset.ROLLING_12_MONTHS.at(session.today()));
        if (window.isBackwards()) return Outcome.refused(new Problem.Invalid("to", "The period ends before it begins."));
        var name = agency.get().name();
        return led(LED, name, window, "p", "category").then(led -> led(COUNTED, name, window, "p").then(counted ->
                led(EVERY, name, window, "p").then(every -> ask(SUPPORT, "supporting-agency", name, window, "p")
                        .then(support -> sides(name, window).map(sides ->
                                new DisruptionReturn.Content(name, window, led, counted, every, support, sides))))));
    }

    private Outcome<List<DisruptionReturn.Side>> sides(String agency, Window window) {
        Outcome<List<DisruptionReturn.Side>> sides = Outcome.done(new ArrayList<>());
        for (var side : List.of(
                List.of("By threat area", "area"), List.of("By kind of threat", "kind"), List.of("By unit", "unit"),
                List.of("By month of the record", "month")))
            sides = sides.then(so -> led(LED, agency, window, side.getLast()).then(led ->
                    led(COUNTED, agency, window, side.getLast()).map(counted -> {
                        so.add(new DisruptionReturn.Side(side.getFirst(), led, counted));
                        return so;
                    })));
        return sides;
    }

    private Outcome<Figures> led(String view, String agency, Window window, String... by) {
        return ask(view, "lead-agency", agency, window, by);
    }

    private Outcome<Figures> ask(String view, String key, String agency, Window window, String... by) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        return figures.answer(Question.of(view)
                .by(by)
                .during(from, to)
                .where(List.of(new Term(key, Term.Sign.IS, List.of(agency)))));
    }
}
