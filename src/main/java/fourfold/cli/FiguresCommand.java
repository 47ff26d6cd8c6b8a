package fourfold.cli;

import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.SideBySide;
import fourfold.core.figures.Term;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.UkDate;
import fourfold.core.kernel.Watch;
import fourfold.desk.FigureTable;
import fourfold.desk.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Counts.
@Command(
        name = "figures",
        description = {
            "Count threats, events, plans, actions or meetings by a saved view.",
            "Each figure comes with what it is out of, the share as a whole number, and the view's rule and reading. What"
                    + " cannot be known for a day, and what stands apart, is said on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  fourfold figures --vault vault --view disruptions-year --by agency,p",
            "  fourfold figures --vault vault --view threats-on-list --as-at 2022-02-01 --by agency,kind --refs",
            "  fourfold figures --vault vault --view disruptions-year --by agency \\",
            "      --share \"area=Illegal drugs\" --share \"area=Illegal firearms\""
        })
final class FiguresCommand extends DeskCommand {

    @Option(names = "--view", required = true, paramLabel = "NAME", description = "The saved view; a wrong name lists them all.")
    private String view = "";

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            description = "As it was on that day by the records' own dates, whatever was edited since. The day from which"
                    + " tests such as overdue look back; today where it is left out.")
    private String asAt = "";

    @Option(
            names = "--known-on",
            paramLabel = "MOMENT",
            description = "Only what this vault had recorded by then: a day, to its end, a day with a time such as"
                    + " \"21 June 2022 14:30\", or an instant in UTC such as 2022-06-21T10:00:00Z. What others recorded counts from when it was imported.")
    private String knownOn = "";

    @Option(
            names = "--prove",
            description = "With --known-on: make the figures a second time, from a full projection of the journal up to that"
                    + " moment in an encrypted store of its own, and refuse if they differ. Takes minutes on a large vault.")
    private boolean prove;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, in place of the view's own period.")
    private String from = "";

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, in place of the view's own period.")
    private String to = "";

    @Option(
            names = "--period",
            paramLabel = "NAME",
            description = "Instead of --from and --to: rolling-12-months, financial-year, last-financial-year, calendar-year,"
                    + " last-calendar-year, or the name of a view whose period is to be taken.")
    private String period = "";

    @Option(
            names = "--by",
            paramLabel = "KEYS",
            split = ",",
            description = "The keys to count by, such as agency,kind,area,p,category; the share is that of the last key. A"
                    + " wrong key lists those that the view has.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description = "Only what meets this as well; may be repeated, several values of one key are alternatives. Also"
                    + " != (is not), ~ (contains), !~ (lacks), and < <= > >= for dates. An empty value means that nothing is"
                    + " there.")
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--share",
            paramLabel = "KEY=VALUE",
            description = "Count only what meets this, out of all that meets the rest; may be repeated like --where.")
    private List<String> share = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "NAME",
            description = "Beside each figure the same of another view, or of the same view in another period (a name as for"
                    + " --period), with the difference; may be repeated.")
    private List<String> against = new ArrayList<>();

    @Option(names = "--against-from", paramLabel = "DATE", description = "Beside each figure the same from that day on.")
    private String againstFrom = "";

    @Option(names = "--against-to", paramLabel = "DATE", description = "Beside each figure the same up to that day.")
    private String againstTo = "";

    @Option(names = "--refs", description = "Also the references of what was counted.")
    private boolean refs;

    @Option(names = "--sums", description = "Also the sums of what events state in numbers, and the largest of each.")
    private boolean sums;

    @Option(
            names = "--freeze",
            paramLabel = "NAME",
            description = "Also keep the figures as they are, with filters, rules and moment, under that name and a hash; see"
                    + " fourfold frozen.")
    private String freeze = "";

    @Option(names = "--format", paramLabel = "json|csv", description = "json unless csv is asked for.")
    private ListCommand.Format format = ListCommand.Format.JSON;

    FiguresCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Outcome<Answer> run(Office office) {
        return question(office).then(question -> others(office, question).then(others -> office.figures()
                .sideBySide(question, others)
                .then(table -> prove
                        ? proved(office, question, table)
                        : Outcome.done(answer(table, List.of())))
                .then(answer -> freeze.isBlank() ? Outcome.done(answer) : frozen(office, question, answer))));
    }

    private Outcome<Answer> frozen(Office office, Question question, Answer answer) {
        return office.freezing().freeze(freeze, question).map(frozen -> {
            var messages = new ArrayList<>(answer.messages());
            messages.add("Frozen as " + frozen.name() + ", SHA-256 " + frozen.hash() + ".");
            return answer.saying(messages);
        });
    }

    private Outcome<List<Question>> others(Office office, Question question) {
        return days(againstFrom, againstTo).then(days -> {
            Outcome<List<Question>> all = Outcome.done(new ArrayList<>());
            for (var name : against)
                all = all.then(others -> other(office, question, name).map(other -> {
                    others.add(other);
                    return others;
                }));
            return all.map(others -> {
                days.ifPresent(window -> others.add(question.during(window.from(), window.to())));
                return others;
            });
        });
    }

    private static Outcome<Question> other(Office office, Question question, String name) {
        return office.figures().views().then(views -> views.find(name).isPresent()
                ? Outcome.done(question.in(name))
                : office.figures().period(name, question.asAt()).map(days -> question.during(days.from(), days.to())));
    }

    private Outcome<Answer> proved(Office office, Question question, SideBySide table) {
        return office.figures().prove(question, Watch.nobody()).then(same -> same
                ? Outcome.done(answer(table, List.of("A full projection of the journal up to that moment gives the same figures.")))
                : Outcome.refused(new Problem.NotNow(
                        "A full projection of the journal up to that moment gives other figures; none are shown.")));
    }

    private Outcome<Question> question(Office office) {
        return date("asAt", "--as-at", asAt).then(day -> window(office, day).then(window ->
                Term.of(where).then(wheres -> Term.of(share).then(shares -> moment(office).map(moment -> new Question(
                        view,
                        day.orElse(null),
                        window.orElse(null),
                        moment.orElse(null),
                        by.stream().map(String::strip).filter(key -> !key.isEmpty()).toList(),
                        wheres,
                        shares,
                        refs,
                        sums))))));
    }

    private Outcome<Optional<Instant>> moment(Office office) {
        return knownOn.isBlank() ? Outcome.done(Optional.empty()) : office.figures().moment(knownOn).map(Optional::of);
    }

    private Outcome<Optional<Window>> window(Office office, Optional<LocalDate> day) {
        if (!period.isBlank() && !(from + to).isBlank())
            return Outcome.refused(new Problem.Invalid("period", "Give --period, or --from and --to, not both."));
        if (!period.isBlank()) return office.figures().period(period, day.orElse(null)).map(Optional::of);
        return days(from, to);
    }

    private static Outcome<Optional<Window>> days(String from, String to) {
        return date("from", "--from", from).then(first ->
                date("to", "--to", to).map(last -> Window.given(first.orElse(null), last.orElse(null))));
    }

    private static Outcome<Optional<LocalDate>> date(String field, String option, String text) {
        if (text.isBlank()) return Outcome.done(Optional.empty());
        try {
            return Outcome.done(Optional.of(UkDate.parse(text)));
        } catch (IllegalArgumentException wrong) {
            return Outcome.refused(new Problem.Invalid(field, option + ": " + wrong.getMessage() + "."));
        }
    }

    private Answer answer(SideBySide table, List<String> more) {
        var messages = new ArrayList<String>();
        messages.add(FigureTable.sentence(table.figures()));
        messages.addAll(more);
        messages.addAll(table.figures().notes());
        for (var other : table.others()) messages.add("Beside it: " + FigureTable.sentence(other));
        return new Answer(output -> write(table, output), messages, Exit.DONE);
    }

    private void write(SideBySide table, Output output) {
        switch (format) {
            case JSON -> output.list(table.lines().stream().map(line -> object(table, line)));
            case CSV -> output.writing(FigureTable.csv(table, refs, sums));
        }
    }

    private Json.Members object(SideBySide table, SideBySide.Line line) {
        var figures = table.figures();
        var row = line.row();
        var members = new TreeMap<String, Json>();
        for (int i = 0; i < figures.keys().size(); i++) members.put(figures.keys().get(i), Json.of(row.values().get(i)));
        count(members, row);
        row.rate().ifPresent(rate -> members.put("ratePer1000", Json.of(rate)));
        if (refs) members.put("refs", Json.texts(row.refs()));
        if (sums) members.put("sums", numbers(row.sums()));
        if (sums) members.put("largest", numbers(row.largest()));
        if (!line.beside().isEmpty()) members.put("against", against(table, line));
        members.put("view", Json.of(figures.view().name()));
        members.put("rule", Json.of(figures.rule()));
        members.put("reading", Json.of(figures.view().reading()));
        members.put("asAt", figures.asAt() ? Json.of(figures.day().toString()) : Json.nothing());
        members.put("knownOn", figures.known().map(known -> Json.of(known.moment().toString())).orElse(Json.nothing()));
        days(members, figures);
        return Json.of(members);
    }

    private static void count(Map<String, Json> members, Figures.Row row) {
        members.put("count", Json.of(row.count()));
        members.put("of", Json.of(row.of()));
        members.put("percent", row.percent().map(Json::of).orElse(Json.nothing()));
    }

    private static void days(Map<String, Json> members, Figures figures) {
        members.put("from", day(figures.window().from()));
        members.put("to", day(figures.window().to()));
    }

    private static Json against(SideBySide table, SideBySide.Line line) {
        var all = new ArrayList<Json>();
        for (int i = 0; i < line.beside().size(); i++) {
            var members = new TreeMap<String, Json>();
            members.put("view", Json.of(table.others().get(i).view().name()));
            days(members, table.others().get(i));
            count(members, line.beside().get(i));
            members.put("difference", Json.of(line.difference(i)));
            all.add(Json.of(members));
        }
        return Json.of(all);
    }

    private static Json day(@Nullable LocalDate day) {
        return day == null ? Json.nothing() : Json.of(day.toString());
    }

    /// Counts as numbers, money as text with two decimals.
    private static Json numbers(SortedMap<String, String> numbers) {
        var members = new TreeMap<String, Json>();
        numbers.forEach((label, number) ->
                members.put(label, number.contains(".") ? Json.of(number) : Json.of(Long.parseLong(number))));
        return Json.of(members);
    }
}
