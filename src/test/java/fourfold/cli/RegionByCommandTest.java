package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a regional unit sees of its forces, and where each record came from.
class RegionByCommandTest {

    @TempDir
    Path folder;

    private final TestVaults.HandClock clock = TestVaults.clock();
    private TwoVaults vaults;

    @BeforeEach
    void twoVaultsThatTrustEachOther() {
        vaults = TwoVaults.in(folder, clock);
    }

    private Json.Members force(String agency) {
        return vaults.done("unit", "region").json().items().stream()
                .map(Json::members)
                .filter(one -> one.get("agency").text().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private String words(String vault, String ref) {
        return vaults.done(vault, "show", "threat", ref).get("provenance").members().get("words").text();
    }

    @Test
    void whoHasNotSentAndWhatEachHasHere() {
        assertEquals(
                List.of("EMSOU", "Derbyshire", "Leicestershire", "Lincolnshire", "Northamptonshire", "Nottinghamshire"),
                vaults.done("unit", "region").json().items().stream().map(one -> one.members().get("agency").text()).toList());
        assertEquals(Json.of(true), force("Derbyshire").get("behind"));
        assertEquals(Json.of(false), force("EMSOU").get("behind"));
        vaults.threat("force", "Kite");
        var first = vaults.sent("force", "EMSOU");
        vaults.done("unit", "import", first, "--accept");
        var derbyshire = force("Derbyshire");
        assertEquals(1, derbyshire.get("threats").whole());
        assertEquals(Json.of(false), derbyshire.get("behind"));
        assertEquals(1, derbyshire.get("last").members().get("number").whole());
        vaults.threat("force", "Loom");
        vaults.sent("force", "EMSOU");
        vaults.threat("force", "Weir");
        clock.forward(Duration.ofDays(3));
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        assertEquals("[2]", force("Derbyshire").get("missing").canonicalText());
        assertEquals(Json.of(true), force("Derbyshire").get("behind"));
        vaults.threat("unit", "Ours");
        var asking = vaults.done("unit", "export", "--to", "Derbyshire", "--purpose", "Return", "--out", folder.resolve("stick").toString())
                .get("packages").items().getFirst().members().get("file").text();
        var told = vaults.done("force", "import", asking).err();
        assertTrue(told.contains("EMSOU asks again for a package that has not come there: DERBYSHIRE_to_EMSOU_000002_"), told);
        clock.forward(Duration.ofDays(40));
        assertEquals(40, force("Derbyshire").get("last").members().get("daysAgo").whole());
        assertEquals(
                List.of("Only the vault of a regional unit has the picture of a region."), vaults.run("force", "region").errors());
    }

    @Test
    void everyRecordSaysWhereItCameFromAndSoAfterTheStoreWasMadeAnew() {
        var ref = vaults.threat("force", "Kite");
        var own = vaults.threat("unit", "Ours");
        vaults.done("unit", "import", vaults.sent("force", "EMSOU"), "--accept");
        assertEquals("Written here", words("force", ref));
        assertEquals("Written here", words("unit", own));
        assertEquals("From Derbyshire, package 1, 21 June 2022", words("unit", ref));
        vaults.done("unit", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        var provenance = vaults.done("unit", "show", "threat", ref).get("provenance").members();
        assertEquals("From Derbyshire, package 1, 21 June 2022; changed here since; written to by EMSOU", provenance.get("words").text());
        assertEquals("[\"Derbyshire\",\"EMSOU\"]", provenance.get("writers").canonicalText());
        assertEquals("received", provenance.get("way").text());
        assertEquals(1, provenance.get("package").members().get("number").whole());
        for (var one : vaults.done("unit", "list", "threats").json().items().stream().map(Json::members).toList()) {
            var listed = one.get("provenance").members();
            boolean theirs = one.get("ref").text().equals(ref);
            assertEquals(theirs ? "Derbyshire" : "EMSOU", listed.get("agency").text());
            assertEquals(theirs ? "received" : "written", listed.get("way").text());
            assertEquals(theirs ? provenance.get("package") : Json.nothing(), listed.get("package"));
        }
        vaults.done("unit", "journal", "rebuild");
        assertEquals(provenance, vaults.done("unit", "show", "threat", ref).get("provenance"));
        assertTrue(provenance.get("device").text().matches("[0-9a-f]{16}"));
    }
}
