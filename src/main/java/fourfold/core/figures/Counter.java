package fourfold.core.figures;

import fourfold.core.kernel.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Counts the rows of a view for one question.
final class Counter {

    private static final String BLANK = "(blank)";

    /// The keys whose values are agencies with an area in which people live.
    private static final List<String> PLACES = List.of("agency", "force", "lead-agency", "owner", "supporting-agency");

    private final View view;
    private final Question question;
    private final Scope scope;
    private final Filter filter;
    private final List<String> names = new ArrayList<>();

    Counter(View view, Question question, Scope scope) {
        this.view = view;
        this.question = question;
        this.scope = scope;
        this.filter = new Filter(view, scope);
    }

    Outcome<Figures> count() {
        return keys().then(keys -> tests().then(tests -> filter.anyOfEachKey(question.share())
                .then(share -> count(keys, tests, share))));
    }

    /// How many rows there are.
    long total() {
        var all = tests().orThrow();
        long total = 0;
        int size = size();
        rows:
        for (int row = 0; row < size; row++) {
            for (var test : all) if (!test.test(row)) continue rows;
            total++;
        }
        return total;
    }

    private Outcome<List<Key>> keys() {
        Outcome<List<Key>> all = Outcome.done(new ArrayList<>());
        for (var name : question.by())
            all = all.then(keys -> Keys.find(view, name).map(key -> {
                keys.add(key);
                return keys;
            }));
        return all;
    }

    private List<Term> conditions() {
        return question.asAt() == null || view.conditionsAsAt().isEmpty() ? view.conditions() : view.conditionsAsAt();
    }

    private Outcome<List<IntPredicate>> tests() {
        return filter.all(conditions()).then(own -> filter.anyOfEachKey(question.where()).map(more -> {
            var all = new ArrayList<>(own);
            period(all);
            all.addAll(more);
            return all;
        }));
    }

    private void period(List<IntPredicate> tests) {
        if (view.hasPeriod() && !view.period().isOfActivity() && scope.window().isBounded()) {
            var date = Keys.find(view, view.period().on()).orThrow().trait().apply(scope);
            int first = scope.window().first();
            int last = scope.window().last();
            tests.add(row -> date.at(row) >= first && date.at(row) <= last);
        }
        if (question.asAt() != null) AsAt.test(view.subject(), scope).ifPresent(tests::add);
    }

    private Outcome<Figures> count(List<Key> keys, List<IntPredicate> tests, List<IntPredicate> share) {
        var traits = new ArrayList<Trait>();
        for (var key : keys) {
            traits.add(narrowed(key));
            names.add(key.name());
        }
        var groups = new Groups(traits, question.refs() || question.sums());
        int size = size();
        rows:
        for (int row = 0; row < size; row++) {
            for (var test : tests) if (!test.test(row)) continue rows;
            boolean counts = true;
            for (var test : share) counts &= test.test(row);
            groups.add(row, counts);
        }
        var rows = new ArrayList<Figures.Row>();
        new Table(groups, traits, rows).fill(Groups.ALL, Groups.ALL, 0, new ArrayList<>());
        return Outcome.done(new Figures(
                view,
                keys.stream().map(Key::name).toList(),
                keys.stream().map(Key::label).toList(),
                rows,
                groups.of(Groups.ALL),
                rule(),
                scope.day(),
                question.asAt() != null,
                scope.window(),
                Optional.empty(),
                new Notes(view, question, scope).about(tests)));
    }

    private int size() {
        var facts = scope.facts();
        return switch (view.subject()) {
            case THREATS -> facts.threats().size();
            case DISRUPTIONS -> facts.events().size();
            case PLANS -> facts.plans().size();
            case ACTIONS -> facts.actions().size();
            case MEETINGS -> facts.meetings().size();
            case DECISIONS -> scope.tests().delays().size();
        };
    }

    /// A value that the conditions rule out is not shown as 0.
    private Trait narrowed(Key key) {
        var trait = key.trait().apply(scope);
        if (trait.fixed().isEmpty()) return trait;
        var about = new ArrayList<Term>();
        for (var terms : List.of(conditions(), question.where()))
            terms.stream()
                    .filter(term -> Keys.find(view, term.key()).map(Key::name).orThrow().equals(key.name()))
                    .forEach(about::add);
        var narrowed = trait;
        for (var term : about.stream().filter(term -> term.sign() == Term.Sign.IS_NOT).toList()) {
            var out = filter.value(term, trait).orThrow();
            narrowed = narrowed.only(out.negate());
        }
        var asked = about.stream().filter(term -> term.sign() == Term.Sign.IS).toList();
        if (asked.isEmpty()) return narrowed;
        for (var group : asked.stream().collect(Collectors.groupingBy(conditions()::contains)).values()) {
            IntPredicate in = code -> false;
            for (var term : group) in = in.or(filter.value(term, trait).orThrow());
            narrowed = narrowed.only(in);
        }
        return narrowed;
    }

    private String rule() {
        boolean counting = view.conditions().stream().anyMatch(term -> term.key().equals("counts"));
        if (!counting) return view.rule();
        var used = scope.rules().all().stream()
                .filter(rule -> {
                    var dates = new Window(rule.validFrom(), rule.validTo());
                    return dates.first() <= scope.window().last() && dates.last() >= scope.window().first();
                })
                .map(rule -> rule.id())
                .toList();
        return used.isEmpty() ? "no counting rule for these days" : "counting rule " + String.join(", ", used);
    }

    /// Makes the rows of the answer out of the groups.
    private final class Table {
        private final Groups groups;
        private final List<Trait> keys;
        private final List<Figures.Row> rows;

        Table(Groups groups, List<Trait> keys, List<Figures.Row> rows) {
            this.groups = groups;
            this.keys = keys;
            this.rows = rows;
        }

        void fill(int node, int parent, int depth, List<String> values) {
            if (depth == keys.size()) {
                rows.add(row(node, parent, values));
                return;
            }
            for (int code : ordered(keys.get(depth), groups.values(node))) {
                values.add(code == Trait.NONE ? BLANK : keys.get(depth).label(code));
                fill(groups.find(node, code), node, depth + 1, values);
                values.removeLast();
            }
        }

        private List<Integer> ordered(Trait key, List<Integer> found) {
            var codes = new ArrayList<>(key.fixed());
            found.stream()
                    .filter(code -> !key.fixed().contains(code))
                    .sorted(Comparator.<Integer>comparingInt(code -> code == Trait.NONE ? 1 : 0)
                            .thenComparing(code -> code == Trait.NONE ? "" : key.label(code)))
                    .forEach(codes::add);
            return codes;
        }

        /// A share that was asked for is out of the row's own; otherwise out of what the row is a part of.
        private Figures.Row row(int node, int parent, List<String> values) {
            long of = question.share().isEmpty() ? groups.of(parent) : groups.of(node);
            var counted = groups.rows(node);
            var amounts = question.sums() && view.subject() == Subject.DISRUPTIONS
                    ? Sums.of(scope.facts().events(), counted)
                    : new Sums(new TreeMap<>(), new TreeMap<>());
            return new Figures.Row(
                    values,
                    groups.counted(node),
                    of,
                    question.refs() ? refs(counted) : List.of(),
                    amounts.sums(),
                    amounts.largest(),
                    rate(values, groups.counted(node)));
        }
    }

    private Optional<String> rate(List<String> values, long count) {
        return names.stream()
                .filter(PLACES::contains)
                .findFirst()
                .flatMap(key -> scope.known().find(values.get(names.indexOf(key))))
                .flatMap(agency -> scope.residents().of(agency, scope.known()))
                .map(people -> BigDecimal.valueOf(count * 1000)
                        .divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    private List<String> refs(int[] rows) {
        var facts = scope.facts();
        var table = switch (view.subject()) {
            case THREATS -> facts.threats();
            case DISRUPTIONS -> facts.events();
            case PLANS -> facts.plans();
            case ACTIONS -> facts.actions();
            case MEETINGS, DECISIONS -> facts.meetings();
        };
        var records = view.subject() == Subject.DECISIONS
                ? Arrays.stream(rows).map(row -> scope.tests().delays().get(row).meeting()).toArray()
                : rows;
        return scope.refs().of(table, records).stream().sorted().toList();
    }
}
