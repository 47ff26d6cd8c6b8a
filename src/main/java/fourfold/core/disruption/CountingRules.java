package fourfold.core.disruption;

import fourfold.core.disruption.CountingVerdict.Standing;
import fourfold.core.kernel.Choice;
import fourfold.core.threat.ThreatKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All counting rules that are known, and the verdict they give on an event.
///
/// **The record date chooses the rule**, not the event date: the printed extraction filter tests the record date
/// (inspection report, appendix 2), so an event is counted by the rule that stood when it was recorded.
///
/// @param all in any order; no two may be for the same date
public record CountingRules(List<CountingRule> all) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// What a verdict rests on. What is not known yet is null.
    ///
    /// @param kind the threat's kind on the day of the event
    public record Facts(
            @Nullable ThreatKind kind,
            @Nullable DisruptionType type,
            @Nullable Category category,
            @Nullable EventModeration moderation,
            @Nullable LocalDate recordDate) {

        /// The facts of an event as it stands.
        public static Facts of(Disruption event) {
            return new Facts(
                    event.find(Disruption.THREAT_KIND).orElse(null),
                    event.find(Disruption.TYPE).orElse(null),
                    event.find(Disruption.CATEGORY).orElse(null),
                    event.find(Disruption.MODERATION).orElse(null),
                    event.find(Disruption.RECORD_DATE).orElse(null));
        }
    }

    public CountingRules {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++)
            for (int k = i + 1; k < all.size(); k++)
                if (all.get(i).overlaps(all.get(k)))
                    throw new IllegalArgumentException("the counting rules " + all.get(i).id() + " and "
                            + all.get(k).id() + " are for the same dates");
    }

    /// These rules up to that day, and the others from it on: no event that was recorded earlier is counted otherwise.
    ///
    /// @param edition put before the names of the others, so that every figure names whose rule it used
    public CountingRules followedBy(List<CountingRule> others, LocalDate from, String edition) {
        if (others.isEmpty()) return this;
        var rules = new ArrayList<CountingRule>();
        all.stream().flatMap(rule -> rule.until(from.minusDays(1)).stream()).forEach(rules::add);
        others.stream().flatMap(rule -> rule.from(from, edition + "/" + rule.id()).stream()).forEach(rules::add);
        return new CountingRules(rules);
    }

    /// The rule for events recorded on that day.
    public Optional<CountingRule> at(LocalDate recordDate) {
        return all.stream().filter(rule -> rule.isFor(recordDate)).findFirst();
    }

    /// Whether an event with these facts counts nationally, and why.
    public CountingVerdict verdict(Facts facts) {
        if (facts.recordDate() == null)
            return new CountingVerdict(
                    Standing.NOT_YET, null, "Not yet: it has no record date, and the record date decides which rule applies.");
        return at(facts.recordDate())
                .map(rule -> verdict(rule, facts))
                .orElseGet(() -> new CountingVerdict(
                        Standing.DOES_NOT_COUNT,
                        null,
                        "Does not count nationally: no counting rule is known for its record date, "
                                + DAY.format(facts.recordDate()) + ". It is kept and shown all the same."));
    }

    private static CountingVerdict verdict(CountingRule rule, Facts facts) {
        var against = against(rule, facts);
        if (!against.isEmpty())
            return new CountingVerdict(
                    Standing.DOES_NOT_COUNT,
                    rule.id(),
                    "Does not count nationally: " + String.join("; ", against)
                            + ". It is kept and shown all the same.");
        var missing = missing(rule, facts);
        if (!missing.isEmpty())
            return new CountingVerdict(
                    Standing.NOT_YET, rule.id(), "Not yet: " + String.join("; ", missing) + " (rule " + rule.id() + ").");
        return new CountingVerdict(
                Standing.COUNTS,
                rule.id(),
                "Counts nationally: a " + event(facts.type()) + " against " + one(facts.kind()) + ", assessed as "
                        + label(facts.category()) + " (rule " + rule.id() + ").");
    }

    /// The verdict on an event that is linked as the support of another: whatever it says of itself, only that other one can
    /// count, so that what two agencies recorded of one event never counts twice.
    ///
    /// @param leadAgency the agency whose event leads
    /// @param leadRef its reference
    /// @param lead the verdict on that event
    public static CountingVerdict through(String leadAgency, String leadRef, CountingVerdict lead) {
        var whose = (leadAgency.isEmpty() ? "the event " : leadAgency + "'s event ") + leadRef;
        return lead.counts()
                ? new CountingVerdict(
                        Standing.THROUGH_LEAD,
                        lead.ruleId(),
                        "Counts nationally through " + whose + ", of which this is the support.")
                : new CountingVerdict(
                        lead.standing(), lead.ruleId(), "This is the support of " + whose
                                + ", which does not count nationally" + (lead.standing() == Standing.NOT_YET ? " yet." : "."));
    }

    /// The same where the event that leads is not in this vault.
    public static CountingVerdict throughUnknown() {
        return new CountingVerdict(
                Standing.THROUGH_LEAD,
                null,
                "This is the support of an event that is not in this vault; if that one counts nationally, it counts for both.");
    }

    /// What rules it out for good.
    private static List<String> against(CountingRule rule, Facts facts) {
        var reasons = new ArrayList<String>();
        if (facts.type() != null && !rule.types().contains(facts.type()))
            reasons.add("it is a " + event(facts.type()) + ", and the " + rule.id() + " rule counts "
                    + listed(rule.types().stream().sorted().map(type -> event(type) + "s")) + " only");
        if (facts.kind() != null && !rule.kinds().contains(facts.kind()))
            reasons.add("the threat is " + one(facts.kind()) + ", and the " + rule.id() + " rule counts "
                    + listed(rule.kinds().stream().sorted().map(CountingRules::several)) + " only");
        if (facts.category() != null
                && facts.category() != Category.UNASSESSED
                && !rule.categories().contains(facts.category()))
            reasons.add("it is assessed as " + label(facts.category()) + ", and the " + rule.id() + " rule counts "
                    + listed(rule.categories().stream().sorted().map(Choice::label)) + " only");
        return reasons;
    }

    /// What may still come.
    private static List<String> missing(CountingRule rule, Facts facts) {
        var reasons = new ArrayList<String>();
        if (facts.kind() == null) reasons.add("no threat is named whose kind is known");
        if (facts.type() == null) reasons.add("nobody has said whether your agency led or supported");
        if (facts.category() == null) reasons.add("it has no category");
        else if (!rule.categories().contains(facts.category())) reasons.add("it is unassessed");
        if (!rule.moderations().isEmpty() && !isAnyOf(rule.moderations(), facts.moderation()))
            reasons.add("a second person has not agreed to it");
        return reasons;
    }

    private static boolean isAnyOf(Set<EventModeration> moderations, @Nullable EventModeration moderation) {
        return moderation != null && moderations.contains(moderation);
    }

    private static String event(@Nullable DisruptionType type) {
        return type == DisruptionType.SUPPORT ? "support event" : "lead event";
    }

    private static String label(@Nullable Choice choice) {
        return choice == null ? "" : choice.label();
    }

    private static String one(@Nullable ThreatKind kind) {
        return switch (kind) {
            case OCG -> "an organised crime group";
            case PRIORITY_INDIVIDUAL -> "a SOC priority individual";
            case VULNERABILITY -> "a SOC vulnerability";
            case null -> "a threat";
        };
    }

    private static String several(ThreatKind kind) {
        return switch (kind) {
            case OCG -> "organised crime groups";
            case PRIORITY_INDIVIDUAL -> "SOC priority individuals";
            case VULNERABILITY -> "SOC vulnerabilities";
        };
    }

    private static String listed(Stream<String> words) {
        var list = words.toList();
        if (list.size() == 1) return list.getFirst();
        return String.join(", ", list.subList(0, list.size() - 1)) + " and " + list.getLast();
    }
}
