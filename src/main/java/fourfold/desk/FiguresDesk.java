package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.figures.Counting;
import fourfold.core.figures.FactTests;
import fourfold.core.figures.Facts;
import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.Term;
import fourfold.core.figures.View;
import fourfold.core.figures.Views;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Reference;
import fourfold.extract.ViewTables;
import fourfold.store.Store;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The counter for figures.
public final class FiguresDesk extends Desk {

    private final Supplier<Reference> reference;
    private final Consultations consultations;
    private @Nullable Views views;
    private @Nullable Facts kept;

    FiguresDesk(
            Session session, Store store, Ledger ledger, Supplier<Reference> reference, Consultations consultations) {
        super(session, store, ledger);
        this.reference = reference;
        this.consultations = consultations;
    }

    /// What can be counted, as the records stand now. It is kept for the next question, and of what has changed since only
    /// that is read. Slow the first time.
    public Outcome<Facts> facts() {
        return session.require(READ).map(ok -> now());
    }

    /// The saved views.
    public Outcome<Views> views() {
        return session.require(READ).map(ok -> all());
    }

    /// The figures of a question. It is logged like a list: with what was asked and how many rows were counted.
    public Outcome<Figures> answer(Question question) {
        return facts().then(facts -> counting()
                .answer(question, facts, new FactTests(facts), session.today(), new FigureRefs(store.facts()))
                .map(figures -> {
                    consultations.listed("figures", terms(question), figures.total());
                    return figures;
                }));
    }

    /// The days of a period: of one that goes by the day, or of a view.
    ///
    /// @param name of a preset or of a view that has a period
    /// @param day null for today
    public Outcome<Window> period(String name, @Nullable LocalDate day) {
        var of = day == null ? session.today() : day;
        return views().then(views -> Window.Preset.called(name)
                .map(preset -> preset.at(of))
                .or(() -> views.find(name).filter(View::hasPeriod).map(view -> view.period().at(of)))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Problem.Invalid(
                        "period",
                        "There is no period \"" + name + "\", only "
                                + Stream.of(Window.Preset.values()).map(Window.Preset::written).collect(Collectors.joining(", "))
                                + " and the views that have one."))));
    }

    private Counting counting() {
        var now = reference.get();
        var shown = new HashSet<>(Set.of(session.agency()));
        now.agencies()
                .find(session.agency())
                .filter(Agency::isRegional)
                .ifPresent(unit -> now.agencies().forcesOf(unit.regionCode()).forEach(force -> shown.add(force.name())));
        return new Counting(all(), now.countingRules(), now.agencies(), shown);
    }

    private static String terms(Question question) {
        return Stream.of(
                        Stream.of(question.view()),
                        Stream.ofNullable(question.asAt()).map(day -> "as-at=" + day),
                        Stream.ofNullable(question.window())
                                .map(days -> "from=" + Objects.toString(days.from(), "") + " to="
                                        + Objects.toString(days.to(), "")),
                        Stream.ofNullable(question.knownOn()).map(moment -> "known-on=" + moment),
                        question.where().stream().map(Term::toString),
                        question.share().stream().map(term -> "share " + term))
                .flatMap(some -> some)
                .collect(Collectors.joining(" "));
    }

    /// The references of those records, by what the facts call them.
    <K extends Entity<K>> Map<Long, String> refs(Fields<K> fields, Collection<Long> ids) {
        return store.facts().refs(fields, ids);
    }

    private synchronized Views all() {
        var read = views;
        if (read == null) {
            read = ViewTables.read();
            views = read;
        }
        return read;
    }

    private synchronized Facts now() {
        var before = kept;
        var now = before == null ? store.facts().now() : store.facts().now(before);
        kept = now;
        return now;
    }
}
