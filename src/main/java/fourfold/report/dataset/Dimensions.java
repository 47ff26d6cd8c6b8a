package fourfold.report.dataset;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingRule;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.P;
import fourfold.core.reference.Agency;
import fourfold.core.threat.ThreatArea;
import fourfold.report.dataset.Column.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The dimensions: what the facts are counted by.
final class Dimensions {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /// The printed filter keeps what was recorded after this day, and the printed figures follow it to the other
    /// (inspection report, appendix 2, and "year to 31 May 2022").
    private static final LocalDate REPORT_FROM = LocalDate.of(2021, 6, 1);
    private static final LocalDate REPORT_TO = LocalDate.of(2022, 5, 31);

    /// Who owns, leads, supports or attends.
    ///
    /// @param kind force, regional unit, partner, or other
    /// @param agency what the reference list says of it
    /// @param residents how many people live in its area, where the region has said so
    record Body(String name, String kind, Optional<Agency> agency, Optional<Long> residents) {

        /// One that is no police agency.
        static Body of(String name, String kind) {
            return new Body(name, kind, Optional.empty(), Optional.empty());
        }
    }

    /// A day, and the day on which the dataset is made.
    record Day(LocalDate date, LocalDate today) {}

    static final List<String> BODY_KINDS = List.of("Force", "Regional unit", "Partner", "Other");

    static final Table<Body> AGENCIES = Table.<Body>of(
                    "agencies", "Every police force and regional unit, the partners of the agreed list, and whoever else a record names as an agency.")
            .key("agency", Kind.STRING, "The name by which the facts know it.", Body::name)
            .oneOf("agency_kind", "What it is.", BODY_KINDS, Body::kind)
            .column("full_name", Kind.STRING, "The name in full.", body -> body.agency().map(Agency::fullName).orElse(body.name()))
            .column("region", Kind.STRING, "The code of the unit of its region.", body -> body.agency().map(Agency::regionCode).orElse(""))
            .column("region_name", Kind.STRING, "The name of that unit.", body -> body.agency().map(Agency::regionName).orElse(""))
            .column("is_rocu", Kind.BOOLEAN, "Whether that unit is a regional organised crime unit.", body -> body.agency().map(one -> Table.yes(one.isRocu())).orElse(""))
            .column("pfa_code", Kind.STRING, "The Police Force Area code of the Office for National Statistics, for maps.", body -> body.agency().map(Agency::pfaCode).orElse(""))
            .column("residents", Kind.INTEGER, "How many people live in its area, for rates; empty where the region has not published it.", body -> body.residents().map(String::valueOf).orElse(""))
            .complete();

    static final Table<ThreatArea> AREAS = Table.<ThreatArea>of("threat_areas", "The ten national threat areas.")
            .key("threat_area", Kind.STRING, "The threat area.", Choice::label)
            .full("code", Kind.STRING, "A short code.", Choice::name)
            .full("pillar", Kind.STRING, "The pillar of the control strategy under which it stands.", area -> capital(area.pillar().name()))
            .full("position", Kind.INTEGER, "Where it stands in lists, from 1.", area -> Integer.toString(area.ordinal() + 1))
            .complete();

    static final Table<P> PS = Table.<P>of("ps", "The four Ps. Keep all four in tables, so that a 0 is shown as 0.")
            .key("p", Kind.STRING, "The P.", Choice::label)
            .full("meaning", Kind.STRING, "What belongs under it.", P::meaning)
            .full("position", Kind.INTEGER, "Where it stands in lists, from 1.", p -> Integer.toString(p.ordinal() + 1))
            .complete();

    static final Table<Category> CATEGORIES = Table.<Category>of("categories", "The assessment categories.")
            .key("category", Kind.STRING, "The category.", Choice::label)
            .full("is_printed", Kind.BOOLEAN, "Whether it is one of the three of the printed filter: Major, Moderate, Minor.", category -> Table.yes(category.ordinal() <= Category.MINOR.ordinal()))
            .full("position", Kind.INTEGER, "Where it stands in lists, from 1.", category -> Integer.toString(category.ordinal() + 1))
            .complete();

    static final Table<CountingRule> RULES = Table.<CountingRule>of("counting_rules", "What counts nationally, from when and by whose authority. The record date chooses the rule.")
            .key("counting_rule", Kind.STRING, "The name of the rule in figures.", CountingRule::id)
            .full("title", Kind.STRING, "What it is called.", CountingRule::name)
            .full("authority", Kind.STRING, "Where it is stated.", CountingRule::authority)
            .column("valid_from", Kind.DATE, "The first record date; empty where no beginning is public.", rule -> text(rule.validFrom()))
            .column("valid_to", Kind.DATE, "The last record date; empty while it stands.", rule -> text(rule.validTo()))
            .full("threat_kinds", Kind.STRING, "The kinds of threat against which an event counts, with semicolons between.", rule -> labels(rule.kinds()))
            .full("disruption_types", Kind.STRING, "The disruption types that count.", rule -> labels(rule.types()))
            .full("categories", Kind.STRING, "The categories that count.", rule -> labels(rule.categories()))
            .column("moderations", Kind.STRING, "The states of moderation in which an event counts; empty where the rule does not ask.", rule -> labels(rule.moderations()))
            .complete();

    static final Table<Day> DATES = Table.<Day>of("dates", "Every day of the financial years that the facts lie in.")
            .key("date", Kind.DATE, "The day.", day -> day.date().toString())
            .full("year", Kind.INTEGER, "The calendar year.", day -> Integer.toString(day.date().getYear()))
            .full("quarter", Kind.INTEGER, "The quarter of the calendar year, from 1.", day -> Integer.toString((day.date().getMonthValue() + 2) / 3))
            .full("month", Kind.INTEGER, "The month of the calendar year, from 1.", day -> Integer.toString(day.date().getMonthValue()))
            .full("month_start", Kind.DATE, "The first day of the month, to sort and plot by.", day -> day.date().withDayOfMonth(1).toString())
            .full("month_name", Kind.STRING, "The month in words, such as June 2021.", day -> MONTH.format(YearMonth.from(day.date())))
            .full("day_of_week", Kind.INTEGER, "The day of the week, Monday 1 to Sunday 7.", day -> Integer.toString(day.date().getDayOfWeek().getValue()))
            .full("financial_year", Kind.STRING, "The financial year from 1 April, such as 2021-22.", day -> financialYear(day.date()))
            .full("financial_month", Kind.INTEGER, "The month of the financial year: April is 1.", day -> Integer.toString((day.date().getMonthValue() + 8) % 12 + 1))
            .full("in_report_year", Kind.BOOLEAN, "Whether it is after 1 June 2021 and not after 31 May 2022: by record date, what the figures printed in the inspection report follow.", day -> Table.yes(day.date().isAfter(REPORT_FROM) && !day.date().isAfter(REPORT_TO)))
            .full("in_report_year_inclusive", Kind.BOOLEAN, "The same with 1 June 2021 included.", day -> Table.yes(!day.date().isBefore(REPORT_FROM) && !day.date().isAfter(REPORT_TO)))
            .full("after_report_start", Kind.BOOLEAN, "Whether it is after 1 June 2021, with no end: the filter as it is printed.", day -> Table.yes(day.date().isAfter(REPORT_FROM)))
            .full("in_last_12_months", Kind.BOOLEAN, "Whether it is within the twelve months up to the day on which the dataset was made.", day -> Table.yes(!day.date().isAfter(day.today()) && day.date().isAfter(day.today().minusYears(1))))
            .complete();

    private Dimensions() {}

    static String financialYear(LocalDate date) {
        int begin = financialYearStart(date).getYear();
        return begin + "-" + String.format(Locale.ROOT, "%02d", (begin + 1) % 100);
    }

    /// The first day of the financial year of that day.
    static LocalDate financialYearStart(LocalDate date) {
        var start = LocalDate.of(date.getYear(), 4, 1);
        return date.isBefore(start) ? start.minusYears(1) : start;
    }

    private static String labels(Collection<? extends Choice> choices) {
        return String.join(";", choices.stream().map(Choice::label).sorted().toList());
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
