package fourfold.core.figures;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.UkDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Turns conditions into a test of rows.
final class Filter {

    /// For how many values it is remembered whether they meet a condition.
    private static final int KNOWN = 1 << 14;

    private final View view;
    private final Scope scope;

    Filter(View view, Scope scope) {
        this.view = view;
        this.scope = scope;
    }

    /// A row has to meet each of them.
    Outcome<List<IntPredicate>> all(List<Term> terms) {
        Outcome<List<IntPredicate>> all = done(new ArrayList<>());
        for (var term : terms)
            all = all.then(tests -> row(term).map(test -> {
                tests.add(test);
                return tests;
            }));
        return all;
    }

    /// Of the conditions that ask for a value of one key, one is enough; each other has to be met.
    Outcome<List<IntPredicate>> anyOfEachKey(List<Term> terms) {
        var alternatives = new LinkedHashMap<String, Term>();
        var rest = new ArrayList<Term>();
        for (var term : terms) {
            if (term.sign() != Term.Sign.IS) rest.add(term);
            else alternatives.merge(Type.plain(term.key()), term, Filter::either);
        }
        rest.addAll(alternatives.values());
        return all(rest);
    }

    private static Term either(Term one, Term other) {
        var values = new ArrayList<>(one.values());
        values.addAll(other.values());
        return new Term(one.key(), one.sign(), values);
    }

    private Outcome<IntPredicate> row(Term term) {
        return Keys.find(view, term.key()).then(key -> {
            var trait = key.trait().apply(scope);
            return value(term, trait).map(test -> ofRow(term, trait, test));
        });
    }

    /// A row with several values meets a condition if one of them does, and lacks what none of them has.
    private static IntPredicate ofRow(Term term, Trait trait, IntPredicate test) {
        boolean lacks = term.sign() == Term.Sign.IS_NOT || term.sign() == Term.Sign.LACKS;
        if (!trait.isSeveral()) return lacks ? row -> !test.test(trait.at(row)) : row -> test.test(trait.at(row));
        return row -> {
            var codes = trait.all(row);
            boolean met = codes.length == 0 && test.test(Trait.NONE);
            for (int code : codes) met |= test.test(code);
            return met != lacks;
        };
    }

    /// Which values the condition speaks of; where it says that something is not so, those that it must not be.
    Outcome<IntPredicate> value(Term term, Trait trait) {
        if (term.sign().isOrder() || trait.isDate()) return day(term, trait);
        Outcome<IntPredicate> any = done(code -> false);
        for (var value : term.values()) any = any.then(so -> one(term, trait, value).map(so::or));
        return any.map(test -> remembering(test));
    }

    private Outcome<IntPredicate> one(Term term, Trait trait, String value) {
        if (value.isBlank()) return done(code -> code == Trait.NONE);
        if (term.sign() == Term.Sign.CONTAINS || term.sign() == Term.Sign.LACKS) {
            var part = value.toLowerCase(Locale.ROOT);
            return done(code -> code != Trait.NONE && trait.label(code).toLowerCase(Locale.ROOT).contains(part));
        }
        var known = trait.find(value);
        if (known.isPresent()) {
            int wanted = known.get();
            return done(code -> code == wanted);
        }
        if (!trait.fixed().isEmpty())
            return refused(new Problem.Invalid(
                    term.key(),
                    "There is no " + term.key() + " \"" + value + "\", only "
                            + trait.fixed().stream().map(trait::label).collect(Collectors.joining(", ")) + "."));
        var plain = value.strip();
        return done(code -> code != Trait.NONE && trait.label(code).strip().equalsIgnoreCase(plain));
    }

    /// Labels are compared once each, not once a row.
    private static IntPredicate remembering(IntPredicate test) {
        var known = new byte[KNOWN];
        boolean ofNone = test.test(Trait.NONE);
        return code -> {
            if (code == Trait.NONE) return ofNone;
            if (code < 0 || code >= KNOWN) return test.test(code);
            if (known[code] == 0) known[code] = (byte) (test.test(code) ? 2 : 1);
            return known[code] == 2;
        };
    }

    private static Outcome<IntPredicate> day(Term term, Trait trait) {
        if (!trait.isDate())
            return refused(new Problem.Invalid(term.key(), term.key() + " is no date, so nothing is before or after it."));
        Outcome<IntPredicate> any = done(code -> false);
        for (var value : term.values()) any = any.then(so -> oneDay(term, value).map(so::or));
        return any;
    }

    private static Outcome<IntPredicate> oneDay(Term term, String value) {
        if (value.isBlank()) return done(code -> code == Trait.NONE);
        try {
            int day = Math.toIntExact(UkDate.parse(value).toEpochDay());
            return done(switch (term.sign()) {
                case IS, IS_NOT, CONTAINS, LACKS -> code -> code == day;
                case UP_TO -> code -> code != Trait.NONE && code <= day;
                case BEFORE -> code -> code != Trait.NONE && code < day;
                case FROM -> code -> code != Trait.NONE && code >= day;
                case AFTER -> code -> code != Trait.NONE && code > day;
            });
        } catch (IllegalArgumentException wrong) {
            return refused(new Problem.Invalid(term.key(), term.key() + ": " + wrong.getMessage() + "."));
        }
    }
}
