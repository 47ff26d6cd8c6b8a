package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates by commands: six words, ends, renewal, revocation.
class CertificatesByCommandTest {

    @TempDir
    Path folder;

    private final TestVaults.HandClock clock = TestVaults.clock();
    private Shell shell;

    @BeforeEach
    void aForceAndItsUnit() {
        shell = new Shell(folder, clock);
        shell.done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "Dee", "--role", "administrator,lro");
        shell.done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "Eve", "--role", "administrator,lro,supervisor");
        trust("force", "Derbyshire", "unit");
        trust("unit", "EMSOU", "force");
    }

    private Shell.Result trust(String from, String agency, String to) {
        var file = exported(from);
        return shell.done(to, "cert", "trust", "--agency", agency, file.get("file").text());
    }

    private Shell.Result exported(String from) {
        return shell.done(from, "cert", "export", "--out", folder.resolve(from + System.nanoTime() + ".asc").toString());
    }

    private String sent(String as) {
        shell.done("force", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set", "primaryArea=Fraud",
                "--set", "masterList=On list", "--as", as);
        return shell.done("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("stick").toString(), "--as", as)
                .get("packages").items().getFirst().members().get("file").text();
    }

    @Test
    void theSameSixWordsAreShownByWhoeverHandsACertificateOutAndByWhoeverTrustsIt() {
        var handed = exported("force");
        var words = handed.get("words").text();
        assertEquals(6, words.split(" ").length);
        assertTrue(handed.err().contains(words), handed.err());
        assertEquals(words, shell.done("unit", "cert", "show", handed.get("file").text()).get("words").text());
        var trusted = shell.done("unit", "cert", "trust", "--agency", "Derbyshire", handed.get("file").text());
        assertEquals(words, trusted.get("words").text());
        assertTrue(trusted.err().contains(words), trusted.err());
        var listed = shell.done("unit", "cert", "list").json().items();
        assertEquals(Json.of(true), listed.getFirst().members().get("own"));
        assertEquals(words, listed.getLast().members().get("words").text());
    }

    @Test
    void anEndIsSpokenOfFromSixtyDaysBeforeAndGoneAfterTheRenewal() {
        clock.forward(Duration.ofDays(730 - 61));
        assertFalse(shell.done("force", "cert", "list").err().contains("expires"));
        for (int days : new int[] {60, 30, 7}) {
            clock.forward(Duration.ofDays(730 - days).minus(Duration.between(java.time.Instant.parse("2022-06-21T11:00:00Z"), clock.instant())));
            assertEquals(
                    List.of("Your certificate expires in " + days + " days, on 20 June 2024; renew it."),
                    shell.done("force", "cert", "list").errors());
        }
        clock.forward(Duration.ofDays(8));
        assertEquals(
                List.of("Your certificate expired on 20 June 2024; renew it."), shell.done("force", "cert", "list").errors());
        shell.done("force", "cert", "renew", "--user", "D1");
        assertEquals(List.of(), shell.done("force", "cert", "list").errors());
        clock.forward(Duration.ofDays(1825 - 730 - 1 - 5));
        shell.done("force", "cert", "renew", "--user", "D1");
        assertEquals(
                List.of(
                        "The certificate of our own unit expires in 5 days, on 20 June 2027; renew it.",
                        "The certificate of EMSOU expires in 5 days, on 20 June 2027; ask EMSOU for its renewed list of certificates."),
                shell.done("force", "cert", "list").errors());
        shell.done("force", "cert", "renew", "--unit");
        assertEquals(1, shell.done("force", "cert", "list").errors().size());
        assertEquals(2, shell.in("force", "cert", "renew").exit());
    }

    @Test
    void whatAnExpiredCertificateWouldSignIsNotWrittenAtAll() {
        clock.forward(Duration.ofDays(731));
        shell.done("force", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set", "primaryArea=Fraud",
                "--set", "masterList=On list");
        var refused = shell.in("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("stick").toString());
        assertTrue(refused.exit() != 0 && refused.err().contains("whose certificate expired on"), refused.err());
    }

    @Test
    void aRevokedPersonSignsNothingMoreAndWhatTheyDidBeforeStaysTheirs() {
        var passphrase = shell.file("second", TestVaults.PASSPHRASE + "\n").toString();
        shell.done("force", "user", "add", "--user", "D2", "--name", "Sam", "--role", "lro", "--new-passphrase-file", passphrase, "--as", "D1");
        trust2("force", "Derbyshire", "unit");
        var file = sent("D2");
        assertEquals(1, shell.in("force", "cert", "revoke", "--user", "D2", "--as", "D1").exit());
        var revoked = shell.done("force", "cert", "revoke", "--user", "D2", "--reason", "Laptop stolen", "--as", "D1");
        assertEquals("Laptop stolen", revoked.json().items().getFirst().members().get("reason").text());
        trust2("force", "Derbyshire", "unit");
        assertEquals(
                List.of("It is signed by Sam (D2), whose certificate Derbyshire revoked on 21 June 2022 (Laptop stolen); ask for it"
                        + " again, signed by somebody else."),
                shell.in("unit", "import", file, "--accept").errors());
        var again = shell.done("force", "export", "--to", "EMSOU", "--purpose", "Return", "--all", "--out",
                        folder.resolve("stick").toString(), "--as", "D1")
                .get("packages").items().getFirst().members().get("file").text();
        assertEquals(1, shell.done("unit", "import", again, "--accept").get("records").members().get("new").whole());
        shell.done("unit", "journal", "verify");
    }

    private void trust2(String from, String agency, String to) {
        var file = shell.done(from, "cert", "export", "--out", folder.resolve(from + System.nanoTime() + ".asc").toString(), "--as", "D1");
        shell.done(to, "cert", "trust", "--agency", agency, file.get("file").text());
    }

    @Test
    void whatAUnitSignsThatIsTrustedNoMoreIsRefusedByNameAndReason() {
        var file = sent("D1");
        shell.done("unit", "cert", "distrust", "--agency", "Derbyshire", "--reason", "Their key was copied");
        assertEquals(
                List.of("It is signed by Dee (D1) of Derbyshire, whose certificate has not been trusted here since 21 June 2022"
                        + " (Their key was copied)."),
                shell.in("unit", "import", file, "--accept").errors());
        trust("force", "Derbyshire", "unit");
        shell.done("unit", "import", file, "--accept");
    }
}
