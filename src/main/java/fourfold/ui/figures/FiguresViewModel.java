package fourfold.ui.figures;

import fourfold.core.figures.Figures.Row;
import fourfold.core.figures.Keys;
import fourfold.core.figures.Subject;
import fourfold.core.figures.View;
import fourfold.core.figures.Views;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.desk.Office;
import fourfold.desk.TableDesk;
import fourfold.ui.figures.Asked.Answered;
import fourfold.ui.figures.Asked.Beside;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Returning;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The question as it is filled in, and the figures that answer it.
final class FiguresViewModel extends ViewModel {

    private static final String KEPT = "figures.asked";

    /// Which days are counted.
    ///
    /// @param preset the name of one; empty for the view's own days
    record Period(String label, String preset) {
        static final List<Period> ALL = List.of(
                new Period("The view's own", ""),
                new Period("The 12 months to the day", Window.Preset.ROLLING_12_MONTHS.written()),
                new Period("This financial year", Window.Preset.FINANCIAL_YEAR.written()),
                new Period("The last financial year", Window.Preset.LAST_FINANCIAL_YEAR.written()),
                new Period("This calendar year", Window.Preset.CALENDAR_YEAR.written()),
                new Period("The last calendar year", Window.Preset.LAST_CALENDAR_YEAR.written()),
                new Period("The report's year", "disruptions-year"),
                new Period("The report's year, 1 June in", "disruptions-inclusive"));
    }

    /// One figure, and the one beside it.
    record Line(List<String> values, Row row, Optional<Row> beside) {
        String name() {
            return values.isEmpty() ? "All" : String.join(", ", values.stream().map(Line::said).toList());
        }

        static String said(String value) {
            return value.isBlank() ? "Not given" : value;
        }
    }

    final List<View> views;
    final List<Beside> besides = new ArrayList<>(List.of(Beside.YEAR_EARLIER));
    final Input<View> view = input(Input.<View>of("view", "What is counted").required());
    final Input<Period> period = input(Input.<Period>of("period", "Period").required());
    final Input<LocalDate> from = input(Input.of("from", "From"));
    final Input<LocalDate> to = input(Input.of("to", "To"));
    final Input<LocalDate> asAt = input(Input.of("asAt", "As at"));
    final Input<String> knownOn = input(Input.text("knownOn", "As known on")
            .help("What this vault had by a day, or by a moment such as 1 June 2023 14:30. Empty is now."));
    final Input<String> first = input(Input.of("first", "By"));
    final Input<String> second = input(Input.of("second", "and by"));
    final Input<String> where = input(Input.text("where", "Only where")
            .help("Such as agency=Derbyshire; area=Illegal drugs. Keys have the names that the command takes."));
    final Input<Beside> beside = input(Input.of("beside", "Beside it"));
    final ObservableList<String> keys = FXCollections.observableArrayList();
    final ObservableList<Line> lines = FXCollections.observableArrayList();
    final Query<Answered> read;
    final Command refresh;
    final Command prove;
    final Command frozen;
    final Command returned;
    private final ObjectProperty<Asked> asked;
    private final Asker opening = Asker.reading("Reading the records");
    private final Desktop desktop;
    private boolean filling;

    FiguresViewModel(Desktop desktop, Views saved) {
        super(desktop.tools());
        this.desktop = desktop;
        views = saved.all();
        views.forEach(one -> besides.add(new Beside(one.title(), one.name())));
        period.starting(Period.ALL.getFirst());
        view.value().subscribe(now -> keys.setAll(now == null ? List.of() : Keys.names(now.subject())));
        show(Picture.P_MIX);
        desktop.go().memory().recall(KEPT, Asked.class).ifPresent(this::fill);
        asked = new SimpleObjectProperty<>(this, "asked", now());
        for (var input : List.of(view, period, from, to, asAt, first, second, beside))
            input.value().addListener((source, before, now) -> ask());
        read = query(
                "Counting",
                asked,
                question -> question.answer(desktop.office().figures()),
                desktop.changesOf("threat", "plan", "action", "disruption", "meeting", "link", "publication"));
        read.whenRead(answered -> lines.setAll(lines(answered)));
        prove = command("figures.prove", "Prove from the journal", this::prove)
                .when(read.value().map(FiguresViewModel::isOfAMoment).orElse(false), "Say first as known on which moment.");
        frozen = Command.of("figures.frozen", "Frozen figures", () -> desktop.go().go(new Place.Frozen("")));
        returned = Returning.command(desktop);
        refresh = command("figures.refresh", "Count again", this::refresh).on("F5");
    }

    /// Whether the figures are those of an earlier moment, which can be made a second time from the journal.
    static boolean isOfAMoment(Answered answered) {
        return answered.question().knownOn() != null;
    }

    private void prove() {
        askLong(
                reasons -> read.now().question(),
                (question, progress) -> desktop.office().figures().prove(question, (done, total) -> {
                    progress.at("Reading the journal up to that moment", total == 0 ? 1 : (double) done / total);
                    return !progress.stopped();
                }),
                same -> {
                    if (same) tools().status().say("The journal up to that moment gives the same figures.");
                    else refused(new Problem.NotNow("The journal up to that moment gives other figures. Do not use these."));
                });
    }

    private static List<Line> lines(Answered answered) {
        return answered.figures().rows().stream()
                .map(row -> new Line(
                        row.values(),
                        row,
                        answered.beside().flatMap(other -> other.figures().row(row.values().toArray(String[]::new)))))
                .toList();
    }

    private View chosen() {
        return Objects.requireNonNullElseGet(view.get(), views::getFirst);
    }

    private Asked now() {
        var wanted = Objects.requireNonNullElse(period.get(), Period.ALL.getFirst());
        var named = wanted.preset().isEmpty() || !chosen().hasPeriod() ? "" : wanted.preset();
        return new Asked(
                chosen(),
                named,
                named.isEmpty() ? from.get() : null,
                named.isEmpty() ? to.get() : null,
                asAt.get(),
                knownOn.filled().strip(),
                Stream.of(first, second).map(Input::get).filter(Objects::nonNull).filter(keys::contains).distinct().toList(),
                where.filled(),
                beside.get(),
                today());
    }

    /// Asks with what was typed as well: half a condition would only be refused.
    void apply() {
        ask();
    }

    private void ask() {
        if (filling) return;
        var now = now();
        desktop.go().memory().keep(KEPT, now);
        asked.set(now);
    }

    /// Asks one of the questions that people ask often.
    void show(Picture picture) {
        views.stream().filter(one -> one.name().equals(picture.view())).findFirst().ifPresent(one -> filled(() -> {
            view.set(one);
            period.set(Period.ALL.getFirst());
            from.set(null);
            to.set(null);
            first.set(picture.by().getFirst());
            second.set(picture.by().size() > 1 ? picture.by().get(1) : null);
            beside.set(besides.stream()
                    .filter(other -> !picture.beside().isEmpty() && other.view().equals(picture.beside()))
                    .findFirst()
                    .orElse(null));
        }));
    }

    private void fill(Asked kept) {
        filled(() -> {
            view.set(kept.view());
            period.set(Period.ALL.stream().filter(one -> one.preset().equals(kept.period())).findFirst().orElseThrow());
            from.set(kept.from());
            to.set(kept.to());
            asAt.set(kept.asAt());
            knownOn.set(kept.knownOn());
            first.set(kept.by().isEmpty() ? null : kept.by().getFirst());
            second.set(kept.by().size() > 1 ? kept.by().get(1) : null);
            where.set(kept.where());
            beside.set(kept.beside());
        });
    }

    /// Fills in several fields and asks once.
    private void filled(Runnable step) {
        boolean begun = asked() != null;
        filling = true;
        step.run();
        filling = false;
        if (begun) ask();
    }

    private @Nullable Asked asked() {
        return asked == null ? null : asked.get();
    }

    String label(String key) {
        var its = chosen().agency();
        return Keys.label(chosen().subject(), key.equals("agency") && !its.isEmpty() ? its : key);
    }

    /// Reads the references behind a figure, or behind the one beside it, and hands them on with what they are of.
    void records(Line line, boolean besideIt, BiConsumer<Subject, List<String>> show) {
        var answered = read.now();
        var other = answered.beside().filter(second -> besideIt);
        var subject = other.map(Asked.Second::figures).orElse(answered.figures()).view().subject();
        tools().work().ask(
                opening,
                other.map(Asked.Second::question).orElse(answered.question()),
                question -> Asked.refs(desktop.office().figures(), question, line.values()),
                new Answer<>(refs -> show.accept(subject, refs), this::refused, tools().faults()::show));
    }

    /// Opens the record of a reference.
    void open(Subject subject, String ref) {
        tools().work().ask(
                opening,
                ref,
                name -> place(desktop.office(), subject, name),
                new Answer<>(desktop.go()::go, this::refused, tools().faults()::show));
    }

    private static Outcome<Place> place(Office office, Subject subject, String ref) {
        return switch (subject) {
            case THREATS -> office.threats().open(ref).map(kept -> new Place.ThreatFile(
                    kept.record().id().value(), Place.Tab.OVERVIEW));
            case PLANS -> office.threats().open(ref).map(kept -> new Place.ThreatFile(
                    kept.record().id().value(), Place.Tab.PLAN));
            case DISRUPTIONS -> office.disruptions().open(ref).map(kept -> new Place.DisruptionFile(
                    kept.record().id().value()));
            case ACTIONS -> office.plans().action(ref).map(kept -> new Place.ThreatFile(
                    kept.record().get(Action.THREAT).value(), Place.Tab.PLAN));
            case MEETINGS, DECISIONS -> office.meetings().open(ref).map(kept -> new Place.MeetingFile(
                    kept.record().id().value()));
        };
    }

    /// Has a picture of the bars cleared, and hands it to the clipboard as PNG.
    void copy(TableDesk.Picture picture, Consumer<byte[]> clipboard) {
        ask(picture, desktop.office().tables()::copyPicture, png -> {
            clipboard.accept(png);
            tools().status().say("The picture is on the clipboard.");
        });
    }

    /// Asks where a picture of the bars is written, and writes it.
    void save(TableDesk.Picture picture) {
        var name = Marking.OFFICIAL_SENSITIVE.label() + " figures.png";
        tools().prompts().saveFile("Where the picture is written (.png)", name, chosen -> ask(
                picture, wanted -> desktop.office().tables().savePicture(wanted, chosen), file ->
                        tools().status().say("The picture is written to " + file.getFileName() + ".")));
    }

    LocalDate today() {
        return desktop.office().session().today();
    }

    Desktop desktop() {
        return desktop;
    }

    @Override
    public boolean hasUnsaved() {
        return false;
    }

    @Override
    public void close() {
        opening.drop();
        super.close();
    }
}
