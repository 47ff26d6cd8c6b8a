package fourfold.core.figures;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Type;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// What belongs beside figures in sentences: what the records' own dates cannot tell about a day, and what stands apart.
final class Notes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final View view;
    private final Question question;
    private final Scope scope;

    Notes(View view, Question question, Scope scope) {
        this.view = view;
        this.question = question;
        this.scope = scope;
    }

    /// @param tests what the counted rows meet
    List<String> about(List<IntPredicate> tests) {
        var notes = new ArrayList<String>();
        if (question.asAt() != null) past(tests, notes);
        if (view.subject() == Subject.DISRUPTIONS) unassessed(notes);
        return notes;
    }

    private void past(List<IntPredicate> tests, List<String> notes) {
        var facts = scope.facts();
        switch (view.subject()) {
            case THREATS -> {
                var threats = facts.threats();
                later(tests, threats.size(), threats.days(Threat.KIND_SINCE), "typed anew", "its kind", notes);
                later(tests, threats.size(), threats.days(Threat.TIER_DATE), "given its tier", "its tier", notes);
                later(tests, threats.size(), threats.days(Threat.PHASE_SINCE), "put into its phase", "its phase", notes);
            }
            case DISRUPTIONS -> {
                var events = facts.events();
                later(tests, events.size(), events.days(Disruption.MODERATED_ON), "moderated", "its category", notes);
            }
            case PLANS -> {
                notes.add("Plans carry no date of their making: those that there are now are counted.");
                var plans = facts.plans();
                later(tests, plans.size(), plans.days(Plan.LAST_APPROVED), "approved", "its state", notes);
            }
            case ACTIONS -> notes.add("An action without the day on which it was tasked counts as there already.");
            case MEETINGS, DECISIONS -> {}
        }
    }

    private void later(
            List<IntPredicate> tests, int size, Column.Days since, String what, String value, List<String> notes) {
        int day = scope.dayNumber();
        long count = 0;
        for (int row = 0; row < size; row++) {
            if (!since.isGiven(row) || since.at(row) <= day) continue;
            int one = row;
            if (tests.stream().allMatch(test -> test.test(one))) count++;
        }
        if (count > 0)
            notes.add(count + " of the counted " + (count == 1 ? view.subject().one() + " was " : view.subject().several() + " were ")
                    + what + " after " + DAY.format(scope.day()) + "; " + value
                    + " on that day is not among the dates of the record, so " + value + " of now is used.");
    }

    /// Events that nobody has assessed are in no total of assessed ones, and are not nothing either.
    private void unassessed(List<String> notes) {
        var assessed = view.conditions().stream()
                .filter(term -> term.key().equals("category") || term.key().equals("counts"))
                .toList();
        if (assessed.isEmpty()) return;
        // first what leaves out most, since this goes through all rows once more
        var conditions = new ArrayList<>(Term.all("category=Unassessed"));
        view.conditions().stream().filter(term -> !assessed.contains(term)).forEach(conditions::add);
        var apart = new View(
                view.name(), view.title(), view.subject(), view.agency(), conditions, List.of(), view.period(), view.rule(),
                view.reading(), view.source());
        var about = new Question(
                view.name(), question.asAt(), question.window(), question.knownOn(), List.of(),
                question.where().stream().filter(term -> !Type.plain(term.key()).equals("category")).toList(),
                List.of(), false, false);
        long count = new Counter(apart, about, scope).total();
        if (count > 0)
            notes.add("Apart from these, " + count + (count == 1 ? " event is" : " events are")
                    + " unassessed and in no figure above.");
    }
}
