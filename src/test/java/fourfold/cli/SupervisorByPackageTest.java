package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An LRO and a supervisor on two machines, each with a vault that was made there: plans go and decisions come home in
/// packages, by commands.
class SupervisorByPackageTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void twoOfficesOfOneAgencyThatTrustEachOther() {
        shell = new Shell(folder, TestVaults.clock());
        shell.done("lro", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "A Officer", "--role", "administrator,lro");
        shell.done("boss", "init", "--agency", "Derbyshire", "--user", "S1", "--name", "B Super", "--role", "administrator,supervisor");
        trust("lro", "boss");
        trust("boss", "lro");
    }

    private void refused(String sentence, String vault, String... args) {
        var result = shell.in(vault, args);
        assertEquals(1, result.exit(), () -> String.join(" ", args) + ": " + result.out());
        assertEquals(List.of(sentence), result.errors());
    }

    private String certificates(String vault) {
        var file = folder.resolve(vault + ".asc");
        if (!file.toFile().exists()) shell.done(vault, "cert", "export", "--out", file.toString());
        return file.toString();
    }

    private Shell.Result trust(String from, String to) {
        return shell.done(to, "cert", "trust", "--agency", "Derbyshire", "--office", certificates(from));
    }

    private String sent(String from, String to, String... more) {
        var args = new ArrayList<>(
                List.of("export", "--to", to, "--purpose", "For review", "--out", folder.resolve("stick").toString()));
        args.addAll(List.of(more));
        var made = shell.done(from, args.toArray(String[]::new));
        assertEquals(1, made.get("packages").items().size());
        return made.get("packages").items().getFirst().members().get("file").text();
    }

    private Shell.Result carried(String from, String to) {
        var file = sent(from, "Derbyshire");
        var preview = shell.done(to, "import", file, "--preview");
        var taken = shell.done(to, "import", file, "--accept");
        assertEquals(preview.get("records"), taken.get("records"));
        assertEquals(0, taken.get("records").members().get("refused").whole(), taken.out());
        assertEquals("Confirmed", shell.done(from, "receipt", taken.get("receipt").text()).get("state").text());
        return taken;
    }

    private String submittedPlan() {
        var ref = shell.done("lro", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud", "--set", "masterList=On list", "--set", "agency=Derbyshire")
                .get("ref")
                .text();
        shell.done("lro", "edit", "threat", ref, "--set", "lro=A Officer (D1)", "--reason", "Knows the area");
        shell.done("lro", "add", "action", "--set", "threat=" + ref, "--set", "4p=prevent", "--set", "title=Visit");
        shell.done("lro", "edit", "plan", ref, "--set", "objective=End it", "--set", "pursueEmpty=None", "--set",
                "protectEmpty=None", "--set", "prepareEmpty=None");
        shell.done("lro", "plan", "submit", ref);
        return ref;
    }

    private Json plan(String vault, String ref, String name) {
        return shell.done(vault, "show", "plan", ref).get(name);
    }

    private String digest(String vault) {
        return shell.done(vault, "digest").out().strip();
    }

    @Test
    void aPlanIsReturnedAmendedAndApprovedInPackagesAndTheApprovalIsBoundToWhatWasReviewed() {
        var ref = submittedPlan();
        var there = carried("lro", "boss");
        assertTrue(there.get("from").text().startsWith("Derbyshire office "), there.out());
        shell.done("boss", "plan", "return", ref, "--reason", "Prevent has no measure of success");
        var back = carried("boss", "lro");
        assertEquals(List.of(), back.get("missing").items());
        assertEquals("Returned", plan("lro", ref, "standing").text());
        assertEquals("Prevent has no measure of success", plan("lro", ref, "returnReason").text());

        var action = plan("lro", ref, "actions").items().getFirst().members().get("ref").text();
        shell.done("lro", "edit", "action", action, "--set", "measure=Fewer calls", "--reason", "As asked");
        shell.done("lro", "plan", "submit", ref);
        carried("lro", "boss");
        var reviewed = plan("boss", ref, "commitments").text();
        assertEquals(reviewed, plan("lro", ref, "commitments").text());
        shell.done("boss", "plan", "approve", ref, "--reviewed", reviewed);
        carried("boss", "lro");
        assertEquals("Approved", plan("lro", ref, "standing").text());
        assertEquals(reviewed, plan("lro", ref, "approvedHash").text());
        assertEquals("B Super (S1)", plan("lro", ref, "approvedBy").text());
        assertEquals(digest("lro"), digest("boss"));
        shell.done("lro", "journal", "verify");
        shell.done("boss", "journal", "verify");

        shell.done("lro", "edit", "action", action, "--set", "measure=None", "--reason", "Later");
        assertEquals("Approved, then changed", plan("lro", ref, "standing").text());
    }

    @Test
    void aCommitmentThatChangedWhileThePlanWasAwayIsNotWhatWasApproved() {
        var ref = submittedPlan();
        carried("lro", "boss");
        var reviewed = plan("boss", ref, "commitments").text();
        shell.done("lro", "edit", "plan", ref, "--set", "objective=Something else");
        shell.done("boss", "plan", "approve", ref, "--reviewed", reviewed);
        carried("boss", "lro");
        assertEquals("Approved, then changed", plan("lro", ref, "standing").text());
        assertEquals(reviewed, plan("lro", ref, "approvedHash").text());
        assertNotEquals(reviewed, plan("lro", ref, "commitments").text());
        carried("lro", "boss");
        assertEquals("Approved, then changed", plan("boss", ref, "standing").text());
        assertEquals(digest("lro"), digest("boss"));
    }

    @Test
    void theSameCollarNumberIsTheSamePersonInBothOffices() {
        var ref = submittedPlan();
        carried("lro", "boss");
        shell.done("boss", "user", "add", "--user", "d1", "--name", "A Officer", "--role", "supervisor", "--new-passphrase-file",
                shell.environment().get(Secrets.VARIABLE));
        refused(
                "You are the LRO of this threat; somebody else has to review its plan.",
                "boss", "plan", "approve", ref, "--as", "D1");
    }

    @Test
    void anotherOfficeIsTrustedOnlyWhenSomebodySaysThatItIsOne() {
        shell.done("third", "init", "--agency", "Derbyshire", "--user", "T1", "--name", "C Third", "--role", "administrator,lro");
        var told = shell.in("lro", "cert", "trust", "--agency", "Derbyshire", certificates("third"));
        assertEquals(1, told.exit());
        assertTrue(told.err().contains("if this is another office of that agency, trust it as one"), told.err());
        submittedPlan();
        var toBoss = sent("lro", "Derbyshire");
        trust("lro", "third");
        refused("The package is encrypted for somebody else.", "third", "import", toBoss);
    }

    @Test
    void everyOfficeHasItsOwnNumbersAndIsNamedWhereThereAreSeveral() {
        shell.done("third", "init", "--agency", "Derbyshire", "--user", "T1", "--name", "C Third", "--role", "administrator,lro");
        trust("lro", "third");
        var ref = submittedPlan();
        carried("lro", "boss");
        var third = trust("third", "lro").get("fingerprint").text();
        var several = shell.in("lro", "export", "--to", "Derbyshire", "--purpose", "P", "--out", folder.resolve("stick").toString());
        assertEquals(1, several.exit());
        assertTrue(several.err().startsWith("Derbyshire has several offices; say which one is meant: "), several.err());
        var label = "Derbyshire office " + third.substring(0, 4) + " " + third.substring(4, 8);
        assertTrue(several.err().contains(label), several.err());
        var taken = shell.done("third", "import", sent("lro", label), "--accept");
        assertEquals(1, taken.get("number").whole(), "the first from there to here");
        assertEquals(List.of(), taken.get("missing").items());
        shell.done("lro", "receipt", taken.get("receipt").text());

        shell.done("lro", "edit", "plan", ref, "--set", "objective=More");
        var second = shell.done("lro", "outbox").get("waiting").items().stream()
                .filter(one -> one.members().get("to").text().startsWith("Derbyshire"))
                .toList();
        assertEquals(2, second.size(), second.toString());
        for (var waits : second) assertEquals(1, waits.members().get("since").whole());
        var bossLabel = second.stream()
                .map(one -> one.members().get("to").text())
                .filter(to -> !to.equals(label))
                .findFirst()
                .orElseThrow();
        var later = shell.done("boss", "import", sent("lro", bossLabel), "--accept");
        assertEquals(2, later.get("number").whole());
        assertEquals(List.of(), later.get("missing").items());
        assertEquals(digest("lro"), digest("boss"));
        assertNotEquals(digest("lro"), digest("third"));
    }
}
