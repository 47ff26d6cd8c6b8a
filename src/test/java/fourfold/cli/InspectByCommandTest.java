package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an inspector would find, by command.
class InspectByCommandTest {

    @TempDir
    Path folder;

    private Shell shell;

    private void aVaultWithThreats() {
        shell = new Shell(folder, TestVaults.clock());
        done("init", "--agency", "EMSOU", "--user", "X1", "--name", "Eve", "--role", "administrator,lro");
        done("add", "threat", "--set", "name=Amber Kite", "--set", "kind=OCG", "--set", "agency=EMSOU", "--set",
                "primaryArea=FRAUD", "--set", "masterList=ON_LIST", "--set", "priority=REGION", "--set", "identified=2021-01-04");
        done("add", "threat", "--set", "name=Blue Wren", "--set", "kind=OCG", "--set", "agency=EMSOU", "--set",
                "primaryArea=DRUGS", "--set", "masterList=LOCAL_ONLY", "--set", "masterListReason==1+1", "--set",
                "identified=2022-06-01");
    }

    private Shell.Result done(String... args) {
        var result = shell.on(args);
        assertEquals(0, result.exit(), () -> String.join(" ", args) + ": " + result.err());
        return result;
    }

    private static Json.Members check(Shell.Result result, String id) {
        return result.json().items().stream()
                .map(Json::members)
                .filter(one -> one.get("check").text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void checks_come_with_their_sentence_number_and_references_as_at_a_day() {
        aVaultWithThreats();
        var today = done("inspect");
        var stalled = check(today, "stalled");
        assertEquals("2 open threats have had no event in the 12 months to 21 June 2022.", stalled.get("sentence").text());
        assertEquals(2, stalled.get("count").whole());
        assertEquals(2, stalled.get("refs").items().size());
        assertEquals("Found", stalled.get("state").text());
        var priority = check(today, "priority-without-disruption");
        assertEquals("1 priority threat has had no event in the 12 months to 21 June 2022.", priority.get("sentence").text());
        assertEquals("1 priority area has had no event in the 12 months to 21 June 2022.",
                check(today, "priority-area-without-activity").get("sentence").text());

        var before = done("inspect", "--as-at", "31 May 2022");
        assertEquals(1, check(before, "stalled").get("count").whole());
        assertEquals("2022-05-31", check(before, "stalled").get("asAt").text());
        assertEquals("Nothing found", check(before, "off-list").get("state").text());
        assertEquals("1 threat is not on the master list (0 without a reason).", check(today, "off-list").get("sentence").text());
    }

    @Test
    void a_table_has_a_row_for_each_check_and_wrong_days_are_refused() {
        aVaultWithThreats();
        var csv = done("inspect", "--as-at", "2022-06-21", "--format", "csv").out();
        var lines = csv.split("\r\n");
        assertEquals("Check,Title,Sentence,Count,Refs,State,As at", lines[0]);
        assertEquals(done("inspect").json().items().size() + 1, lines.length);
        assertTrue(csv.contains("stalled,Stalled threats,2 open threats"), csv);

        var wrong = shell.on("inspect", "--as-at", "2022-02-30");
        assertEquals(2, wrong.exit());
        assertEquals(1, wrong.errors().size(), wrong.err());
        assertEquals(
                List.of("After --as-at comes a day such as 2022-05-31; \"2022-02-30\" is not a date: February 2022 has 28"
                        + " days."),
                wrong.errors());
    }
}
