package fourfold.report;

import fourfold.core.disclosure.Released;
import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.CountingVerdict;
import fourfold.report.page.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When and for whom a paper is printed, and what its figures rest on.
///
/// @param today the day as at which it speaks
/// @param rules the counting rules that are known
/// @param silentDays after how many days without an event a threat is called silent
public record Occasion(LocalDate today, Instant made, List<CountingRule> rules, int silentDays) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    public Occasion {
        rules = List.copyOf(rules);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// In tables: the month in three letters.
    static String shortDay(@Nullable LocalDate day) {
        return day == null ? "" : SHORT.format(day);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /// A count with its word: "1 action", "2 actions".
    static String count(long count, String word) {
        return String.format(Locale.UK, "%,d %s%s", count, word, count == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /// With a full stop where there is none.
    static String ended(String text) {
        return text.isEmpty() || ".?!…".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }

    /// At most that many characters, cut at a word, with the mark of an omission.
    static String cut(String text, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) return line;
        int end = line.lastIndexOf(' ', most - 1);
        return line.substring(0, end > most / 2 ? end : most - 1) + " …";
    }

    /// The first day of the twelve months that end today.
    LocalDate yearFrom() {
        return today.minusYears(1).plusDays(1);
    }

    /// The last words of a paper: as at when, by which rules, what was held back, and what may become of it.
    void close(Paper paper, Released released, Collection<CountingVerdict> verdicts) {
        paper.gap(6);
        if (!verdicts.isEmpty()) paper.note(counting(verdicts));
        int withheld = released.withheldRecords();
        if (withheld > 0)
            paper.note(count(withheld, "record") + (withheld == 1 ? " is" : " are")
                    + " withheld by the rules of disclosure and in none of these words and figures.");
        for (var handling : released.handling())
            paper.note("Handling instructions of " + handling.reference() + ": " + handling.instructions() + " For this paper: "
                    + handling.answer());
        printed(paper, released);
    }

    /// The last words of a paper of figures. A count tells nothing of a record, so what is withheld is counted all the same.
    void closeFigures(Paper paper, Released released) {
        int withheld = released.withheldRecords();
        if (withheld > 0)
            paper.note(count(withheld, "record") + (withheld == 1 ? " is" : " are")
                    + " withheld by the rules of disclosure: counted here, and not named.");
        printed(paper, released);
    }

    private void printed(Paper paper, Released released) {
        paper.note(released.marking().label() + ". Printed " + moment(made) + " by " + released.verified().by() + " of "
                + released.from() + ", as the records stood then. Not for release without disclosure advice.");
    }

    private String counting(Collection<CountingVerdict> verdicts) {
        var used = verdicts.stream().map(CountingVerdict::ruleId).filter(Objects::nonNull).distinct().sorted().toList();
        var words = used.stream().map(id -> "rule " + id + title(id)).toList();
        return "Counted as at " + day(today) + (words.isEmpty() ? "" : " by " + String.join(" and ", words))
                + ". The record date chooses the rule. Lead and support are never added together; what counts through its lead is"
                + " counted there.";
    }

    private String title(String id) {
        return rule(id).map(rule -> " (" + rule.name() + ")").orElse("");
    }

    private Optional<CountingRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
