package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that is undone by command: the receipt says so, the same package may come again, and after an export it may not
/// be undone any more.
class UndoByCommandTest {

    @TempDir
    Path folder;

    @Test
    void anImportIsUndoneAndTheSenderIsToldAndThePackageMayComeAgain() {
        var vaults = TwoVaults.in(folder);
        vaults.threat("force", "Kite");
        var file = vaults.sent("force", "EMSOU");
        var empty = vaults.digest("unit");
        var first = vaults.done("unit", "import", file, "--accept").get("receipt").text();
        var full = vaults.digest("unit");
        vaults.done("force", "receipt", first);

        assertEquals(List.of("Say why the import is undone."), vaults.run("unit", "import", "1", "--undo").errors());
        assertEquals(
                List.of("No package 2 from Derbyshire was imported here."),
                vaults.run("unit", "import", "2", "--from", "Derbyshire", "--undo", "--reason", "x").errors());
        var undone = vaults.done("unit", "import", "1", "--from", "Derbyshire", "--undo", "--reason", "The wrong file");
        assertEquals(Json.of(true), undone.get("undone"));
        assertEquals(empty, vaults.digest("unit"));
        assertEquals("[]", vaults.done("unit", "list", "threats").out().strip());
        vaults.done("unit", "journal", "verify");
        vaults.done("unit", "journal", "rebuild");
        assertEquals(empty, vaults.digest("unit"));

        var line = vaults.done("force", "receipt", undone.get("receipt").text());
        assertEquals("Refused in part", line.get("state").text());
        assertEquals("[\"the import was undone by E (E1)\"]", line.get("why").canonicalText());

        var preview = vaults.done("unit", "import", file);
        assertTrue(preview.err().contains("and the import was undone on"), preview.err());
        assertEquals(1, preview.get("records").members().get("new").whole());
        var again = vaults.done("unit", "import", file, "--accept");
        assertEquals(Json.of(true), again.get("imported"));
        assertEquals(full, vaults.digest("unit"));
        assertEquals("Confirmed", vaults.done("force", "receipt", again.get("receipt").text()).get("state").text());

        vaults.done("unit", "edit", "threat", vaults.threat("unit", "Heron"), "--set", "scope=Derby", "--reason", "seen");
        vaults.sent("unit", "Derbyshire");
        assertEquals(
                List.of("The import cannot be undone any more: package 1 was written for Derbyshire since."),
                vaults.run("unit", "import", file, "--undo", "--reason", "x").errors());
    }
}
