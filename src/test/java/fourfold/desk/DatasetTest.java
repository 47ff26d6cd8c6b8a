package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.journal.HookedDisk;
import fourfold.vault.LocalDisk;
import fourfold.vault.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The dataset of the example region: sound by its own descriptor, by a validator that is not ours, and in another database;
/// and what is not in it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DatasetTest {

    private static final String YEAR = " d.record_date > DATE '2021-06-01' AND d.record_date <= DATE '2022-05-31'"
            + " AND d.category IN ('Major', 'Moderate', 'Minor') ";

    private Path folder = Path.of("");
    private Office office;
    private DatasetDesk.Written written;
    private DescribedFolder dataset;

    @BeforeAll
    void write(@TempDir Path temp) {
        folder = temp;
        office = TestVaults.begin(
                temp.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.ANALYST);
        TestVaults.loadExample(office);
        written = office.dataset().write(wish(Marking.OFFICIAL_SENSITIVE), temp.resolve("dataset")).orThrow();
        dataset = DescribedFolder.read(temp.resolve("dataset"));
    }

    @AfterAll
    void lock() {
        office.close();
    }

    private static DatasetDesk.Wish wish(Marking ceiling) {
        return new DatasetDesk.Wish("Analysis", ceiling, Map.of());
    }

    @Test
    void every_cell_key_and_pointer_is_as_the_descriptor_says() {
        assertEquals(List.of(), dataset.errors());
        assertEquals("tabular-data-package", dataset.descriptor().get("profile").text());
        assertEquals(462, dataset.rows("threats").size());
        assertEquals(1907, dataset.rows("disruptions").size());
        assertEquals(1995, dataset.rows("actions").size());
        assertEquals(397, dataset.rows("plans").size());
        assertEquals(84, dataset.rows("meetings").size());
        assertEquals(List.of(), written.withheld());
    }

    @Test
    void saving_goes_on_while_a_dataset_is_written_which_shows_what_was_there_when_it_began(@TempDir Path other) throws Exception {
        var begun = new CountDownLatch(1);
        var saved = new CountDownLatch(1);
        var disk = new HookedDisk(new LocalDisk()) {
            @Override
            public OpenFile open(Path file, Access access) throws IOException {
                if (file.endsWith("plans.csv")) {
                    begun.countDown();
                    try {
                        assertTrue(saved.await(20, TimeUnit.SECONDS), "the dataset keeps others from saving");
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                }
                return super.open(file, access);
            }
        };
        try (var busy = TestVaults.begin(other.resolve("vault"), TestVaults.surroundings(TestVaults.clock(), disk), Role.LRO)) {
            TestVaults.loadThreats(busy);
            var writing = CompletableFuture.supplyAsync(
                    () -> busy.dataset().write(wish(Marking.OFFICIAL_SENSITIVE), other.resolve("dataset")));
            assertTrue(begun.await(20, TimeUnit.SECONDS));
            var action = Editing.of(
                            Action.FIELDS, Map.of("p", "Prevent", "title", "Visit", "owner", "LRO 001 (X11001)"), Set.of())
                    .orThrow();
            busy.plans().begin(new PlanDesk.Begin(busy.threats().open("EMS-0001").orThrow().record().id(), null)).orThrow();
            busy.plans().add(new PlanDesk.AddAction(busy.threats().open("EMS-0001").orThrow().record().id(), action)).orThrow();
            saved.countDown();
            var rows = writing.get(60, TimeUnit.SECONDS).orThrow().rows();
            assertEquals(0, rows.get("plans"), "the plan came after it had begun");
            assertEquals(0, rows.get("actions"));
            assertEquals(busy.register().list("threats", Map.of()).orThrow().size(), rows.get("threats"));
            assertEquals(1, busy.register().list("actions", Map.of()).orThrow().size());
        }
    }

    @Test
    void the_check_of_the_descriptor_finds_what_is_wrong() throws IOException {
        var broken = folder.resolve("broken");
        Files.createDirectories(broken);
        try (var files = Files.list(folder.resolve("dataset"))) {
            for (var file : files.toList()) Files.copy(file, broken.resolve(String.valueOf(file.getFileName())));
        }
        var threats = Files.readString(broken.resolve("threats.csv"));
        Files.writeString(broken.resolve("threats.csv"), threats.replace("Tier 1", "Tier 9").replace(",Tactical,", ",,"));
        Files.writeString(broken.resolve("ps.csv"), Files.readString(broken.resolve("ps.csv")).replace("Prevent", "Pursue"));
        var errors = String.join("\n", DescribedFolder.read(broken).errors());
        for (var part : List.of("threats: another hash", "Tier 9 is not allowed", "ps: a key twice", "Prevent points nowhere"))
            assertTrue(errors.contains(part), part);
    }

    @Test
    void a_validator_that_is_not_ours_finds_nothing_wrong() throws Exception {
        var tools = validator();
        var ran = new ProcessBuilder(
                        "node", tools.resolve("validate.cjs").toString(), folder.resolve("dataset/datapackage.json").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(ran.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ran.waitFor(), said);
        assertTrue(said.contains("18 tables"), said);
    }

    /// The validator as `src/test/node` pins it, fetched once into `target`; without Node or a registry the test is skipped.
    private static Path validator() throws Exception {
        assumeTrue(succeeds(Path.of("."), "node", "--version") && succeeds(Path.of("."), "npm", "--version"), "Node is not installed");
        var tools = Path.of("target/node").toAbsolutePath();
        Files.createDirectories(tools);
        for (var name : List.of("package.json", "package-lock.json", "validate.cjs"))
            Files.write(tools.resolve(name), Files.readAllBytes(Path.of("src/test/node").resolve(name)));
        if (!Files.exists(tools.resolve("node_modules/.package-lock.json")))
            assumeTrue(
                    succeeds(tools, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"),
                    "the validator is not here and cannot be fetched");
        return tools;
    }

    private static boolean succeeds(Path folder, String... command) throws InterruptedException {
        try {
            var ran = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = ran.waitFor(90, TimeUnit.SECONDS);
            if (!ended) ran.destroy();
            return ended && ran.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void another_database_reads_it_by_its_types_and_comes_to_the_expected_figures() throws Exception {
        var oracle = StrictJson.read(Files.readAllBytes(Path.of("src/test/resources/fourfold/oracle.json")));
        try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            load(duck);
            assertEquals(
                    figures(oracle, "disruptions", "year", "lead", "by_agency"),
                    counted(duck, "SELECT d.lead_agency, count(*) FROM disruptions d WHERE" + YEAR
                            + "AND d.disruption_type = 'Lead Disruption' GROUP BY 1"));
            assertEquals(
                    figures(oracle, "disruptions", "year", "support", "by_agency"),
                    counted(duck, "SELECT s.agency, count(*) FROM disruptions d JOIN disruption_support s USING (disruption_id)"
                            + " JOIN agencies a ON a.agency = s.agency AND a.region = 'EMSOU' WHERE" + YEAR
                            + "AND d.disruption_type = 'Support Disruption' GROUP BY 1"));
            assertEquals(
                    figures(oracle, "disruptions", "year", "countable_ocg", "by_agency"),
                    counted(duck, "SELECT d.lead_agency, count(*) FROM disruptions d JOIN dates ON dates.date = d.record_date"
                            + " WHERE d.counts_nationally AND dates.in_report_year GROUP BY 1"));
            assertEquals(
                    figures(oracle, "threats", "as_at_2022-02-01", "on_list", "by_agency"),
                    counted(duck, "SELECT agency, count(*) FROM threats WHERE master_list_status = 'On list'"
                            + " AND mapped <= DATE '2022-02-01' AND (closed IS NULL OR closed > DATE '2022-02-01') GROUP BY 1"));
            assertEquals(
                    figures(oracle, "threats", "five_tests_on_list", "by_agency"),
                    counted(duck, "SELECT agency, count(*) FROM threats WHERE master_list_status = 'On list' AND assessment_type ="
                            + " 'Tactical' AND moderation_status = 'Moderated' AND soc = 'SOC' AND tier <> 'Tier 5' AND NOT is_closed"
                            + " GROUP BY 1"));
        }
    }

    private void load(Connection duck) throws SQLException {
        for (var table : dataset.columns().entrySet()) {
            var columns = new ArrayList<String>();
            table.getValue().forEach((name, type) -> columns.add("'" + name + "': '" + switch (type) {
                case "date" -> "DATE";
                case "datetime" -> "TIMESTAMP WITH TIME ZONE";
                case "integer" -> "BIGINT";
                case "number" -> "DECIMAL(18, 6)";
                case "boolean" -> "BOOLEAN";
                default -> "VARCHAR";
            } + "'"));
            try (var sql = duck.createStatement()) {
                sql.execute("CREATE TABLE " + table.getKey() + " AS SELECT * FROM read_csv('"
                        + folder.resolve("dataset").resolve(table.getKey() + ".csv") + "', header = true, delim = ',', quote = '\"',"
                        + " nullstr = '', columns = {" + String.join(", ", columns) + "})");
            }
        }
    }

    private static Map<String, Long> counted(Connection duck, String query) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var sql = duck.createStatement();
                var rows = sql.executeQuery(query)) {
            while (rows.next()) counts.put(rows.getString(1), rows.getLong(2));
        }
        return counts;
    }

    private static Map<String, Long> figures(Json oracle, String... path) {
        var at = oracle;
        for (var name : path) at = at.members().get(name);
        var figures = new TreeMap<String, Long>();
        at.members().values().forEach((name, value) -> {
            if (value.whole() > 0) figures.put(name, value.whole());
        });
        return figures;
    }

    @Test
    void no_narrative_and_no_name_of_a_person_is_in_it() throws IOException {
        var words = new java.util.TreeSet<String>();
        var listed = office.register().list("threats", Map.of()).orThrow().objects().get();
        for (var threat : listed)
            for (var name : List.of("name", "lro", "sio", "masterListReason"))
                if (threat.get(name) instanceof Json.Text(var text)) words.add(text);
        for (var event : office.register().list("disruptions", Map.of()).orThrow().objects().get())
            if (event.get("summary") instanceof Json.Text(var text)) words.add(text);
        for (var action : office.register().list("actions", Map.of()).orThrow().objects().get())
            for (var name : List.of("title", "result"))
                if (action.get(name) instanceof Json.Text(var text) && text.length() > 12) words.add(text);
        assertTrue(words.size() > 500, words.size() + " words");
        try (var files = Files.list(folder.resolve("dataset"))) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                for (var word : words) assertFalse(text.contains(word), file.getFileName() + " holds " + word);
            }
        }
    }

    @Test
    void everybody_but_the_owner_is_kept_out_of_it() throws IOException {
        var at = folder.resolve("dataset");
        assumeTrue(Files.getFileStore(at).supportsFileAttributeView("posix"), "no modes here");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(at)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(at.resolve("threats.csv"))));
    }

    @Test
    void a_threat_with_handling_instructions_is_left_out_with_all_that_belongs_to_it_until_they_are_answered() {
        var threat = office.threats().open("EMS-0003").orThrow();
        var values = Editing.of(Threat.FIELDS, Map.of("handling", "Tell the originator first"), Set.of()).orThrow();
        var edited = office.threats().edit(new ThreatDesk.Edit(threat.seen(), values, "Asked for")).orThrow();
        var id = edited.record().id();
        var without = folder.resolve("without");
        var made = office.dataset().write(wish(Marking.OFFICIAL_SENSITIVE), without).orThrow();
        var read = DescribedFolder.read(without);
        assertEquals(List.of(), read.errors());
        assertEquals(461, read.rows("threats").size());
        assertFalse(read.rows("disruptions").stream().anyMatch(row -> row.get("threat_id").equals(id.toString())));
        assertFalse(read.rows("meeting_threats").stream().anyMatch(row -> row.get("threat_id").equals(id.toString())));
        assertTrue(made.withheld().stream().anyMatch(one -> one.kind().equals("threat") && one.records() == 1));
        assertEquals(
                made.withheld().size(),
                read.descriptor().get("disclosure").members().get("withheld").items().size());
        var with = folder.resolve("with");
        office.dataset().write(new DatasetDesk.Wish("Analysis", Marking.OFFICIAL_SENSITIVE, Map.of(id, "Told")), with).orThrow();
        assertEquals(462, DescribedFolder.read(with).rows("threats").size());
        var back = Editing.of(Threat.FIELDS, Map.of("handling", ""), Set.of()).orThrow();
        office.threats().edit(new ThreatDesk.Edit(edited.seen(), back, "No longer")).orThrow();
    }

    @Test
    void a_folder_that_is_not_empty_is_refused_and_so_is_one_in_the_vault_and_a_low_ceiling_leaves_nothing() throws IOException {
        var full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("other"), "x");
        for (var place : List.of(full, full.resolve("other"), folder.resolve("vault"), folder.resolve("vault/new")))
            assertInstanceOf(
                    Problem.NotNow.class,
                    assertInstanceOf(Outcome.Refused.class, office.dataset().write(wish(Marking.OFFICIAL_SENSITIVE), place))
                            .problem());
        var low = office.dataset().write(wish(Marking.OFFICIAL), folder.resolve("low"));
        assertInstanceOf(Outcome.Refused.class, low);
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> String.valueOf(file.getFileName()).startsWith(".") || file.endsWith("low")));
        }
    }

    @Test
    void changed_at_is_when_this_vault_recorded_the_newest_change() {
        assertEquals(Set.of("2022-06-21T11:00:00Z"), Set.copyOf(dataset.rows("disruptions").stream().map(row -> row.get("changed_at")).toList()));
        for (var table : dataset.columns().entrySet())
            if (table.getKey().matches("threats|plans|actions|disruptions|meetings|.*_.*") && !table.getKey().matches("threat_areas|counting_rules"))
                assertTrue(table.getValue().containsKey("changed_at"), table.getKey());
    }

    @Test
    void writing_it_is_logged_as_a_disclosure_without_any_content() {
        var logged = new ArrayList<Json.Members>();
        office.journal().list(1, logged::add).orThrow();
        var disclosures = logged.stream().map(Json.Members::canonicalText).filter(line -> line.contains("DISCLOSURE")).toList();
        assertFalse(disclosures.isEmpty());
        var first = disclosures.getFirst();
        assertTrue(first.contains("\"dataset\"") && first.contains("\"purpose\":\"Analysis\"") && first.contains("\"withheld\":0"), first);
    }
}
