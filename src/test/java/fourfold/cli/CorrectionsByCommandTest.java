package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was sent and no longer holds: named to the sender, carried by the next package, seen by whoever imports it.
class CorrectionsByCommandTest {

    @TempDir
    Path folder;

    private TwoVaults vaults;

    @BeforeEach
    void twoVaultsThatTrustEachOther() {
        vaults = TwoVaults.in(folder);
    }

    private List<Json.Members> corrections(String... options) {
        var args = new String[options.length + 1];
        args[0] = "corrections";
        System.arraycopy(options, 0, args, 1, options.length);
        return vaults.done("force", args).json().items().stream().map(Json::members).toList();
    }

    @Test
    void aChangedFactIsDueThenSentWithTheNextPackageAndConfirmedByItsReceipt() {
        var ref = vaults.threat("force", "Kite");
        vaults.done("force", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        assertEquals(List.of(), corrections());
        vaults.done("force", "edit", "threat", ref, "--set", "scope=Leicester", "--set", "size=12", "--reason", "a wrong note");
        var due = corrections("--due");
        assertEquals(1, due.size(), "a size where there was none is news and no correction");
        var one = due.getFirst();
        assertEquals("EMSOU", one.get("to").text());
        assertEquals(ref, one.get("ref").text());
        assertEquals("scope", one.get("field").text());
        assertEquals("Derby", one.get("said").text());
        assertEquals("Leicester", one.get("holds").text());
        assertEquals("[1]", one.get("packages").canonicalText());
        assertEquals("D1, Derbyshire", one.get("by").text());
        assertEquals("a wrong note", one.get("reason").text());
        assertEquals("To be sent", one.get("state").text());

        var second = vaults.sent("force", "EMSOU");
        assertEquals(List.of(), corrections("--due"));
        assertEquals("Sent", corrections().getFirst().get("state").text());
        assertEquals(2, corrections().getFirst().get("toldBy").whole());
        var preview = vaults.done("unit", "import", second);
        var notice = preview.get("notices").items().getFirst().text();
        assertTrue(notice.startsWith("Threat " + ref + ", Geographic scope: package 1 said “Derby”; now “Leicester”. Changed by D1,"), notice);
        assertTrue(notice.endsWith(": a wrong note"), notice);
        assertTrue(preview.err().contains(notice), preview.err());
        var receipt = vaults.done("unit", "import", second, "--accept").get("receipt").text();
        vaults.done("force", "receipt", receipt);
        assertEquals("Confirmed", corrections().getFirst().get("state").text());
    }

    @Test
    void whatAMergeChangedIsACorrectionForThirdsAndNotForWhoChangedIt() {
        vaults.neighbour();
        var ref = vaults.threat("force", "Kite");
        vaults.done("force", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        vaults.sent("force", "Leicestershire");
        vaults.done("unit", "edit", "threat", ref, "--set", "scope=Leicester", "--reason", "the unit knows");
        vaults.done("force", "import", vaults.sent("unit", "Derbyshire"), "--accept");
        assertEquals(List.of("Leicestershire"), corrections().stream().map(one -> one.get("to").text()).toList());
        assertEquals("E1, EMSOU", corrections().getFirst().get("by").text());
    }

    @Test
    void whatHasToBeTakenBackGoesEvenWhereThereIsNothingNew() throws Exception {
        var ref = vaults.threat("force", "Kite");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        vaults.done("force", "edit", "threat", ref, "--set", "handling=Do not pass on", "--reason", "source at risk");
        var second = vaults.sent("force", "EMSOU");
        assertTrue(second.contains("_000002_OFFICIAL-SENSITIVE"), second);
        assertEquals(List.of("Sent"), corrections().stream().map(one -> one.get("state").text()).toList());
        var preview = vaults.done("unit", "import", second);
        assertEquals(1, preview.get("notices").items().size());
        assertTrue(!preview.out().contains("Do not pass on"), preview.out());
        var receipt = vaults.done("unit", "import", second, "--accept").get("receipt").text();
        vaults.done("force", "receipt", receipt);
        assertEquals(List.of("Confirmed"), corrections().stream().map(one -> one.get("state").text()).toList());
        var nothing = vaults.run("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.toString()).err();
        assertTrue(nothing.contains("There is nothing to send to EMSOU: one record is withheld."), nothing);
    }

    @Test
    void aRecordThatWouldBeWithheldNowIsNamedAndNothingNewOfItLeaves() {
        var ref = vaults.threat("force", "Kite");
        var other = vaults.threat("force", "Heron");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        vaults.done("force", "edit", "threat", ref, "--set", "handling=Do not pass on", "--set", "name=Kestrel", "--reason", "source at risk");
        var due = corrections("--due");
        assertEquals(1, due.size());
        assertEquals("Handling instructions not answered", due.getFirst().get("withheld").text());
        assertEquals(ref, due.getFirst().get("ref").text());
        vaults.done("force", "edit", "threat", other, "--set", "scope=Derby", "--reason", "seen");
        var second = vaults.sent("force", "EMSOU");
        var preview = vaults.done("unit", "import", second);
        var notice = preview.get("notices").items().getFirst().text();
        assertTrue(notice.contains(ref) && notice.contains("would not release what package 1 said"), notice);
        assertTrue(!preview.out().contains("Kestrel") && !preview.out().contains("Do not pass on"), preview.out());
        assertEquals(List.of(), corrections("--due"));
        assertEquals(List.of("Sent"), corrections().stream().map(one -> one.get("state").text()).toList());
    }
}
