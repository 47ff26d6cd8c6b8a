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
    private Shell shell;

    @BeforeEach
    void twoVaultsThatTrustEachOther() {
        shell = new Shell(folder, clock);
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

    private String sent() {
        return done("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("stick").toString())
                .get("packages").items().getFirst().members().get("file").text();
    }

    private Json.Members force(String agency) {
        return done("unit", "region").json().items().stream()
                .map(Json::members)
                .filter(one -> one.get("agency").text().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private String words(String vault, String ref) {
        return done(vault, "show", "threat", ref).get("provenance").members().get("words").text();
    }

    @Test
    void whoHasNotSentAndWhatEachHasHere() {
        assertEquals(
                List.of("EMSOU", "Derbyshire", "Leicestershire", "Lincolnshire", "Northamptonshire", "Nottinghamshire"),
                done("unit", "region").json().items().stream().map(one -> one.members().get("agency").text()).toList());
        assertEquals(Json.of(true), force("Derbyshire").get("behind"));
        assertEquals(Json.of(false), force("EMSOU").get("behind"));
        threat("force", "Kite");
        var first = sent();
        done("unit", "import", first, "--accept");
        var derbyshire = force("Derbyshire");
        assertEquals(1, derbyshire.get("threats").whole());
        assertEquals(Json.of(false), derbyshire.get("behind"));
        assertEquals(1, derbyshire.get("last").members().get("number").whole());
        threat("force", "Loom");
        sent();
        threat("force", "Weir");
        clock.forward(Duration.ofDays(3));
        done("unit", "import", sent(), "--accept");
        assertEquals("[2]", force("Derbyshire").get("missing").canonicalText());
        assertEquals(Json.of(true), force("Derbyshire").get("behind"));
        threat("unit", "Ours");
        var asking = done("unit", "export", "--to", "Derbyshire", "--purpose", "Return", "--out", folder.resolve("stick").toString())
                .get("packages").items().getFirst().members().get("file").text();
        var told = done("force", "import", asking).err();
        assertTrue(told.contains("EMSOU asks again for a package that has not come there: DERBYSHIRE_to_EMSOU_000002_"), told);
        clock.forward(Duration.ofDays(40));
        assertEquals(40, force("Derbyshire").get("last").members().get("daysAgo").whole());
        assertEquals(
                List.of("Only the vault of a regional unit has the picture of a region."), in("force", "region").errors());
    }

    @Test
    void everyRecordSaysWhereItCameFromAndSoAfterTheStoreWasMadeAnew() {
        var ref = threat("force", "Kite");
        var own = threat("unit", "Ours");
        done("unit", "import", sent(), "--accept");
        assertEquals("Written here", words("force", ref));
        assertEquals("Written here", words("unit", own));
        assertEquals("From Derbyshire, package 1, 21 June 2022", words("unit", ref));
        done("unit", "edit", "threat", ref, "--set", "scope=Derby", "--reason", "seen");
        var provenance = done("unit", "show", "threat", ref).get("provenance").members();
        assertEquals("From Derbyshire, package 1, 21 June 2022; changed here since; written to by EMSOU", provenance.get("words").text());
        assertEquals("[\"Derbyshire\",\"EMSOU\"]", provenance.get("writers").canonicalText());
        assertEquals("received", provenance.get("way").text());
        assertEquals(1, provenance.get("package").members().get("number").whole());
        for (var one : done("unit", "list", "threats").json().items().stream().map(Json::members).toList()) {
            var listed = one.get("provenance").members();
            boolean theirs = one.get("ref").text().equals(ref);
            assertEquals(theirs ? "Derbyshire" : "EMSOU", listed.get("agency").text());
            assertEquals(theirs ? "received" : "written", listed.get("way").text());
            assertEquals(theirs ? provenance.get("package") : Json.nothing(), listed.get("package"));
        }
        done("unit", "journal", "rebuild");
        assertEquals(provenance, done("unit", "show", "threat", ref).get("provenance"));
        assertTrue(provenance.get("device").text().matches("[0-9a-f]{16}"));
    }
}
