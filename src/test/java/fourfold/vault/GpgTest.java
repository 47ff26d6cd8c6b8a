package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fourfold.Goal;
import fourfold.Trials;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What an outsider sees with GnuPG.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GpgTest {

    @TempDir
    static Path home;

    private static final Messages.Limits LIMITS = new Messages.Limits(300L << 20, 300L << 20, () -> false);

    private final Bench bench = new Bench();
    private OpenVault unit;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile(home, "out", "");
        var err = Files.createTempFile(home, "err", "");
        var builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("GNUPGHOME", home.toString());
        builder.environment().put("LC_ALL", "C");
        int exit = builder.start().waitFor();
        return new Ran(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private static Ran gpg(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("gpg", "--batch", "--no-tty", "--trust-model", "always", "--yes"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("gpg", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @BeforeAll
    void importTheKeyring() throws Exception {
        assumeTrue(isInstalled(), "gpg is not installed");
        unit = bench.found().vault();
        var keyring = home.resolve("keyring.asc");
        Files.write(keyring, unit.own().armoured());
        var imported = gpg("--import", keyring.toString());
        assertEquals(0, imported.exit, imported.err);
    }

    @AfterAll
    void stopTheAgent() throws Exception {
        if (isInstalled()) run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    }

    private static byte[] content(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void gpg_reads_the_keyring_and_its_certifications() throws Exception {
        var listed = gpg("--with-colons", "--check-signatures");
        assertEquals(0, listed.exit, listed.err);
        assertTrue(listed.out.contains("Fourfold unit EMSOU"), listed.out);
        assertTrue(listed.out.contains("Pat Example (EM1234)"), listed.out);
        assertTrue(listed.out.lines().anyMatch(l -> l.startsWith("sig:!:") && l.contains("Fourfold unit EMSOU")));
        assertFalse(listed.out.lines().anyMatch(l -> l.startsWith("sig:-") || l.startsWith("sig:?")), listed.out);
        var algorithms = listed.out
                .lines()
                .filter(l -> l.startsWith("pub:") || l.startsWith("sub:"))
                .map(l -> l.split(":", -1)[3])
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("18", "22"), algorithms);
    }

    @Test
    void what_gpg_encrypts_to_the_unit_can_be_decrypted_but_is_refused_without_a_known_signer() throws Exception {
        var plain = home.resolve("plain");
        Files.write(plain, content(1_000));
        var sealed = home.resolve("sealed.gpg");
        var ran = gpg("-o", sealed.toString(), "-r", unit.own().fingerprint(), "--encrypt", plain.toString());
        assertEquals(0, ran.exit, ran.err);
        var outcome = unit.messages()
                .open(
                        new ByteArrayInputStream(Files.readAllBytes(sealed)),
                        LIMITS);
        assertEquals("It is not signed at all.", Bench.sentence(outcome));
    }

    @Test
    void gpg_decrypts_a_message_of_ours_and_verifies_its_signature() throws Exception {
        hand(new KeyRoom(unit.vault(), unit.keys()).unit());
        var sizes = sizes();
        try (var trials = Trials.of(Goal.G_9, "gpg decrypts and verifies ours, 1 B to 20 MB in a build, to 200 MB in full", 5, 100)) {
            for (long seed : trials) gpgReads(sizes[(int) (seed - Trials.seed())]);
        }
        var packets = gpg("--list-packets", home.resolve("message.gpg").toString());
        assertFalse(packets.out.contains(":compressed packet:"), packets.out);
        assertTrue(packets.out.contains(":encrypted data packet:"), packets.out);
    }

    @Test
    void we_open_what_gpg_signed_and_encrypted_and_refuse_one_changed_byte() throws Exception {
        hand(unit.signer().ring());
        var sizes = sizes();
        try (var trials = Trials.of(Goal.G_9, "we open what gpg wrote, and not with a byte changed, the same sizes", 5, 100)) {
            for (long seed : trials) weRead(sizes[(int) (seed - Trials.seed())]);
        }
    }

    private void hand(PGPSecretKeyRing keys) throws Exception {
        var secret = home.resolve("secret");
        Files.write(secret, OpenPgp.bytes(keys));
        assertEquals(0, gpg("--import", secret.toString()).exit);
        Files.delete(secret);
    }

    /// So many bytes each, from one to 20 MB, or to 200 MB in steps that grow.
    private static int[] sizes() {
        int count = Trials.number(5, 100);
        if (!Trials.isFull()) return new int[] {1, 1_000, 70_000, 2_000_000, 20_000_000};
        double most = Math.log(200L << 20);
        return IntStream.range(0, count)
                .map(i -> (int) Math.round(Math.exp(count == 1 ? 0 : most * i / (count - 1))))
                .toArray();
    }

    private void gpgReads(int length) throws Exception {
        var sealed = home.resolve("message.gpg");
        try (var message = new BufferedOutputStream(Files.newOutputStream(sealed));
                var out = unit.messages().seal(message, List.of(unit.own()))) {
            out.write(content(length));
        }
        var plain = home.resolve("message.plain");
        var ran = gpg("--status-fd", "1", "-o", plain.toString(), "--decrypt", sealed.toString());
        assertEquals(0, ran.exit, ran.err);
        assertTrue(ran.out.contains("GOODSIG"), ran.out);
        assertTrue(ran.out.contains("DECRYPTION_OKAY"), ran.out);
        assertTrue(ran.out.contains("GOODMDC"), ran.out);
        assertTrue(ran.out.contains("DECRYPTION_INFO 2 9"), ran.out);
        assertArrayEquals(content(length), Files.readAllBytes(plain));
        Files.delete(plain);
    }

    private void weRead(int length) throws Exception {
        var plain = home.resolve("theirs.plain");
        Files.write(plain, content(length));
        var sealed = home.resolve("theirs.gpg");
        var ran = gpg(
                "-o", sealed.toString(), "--local-user", unit.certificate().fingerprint(), "-r", unit.own().fingerprint(),
                "--cipher-algo", "AES256", "--digest-algo", "SHA512", "--compress-algo", "none", "--sign", "--encrypt", plain.toString());
        assertEquals(0, ran.exit, ran.err);
        try (var in = new BufferedInputStream(Files.newInputStream(sealed));
                var opened = unit.messages().open(in, LIMITS).orThrow().content();
                var content = opened.stream()) {
            assertArrayEquals(content(length), content.readAllBytes());
        }
        try (var changed = FileChannel.open(sealed, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            long at = changed.size() - 1 - new Random(length).nextInt((int) Math.min(changed.size() / 3, 100_000));
            changed.read(one, at);
            changed.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1)}), at);
        }
        try (var in = new BufferedInputStream(Files.newInputStream(sealed))) {
            assertFalse(unit.messages().open(in, LIMITS).isDone(), "a changed byte among " + length);
        }
    }

    @Test
    void gpg_verifies_a_detached_signature_and_refuses_one_changed_byte() throws Exception {
        var file = home.resolve("tagmanifest-sha256.txt");
        Files.write(file, content(5_000));
        var signature = home.resolve("tagmanifest-sha256.txt.asc");
        Files.write(signature, unit.messages().sign(new ByteArrayInputStream(content(5_000))));
        var ran = gpg("--verify", signature.toString(), file.toString());
        assertEquals(0, ran.exit, ran.err);
        var changed = content(5_000);
        changed[77] ^= 1;
        Files.write(file, changed);
        assertEquals(1, gpg("--verify", signature.toString(), file.toString()).exit);
    }
}
