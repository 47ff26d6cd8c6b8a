package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job by commands alone, on a new vault, each command as the help writes it.
class MainJobByCommandTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void begin() {
        shell = new Shell(folder, TestVaults.clock());
    }

    private Shell.Result done(String... args) {
        var result = shell.on(args);
        assertEquals(0, result.exit(), () -> String.join(" ", args) + ": " + result.err());
        return result;
    }

    private Shell.Result refused(String sentence, String... args) {
        var result = shell.on(args);
        assertEquals(List.of(sentence), result.errors());
        assertEquals(1, result.exit());
        assertEquals("", result.out());
        return result;
    }

    @Test
    void anLroWorksAThreatAndASupervisorDecides() {
        var begun = done("init", "--agency", "emsou", "--user", "x1", "--name", "A Officer", "--role", "administrator,lro");
        assertEquals("EMSOU", begun.get("agency").text());
        assertEquals(1, begun.errors().size());
        assertTrue(begun.err().matches("Recovery code, shown only this once: ([0-9A-Z]{4}[ -]){6}[0-9A-Z]{4}\\R"), begun.err());
        var added = done(
                "user", "add", "--user", "x2", "--name", "B Officer", "--role", "supervisor", "--manager", "x1",
                "--new-passphrase-file", shell.file("second", "another five words will do\r\n").toString());
        assertEquals("X2", added.get("collar").text());
        assertEquals("X1", added.get("manager").text());

        var threat = addThreat();
        workThePlan(threat);
        var event = recordAnEvent(threat);
        decide(threat, event);
        lookBack(threat, event);
    }

    private String addThreat() {
        refused("There is no field colour in a threat.", "add", "threat", "--as", "x1", "--set", "colour=red");
        var threat = done(
                "add", "threat", "--as", "x1", "--set", "name=Amber Kite", "--set", "Threat kind=organised crime group",
                "--set", "primary_threat_area=Drugs", "--set", "MASTER LIST REASON=Not yet scored");
        var ref = threat.get("ref").text();
        refused(
                "There is no field colour in an action.",
                "add", "action", "--as", "x1", "--set", "threat=" + ref, "--set", "colour=red");
        refused(ref + " has no plan yet.", "plan", "submit", ref, "--as", "x1");
        var edited = done(
                "edit", "threat", ref, "--as", "x1", "--set", "lro=A Officer (x1)", "--set", "sio=C Officer (x3)", "--reason",
                "Knows the area", "--seen", Long.toString(threat.get("version").whole()));
        assertTrue(edited.get("version").whole() > threat.get("version").whole());
        refused(
                "Somebody saved this threat after you opened it.",
                "edit", "threat", ref, "--as", "x1", "--set", "name=Amber Crow", "--seen",
                Long.toString(threat.get("version").whole()));
        return ref;
    }

    private void workThePlan(String threat) {
        done("edit", "plan", threat, "--as", "x1", "--set", "objective=Take the line apart");
        shell.input("title=School visit, \"with\" quotation marks\n");
        var action = done("add", "action", "--as", "x1", "--set", "threat=" + threat, "--set", "4p=prevent", "--set-file", "-")
                .get("ref").text();
        for (var p : List.of("Pursue", "Protect"))
            done("add", "action", "--as", "x1", "--set", "threat=" + threat, "--set", "4P=" + p, "--set", "title=Visit");
        refused(
                "Prepare is empty: add an action, or say why none is needed.", "plan", "submit", threat, "--as", "x1");
        done("edit", "plan", threat, "--as", "x1", "--set", "Why Prepare is empty=No event is expected");
        var moved = done("edit", "action", action, "--as", "x1", "--set", "status=done", "--reason", "Twelve families seen");
        assertEquals("Done", moved.get("status").text());
        var submitted = done("plan", "submit", threat, "--as", "x1");
        assertEquals("Submitted", submitted.get("state").text());
    }

    private String recordAnEvent(String threat) {
        var event = done(
                "disrupt", "--as", "x1", "--threat", threat, "--date", "20/6/2022", "--p", "prevent", "--type", "lead",
                "--category", "minor", "--reason-file", shell.file("reason", "One school reached\n").toString());
        assertEquals(List.of("Counts nationally: a lead event against an organised crime group, assessed as Minor (rule 2022)."),
                event.errors());
        assertEquals(Json.of(true), event.get("counts"));
        var more = done(
                "disrupt", "--as", "x1", "--threat", threat, "--date", "1 June 2022", "--p", "pursue", "--other-p", "protect",
                "--type", "support", "--category", "no impact", "--reason", "Nothing found", "--summary", "A search",
                "--lead-agency", "derbyshire", "--supporting", "HMRC", "--supporting", "EMSOU", "--lead-unit", "RPIU",
                "--tactic", "Search warrant", "--change", "None", "--evidence", "Search record", "--set", "warrants=1",
                "--set", "assets seized gbp=£1,200");
        var shown = done("show", "disruption", more.get("ref").text(), "--as", "x1");
        assertEquals("Derbyshire", shown.get("leadAgency").text());
        assertEquals(Json.texts(List.of("EMSOU", "HMRC")), shown.get("supporting"));
        assertEquals(1, shown.get("warrants").whole());
        assertEquals("1200.00", shown.get("assets").text());
        assertEquals("A search", shown.get("summary").text());
        return event.get("ref").text();
    }

    private void decide(String threat, String event) {
        refused("Only a supervisor may do this.", "plan", "approve", threat, "--as", "x1");
        shell.environment().put(Secrets.VARIABLE, folder.resolve("second").toString());
        refused("Only an LRO may do this.", "plan", "submit", threat, "--as", "x2");
        var reviewed = done("show", "plan", threat, "--as", "x2").get("commitments").text();
        refused("Say what has to change.", "plan", "return", threat, "--as", "x2");
        var approved = done("plan", "approve", threat, "--as", "x2", "--reviewed", reviewed);
        assertEquals("Approved", approved.get("state").text());
        var regraded = done(
                "moderate", event, "--as", "x2", "--decision", "regrade", "--category", "moderate", "--reason", "Stock was moved");
        assertEquals("Moderate", regraded.get("category").text());
        refused(
                "The event was moderated already.",
                "moderate", event, "--as", "x2", "--decision", "agree", "--reason", "Again");
    }

    private void lookBack(String threat, String event) {
        var shown = done("show", "threat", threat, "--as", "x2", "--history");
        assertEquals(Json.texts(List.of()), shown.get("gaps"));
        assertEquals(1, shown.get("counts").members().get("disruptions").members().get("prevent").whole());
        assertEquals("Approved", shown.get("plan").members().get("standing").text().split(" ")[0]);
        assertEquals(2, shown.get("history").items().size());
        var step = shown.get("history").items().getFirst().members();
        assertEquals("Knows the area", step.get("reason").text());
        assertEquals("X1", step.get("user").text());
        var plan = done("show", "plan", threat, "--as", "x2");
        assertEquals(Json.texts(List.of()), plan.get("missing"));
        assertEquals(3, plan.get("actions").items().size());
        assertEquals(2, plan.get("decisions").items().size());
        assertEquals(
                "COUNTS",
                done("show", "disruption", event, "--as", "x2").get("verdict").members().get("standing").text());
        var listed = done("list", "actions", "--as", "x2", "--where", "threat=" + threat, "--where", "status=DONE");
        assertEquals(1, listed.json().items().size());
        assertEquals(
                "School visit, \"with\" quotation marks",
                listed.json().items().getFirst().members().get("title").text());
    }

    @Test
    void theJournalIsCheckedListedAndReplayed() {
        done("init", "--agency", "Derbyshire", "--user", "x1", "--name", "A", "--role", "administrator,lro");
        done("add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set", "primaryArea=Fraud",
                "--set", "masterList=On list");
        var before = done("list", "threats").out();
        var checked = done("journal", "verify");
        assertEquals(Json.of(true), checked.get("sound"));
        assertTrue(checked.get("acts").whole() >= 2);
        assertEquals(Json.of(true), done("journal", "rebuild").get("rebuilt"));
        assertEquals(before, done("list", "threats").out());
        var lines = done("journal", "list").json().items();
        var operations = lines.stream().map(line -> line.members().get("operation")).toList();
        assertTrue(operations.contains(Json.of("CREATE")), operations.toString());
        long last = lines.getLast().members().get("position").whole();
        var tail = done("journal", "list", "--from", Long.toString(last)).json().items();
        assertEquals(last, tail.getFirst().members().get("position").whole());
    }

    @Test
    void aPassphraseIsChangedAndALostOneRecovered() {
        var code = done("init", "--agency", "Derbyshire", "--user", "x1", "--name", "A", "--role", "administrator,analyst")
                .err().replaceAll("(?s).*: ", "").strip();
        var fresh = shell.file("fresh", "a rather different passphrase").toString();
        done("passphrase", "--new-passphrase-file", fresh);
        refused("The passphrase is wrong.", "list", "threats");
        done("list", "threats", "--passphrase-file", fresh);
        shell.types(code, "yet another passphrase", "yet another passphrase");
        assertEquals(Json.of(true), done("recover", "--as", "x1").get("recovered"));
        shell.environment().remove(Secrets.VARIABLE);
        shell.types("yet another passphrase");
        assertEquals("[]\n", done("list", "threats").out());
    }

    @Test
    void noCommandIsTheWindowAndTheDemoIsHandedOn() {
        assertEquals(0, shell.run().exit());
        assertEquals(0, shell.on().exit());
        assertEquals(List.of(Optional.empty(), Optional.of(shell.vault())), shell.windows());
        assertEquals(0, shell.run("demo", "--tour", "--scale", "3").exit());
        assertEquals(List.of(new Demonstration.Wish(Optional.empty(), true, 3)), shell.demos());
        assertEquals(2, shell.run("demo", "--scale", "0").exit());
        assertFalse(Stream.of(shell.vault()).anyMatch(Files::exists));
    }
}
