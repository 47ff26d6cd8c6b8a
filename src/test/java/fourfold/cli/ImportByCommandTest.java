package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages between a force and its unit, there and back, by commands.
class ImportByCommandTest {

    @TempDir
    Path folder;

    private TwoVaults vaults;

    @BeforeEach
    void twoVaultsThatTrustEachOther() {
        vaults = TwoVaults.in(folder);
    }

    private static long fate(Shell.Result result, String fate) {
        return result.get("records").members().get(fate).whole();
    }

    @Test
    void whatAForceSentIsInTheUnitsVaultAfterItWasAcceptedAndNotBefore() {
        var ref = vaults.threat("force", "Kite");
        var file = vaults.sent("force", "EMSOU");
        var preview = vaults.done("unit", "import", file);
        assertEquals(1, fate(preview, "new"));
        assertEquals(Json.of(false), preview.get("imported"));
        assertEquals("[]", vaults.done("unit", "list", "threats").out().strip());
        var accepted = vaults.done("unit", "import", file, "--accept");
        assertEquals(preview.get("records"), accepted.get("records"));
        assertEquals(Json.of(true), accepted.get("imported"));
        assertEquals(
                vaults.done("force", "list", "threats", "--format", "csv").out(),
                vaults.done("unit", "list", "threats", "--format", "csv").out());
        assertTrue(vaults.done("unit", "show", "threat", ref, "--history").out().contains("D1"));

        var again = vaults.done("unit", "import", file, "--accept");
        assertEquals(Json.of(false), again.get("imported"));
        assertTrue(again.err().contains("was already imported on"), again.err());
        assertEquals(
                List.of("This package was written in this vault; it is imported by EMSOU."),
                vaults.run("force", "import", file, "--accept").errors());
    }

    @Test
    void theReceiptTurnsSentIntoConfirmed() {
        vaults.threat("force", "Kite");
        var file = vaults.sent("force", "EMSOU");
        var before = vaults.done("force", "outbox").get("packages").items().getFirst().members();
        assertEquals("Sent", before.get("state").text());
        var receipt = vaults.done("unit", "import", file, "--accept").get("receipt").text();
        assertEquals("Confirmed", vaults.done("force", "receipt", receipt).get("state").text());
        var after = vaults.done("force", "outbox").get("packages").items().getFirst().members();
        assertEquals("Confirmed", after.get("state").text());
        assertEquals(1, vaults.run("unit", "receipt", receipt).exit());
        assertEquals(3, vaults.run("force", "receipt", file).exit());
    }

    @Test
    void changesOnBothSidesMergeAndTheSameFieldKeepsBothValues() {
        var ref = vaults.threat("force", "Kite");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        vaults.done("force", "edit", "threat", ref, "--set", "scope=Derby", "--set", "size=12", "--reason", "seen");
        vaults.done("unit", "edit", "threat", ref, "--set", "scope=Leicester", "--set", "tags=fraud;cash", "--reason", "seen");
        var back = vaults.done("force", "import", vaults.sent("unit", "Derbyshire"), "--accept");
        assertEquals(1, fate(back, "conflict"));
        var there = vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        assertEquals(1, fate(there, "conflict"));
        for (var vault : List.of("force", "unit")) {
            var shown = vaults.done(vault, "list", "threats").out();
            assertTrue(shown.contains("cash"), shown);
            assertTrue(shown.contains("\"12\""), shown);
        }
        assertEquals(digest("force"), digest("unit"));
        assertEquals(1, vaults.done("force", "conflicts", "list").json().items().size());
        var nothing = vaults.run("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("stick of force").toString());
        assertEquals(1, nothing.exit(), "what came from the unit is not sent back to it");
    }

    private String digest(String vault) {
        var digest = vaults.done(vault, "digest").out().strip();
        assertTrue(digest.matches("[0-9a-f]{64}"), digest);
        return digest;
    }

    @Test
    void aPlanIsProposedToBeReturnedByAnotherAgencyAndTheOwnerAnswers() {
        var ref = vaults.threat("force", "Kite");
        vaults.done("force", "edit", "threat", ref, "--set", "agency=Derbyshire", "--reason", "ours");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        var told = vaults.done("unit", "edit", "threat", ref, "--set", "tier=Tier 1", "--reason", "seen from here");
        assertTrue(told.err().contains("Proposed to Derbyshire"), told.err());
        var back = vaults.done("force", "import", vaults.sent("unit", "Derbyshire"), "--accept");
        assertEquals(1, fate(back, "proposed"));
        assertEquals(1, vaults.done("force", "proposals", "list").json().items().size());
        assertEquals(digest("force"), digest("unit"), "what is only proposed is no part of it");
    }

    @Test
    void aPackageThatComesBeforeAnEarlierOneWaitsAndTheGapIsNamed() {
        var ref = vaults.threat("force", "Kite");
        var first = vaults.sent("force", "EMSOU");
        vaults.done("force", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        var second = vaults.sent("force", "EMSOU");
        var early = vaults.done("unit", "import", second, "--accept");
        assertEquals(1, fate(early, "waiting"));
        assertEquals(List.of(Json.of(1)), early.get("missing").items());
        assertEquals("Held in part", vaults.done("force", "receipt", early.get("receipt").text()).get("state").text());
        assertEquals("[]", vaults.done("unit", "list", "threats").out().strip());
        var late = vaults.done("unit", "import", first, "--accept");
        assertEquals(1, fate(late, "new"));
        assertEquals(
                vaults.done("force", "list", "threats", "--format", "csv").out(),
                vaults.done("unit", "list", "threats", "--format", "csv").out());
        assertEquals(List.of(), late.get("missing").items());
    }

    @Test
    void aDamagedPackageIsKeptInQuarantineAndChangesNothing() throws IOException {
        vaults.threat("force", "Kite");
        var file = Path.of(vaults.sent("force", "EMSOU"));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var result = vaults.run("unit", "import", file.toString(), "--accept");
        assertEquals(3, result.exit());
        assertEquals(1, result.errors().size());
        assertEquals("[]", vaults.done("unit", "list", "threats").out().strip());
        try (var kept = Files.list(folder.resolve("unit").resolve("quarantine"))) {
            assertEquals(1, kept.count());
        }
        assertTrue(vaults.done("unit", "journal", "list").out().contains("IMPORT_REFUSED"));
    }

    @Test
    void aSenderRestoredFromAnOldCopyIsFoundOut() throws IOException {
        var ref = vaults.threat("force", "Kite");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        copy(folder.resolve("force"), folder.resolve("old"));
        vaults.done("force", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        vaults.done("old", "edit", "threat", ref, "--set", "scope=Leicester", "--reason", "another past");
        var result = vaults.run("unit", "import", vaults.sent("old", "EMSOU", "--all"), "--accept");
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
