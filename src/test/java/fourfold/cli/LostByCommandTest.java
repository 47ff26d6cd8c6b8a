package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A laptop that is lost, a passphrase that is forgotten: how a force goes on, by the commands of the user guide's page.
class LostByCommandTest {

    @TempDir
    Path folder;

    private Shell shell;
    private String code = "";

    @BeforeEach
    void aForceAndItsUnit() {
        shell = new Shell(folder, TestVaults.clock());
        var begun = shell.done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "Dee", "--role", "administrator,lro");
        var sign = java.util.regex.Pattern.compile("([0-9A-Z]{4}-){6}[0-9A-Z]{4}").matcher(begun.err());
        assertTrue(sign.find(), begun.err());
        code = shell.file("code", sign.group() + "\n").toString();
        shell.done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "Eve", "--role", "administrator,lro");
        trust("force", "Derbyshire", "unit");
        trust("unit", "EMSOU", "force");
    }

    private String trust(String from, String agency, String to) {
        var file = folder.resolve(from + System.nanoTime() + ".asc").toString();
        var words = shell.done(from, "cert", "export", "--out", file).get("words").text();
        shell.done(to, "cert", "trust", "--agency", agency, file);
        return words;
    }

    private String threat(String vault, String name) {
        return shell.done(vault, "add", "threat", "--set", "name=" + name, "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud and other economic crime", "--set", "masterList=On list")
                .get("ref")
                .text();
    }

    private String sent(String from, String to, String... more) {
        var args = new ArrayList<>(List.of(
                "export", "--to", to, "--purpose", "Return", "--out", folder.resolve("stick of " + from).toString()));
        args.addAll(List.of(more));
        return shell.done(from, args.toArray(String[]::new)).get("packages").items().getFirst().members().get("file").text();
    }

    private String names(String vault) {
        return shell.done(vault, "list", "threats", "--format", "csv").out();
    }

    @Test
    void aForceWhoseLaptopAndPassphraseAreLostGoesOnWithBackupAndRecoveryCode() throws IOException {
        threat("force", "Kite");
        shell.done("unit", "import", sent("force", "EMSOU"), "--accept");
        var backup = folder.resolve("force.ffbackup").toString();
        shell.done("force", "backup", "--out", backup);
        threat("force", "Late");
        shell.done("unit", "import", sent("force", "EMSOU"), "--accept");
        threat("unit", "Heron");
        var waiting = sent("unit", "Derbyshire");
        var words = shell.done("force", "cert", "list").json().items().getFirst().members().get("words").text();

        // the laptop is gone: a new one, with the backup and the code on paper
        var wrong = shell.file("wrong", "0000-0000-0000-0000-0000-0000-0000\n").toString();
        assertTrue(shell.in("new", "restore", backup, "--recovery-code-file", wrong).exit() != 0);
        shell.done("new", "restore", backup, "--recovery-code-file", code);
        var fresh = shell.file("fresh", "a quite different long passphrase\n").toString();
        shell.done("new", "recover", "--as", "D1", "--recovery-code-file", code, "--new-passphrase-file", fresh);
        shell.environment().put(Secrets.VARIABLE, fresh);
        var holders = shell.done("new", "cert", "list").json().items().getFirst().members().get("people").items();
        assertEquals(2, holders.size());
        assertEquals("another one is in its place", holders.getFirst().members().get("reason").text());
        assertNotEquals(Json.nothing(), holders.getFirst().members().get("ended"));
        assertEquals(Json.nothing(), holders.getLast().members().get("ended"));

        // what was addressed to the unit before is still opened, since the unit's key is the same
        shell.done("new", "import", waiting, "--accept");
        assertTrue(names("new").contains("Heron"));
        // what nobody has here any more is asked back from where it was sent
        assertTrue(!names("new").contains("Late"));

        var asc = folder.resolve("new.asc").toString();
        assertEquals(words, shell.done("new", "cert", "export", "--out", asc).get("words").text(), "the unit is the same");
        var third = threat("new", "Third");
        var package3 = sent("new", "EMSOU");
        shell.environment().put(Secrets.VARIABLE, folder.resolve("passphrase").toString());
        assertEquals(1, shell.in("unit", "import", package3).exit(), "its new key is not known yet");
        shell.done("unit", "cert", "trust", "--agency", "Derbyshire", asc);
        var accepted = shell.done("unit", "import", package3, "--accept");
        assertTrue(names("unit").contains(third));
        var back = sent("unit", "Derbyshire", "--all");
        shell.environment().put(Secrets.VARIABLE, fresh);
        assertEquals("Confirmed", shell.done("new", "receipt", accepted.get("receipt").text()).get("state").text());
        shell.done("new", "import", back, "--accept");
        assertTrue(names("new").contains("Late"), names("new"));
        shell.done("new", "journal", "verify");

        // whoever found the laptop signs nothing that the unit takes
        shell.environment().put(Secrets.VARIABLE, folder.resolve("passphrase").toString());
        threat("force", "False");
        var refused = shell.in("unit", "import", sent("force", "EMSOU"), "--accept");
        assertTrue(refused.err().contains("(another one is in its place)"), refused.err());
    }

    @Test
    void aForgottenPassphraseTakesTheCodeAndTheUnitCanKeepOne() {
        var escrow = folder.resolve("derbyshire.escrow").toString();
        shell.done("force", "recovery", "seal", "--to", "EMSOU", "--out", escrow);
        var opened = shell.done("unit", "recovery", "open", escrow);
        var sign = java.util.regex.Pattern.compile("([0-9A-Z]{4}-){6}[0-9A-Z]{4}").matcher(opened.out() + opened.err());
        assertTrue(sign.find());
        var fresh = shell.file("fresh", "a quite different long passphrase\n").toString();
        var kept = shell.file("kept", sign.group() + "\n").toString();
        shell.done("force", "recover", "--as", "D1", "--recovery-code-file", kept, "--new-passphrase-file", fresh);
        assertTrue(shell.in("force", "cert", "list").exit() != 0, "the forgotten one opens nothing");
        shell.environment().put(Secrets.VARIABLE, fresh);
        shell.done("force", "cert", "list");
    }
}
