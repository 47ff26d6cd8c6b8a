package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.desk.TestVaults;
import fourfold.desk.VaultDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Every refusal is one sentence, ends with the right code, prints nothing on standard output and changes nothing.
class BadInputByCommandTest {

    @TempDir
    static Path folder;

    private static Shell shell;
    private static String threat;

    @BeforeAll
    static void begin() {
        shell = new Shell(folder, TestVaults.clock());
        assertEquals(0, shell.on("init", "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator,lro").exit());
        threat = shell.on("add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set", "primaryArea=Fraud",
                        "--set", "masterList=On list").get("ref").text();
    }

    private static void refused(int exit, String sentence, Shell.Result result) {
        assertEquals(List.of(sentence), result.errors());
        assertEquals(exit, result.exit());
        assertEquals("", result.out());
    }

    private static void refused(String sentence, String... args) {
        refused(1, sentence, shell.on(args));
    }

    private static void usage(String sentence, String... args) {
        var result = shell.on(args);
        assertEquals(sentence, result.errors().getFirst());
        assertEquals(2, result.exit());
        assertEquals("", result.out());
    }

    @Test
    void aWrongPassphrase() {
        var wrong = shell.file("wrong", "not the passphrase at all\n").toString();
        refused("The passphrase is wrong.", "list", "threats", "--passphrase-file", wrong);
        refused("There is no X7 in this vault.", "list", "threats", "--as", "x7");
        assertEquals(0, shell.on("list", "threats").exit());
    }

    @Test
    void anUnknownAgency() {
        refused(
                1,
                "There is no agency called Ruritania.",
                shell.run("init", "--vault", folder.resolve("other").toString(), "--agency", "Ruritania", "--user", "X1", "--name", "A", "--role", "administrator"));
        assertFalse(Files.exists(folder.resolve("other")));
        refused("Owning agency: there is no agency called Ruritania.", "edit", "threat", threat, "--set", "agency=Ruritania");
    }

    @Test
    void anImpossibleDate() {
        refused("Event date \"31/4/2022\" is not a date: April has 30 days.", disrupt(threat, "31/4/2022"));
        refused("Event date lies in the future.", disrupt(threat, "1/7/2022"));
    }

    @Test
    void anUnknownThreatInAnEvent() {
        refused("There is no threat with the reference NO-1.", disrupt("NO-1", "1/6/2022"));
    }

    private static String[] disrupt(String against, String date) {
        return new String[] {
            "disrupt", "--threat", against, "--date", date, "--p", "prevent", "--type", "lead", "--category", "minor",
            "--reason", "Seen"
        };
    }

    @Test
    void aMarkingAboveOfficialSensitive() {
        var secret = shell.on("edit", "threat", threat, "--set", "marking=SECRET");
        assertEquals(1, secret.exit());
        assertEquals(1, secret.errors().size());
        assertTrue(secret.err().startsWith("Marking is \"SECRET\", not one of OFFICIAL"), secret.err());
    }

    @Test
    void textOverItsLimit() {
        refused(
                "Name has 201 characters, 200 is the limit.",
                "edit", "threat", threat, "--set-file", shell.file("set", "name=" + "x".repeat(201)).toString());
        refused(
                "Reason for the category has 4,001 characters, 4,000 is the limit.",
                "disrupt", "--threat", threat, "--date", "1/6/2022", "--p", "prevent", "--type", "lead", "--category", "minor",
                "--reason-file", shell.file("reason", "x".repeat(4_001)).toString());
    }

    @Test
    void severalFlawsAreALineEach() {
        var flaws = shell.on("add", "threat", "--set", "name= ");
        assertEquals(1, flaws.exit());
        assertEquals(
                List.of(
                        "Give the threat a name.",
                        "Choose the kind of threat.",
                        "Choose the primary threat area.",
                        "Say why the threat is not on the master list."),
                flaws.errors());
    }

    @Test
    void aVaultInUse() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        try (var lobby = new VaultDesk(surroundings).approach(shell.vault()).orThrow()) {
            assertEquals("EMSOU", lobby.agency());
            var second = shell.on("list", "threats");
            assertEquals(1, second.exit());
            assertEquals(1, second.errors().size());
            assertTrue(second.err().startsWith("The vault in " + shell.vault() + " is in use by "), second.err());
        }
    }

    @Test
    void aMissingOrDamagedOrNewerVault() throws IOException {
        refused(
                1,
                "There is no vault in " + folder.resolve("none") + ".",
                shell.run("list", "threats", "--vault", folder.resolve("none").toString()));
        var copy = copyOfTheVault("copy");
        var charter = copy.resolve("vault.json");
        var written = Files.readString(charter);

        Files.writeString(charter, written.replaceFirst("\"format\":1", "\"format\":2"));
        refused(
                1,
                "The vault in " + copy + " was written by a newer version of this program; update this one.",
                shell.run("list", "threats", "--vault", copy.toString()));
        Files.writeString(charter, written.substring(1));
        refused(
                3,
                "The vault in " + copy + " is damaged (the file vault.json cannot be read); restore it from a backup.",
                shell.run("list", "threats", "--vault", copy.toString()));
        Files.delete(charter);
        refused(
                3,
                "The file vault.json of the vault in " + copy + " is missing; restore it from a backup.",
                shell.run("list", "threats", "--vault", copy.toString()));
    }

    @Test
    void aDamagedOrShortenedJournal() throws IOException {
        for (boolean cut : new boolean[] {false, true}) {
            var copy = copyOfTheVault("journal" + cut);
            try (var segments = Files.list(copy.resolve("journal"))) {
                var segment = segments.filter(file -> file.getFileName().toString().matches("\\d+")).sorted().findFirst().orElseThrow();
                var bytes = Files.readAllBytes(segment);
                bytes[bytes.length / 2] ^= 1;
                Files.write(segment, cut ? Arrays.copyOf(bytes, bytes.length / 3) : bytes);
            }
            var result = shell.run("list", "threats", "--vault", copy.toString());
            assertEquals(3, result.exit(), result.err());
            assertEquals(1, result.errors().size());
            assertEquals("", result.out());
        }
    }

    private static Path copyOfTheVault(String name) throws IOException {
        var copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(shell.vault())) {
            for (var file : (Iterable<Path>) files::iterator) Files.copy(file, copy.resolve(shell.vault().relativize(file).toString()));
        }
        return copy;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatCannotBeWrittenTo() throws IOException {
        var closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(closed), "the administrator of the computer writes everywhere");
        refused(
                1,
                "The folder " + closed.resolve("vault") + " cannot be written to.",
                shell.run("init", "--vault", closed.resolve("vault").toString(), "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator"));
    }

    @Test
    void aBackupWhereNoneCanBeWritten() {
        var nowhere = folder.resolve("nowhere");
        refused("The folder " + nowhere + " is not there; choose another.", "backup", "--out", nowhere.resolve("b").toString());
        refused(folder + " is a folder; name a file.", "backup", "--out", folder.toString());
        var inside = shell.vault().resolve("b");
        refused("It cannot be written to " + inside + "; choose a file outside the vault.", "backup", "--out", inside.toString());
    }

    @Test
    void aShortPassphraseForANewVault() {
        refused(
                1,
                "A passphrase needs at least 15 characters, or five different words.",
                shell.run("init", "--vault", folder.resolve("short").toString(), "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator",
                        "--passphrase-file", shell.file("short.txt", "too short").toString()));
    }

    @Test
    void whatIsNotUnderstoodIsTwo() {
        usage("There is no command lst; fourfold --help lists them.", "lst", "threats");
        usage("There is no list of birds, only threats, plans, actions, disruptions, meetings.", "list", "birds");
        usage("Missing required parameter: 'TABLE'.", "list");
        usage("There is no option --passphrase here.", "list", "threats", "--passphrase=secret");
        usage(
                "There are more arguments than the command takes; a text with spaces needs quotation marks.",
                "edit", "threat", threat, "--set", "name=Amber", "Kite");
        usage("After --set comes a field and a value, as in name=\"Amber Kite\".", "edit", "threat", threat, "--set", "name");
        usage("The field name is written twice.", "edit", "threat", threat, "--set", "name=A", "--set", "name=B");
        usage("The field Event date is written twice.", with(disrupt(threat, "1/6/2022"), "--set", "event date=2/6/2022"));
        usage("Say with --set threat=REF whose plan the action belongs to.", "add", "action", "--set", "title=Visit");
        usage("Say with --category which category the event gets instead.", "moderate", "D-1", "--decision", "regrade", "--reason", "x");
        usage("Only --decision regrade takes a --category.", "moderate", "D-1", "--decision", "agree", "--category", "minor", "--reason", "x");
        usage("Name a file to load, as in --threats threats.csv.", "load");
        usage("The role is \"king\", not one of LRO, Supervisor, Analyst, Administrator.",
                "user", "add", "--user", "X2", "--name", "B", "--role", "king");
        usage("The file of the passphrase, " + folder.resolve("nothing") + ", cannot be read.",
                "list", "threats", "--passphrase-file", folder.resolve("nothing").toString());
    }

    @Test
    void textFilesThatCannotBeTakenAreTwo() throws IOException {
        usage("The file " + folder.resolve("nothing") + " for --reason-file is not there.",
                "edit", "threat", threat, "--set", "name=A", "--reason-file", folder.resolve("nothing").toString());
        var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        usage("The file " + binary + " for --reason-file is not UTF-8 text.",
                "edit", "threat", threat, "--set", "name=A", "--reason-file", binary.toString());
        shell.input("name=B");
        usage("Only one text can come from standard input.",
                "edit", "threat", threat, "--set-file", "-", "--reason-file", "-");
    }

    @Test
    void withoutATerminalNobodyIsAsked() {
        var bare = new Shell(folder, TestVaults.clock());
        bare.environment().clear();
        var result = bare.on("list", "threats");
        assertEquals(2, result.exit());
        assertEquals(
                "There is no terminal to ask for a secret. Give it with --passphrase-file, or name its file in"
                        + " FOURFOLD_PASSPHRASE_FILE.",
                result.errors().getFirst());
        bare.types("one passphrase of some length", "another passphrase");
        var differing = bare.run("init", "--vault", folder.resolve("differing").toString(), "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator");
        assertEquals(List.of("The two passphrases differ; nothing was changed."), differing.errors());
    }

    @Test
    void anAdministratorReadsNoCases() {
        var only = new Shell(folder, TestVaults.clock());
        var place = folder.resolve("administered").toString();
        assertEquals(0, only.run("init", "--vault", place, "--agency", "EMSOU", "--user", "X1", "--name", "A", "--role", "administrator").exit());
        refused(1, "Only an LRO, a supervisor or an analyst may do this.", only.run("list", "threats", "--vault", place));
        refused(1, "Only an LRO may do this.", only.run("add", "threat", "--vault", place, "--set", "name=A"));
        refused(1, "Only an LRO, a supervisor or an analyst may do this.", only.run("show", "threat", "A", "--vault", place));
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    }
}
