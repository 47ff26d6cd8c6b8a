package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.threat.Tier;
import fourfold.desk.HomeDesk;
import fourfold.desk.Neighbour;
import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conflicts, proposals and the digest by command.
class UnsettledByCommandTest {

    private static final String HEADER = "Threat ref,Name,Threat kind,Owning agency,Area,Tier\n";

    @TempDir
    Path folder;

    @Test
    void aNewerExtractAgainstAnEditIsListedAndSettledAndTheDigestSaysSo() {
        var shell = new Shell(folder, TestVaults.clock());
        shell.run(
                "init", "--vault", shell.vault().toString(), "--agency", "EMSOU", "--user", "X90001", "--name", "Officer",
                "--role", "administrator,lro");
        load(shell, "North");
        assertEquals(0, shell.on("edit", "threat", "EMS-0001", "--set", "area=South", "--reason", "Seen there").exit());
        var before = shell.on("digest");
        assertTrue(before.out().matches("[0-9a-f]{64}\n"), before.out());
        assertEquals("[]\n", shell.on("conflicts", "list").out());
        load(shell, "West");
        assertNotEquals(before.out(), shell.on("digest").out());
        var list = shell.on("conflicts", "list").json().items();
        assertEquals(1, list.size());
        var record = list.getFirst().members();
        assertEquals("EMS-0001", record.get("ref").text());
        assertEquals("EMSOU", record.get("owner").text());
        var field = record.get("fields").items().getFirst().members();
        assertEquals("area", field.get("field").text());
        assertEquals("South", field.get("shown").text());
        var values = field.get("values").items();
        assertEquals(List.of("South", "West"), values.stream().map(v -> v.members().get("value").text()).sorted().toList());
        assertEquals("Seen there", values.getFirst().members().get("reason").text());
        var west = values.stream().filter(v -> v.members().get("value").text().equals("West")).findFirst().orElseThrow();

        var neither = shell.on("conflicts", "settle", "threat", "EMS-0001", "--field", "Area", "--reason", "Checked");
        assertEquals(2, neither.exit());
        assertEquals("Say what holds, with --value or with --entry.", neither.errors().getFirst());
        var silent = shell.on("conflicts", "settle", "threat", "EMS-0001", "--field", "Area", "--value", "X", "--reason", "");
        assertEquals(1, silent.exit());
        assertEquals(List.of("Say why this value holds."), silent.errors());
        var settled = shell.on(
                "conflicts", "settle", "threat", "EMS-0001", "--field", "Area", "--entry",
                west.members().get("entry").text(), "--reason", "The national list is newer");
        assertEquals(0, settled.exit(), settled.err());
        assertEquals("West", settled.get("value").text());
        assertEquals(List.of(), settled.get("conflicts").items());
        assertEquals("[]\n", shell.on("conflicts", "list").out());
        var again = shell.on(
                "conflicts", "settle", "threat", "EMS-0001", "--field", "Area", "--value", "X", "--reason", "Why");
        assertEquals(1, again.exit());
        assertEquals(List.of("Nothing in this threat is in conflict."), again.errors());
    }

    private void load(Shell shell, String area) {
        var file = shell.file("threats.csv", HEADER + "EMS-0001,Op Kiln,Organised crime group,Derbyshire," + area + ",Tier 3\n");
        var loaded = shell.on("load", "--threats", file.toString());
        assertEquals(0, loaded.exit(), loaded.err());
    }

    @Test
    void aChangeOfWhatAnotherAgencyOwnsIsProposedAndOneToThisAgencyIsAnswered() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        var shell = new Shell(folder, TestVaults.clock());
        var office = TestVaults.begin(shell.vault(), surroundings, Role.LRO, Role.SUPERVISOR);
        office.close();
        office.lobby().close();
        var file = shell.file("threats.csv", HEADER
                + "EMS-0001,Op Kiln,Organised crime group,Derbyshire,North,Tier 3\n"
                + "EMS-0002,Op Loom,Organised crime group,EMSOU,North,Tier 3\n");
        assertEquals(0, shell.on("load", "--threats", file.toString()).exit());
        var own = shell.on("edit", "threat", "EMS-0001", "--set", "tier=Tier 2", "--reason", "Grown");
        assertEquals(List.of(), own.errors(), "until they write themselves it is kept for them");

        office = Neighbour.enter(shell.vault(), surroundings);
        Neighbour.changesTheArea(office, "Derbyshire", "EMS-0001", "West");
        Neighbour.proposes(office, "Derbyshire", "EMS-0002", Tier.TIER_1);
        var home = office.home().worklist().orThrow().of(HomeDesk.Group.PROPOSED);
        assertEquals(List.of("Op Loom: One proposal to answer"), home.stream().map(i -> i.what() + ": " + i.why()).toList());
        office.close();
        office.lobby().close();

        var proposed = shell.on("edit", "threat", "EMS-0001", "--set", "tier=Tier 1", "--reason", "Grown more");
        assertEquals(0, proposed.exit(), proposed.err());
        assertEquals(List.of("Proposed to Derbyshire: Tier."), proposed.errors());
        var list = shell.on("proposals", "list").json().items();
        assertEquals(2, list.size());
        var theirs = list.stream().filter(p -> p.members().get("ref").text().equals("EMS-0002")).findFirst().orElseThrow().members();
        assertEquals("Derbyshire", theirs.get("agency").text());
        assertEquals("Tier 1", theirs.get("fields").items().getFirst().members().get("proposed").text());
        var ours = list.stream().filter(p -> p.members().get("ref").text().equals("EMS-0001")).findFirst().orElseThrow().members();
        var refused = shell.on("proposals", "accept", ours.get("entry").text());
        assertEquals(1, refused.exit());
        assertEquals(List.of("The proposal is answered by a supervisor of Derbyshire."), refused.errors());
        var accepted = shell.on("proposals", "accept", theirs.get("entry").text(), "--reason", "Agreed");
        assertEquals(0, accepted.exit(), accepted.err());
        assertEquals("EMS-0002", accepted.get("ref").text());
        assertEquals("Tier 1", shell.on("show", "threat", "EMS-0002").get("tier").text());
        var gone = shell.on("proposals", "decline", theirs.get("entry").text(), "--reason", "Late");
        assertEquals(1, gone.exit());
        assertTrue(gone.err().startsWith("There is no proposal "), gone.err());
    }
}
