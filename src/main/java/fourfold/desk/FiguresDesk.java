package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.figures.Counting;
import fourfold.core.figures.FactTests;
import fourfold.core.figures.Facts;
import fourfold.core.figures.FigureJson;
import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.SideBySide;
import fourfold.core.figures.Term;
import fourfold.core.figures.View;
import fourfold.core.figures.Views;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.UkMoment;
import fourfold.core.kernel.Watch;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Reference;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Journal;
import fourfold.extract.ViewTables;
import fourfold.store.PastStore;
import fourfold.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The counter for figures.
public final class FiguresDesk extends Desk {

    private final Supplier<Reference> reference;
    private final Function<Instant, Configurations.Known> earlier;
    private final Consultations consultations;
    private final Path folder;
    private final Journal journal;
    private @Nullable Views views;
    private @Nullable Facts kept;
    private @Nullable Past keptPast;

    /// Facts, and what they were at an earlier position.
    private record Past(Facts now, Facts past) {}

    /// @param earlier the lists and rules that this vault had at a moment
    /// @param folder where a store may be made for a while
    FiguresDesk(
            Session session,
            Store store,
            Ledger ledger,
            Supplier<Reference> reference,
            Function<Instant, Configurations.Known> earlier,
            Consultations consultations,
            Path folder,
            Journal journal) {
        super(session, store, ledger);
        this.reference = reference;
        this.earlier = earlier;
        this.consultations = consultations;
        this.folder = folder;
        this.journal = journal;
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
        return facts().then(facts -> answer(question, facts, rules(question)));
    }

    private Outcome<Figures> answer(Question question, Facts facts, Configurations.Known rules) {
        var moment = question.knownOn();
        var answer = moment == null ? count(question, facts, rules) : asKnownOn(question, facts, moment, rules);
        return answer.map(figures -> {
            consultations.listed("figures", terms(question), figures.total());
            return figures;
        });
    }

    /// The figures of a question, and beside them those of other questions with the same keys: two periods, or the readings of
    /// one filter.
    public Outcome<SideBySide> sideBySide(Question question, List<Question> others) {
        return answer(question).then(figures -> {
            Outcome<List<Figures>> beside = Outcome.done(new ArrayList<>());
            for (var other : others)
                beside = beside.then(so -> answer(other).map(more -> {
                    so.add(more);
                    return so;
                }));
            return beside.map(all -> new SideBySide(figures, all));
        });
    }

    private Outcome<Figures> count(Question question, Facts facts, Configurations.Known rules) {
        return count(question, facts, rules, session.today());
    }

    private Outcome<Figures> count(Question question, Facts facts, Configurations.Known rules, LocalDate today) {
        return counting(rules.reference())
                .answer(question, facts, new FactTests(facts), today, new FigureRefs(store.facts()));
    }

    /// The lists and rules by which a question is answered: as known on a moment, those that this vault had then. They are
    /// put together from every edition up to there, so a question is asked for them once.
    private Configurations.Known rules(Question question) {
        var moment = question.knownOn();
        return moment == null ? new Configurations.Known(reference.get(), List.of()) : earlier.apply(moment);
    }

    /// The figures of a question with all that says how they were counted.
    Outcome<Json.Members> content(Question question) {
        return facts().then(facts -> {
            var rules = rules(question);
            return answer(question, facts, rules).map(figures -> FigureJson.of(
                    question,
                    figures,
                    figures.known().map(Figures.Known::position).orElse(facts.position()),
                    rules.reference().countingRules()));
        });
    }

    /// The same counted again, as known at that position, by the rules of now; of a question that names a moment, by those of then.
    ///
    /// @param day the day of a question that names none
    Outcome<Json.Members> contentAt(Question question, long position, LocalDate day) {
        return facts().then(facts -> {
            var rules = rules(question);
            return count(question, past(facts, position), rules, day)
                    .map(figures -> FigureJson.of(question, figures, position, rules.reference().countingRules()));
        });
    }

    private Outcome<Figures> asKnownOn(Question question, Facts now, Instant moment, Configurations.Known rules) {
        long position = position(now, moment);
        return count(question, past(now, position), rules).map(figures -> figures.asKnownOn(
                new Figures.Known(moment, position), said(rules)));
    }

    private long position(Facts now, Instant moment) {
        return moment.isBefore(session.clock().instant())
                ? store.facts().position(moment, ledger.replica())
                : now.position();
    }

    /// The past that was asked for last is kept for the next question.
    private synchronized Facts past(Facts now, long position) {
        var known = keptPast;
        if (known != null && known.now() == now && known.past().position() == position) return known.past();
        var past = store.facts().at(now, position);
        keptPast = new Past(now, past);
        return past;
    }

    /// What has to be known of figures as known on a moment.
    private List<String> said(Configurations.Known rules) {
        var said = new ArrayList<>(takenBack());
        if (!rules.since().isEmpty())
            said.add("Counted by the lists and rules that this vault had then, without what was taken in since: configuration "
                    + String.join(", ", rules.since()) + ".");
        return said;
    }

    private List<String> takenBack() {
        var any = store.records().all(ReceivedPackage.FIELDS).stream()
                .anyMatch(kept -> !kept.record().lacks(ReceivedPackage.TAKEN_BACK));
        return any
                ? List.of("What was imported and taken back in this vault is in no figure, not as known on any moment either.")
                : List.of();
    }

    /// The moment that a person means, by British days and times.
    public Outcome<Instant> moment(String text) {
        try {
            return Outcome.done(UkMoment.parse(text, session.clock().getZone()));
        } catch (IllegalArgumentException wrong) {
            return Outcome.refused(new Problem.Invalid("knownOn", String.valueOf(wrong.getMessage())));
        }
    }

    /// Makes the figures of a question as known on a moment a second time, from a full projection of the journal up to there
    /// in an encrypted store of its own. This takes as long as building the lists anew.
    ///
    /// @param question one that names a moment
    /// @return whether both give the same; refused when it was stopped
    public Outcome<Boolean> prove(Question question, Watch watch) {
        var moment = question.knownOn();
        if (moment == null)
            return Outcome.refused(new Problem.Invalid("knownOn", "Only figures as known on a moment can be proved."));
        return facts().then(now -> {
            long position = position(now, moment);
            var stopped = new boolean[1];
            var made = PastStore.upTo(
                    folder, journal, position, at -> stopped[0] |= !watch.goOn(at, position), () -> stopped[0]);
            if (made.isEmpty()) return Outcome.refused(new Problem.NotNow("The projection was stopped."));
            try (var past = made.get()) {
                var rules = rules(question);
                return count(question, past.facts(), rules).then(proved -> count(question, past(now, position), rules)
                        .map(figures -> figures.rows().equals(proved.rows())));
            }
        });
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

    private Counting counting(Reference now) {
        var shown = new HashSet<>(Set.of(session.agency()));
        now.agencies()
                .find(session.agency())
                .filter(Agency::isRegional)
                .ifPresent(unit -> now.agencies().forcesOf(unit.regionCode()).forEach(force -> shown.add(force.name())));
        return new Counting(all(), now.countingRules(), now.agencies(), now.residents(), shown);
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
