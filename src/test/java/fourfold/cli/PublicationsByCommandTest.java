package fourfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.settings.PublicationKind;
import fourfold.desk.TestVaults;
import fourfold.packet.Published;
import fourfold.vault.OpenVault;
import fourfold.vault.Passphrase;
import fourfold.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What units publish: lists of certificates and a region's configuration, there and back, and every way in which one is refused.
class PublicationsByCommandTest {

    private static final String RULES =
            """
            id,name,authority,valid_from,valid_to,kinds,types,categories,moderations
            2023,Counted from July,Regional board,,,OCG;VULNERABILITY;PRIORITY_INDIVIDUAL,LEAD;SUPPORT,MAJOR;MODERATE;MINOR,
            """;

    private static final String CHECKS =
            """
            id,title,section,quote,test,parameters,none,one,many
            stalled,Quiet for a month,,,stalled,months=1,None was quiet in {months}.,1 was quiet.,{n} were quiet.
            of-next-year,Of next year,,,moonlight,,None.,One.,{n}.
            """;

    @TempDir
    Path folder;

    private final TestVaults.HandClock clock = TestVaults.clock();
    private Shell shell;

    @BeforeEach
    void aForceAndItsUnit() {
        shell = new Shell(folder, clock);
        done("force", "init", "--agency", "Derbyshire", "--user", "D1", "--name", "Dee", "--role", "administrator,lro,supervisor");
        done("unit", "init", "--agency", "EMSOU", "--user", "E1", "--name", "Eve", "--role", "administrator,lro");
        trust("force", "Derbyshire", "unit");
        trust("unit", "EMSOU", "force");
    }

    private Shell.Result in(String vault, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--vault", folder.resolve(vault).toString(), "--as", vault.equals("force") ? "D1" : "E1"));
        if (args[0].equals("init")) all.subList(all.size() - 2, all.size()).clear();
        return shell.run(all.toArray(String[]::new));
    }

    private Shell.Result done(String vault, String... args) {
        var result = in(vault, args);
        assertEquals(0, result.exit(), () -> String.join(" ", args) + ": " + result.err());
        return result;
    }

    private void refused(String sentence, String vault, String file) {
        var result = in(vault, "import", file, "--accept");
        assertTrue(result.exit() != 0, result.out());
        assertEquals(List.of(sentence), result.errors());
    }

    private void trust(String from, String agency, String to) {
        var file = folder.resolve(from + ".asc").toString();
        done(from, "cert", "export", "--out", file);
        done(to, "cert", "trust", "--agency", agency, file);
    }

    private String certificates() {
        return done("force", "publish", "certificates", "--to", "EMSOU", "--out", folder.resolve("lists").toString())
                .get("file")
                .text();
    }

    private Shell.Result configuration(String from, Map<String, String> files) throws IOException {
        var region = Files.createDirectories(folder.resolve("region" + System.nanoTime()));
        for (var file : files.entrySet()) Files.writeString(region.resolve(file.getKey()), file.getValue());
        return in("unit", "publish", "configuration", "--files", region.toString(), "--from", from, "--to", "Derbyshire",
                "--note", "Board of June", "--out", folder.resolve("lists").toString());
    }

    private static String line(Shell.Result result, String what) {
        return result.get("lines").items().stream()
                .map(Json::members)
                .filter(line -> line.get("what").text().equals(what))
                .map(line -> line.get("before").text() + " -> " + line.get("after").text())
                .findFirst()
                .orElse(result.out());
    }

    @Test
    void aListOfCertificatesSaysWhoIsNewRenewedAndRevokedAndAnOlderOneNeverReplacesIt() {
        var first = certificates();
        assertEquals(List.of(), done("unit", "import", first).get("lines").items(), "nothing is new yet");
        done("force", "user", "add", "--user", "D2", "--name", "Sam", "--role", "lro", "--new-passphrase-file",
                shell.file("second", TestVaults.PASSPHRASE + "\n").toString());
        clock.forward(Duration.ofDays(1));
        done("force", "cert", "renew", "--user", "D1");
        var second = certificates();
        var preview = done("unit", "import", second);
        assertEquals(Json.of("certificates"), preview.get("kind"));
        assertEquals(" -> LRO, until 20 June 2024", line(preview, "Sam (D2)"));
        assertTrue(line(preview, "Dee (D1)").endsWith("until 21 June 2024"), preview.out());
        assertEquals(1, done("unit", "cert", "list").json().items().getLast().members().get("people").items().size());
        var accepted = done("unit", "import", second, "--accept");
        assertEquals(preview.get("lines"), accepted.get("lines"));
        assertEquals(Json.of(true), accepted.get("imported"));
        assertEquals(2, done("unit", "cert", "list").json().items().getLast().members().get("people").items().size());
        refused(
                "This is the list of certificates number 1 of Derbyshire, and number 2 is in use already; an older one never"
                        + " replaces a newer one.",
                "unit",
                first);
        assertTrue(done("unit", "import", second, "--accept").err().contains("was taken in already; nothing changes."));
        refused("This list of certificates was published in this vault.", "force", second);

        done("force", "cert", "revoke", "--user", "D2", "--reason", "Laptop stolen");
        var third = certificates();
        assertEquals(
                "LRO, until 20 June 2024 -> revoked on 22 June 2022: Laptop stolen",
                line(done("unit", "import", third, "--accept"), "Sam (D2)"));
        done("unit", "journal", "rebuild");
        refused(
                "This is the list of certificates number 1 of Derbyshire, and number 3 is in use already; an older one never"
                        + " replaces a newer one.",
                "unit",
                first);
    }

    @Test
    void aConfigurationHoldsFromItsDayOnAndCountsNothingAnewThatWasRecordedBefore() throws IOException {
        var ref = done("force", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud and other economic crime", "--set", "masterList=On list")
                .get("ref")
                .text();
        var early = event(ref);
        assertTrue(verdict(early).contains("the 2022 rule counts"), verdict(early));
        var file = configuration("2022-07-01", Map.of(
                        "counting-rules.csv", RULES,
                        "limits.csv", "limit,value\nsilentDays,90\nthreatsPerLro,6\n",
                        "checks.csv", CHECKS,
                        "lists.csv", "list,value,meaning\npost,Regional analyst,Looks across forces.\n"))
                .get("file")
                .text();
        var preview = done("force", "import", file);
        assertEquals("60 -> 90", line(preview, "Days until a threat is silent"));
        assertEquals("2022 -> 2022 to 30 June 2022; EMSOU-1/2023 from 1 July 2022", line(preview, "Counting rules"));
        assertTrue(line(preview, "List \"post\"").endsWith("with Regional analyst"), preview.out());
        assertEquals("test stalled, months=12 -> test stalled, months=1", line(preview, "Check \"Quiet for a month\""));
        assertEquals(" -> test moonlight", line(preview, "Check \"Of next year\""));
        assertEquals("", done("force", "configuration", "show").get("edition").text());
        done("force", "import", file, "--accept");
        var waiting = done("force", "configuration", "show");
        assertEquals("", waiting.get("edition").text());
        assertEquals("EMSOU 1 from 1 July 2022", waiting.get("coming").text());
        clock.forward(Duration.ofDays(12));
        var late = event(ref);
        assertTrue(verdict(late).contains("(rule EMSOU-1/2023)"), verdict(late));
        assertTrue(verdict(early).contains("the 2022 rule counts"), verdict(early));
        var holding = done("force", "configuration", "show");
        assertEquals("EMSOU 1", holding.get("edition").text());
        assertEquals(Json.of(90), holding.get("limits").members().get("silentDays"));
        assertEquals(Json.of(60), holding.get("ownLimits").members().get("silentDays"));
        assertEquals("None was quiet in a month.", check("stalled").get("sentence").text());
        assertEquals("EMSOU 1", check("stalled").get("edition").text());
        assertEquals("Cannot be answered", check("of-next-year").get("state").text());
        assertEquals("", check("off-list").get("edition").text());
        done("force", "journal", "rebuild");
        assertEquals(holding.out(), done("force", "configuration", "show").out());
        assertEquals("EMSOU 1", done("unit", "configuration", "show").get("edition").text());
        var sent = done("force", "export", "--to", "EMSOU", "--purpose", "Return", "--out", folder.resolve("stick").toString())
                .get("packages").items().getFirst().members().get("file").text();
        assertEquals("EMSOU 1", done("unit", "verify-package", sent).get("configuration").text());

        assertEquals(1, configuration("2022-07-02", Map.of("limits.csv", "limit,value\nsilentDays,90\n")).exit());
        assertTrue(configuration("2022-08-01", Map.of("limits.csv", "limit,value\nidleMinutes,9\n")).err()
                .contains("limits.csv, line 2: a region sets no limit \"idleMinutes\""));
        assertTrue(configuration("2022-08-01", Map.of("checks.csv", CHECKS.replace("months=1", "months=none"))).err()
                .contains("checks.csv, line 2: months is \"none\", not a whole number"));
        assertTrue(in("force", "publish", "configuration", "--files", folder.toString(), "--to", "EMSOU", "--out", folder.toString())
                .err()
                .contains("Only a regional unit publishes a configuration; Derbyshire is a force."));
    }

    /// An edition that was taken in late changes what counts, but not what was known before.
    @Test
    void figuresAsKnownOnAMomentAreCountedByTheRulesThatTheVaultHadThen() throws IOException {
        var ref = done("force", "add", "threat", "--set", "name=Kite", "--set", "kind=SOC vulnerability", "--set",
                        "primaryArea=Fraud and other economic crime", "--set", "masterList=On list")
                .get("ref")
                .text();
        var file = configuration("2022-07-01", Map.of("counting-rules.csv", RULES)).get("file").text();
        clock.forward(Duration.ofDays(12));
        event(ref);
        var then = clock.instant().toString();
        clock.forward(Duration.ofDays(1));
        assertEquals(0, counted().get("count").whole());
        done("force", "import", file, "--accept");
        assertEquals(1, counted().get("count").whole());
        assertTrue(counted().get("rule").text().contains("EMSOU-1/2023"), counted().canonicalText());
        var known = counted("--known-on", then, "--prove");
        assertEquals(0, known.get("count").whole());
        assertEquals("counting rule 2022", known.get("rule").text());
        var result = done("force", "figures", "--view", "disruptions-counted", "--known-on", then);
        assertTrue(result.err().contains("without what was taken in since: configuration EMSOU 1."), result.err());
        done("force", "figures", "--view", "disruptions-counted", "--known-on", then, "--freeze", "Then");
        assertEquals(Json.of(true), done("force", "frozen", "verify", "Then").get("recounted"));
    }

    private Json.Members counted(String... more) {
        var args = new ArrayList<>(List.of("figures", "--view", "disruptions-counted", "--by", "agency", "--where", "agency=Derbyshire"));
        args.addAll(List.of(more));
        return done("force", args.toArray(String[]::new)).json().items().getFirst().members();
    }

    private Json.Members check(String id) {
        return done("force", "inspect").json().items().stream()
                .map(Json::members)
                .filter(one -> one.get("check").text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String event(String threat) {
        return done("force", "disrupt", "--threat", threat, "--date", clock.instant().toString().substring(0, 10), "--p", "Pursue",
                        "--type", "lead", "--category", "Minor", "--reason", "An account was closed.")
                .get("ref")
                .text();
    }

    private String verdict(String event) {
        return done("force", "show", "disruption", event).out();
    }

    @Test
    void everyFalsePublicationIsRefusedWithItsOwnSentence() throws IOException {
        done("force", "user", "add", "--user", "D2", "--name", "Sam", "--role", "lro", "--new-passphrase-file",
                shell.file("second", TestVaults.PASSPHRASE + "\n").toString());
        trustAgain();
        refused(
                "The list of certificates is signed by Sam (D2), who is no administrator of Derbyshire; only an administrator"
                        + " publishes one.",
                "unit",
                crafted("D2", published -> published));
        refused(
                "A configuration is taken from EMSOU alone, the regional unit of EMSOU; this one is from Derbyshire.",
                "unit",
                crafted("D1", one -> with(one, PublicationKind.CONFIGURATION, one.agency(), one.unit(), one.to(), limits())));
        refused(
                "The list of certificates says it comes from Kent, but it was signed for Derbyshire.",
                "unit",
                crafted("D1", one -> with(one, one.kind(), "Kent", one.unit(), one.to(), one.content())));
        refused(
                "The list of certificates is for Kent, not for EMSOU.",
                "unit",
                crafted("D1", one -> with(one, one.kind(), one.agency(), one.unit(), List.of("Kent"), one.content())));
        var theirs = Files.readString(folder.resolve("unit.asc"));
        refused(
                "The list is that of EMSOU, but it was signed for another unit, Derbyshire.",
                "unit",
                crafted("D1", one -> with(one, one.kind(), one.agency(), one.unit(), one.to(),
                        Json.of(Map.of("keyring", Json.of(theirs))))));
        refused(
                "The list of certificates cannot be read.",
                "unit",
                crafted("D1", one -> with(one, one.kind(), one.agency(), one.unit(), one.to(), Json.of(Map.of()))));
        done("unit", "import", crafted("D1", one -> one), "--accept");
        refused(
                "Another list of certificates with the number 1 from Derbyshire was taken in already: their vault was restored from"
                        + " an old copy, or somebody has made a false one.",
                "unit",
                crafted("D1", one -> with(one, one.kind(), one.agency(), one.unit(), one.to(),
                        Json.of(Map.of("keyring", one.content().get("keyring"), "more", Json.of(1))))));
        done("force", "cert", "revoke", "--user", "D2", "--reason", "Left");
    }

    private static Json.Members limits() {
        return Json.of(Map.of("limits.csv", Json.of("limit,value\nsilentDays,90\n")));
    }

    private static Published with(
            Published one, PublicationKind kind, String agency, String unit, List<String> to, Json.Members content) {
        return new Published(one.id(), kind, one.number(), agency, unit, to, one.created(), one.from(), one.note(), content);
    }

    private void trustAgain() {
        var file = folder.resolve("again.asc").toString();
        done("force", "cert", "export", "--out", file);
        done("unit", "cert", "trust", "--agency", "Derbyshire", file);
    }

    /// A publication of the force that its program would not write.
    private String crafted(String user, UnaryOperator<Published> change) throws IOException {
        var file = folder.resolve("crafted " + UUID.randomUUID() + ".gpg");
        var surroundings = TestVaults.surroundings(clock);
        try (var vault = Vault.open(surroundings.means(), folder.resolve("force")).orThrow();
                var open = unlocked(vault, user)) {
            var honest = new Published(
                    UUID.randomUUID(),
                    PublicationKind.CERTIFICATES,
                    1,
                    open.agency(),
                    open.own().fingerprint(),
                    List.of("EMSOU"),
                    clock.instant(),
                    LocalDate.now(clock),
                    "",
                    Json.of(Map.of("keyring", Json.of(new String(open.own().armoured(), StandardCharsets.US_ASCII)))));
            var out = new ByteArrayOutputStream();
            try (var sealed = open.messages().seal(out, List.of(open.trusted().usable("EMSOU").orThrow()))) {
                sealed.write(change.apply(honest).json().canonical());
            }
            Files.write(file, out.toByteArray());
        }
        return file.toString();
    }

    private static OpenVault unlocked(Vault vault, String user) {
        return vault.unlock(user, Passphrase.entered(TestVaults.PASSPHRASE.toCharArray())).orThrow();
    }
}
