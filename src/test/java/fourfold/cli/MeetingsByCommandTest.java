package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The record of a meeting by commands: written, corrected, shown, and out and in again as an extract.
class MeetingsByCommandTest {

    @TempDir
    Path folder;

    private Shell shell;
    private String threat = "";

    @BeforeEach
    void begin() {
        shell = new Shell(folder, TestVaults.clock());
        assertEquals(0, shell.on("init", "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator,lro").exit());
        threat = done("add", "threat", "--set", "name=Amber Kite", "--set", "kind=Organised crime group", "--set",
                        "primary threat area=Illegal drugs", "--set", "master list reason=Not yet scored")
                .get("ref").text();
    }

    private Shell.Result done(String... args) {
        var result = shell.on(args);
        assertEquals(0, result.exit(), result.err());
        return result;
    }

    @Test
    void a_meeting_is_recorded_corrected_and_shown_with_what_had_to_wait() {
        assertEquals(
                List.of("Say why it did not take place."),
                shell.on("add", "meeting", "--set", "kind=GAIN regional meeting", "--set", "date=2022-06-20", "--set",
                        "status=Cancelled").errors());
        var ref = done("add", "meeting", "--set", "kind=GAIN regional meeting", "--set", "date=2022-06-20", "--set",
                        "status=Cancelled", "--set", "cancellation reason=Snow", "--set", "threat refs=" + threat.toLowerCase(java.util.Locale.ROOT))
                .get("ref").text();
        var item = done("show", "meeting", ref).get("agenda").items().getFirst().members();
        assertEquals(threat, item.get("ref").text());
        assertEquals("Amber Kite", item.get("name").text());
        assertEquals("true", item.get("undecided").canonicalText());
        assertTrue(item.get("heldOn").isNothing());
        assertEquals(1, shell.on("edit", "meeting", ref, "--set", "status=Held", "--set", "date=2022-06-22").exit());
        var held = done("edit", "meeting", ref, "--set", "status=Held", "--set", "cancellation reason=", "--reason", "It was held");
        assertEquals("Held", held.get("status").text());
        assertEquals(1, shell.on("edit", "meeting", ref, "--set", "kind=x", "--seen", "1").exit());
        assertEquals("It was held", done("show", "meeting", ref, "--history").get("history").items().getFirst().members().get("reason").text());
    }

    @Test
    void it_goes_to_the_unit_with_the_threat_and_comes_back_corrected() {
        var vaults = TwoVaults.in(folder);
        var ours = vaults.threat("force", "Kite");
        var ref = vaults.done("force", "add", "meeting", "--set", "kind=Force SOC board", "--set", "date=2022-06-20", "--set",
                        "status=Postponed", "--set", "cancellation reason=Chair away", "--set", "threat refs=" + ours)
                .get("ref").text();
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        var there = vaults.done("unit", "show", "meeting", ref);
        assertEquals("Chair away", there.get("cancellationReason").text());
        assertEquals("Derbyshire", there.get("provenance").members().get("agency").text());
        vaults.done("unit", "edit", "meeting", ref, "--set", "status=Cancelled", "--reason", "The unit was told");
        vaults.done("force", "import", vaults.sent("unit", "Derbyshire"), "--accept");
        assertEquals("Cancelled", vaults.done("force", "show", "meeting", ref).get("status").text());
    }

    @Test
    void what_is_recorded_is_listed_as_an_extract_and_loading_that_changes_nothing() {
        done("add", "meeting", "--set", "kind=GAIN regional meeting", "--set", "date=2022-06-20", "--set", "status=Held", "--set",
                "attended=Kent;NCA", "--set", "threat refs=" + threat);
        var extract = shell.file("meetings.csv", done("list", "meetings", "--format", "csv").out());
        var loaded = done("load", "--meetings", extract.toString());
        assertEquals(1, loaded.get("unchanged").members().get("meetings").whole());
    }
}
