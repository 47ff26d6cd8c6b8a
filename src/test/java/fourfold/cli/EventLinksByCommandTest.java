package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.desk.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events of two forces, found to be one by command.
class EventLinksByCommandTest {

    private static final String EVENTS = """
            Disruption ref,Threat ref,Disruption type,Lead agency,Event date,Record date,Primary 4P,Assessment Category,Summary
            DER-D-000001,EMS-0001,Lead Disruption,Derbyshire,2022-05-03,2022-05-04,Pursue,Minor,Warrant
            LEI-D-000001,EMS-0001,Lead Disruption,Leicestershire,2022-05-03,2022-05-06,Pursue,Minor,Warrant executed
            LEI-D-000002,EMS-0001,Lead Disruption,Leicestershire,2022-05-20,2022-05-20,Pursue,Minor,Another warrant
            """;

    @TempDir
    Path folder;

    @Test
    void aPairIsListedLinkedCountedOnceAndUndone() throws IOException {
        var shell = new Shell(folder, TestVaults.clock());
        shell.run(
                "init", "--vault", shell.vault().toString(), "--agency", "EMSOU", "--user", "X90001", "--name", "Officer",
                "--role", "administrator,lro,supervisor");
        load(shell, "threats", "Threat ref,Name,Threat kind,Owning agency\nEMS-0001,Op Kiln,Organised crime group,EMSOU\n");
        load(shell, "disruptions", EVENTS);
        var found = shell.on("events", "candidates").json().items();
        assertEquals(1, found.size());
        var pair = found.getFirst().members();
        var refs = List.of(pair.get("first"), pair.get("second")).stream().map(e -> e.members().get("ref").text()).sorted();
        assertEquals(List.of("DER-D-000001", "LEI-D-000001"), refs.toList());
        assertTrue(pair.get("reasons").items().stream().anyMatch(r -> r.text().equals("Both are against EMS-0001 Op Kiln.")));
        assertTrue(verdict(shell, "LEI-D-000001").startsWith("Counts nationally: "));

        var nobody = shell.on("events", "link", "LEI-D-000001", "DER-D-000001", "--lead", "X", "--reason", "One warrant");
        assertEquals(List.of("Say which of the two events leads."), nobody.errors());
        var linked = shell.on(
                "events", "link", "LEI-D-000001", "DER-D-000001", "--lead", "der-d-000001", "--reason", "One warrant");
        assertEquals(0, linked.exit(), linked.err());
        assertEquals("EMSOU", linked.json().members().get("decides").text());
        assertEquals("[]\n", shell.on("events", "candidates").out());
        assertEquals(
                "Counts nationally through Derbyshire's event DER-D-000001, of which this is the support.",
                verdict(shell, "LEI-D-000001"));
        var link = shell.on("events", "links").json().items().getFirst().members();
        assertEquals("One warrant", link.get("said").members().get("reason").text());

        var undone = shell.on("events", "unlink", "DER-D-000001", "LEI-D-000001", "--reason", "Two addresses");
        assertEquals(0, undone.exit(), undone.err());
        assertTrue(verdict(shell, "LEI-D-000001").startsWith("Counts nationally: "));
        var parted = shell.on("events", "part", "DER-D-000001", "LEI-D-000001", "--reason", "Two addresses");
        assertEquals("Not the same event", parted.json().members().get("decision").text());
        assertEquals("[]\n", shell.on("events", "candidates").out());
        var wrong = shell.on("events", "part", "DER-D-000001", "NOT-D-1", "--reason", "Two addresses");
        assertEquals(List.of("There is no disruption with the reference NOT-D-1."), wrong.errors());
        assertFalse(wrong.exit() == 0);
    }

    private static String verdict(Shell shell, String ref) {
        return shell.on("show", "disruption", ref).json().members().get("verdict").members().get("sentence").text();
    }

    private void load(Shell shell, String table, String text) throws IOException {
        var file = folder.resolve(table + ".csv");
        Files.writeString(file, text);
        var loaded = shell.on("load", "--" + table, file.toString());
        assertEquals(0, loaded.exit(), loaded.err());
    }
}
