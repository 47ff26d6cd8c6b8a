package fourfold.core.figures;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of every subject.
public final class Keys {

    private static final Map<Subject, List<Key>> ALL = all();

    private Keys() {}

    private static Map<Subject, List<Key>> all() {
        var all = new LinkedHashMap<Subject, List<Key>>();
        all.put(Subject.THREATS, ThreatKeys.ALL);
        all.put(Subject.DISRUPTIONS, EventKeys.ALL);
        all.put(Subject.PLANS, WorkKeys.PLANS);
        all.put(Subject.ACTIONS, WorkKeys.ACTIONS);
        all.put(Subject.MEETINGS, MeetingKeys.MEETINGS);
        all.put(Subject.DECISIONS, MeetingKeys.DECISIONS);
        all.forEach((subject, keys) -> {
            var names = new HashSet<String>();
            for (var key : keys)
                if (!names.add(key.name())) throw new IllegalStateException(subject + " has two keys " + key.name());
        });
        return Map.copyOf(all);
    }

    /// The names of a subject's keys, in the order in which they are offered.
    public static List<String> names(Subject subject) {
        return of(subject).stream().map(Key::name).toList();
    }

    /// What a key of that subject is called above a column; empty where there is no such key.
    public static String label(Subject subject, String name) {
        return of(subject).stream().filter(key -> key.name().equals(name)).map(Key::label).findFirst().orElse("");
    }

    static List<Key> of(Subject subject) {
        return ALL.getOrDefault(subject, List.of());
    }

    /// The key that a person means by that text in that view.
    static Outcome<Key> find(View view, String text) {
        return find(view.subject(), text.strip().equalsIgnoreCase("agency") ? view.agency() : text)
                .map(key -> text.strip().equalsIgnoreCase("agency") ? new Key("agency", key.label(), key.trait()) : key)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Problem.Invalid(
                        "by",
                        "There is no key \"" + text.strip() + "\" for " + view.subject().several() + ", only "
                                + String.join(", ", names(view.subject())) + ".")));
    }

    private static Optional<Key> find(Subject subject, String text) {
        return of(subject).stream()
                .filter(key -> Key.isSame(key.name(), text))
                .findFirst()
                .or(() -> of(subject).stream().filter(key -> Key.isSame(key.label(), text)).findFirst());
    }

    /// @throws IllegalArgumentException when the view speaks of a key that there is not
    static void check(View view) {
        var spoken = new ArrayList<String>();
        view.conditions().forEach(term -> spoken.add(term.key()));
        view.conditionsAsAt().forEach(term -> spoken.add(term.key()));
        if (view.hasPeriod() && !view.period().isOfActivity()) spoken.add(view.period().on());
        if (!view.agency().isEmpty()) spoken.add(view.agency());
        for (var key : spoken)
            if (find(view.subject(), key).isEmpty())
                throw new IllegalArgumentException("the view " + view.name() + " speaks of " + key + ", which is no key");
    }

    /// The keys of a threat for the rows of another subject.
    ///
    /// @param link the row of the threat
    /// @param own names that the other subject uses for itself
    static List<Key> ofThreat(LinkOf link, List<Key> own) {
        var taken = own.stream().map(Key::name).toList();
        var all = new ArrayList<>(own);
        for (var key : ThreatKeys.ALL)
            if (!taken.contains(key.name()) && !ThreatKeys.ITS_OWN.contains(key.name()))
                all.add(new Key(
                        key.name(), key.label(), scope -> key.trait().apply(scope).through(row -> link.threat(scope, row))));
        return List.copyOf(all);
    }

    /// Where the threat of a row stands.
    interface LinkOf {
        /// Its row; less than 0 where there is none.
        int threat(Scope scope, int row);
    }
}
