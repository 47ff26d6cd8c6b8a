package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.desk.TestVaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The dataset and the papers by command.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutByCommandTest {

    private Path folder = Path.of("");
    private Shell shell = new Shell(folder, TestVaults.clock());
    private String ref = "";

    @BeforeAll
    void aVaultWithAThreat(@TempDir Path temp) {
        folder = temp;
        shell = new Shell(temp, TestVaults.clock());
        done("init", "--agency", "EMSOU", "--user", "E1", "--name", "E", "--role", "administrator,lro");
        ref = done("add", "threat", "--set", "name=Op Amber", "--set", "kind=Organised crime group", "--set", "primaryArea=Illegal drugs",
                        "--set", "masterList=On list")
                .get("ref")
                .text();
    }

    private Shell.Result done(String... args) {
        var result = shell.on(args);
        assertEquals(0, result.exit(), result.err());
        return result;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static boolean isPdf(Path file) throws IOException {
        return new String(Files.readAllBytes(file), 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    @Test
    void aDatasetSaysHowManyRowsEachTableHasAndGoesIntoANewFolder() {
        var made = done("dataset", "--out", at("dataset"), "--purpose", "Performance");
        assertEquals(1, made.get("rows").members().get("threats").whole());
        assertEquals("OFFICIAL-SENSITIVE", made.get("marking").text());
        assertEquals("[]", made.get("withheld").canonicalText());
        assertTrue(Files.exists(folder.resolve("dataset/datapackage.json")));
        assertEquals(1, shell.on("dataset", "--out", at("dataset")).exit(), "it is not empty any more");
        assertEquals(1, shell.on("dataset", "--out", at("low"), "--ceiling", "OFFICIAL").exit(), "everything is withheld");
        assertFalse(Files.exists(folder.resolve("low")));
        assertEquals(2, shell.on("dataset", "--out", at("other"), "--ceiling", "SECRET").exit());
    }

    @Test
    void everyPaperIsWrittenAndAWrongNameOrDayIsWrongUsage() throws IOException {
        var threat = done("report", "threat", ref, "--out", at("threat.pdf"));
        assertEquals(ref, threat.get("ref").text());
        assertEquals(Files.size(folder.resolve("threat.pdf")), threat.get("bytes").whole());
        done("report", "inspection", "31 May 2022", "--out", at("inspection.pdf"));
        done("report", "inspection", "today", "--out", at("inspection.pdf"));
        done("report", "disruption-return", "derbyshire", "--out", at("return.pdf"), "--from", "2021-06-02", "--to", "2022-05-31");
        for (var name : new String[] {"threat.pdf", "inspection.pdf", "return.pdf"}) assertTrue(isPdf(folder.resolve(name)), name);
        assertEquals(1, shell.on("report", "plan-briefing", ref, "--out", at("plan.pdf")).exit(), "it has no plan");
        assertEquals(1, shell.on("report", "meeting-brief", "MTG-1", "--out", at("brief.pdf")).exit());
        assertEquals(1, shell.on("report", "disruption-return", "EMSOU", "--out", at("x.pdf"), "--from", "2022-06-02", "--to", "2022-05-31").exit());
        var wrong = shell.on("report", "forecast", ref, "--out", at("x.pdf"));
        assertEquals(2, wrong.exit());
        assertTrue(wrong.err().contains("plan-briefing, threat, meeting-brief, disruption-return, inspection"), wrong.err());
        assertEquals(2, shell.on("report", "inspection", "soon", "--out", at("x.pdf")).exit());
        assertFalse(Files.exists(folder.resolve("x.pdf")));
    }
}
