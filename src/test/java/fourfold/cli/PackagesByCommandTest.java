package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.desk.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates, packages and backups by commands, between two units.
class PackagesByCommandTest {

    @TempDir
    Path folder;

    private Shell shell;

    @Test
    void aPackageGoesFromAForceToItsUnitAndOneChangedByteIsRefused() throws IOException {
        shell = new Shell(folder, TestVaults.clock());
        shell.done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "D", "--role", "administrator,lro");
        shell.done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "E", "--role", "administrator,lro");
        var threat = shell.done("force", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud", "--set", "masterList=On list").get("ref").text();
        var refused = shell.in("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("out").toString());
        assertEquals(
                List.of("No certificate of EMSOU is trusted here; ask an administrator to add it."), refused.errors());
        assertEquals(1, refused.exit());
        exchange("force", "Derbyshire", "unit");
        exchange("unit", "EMSOU", "force");
        foldersThatTakeNothingTakeNoNumberEither();

        var exported = shell.done("force", "export", "--to", "emsou", "--purpose", "Return", "--out", folder.resolve("out").toString(),
                "--threat", threat);
        assertEquals("EMSOU", exported.get("to").text());
        var one = exported.get("packages").items().getFirst().members();
        assertEquals(1, one.get("number").whole());
        assertEquals(1, one.get("records").members().get("threat").whole());
        var file = Path.of(one.get("file").text());
        var checked = shell.done("unit", "verify-package", file.toString());
        assertEquals(Json.of(true), checked.get("sound"));
        assertEquals("Derbyshire", checked.get("from").text());
        assertEquals(one.get("sha256"), checked.get("sha256"));
        assertEquals("D (D1)", checked.get("verified").members().get("by").text());
        var again = shell.in("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("out").toString());
        assertEquals(List.of("There is nothing new for EMSOU since package 1."), again.errors());

        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        var changed = Files.write(folder.resolve("changed.gpg"), bytes);
        var result = shell.in("unit", "verify-package", changed.toString());
        assertEquals(3, result.exit(), result.err());
        assertEquals(1, result.errors().size());
        assertEquals("", result.out());
        assertEquals(1, shell.in("unit", "verify-package", folder.resolve("none.gpg").toString()).exit());
    }

    private void foldersThatTakeNothingTakeNoNumberEither() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(1, shell.in("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", file.toString()).exit());
        var closed = Files.createDirectories(folder.resolve("closed"));
        if (closed.toFile().setWritable(false) && !Files.isWritable(closed)) {
            var refused = shell.in("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", closed.toString());
            assertEquals(
                    List.of("There is no permission to write in the folder " + closed + "; choose another."), refused.errors());
        }
    }

    private void exchange(String from, String agency, String to) {
        var file = folder.resolve(from + ".asc");
        shell.done(from, "cert", "export", "--out", file.toString());
        var trusted = shell.done(to, "cert", "trust", "--agency", agency, file.toString());
        assertEquals(agency, trusted.get("agency").text());
        assertTrue(trusted.get("fingerprint").text().matches("[0-9A-F]{40}"));
        assertEquals(List.of("The file " + file + " is there already."), shell.in(from, "cert", "export", "--out", file.toString()).errors());
    }

    @Test
    void aRecoveryCodeSealedToTheUnitIsOpenedThereAndLetsSomebodyIn() throws IOException {
        shell = new Shell(folder, TestVaults.clock());
        shell.done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "D", "--role", "administrator,lro");
        shell.done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "E", "--role", "administrator,lro");
        var sealed = folder.resolve("derbyshire.escrow");
        assertEquals(
                List.of("No certificate of EMSOU is trusted here; ask an administrator to add it."),
                shell.in("force", "recovery", "seal", "--to", "EMSOU", "--out", sealed.toString()).errors());
        exchange("unit", "EMSOU", "force");
        var answer = shell.done("force", "recovery", "seal", "--to", "emsou", "--out", sealed.toString());
        assertEquals("EMSOU", answer.get("agency").text());
        assertTrue(shell.done("force", "journal", "list").out().contains("recovery code sealed"));

        var opened = shell.done("unit", "recovery", "open", sealed.toString());
        assertEquals(Json.of(true), opened.get("opened"));
        var code = opened.errors().getFirst().replace("Recovery code: ", "");
        assertTrue(shell.done("unit", "journal", "list").out().contains("recovery code of another vault opened"));
        assertEquals(3, shell.in("force", "recovery", "open", sealed.toString()).exit(), "only the unit can open it");
        var recovered = shell.done("force", "recover", "--as", "D1",
                "--recovery-code-file", shell.file("code", code + "\n").toString(),
                "--new-passphrase-file", shell.file("fresh", "another horse battery staple\n").toString());
        assertEquals(Json.of(true), recovered.get("recovered"));
    }

    @Test
    void aBackupIsRestoredAsAnotherCopy() throws IOException {
        shell = new Shell(folder, TestVaults.clock());
        shell.done("vault", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "D", "--role", "administrator,lro");
        shell.done("vault", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set", "primaryArea=Fraud",
                "--set", "masterList=On list");
        var backup = folder.resolve("vault.backup");
        assertTrue(shell.done("vault", "backup", "--out", backup.toString()).get("files").whole() > 3);
        var restored = shell.done("copy", "restore", backup.toString());
        assertEquals(folder.resolve("copy").toString(), restored.get("vault").text());
        assertEquals(
                shell.done("vault", "list", "threats", "--format", "csv").out(), shell.done("copy", "list", "threats", "--format", "csv").out());
        assertTrue(shell.done("copy", "list", "threats").out().contains("\"way\":\"received\""), "what another copy wrote says so");

        assertEquals(
                List.of("The folder " + folder.resolve("copy") + " is not empty; a backup is restored into an empty one."),
                shell.in("copy", "restore", backup.toString()).errors());
        var bytes = Files.readAllBytes(backup);
        bytes[bytes.length - 40] ^= 1;
        Files.write(backup, bytes);
        assertEquals(3, shell.in("other", "restore", backup.toString()).exit());
    }
}
