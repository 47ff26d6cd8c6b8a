package fourfold.core.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Every check answered, as at one day.
///
/// @param day the day that the checks look back from
public record Inspection(LocalDate day, List<Result> results) {

    public Inspection {
        results = List.copyOf(results);
    }

    /// Asks every check of these records.
    public static Inspection of(Checks checks, Holdings holdings, LocalDate day) {
        return new Inspection(day, checks.all().stream().map(check -> result(check, holdings, day)).toList());
    }

    private static Result result(Check check, Holdings holdings, LocalDate day) {
        var found = NamedTest.find(check.test())
                .map(test -> test.look(new Looking(holdings, day, check.parameters())))
                .orElseGet(() -> Found.cannotTell("This version of the program does not know the test \"" + check.test()
                        + "\" that the check asks for."));
        return Result.of(check, found);
    }

    /// The names of the tests that checks can ask for.
    public static Set<String> tests() {
        var names = new TreeSet<String>();
        for (var test : NamedTest.values()) names.add(test.called());
        return names;
    }

    /// How many checks ended so.
    public long count(Result.State state) {
        return results.stream().filter(result -> result.state() == state).count();
    }
}
