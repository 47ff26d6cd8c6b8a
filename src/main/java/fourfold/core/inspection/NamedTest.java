package fourfold.core.inspection;

import fourfold.core.kernel.P;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The tests that this version knows, by the name that a list of checks calls them by. A list from elsewhere can use them with
/// other parameters and other words, but brings no new ones.
public enum NamedTest {
    STALLED("stalled", ThreatTests::stalled, Set.of("months")),
    PRIORITY_SILENT("priority-without-disruption", ThreatTests::prioritySilent, Set.of("months")),
    AREA_SILENT("priority-area-without-activity", ThreatTests::areaSilent, Set.of("months"), "areas", ThreatTests.areaWords()),
    OFF_LIST("off-list", ThreatTests::offList, Set.of()),
    WRONG_KIND("four-part-test", ThreatTests::wrongKind, Set.of("months"), "tags", List.of()),
    SIO_IS_LRO("sio-is-lro", ThreatTests::sioIsLro, Set.of()),
    STALE_ASSESSMENT("stale-assessment", ThreatTests::staleAssessment, Set.of("months")),
    NOT_HANDED_OVER("intelligence-not-handed-over", ThreatTests::notHandedOver, Set.of()),
    STALE_PROFILES("stale-profile", ThreatTests::staleProfiles, Set.of("months")),
    SPECIALISTS_LATE("specialists-late", ThreatTests::specialistsLate, Set.of()),
    NO_LRO("no-lro", PeopleTests::noLro, Set.of()),
    LRO_OVER_LIMIT("lro-over-limit", PeopleTests::overLimit, Set.of("limit")),
    LRO_UNTRAINED("lro-untrained", PeopleTests::untrained, Set.of("months")),
    EMPTY_P("empty-p", PlanTests::emptyP, Set.of()),
    PURSUE_ONLY("pursue-only", PlanTests::pursueOnly, Set.of()),
    ROLE_MISSING("role-missing", PlanTests::roleMissing, Set.of()),
    REVIEW_OVERDUE("review-overdue", PlanTests::reviewOverdue, Set.of()),
    LRO_OWNS_ALL("lro-owns-every-action", PlanTests::lroOwnsAll, Set.of()),
    NO_INTELLIGENCE_GAPS("no-intelligence-gaps", PlanTests::noIntelligenceGaps, Set.of()),
    OVERDUE("overdue-actions", PlanTests::overdue, Set.of()),
    DECLINED("declined-without-reason", PlanTests::declinedWithoutReason, Set.of()),
    DONE_NOT_RECORDED("done-not-recorded", PlanTests::doneNotRecorded, Set.of(), "ps",
            Arrays.stream(P.values()).map(Enum::name).toList()),
    ALL_ONE_P("all-one-p", EventTests::allOneP, Set.of("months", "least")),
    RECORDED_DIFFERENTLY("recorded-differently", EventTests::recordedDifferently, Set.of()),
    CANCELLED("meetings-cancelled", MeetingTests::cancelled, Set.of("months")),
    DELAYED("plans-delayed", MeetingTests::delayed, Set.of("months"));

    private final String called;
    private final Function<Looking, Found> look;
    private final Set<String> numbers;
    private final String words;
    private final List<String> vocabulary;

    NamedTest(String called, Function<Looking, Found> look, Set<String> numbers) {
        this(called, look, numbers, "", List.of());
    }

    /// @param words the name of the parameter that takes words
    /// @param vocabulary the words that it takes; empty where it takes any
    NamedTest(
            String called, Function<Looking, Found> look, Set<String> numbers, String words, List<String> vocabulary) {
        this.called = called;
        this.look = look;
        this.numbers = numbers;
        this.words = words;
        this.vocabulary = vocabulary;
    }

    /// The test of that name.
    public static Optional<NamedTest> find(String name) {
        return Arrays.stream(values()).filter(test -> test.called.equals(name)).findFirst();
    }

    /// What it is called in a list of checks.
    public String called() {
        return called;
    }

    /// The parameters that it takes.
    public Set<String> takes() {
        var takes = new TreeSet<>(numbers);
        if (!words.isEmpty()) takes.add(words);
        return takes;
    }

    Found look(Looking looking) {
        return look.apply(looking);
    }

    /// @throws IllegalArgumentException when a parameter is none that it takes, or has no value for it
    void requireKnown(Parameters parameters) {
        for (var name : parameters.names()) {
            if (!takes().contains(name))
                throw new IllegalArgumentException("the test " + called + " takes no parameter " + name);
            if (numbers.contains(name)) parameters.number(name);
        }
        for (var word : words.isEmpty() ? List.<String>of() : parameters.words(words))
            if (!vocabulary.isEmpty() && !vocabulary.contains(word))
                throw new IllegalArgumentException(words + " has \"" + word + "\", not one of " + String.join(", ", vocabulary));
    }
}
