package fourfold.bench;

import fourfold.core.disruption.Disruption;
import fourfold.core.figures.Facts;
import fourfold.core.figures.Question;
import fourfold.core.kernel.Watch;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Figures on 10,000 threats and 250,000 events: questions of every kind as a screen asks them, beside DuckDB in memory that
/// answers the same SQL over the same rows in turn; the whole inspection page; figures as known on earlier moments; and a full
/// projection of the journal to a moment. No figure is a query of our own database, so none of its results is used again.
final class FiguresRow implements Row {

    private static final int WARM = 5;
    private static final int RUNS = 40;
    private static final LocalDate DAY = LocalDate.of(2022, 2, 1);

    private static final String LEAD = " from event where type = 'LEAD' and category in ('MAJOR', 'MODERATE', 'MINOR')";
    private static final String TESTS =
            " from threat where type = 'TACTICAL' and moderation = 'MODERATED' and soc = 'SOC' and tier <> 'TIER_5'";

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public List<Line> measure(Bed bed) throws Exception {
        var big = bed.bigVault();
        var office = Bed.enter(big.surroundings(), big.folder(), false);
        try {
            var lines = new ArrayList<Line>();
            var size = String.format("%,d threats and %,d events", big.threats(), big.events());
            long before = System.nanoTime();
            var facts = office.figures().facts().orThrow();
            lines.add(Line.bound(
                    "what figures count, read after unlocking, " + size,
                    Samples.seconds(System.nanoTime() - before), "-", (System.nanoTime() - before) / 1e9, 5, "s"));
            lines.addAll(figures(office, facts, size));
            lines.add(inspection(office, size));
            lines.add(knownOn(office, big, size));
            lines.add(projection(office, big));
            return lines;
        } finally {
            Bed.leave(office);
        }
    }

    /// Questions, each with the same in SQL.
    private static Map<Question, String> questions() {
        var all = new LinkedHashMap<Question, String>();
        all.put(
                Question.of("disruptions-year").by("agency", "p"),
                "select lead_agency, p, count(*)" + LEAD
                        + " and record_date > date '2021-06-01' and record_date <= date '2022-05-31' group by 1, 2");
        all.put(
                Question.of("disruptions-printed").by("agency", "category"),
                "select lead_agency, category, count(*)" + LEAD + " and record_date > date '2021-06-01' group by 1, 2");
        all.put(
                Question.of("disruptions-led").by("agency", "month"),
                "select lead_agency, date_trunc('month', record_date), count(*) from event where type = 'LEAD' group by 1, 2");
        all.put(
                Question.of("disruptions-printed").by("agency", "area"),
                "select lead_agency, primary_area, count(*) from event join threat on event.threat = threat.id"
                        + " where event.type = 'LEAD' and category in ('MAJOR', 'MODERATE', 'MINOR')"
                        + " and record_date > date '2021-06-01' group by 1, 2");
        all.put(
                Question.of("disruptions-all").by("type", "unit"),
                "select type, lead_unit, count(*) from event group by 1, 2");
        all.put(
                Question.of("threats-hmicfrs").by("agency", "kind"),
                "select agency, kind, count(*)" + TESTS + " and phase not ilike '%closed%' group by 1, 2");
        all.put(
                Question.of("threats-hmicfrs").asAt(DAY).by("agency", "tier"),
                "select agency, tier, count(*)" + TESTS
                        + " and (case when master_list = 'ON_LIST' then mapped else identified end) <= date '2022-02-01'"
                        + " and (closed is null or closed > date '2022-02-01') group by 1, 2");
        all.put(
                Question.of("threats-stalled").asAt(DAY).by("agency"),
                "select agency, count(*) from threat where phase not ilike '%closed%' and id not in (select threat from event"
                        + " where event_date between date '2021-02-02' and date '2022-02-01') group by 1");
        return all;
    }

    private static List<Line> figures(Office office, Facts facts, String size) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
            fill(duck, facts);
            var ours = new Samples();
            var theirs = new Samples();
            for (var question : questions().entrySet()) {
                for (int run = -WARM; run < RUNS; run++) {
                    long before = System.nanoTime();
                    var counted = office.figures().answer(question.getKey()).orThrow();
                    long between = System.nanoTime();
                    long total = total(duck, question.getValue());
                    long after = System.nanoTime();
                    if (counted.total() != total)
                        throw new IllegalStateException(question.getKey().view() + ": " + counted.total() + " and " + total);
                    if (run < 0) continue;
                    ours.add(between - before);
                    theirs.add(after - between);
                }
            }
            return List.of(
                    Line.bound("a figure on a screen, " + size + " (p95)", ours.inMillis(), "-", ours.p95() / 1e6, 100, "ms"),
                    Line.beside(
                            "the same questions", ours.inMillis(), "the same SQL in DuckDB, in memory: " + theirs.inMillis(),
                            (double) ours.median() / theirs.median()));
        }
    }

    private static long total(Connection duck, String sql) throws SQLException {
        try (var query = duck.createStatement();
                var rows = query.executeQuery(sql)) {
            long total = 0;
            int last = rows.getMetaData().getColumnCount();
            while (rows.next()) total += rows.getLong(last);
            return total;
        }
    }

    private static void fill(DuckDBConnection duck, Facts facts) throws SQLException {
        try (var create = duck.createStatement()) {
            create.execute("create table threat (id integer, agency varchar, kind varchar, type varchar, moderation varchar,"
                    + " soc varchar, tier varchar, phase varchar, primary_area varchar, master_list varchar, identified date,"
                    + " mapped date, closed date)");
            create.execute("create table event (threat integer, type varchar, category varchar, p varchar, lead_agency varchar,"
                    + " lead_unit varchar, event_date date, record_date date)");
        }
        var threats = facts.threats();
        try (var rows = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "threat")) {
            for (int row = 0; row < threats.size(); row++) {
                rows.beginRow();
                rows.append(row);
                rows.append(threats.words(Threat.AGENCY).at(row));
                for (var field : List.of(Threat.KIND, Threat.TYPE, Threat.MODERATION, Threat.SOC, Threat.TIER))
                    rows.append(name(threats.picks(field).at(row)));
                rows.append(threats.words(Threat.PHASE).at(row));
                rows.append(name(threats.picks(Threat.PRIMARY_AREA).at(row)));
                rows.append(name(threats.picks(Threat.MASTER_LIST).at(row)));
                for (var field : List.of(Threat.IDENTIFIED, Threat.MAPPED, Threat.CLOSED))
                    day(rows, threats.days(field).isGiven(row) ? threats.days(field).at(row) : null);
                rows.endRow();
            }
        }
        var events = facts.events();
        try (var rows = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "event")) {
            for (int row = 0; row < events.size(); row++) {
                rows.beginRow();
                rows.append(events.links(Disruption.THREAT).at(row));
                for (var field : List.of(Disruption.TYPE, Disruption.CATEGORY, Disruption.FOUR_P))
                    rows.append(name(events.picks(field).at(row)));
                rows.append(events.words(Disruption.LEAD_AGENCY).at(row));
                rows.append(events.words(Disruption.LEAD_UNIT).at(row));
                for (var field : List.of(Disruption.EVENT_DATE, Disruption.RECORD_DATE))
                    day(rows, events.days(field).isGiven(row) ? events.days(field).at(row) : null);
                rows.endRow();
            }
        }
    }

    private static String name(fourfold.core.kernel.@org.jspecify.annotations.Nullable Choice choice) {
        return choice == null ? "" : choice.name();
    }

    private static void day(DuckDBAppender rows, @org.jspecify.annotations.Nullable Integer day) throws SQLException {
        if (day == null) rows.appendNull();
        else rows.append(LocalDate.ofEpochDay(day));
    }

    private static Line inspection(Office office, String size) {
        var samples = new Samples();
        for (int run = -2; run < 10; run++) {
            long before = System.nanoTime();
            office.inspection().inspect(Optional.of(DAY)).orThrow();
            if (run >= 0) samples.add(System.nanoTime() - before);
        }
        return Line.bound(
                "the whole inspection page, " + size + " (p95)", samples.inMillis(), "-", samples.p95() / 1e9, 2, "s");
    }

    /// Each time another moment while the edits were written, so that nothing is kept from the last and what was counted then
    /// differs from now.
    private static Line knownOn(Office office, BigVault big, String size) {
        var samples = new Samples();
        var step = Duration.between(big.begun(), big.done()).dividedBy(23);
        for (int run = -2; run < 20; run++) {
            var moment = big.begun().plus(step.multipliedBy(run + 3));
            long before = System.nanoTime();
            office.figures().answer(Question.of("disruptions-year").by("agency", "p").knownOn(moment)).orThrow();
            if (run >= 0) samples.add(System.nanoTime() - before);
        }
        return Line.bound(
                "a figure as known on an earlier moment, " + size + " (p95)", samples.inMillis(), "-", samples.p95() / 1e9, 1,
                "s");
    }

    private static Line projection(Office office, BigVault big) {
        long before = System.nanoTime();
        var same = office.figures()
                .prove(Question.of("disruptions-year").by("agency", "p").knownOn(Instant.now().minusMillis(1)), Watch.nobody())
                .orThrow();
        double took = (System.nanoTime() - before) / 1e9;
        if (!same) throw new IllegalStateException("the full projection gives other figures");
        return Line.bound(
                String.format("full projection of %,d entries to a moment, with the figures made from it", big.entries()),
                Samples.seconds(System.nanoTime() - before), "-", took, 30, "s");
    }
}
