package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages between a force and its unit, there and back, by commands.
class ImportByCommandTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void twoVaultsThatTrustEachOther() {
        shell = new Shell(folder, TestVaults.clock());
        done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "D", "--role", "administrator,lro");
        done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "E", "--role", "administrator,lro,supervisor");
        trust("force", "Derbyshire", "unit");
        trust("unit", "EMSOU", "force");
    }

    private Shell.Result in(String vault, String... args) {
        var all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--vault";
        all[args.length + 1] = folder.resolve(vault).toString();
        return shell.run(all);
    }

    private Shell.Result done(String vault, String... args) {
        var result = in(vault, args);
        assertEquals(0, result.exit(), () -> String.join(" ", args) + ": " + result.err());
        return result;
    }

    private void trust(String from, String agency, String to) {
        var file = folder.resolve(from + ".asc").toString();
        done(from, "cert", "export", "--out", file);
        done(to, "cert", "trust", "--agency", agency, file);
    }

    private String threat(String vault, String name) {
        return done(vault, "add", "threat", "--set", "name=" + name, "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud", "--set", "masterList=On list")
                .get("ref")
                .text();
    }

    private String sent(String from, String to, String... more) {
        var args = new ArrayList<>(List.of(
                "export", "--to", to, "--purpose", "Return", "--out", folder.resolve("stick of " + from).toString()));
        args.addAll(List.of(more));
        var made = done(from, args.toArray(String[]::new));
        return made.get("packages").items().getFirst().members().get("file").text();
    }

    private static long fate(Shell.Result result, String fate) {
        return result.get("records").members().get(fate).whole();
    }

    @Test
    void whatAForceSentIsInTheUnitsVaultAfterItWasAcceptedAndNotBefore() {
        var ref = threat("force", "Kite");
        var file = sent("force", "EMSOU");
        var preview = done("unit", "import", file);
        assertEquals(1, fate(preview, "new"));
        assertEquals(Json.of(false), preview.get("imported"));
        assertEquals("[]", done("unit", "list", "threats").out().strip());
        var accepted = done("unit", "import", file, "--accept");
        assertEquals(preview.get("records"), accepted.get("records"));
        assertEquals(Json.of(true), accepted.get("imported"));
        assertEquals(
                done("force", "list", "threats", "--format", "csv").out(),
                done("unit", "list", "threats", "--format", "csv").out());
        assertTrue(done("unit", "show", "threat", ref, "--history").out().contains("D1"));

        var again = done("unit", "import", file, "--accept");
        assertEquals(Json.of(false), again.get("imported"));
        assertTrue(again.err().contains("was already imported on"), again.err());
        assertEquals(
                List.of("This package was written in this vault; it is imported by EMSOU."),
                in("force", "import", file, "--accept").errors());
    }

    @Test
    void theReceiptTurnsSentIntoConfirmed() {
        threat("force", "Kite");
        var file = sent("force", "EMSOU");
        var before = done("force", "outbox").get("packages").items().getFirst().members();
        assertEquals("Sent", before.get("state").text());
        var receipt = done("unit", "import", file, "--accept").get("receipt").text();
        assertEquals("Confirmed", done("force", "receipt", receipt).get("state").text());
        var after = done("force", "outbox").get("packages").items().getFirst().members();
        assertEquals("Confirmed", after.get("state").text());
        assertEquals(1, in("unit", "receipt", receipt).exit());
        assertEquals(3, in("force", "receipt", file).exit());
    }

    @Test
    void changesOnBothSidesMergeAndTheSameFieldKeepsBothValues() {
        var ref = threat("force", "Kite");
        done("unit", "import", sent("force", "EMSOU"), "--accept");
        done("force", "edit", "threat", ref, "--set", "scope=Derby", "--set", "size=12", "--reason", "seen");
        done("unit", "edit", "threat", ref, "--set", "scope=Leicester", "--set", "tags=fraud;cash", "--reason", "seen");
        var back = done("force", "import", sent("unit", "Derbyshire"), "--accept");
        assertEquals(1, fate(back, "conflict"));
        var there = done("unit", "import", sent("force", "EMSOU"), "--accept");
        assertEquals(1, fate(there, "conflict"));
        for (var vault : List.of("force", "unit")) {
            var shown = done(vault, "list", "threats").out();
            assertTrue(shown.contains("cash"), shown);
            assertTrue(shown.contains("\"12\""), shown);
        }
        assertEquals(digest("force"), digest("unit"));
        assertEquals(1, done("force", "conflicts", "list").json().items().size());
        var nothing = in("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("stick of force").toString());
        assertEquals(1, nothing.exit(), "what came from the unit is not sent back to it");
    }

    private String digest(String vault) {
        var digest = done(vault, "digest").out().strip();
        assertTrue(digest.matches("[0-9a-f]{64}"), digest);
        return digest;
    }

    @Test
    void aPlanIsProposedToBeReturnedByAnotherAgencyAndTheOwnerAnswers() {
        var ref = threat("force", "Kite");
        done("force", "edit", "threat", ref, "--set", "agency=Derbyshire", "--reason", "ours");
        done("unit", "import", sent("force", "EMSOU"), "--accept");
        var told = done("unit", "edit", "threat", ref, "--set", "tier=Tier 1", "--reason", "seen from here");
        assertTrue(told.err().contains("Proposed to Derbyshire"), told.err());
        var back = done("force", "import", sent("unit", "Derbyshire"), "--accept");
        assertEquals(1, fate(back, "proposed"));
        assertEquals(1, done("force", "proposals", "list").json().items().size());
        assertEquals(digest("force"), digest("unit"), "what is only proposed is no part of it");
    }

    @Test
    void aPackageThatComesBeforeAnEarlierOneWaitsAndTheGapIsNamed() {
        var ref = threat("force", "Kite");
        var first = sent("force", "EMSOU");
        done("force", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        var second = sent("force", "EMSOU");
        var early = done("unit", "import", second, "--accept");
        assertEquals(1, fate(early, "waiting"));
        assertEquals(List.of(Json.of(1)), early.get("missing").items());
        assertEquals("Held in part", done("force", "receipt", early.get("receipt").text()).get("state").text());
        assertEquals("[]", done("unit", "list", "threats").out().strip());
        var late = done("unit", "import", first, "--accept");
        assertEquals(1, fate(late, "new"));
        assertEquals(
                done("force", "list", "threats", "--format", "csv").out(),
                done("unit", "list", "threats", "--format", "csv").out());
        assertEquals(List.of(), late.get("missing").items());
    }

    @Test
    void aDamagedPackageIsKeptInQuarantineAndChangesNothing() throws IOException {
        threat("force", "Kite");
        var file = Path.of(sent("force", "EMSOU"));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var result = in("unit", "import", file.toString(), "--accept");
        assertEquals(3, result.exit());
        assertEquals(1, result.errors().size());
        assertEquals("[]", done("unit", "list", "threats").out().strip());
        try (var kept = Files.list(folder.resolve("unit").resolve("quarantine"))) {
            assertEquals(1, kept.count());
        }
        assertTrue(done("unit", "journal", "list").out().contains("IMPORT_REFUSED"));
    }

    @Test
    void aSenderRestoredFromAnOldCopyIsFoundOut() throws IOException {
        var ref = threat("force", "Kite");
        done("unit", "import", sent("force", "EMSOU"), "--accept");
        copy(folder.resolve("force"), folder.resolve("old"));
        done("force", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        done("unit", "import", sent("force", "EMSOU"), "--accept");
        done("old", "edit", "threat", ref, "--set", "scope=Leicester", "--reason", "another past");
        var result = in("unit", "import", sent("old", "EMSOU", "--all"), "--accept");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("restored from an old copy"), result.err());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var there = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(there);
                else Files.copy(path, there);
            }
        }
    }
}
