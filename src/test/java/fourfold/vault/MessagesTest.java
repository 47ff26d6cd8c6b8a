package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessagesTest {

    private static final Messages.Limits LIMITS = new Messages.Limits(1 << 20, 1 << 20, () -> false);
    private static final Path FORCE = Path.of("/vaults/force").toAbsolutePath();

    private final Bench bench = new Bench();
    private OpenVault unit;
    private OpenVault force;

    @BeforeAll
    void twoVaults() {
        unit = bench.found().vault();
        force = bench.found(FORCE, "Derbyshire").vault();
        trust(unit, force);
        trust(force, unit);
    }

    private static void trust(OpenVault one, OpenVault other) {
        one.trusted().trust(other.agency(), other.own().armoured()).orThrow();
    }

    private static byte[] sealed(OpenVault by, byte[] content, AgencyCertificates... to) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = by.messages().seal(out, List.of(to))) {
            stream.write(content);
        }
        return out.toByteArray();
    }

    private static Outcome<Messages.Opened> open(OpenVault by, byte[] message) {
        return by.messages().open(new ByteArrayInputStream(message), LIMITS);
    }

    private static Problem problem(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem();
    }

    private static byte[] content(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_message_reaches_the_unit_and_stays_readable_to_its_sender() throws IOException {
        for (int length : new int[] {0, 1, 65_536, 300_000}) {
            var message = sealed(force, content(length), unit.own(), force.own());
            for (var reader : List.of(unit, force)) {
                try (var opened = open(reader, message).orThrow().content()) {
                    assertArrayEquals(content(length), opened.stream().readAllBytes());
                    assertEquals(length, opened.size());
                }
            }
            var opened = open(unit, message).orThrow();
            assertEquals("Derbyshire", opened.from().agency());
            assertEquals("EM1234", opened.signer().user());
            opened.content().close();
        }
        assertTrue(bench.disk.list(unit.folder().in()).isEmpty());
    }

    @Test
    void a_message_for_somebody_else_is_refused() throws IOException {
        assertEquals(
                "The package is encrypted for somebody else.",
                problem(open(unit, sealed(force, content(10), force.own()))).sentence());
    }

    @Test
    void a_message_from_somebody_whom_nobody_vouches_for_is_refused() throws IOException {
        unit.trusted().remove("derbyshire", "").orThrow();
        var sentence = problem(open(unit, sealed(force, content(10), unit.own()))).sentence();
        assertTrue(
                sentence.startsWith("It is signed by Pat Example (EM1234) of Derbyshire, whose certificate has not been trusted"
                        + " here since "),
                sentence);
        trust(unit, force);
        open(unit, sealed(force, content(10), unit.own())).orThrow().content().close();
    }

    @Test
    void a_message_of_somebody_who_has_left_is_refused() throws IOException {
        force.people().add(Bench.newcomer("DB7", "Sam Sample", Role.LRO), Bench.pass(Bench.OTHER)).orThrow();
        var sam = force.vault().unlock("DB7", Bench.pass(Bench.OTHER)).orThrow();
        var message = sealed(sam, content(10), unit.own());
        trust(unit, sam);
        open(unit, message).orThrow().content().close();
        bench.clock.move(Duration.ofDays(1));
        force.people().remove("DB7").orThrow();
        trust(unit, force);
        assertInstanceOf(Problem.NotAllowed.class, problem(open(unit, message)));
    }

    @Test
    void what_is_too_large_or_was_stopped_is_refused_and_leaves_nothing() throws IOException {
        var message = sealed(force, content(200_000), unit.own());
        var in = new ByteArrayInputStream(message);
        assertEquals(
                "The package is larger than 0 MB.",
                problem(unit.messages().open(in, new Messages.Limits(1 << 20, 100_000, () -> false))).sentence());
        in.reset();
        assertInstanceOf(
                Problem.Invalid.class,
                problem(unit.messages().open(in, new Messages.Limits(100_000, 1 << 20, () -> false))));
        in.reset();
        assertEquals(
                "Opening was stopped.",
                problem(unit.messages().open(in, new Messages.Limits(1 << 20, 1 << 20, () -> true))).sentence());
        assertTrue(bench.disk.list(unit.folder().in()).isEmpty());
    }

    @Test
    void every_changed_byte_and_every_cut_is_refused() throws IOException {
        var good = sealed(force, content(2_000), unit.own());
        open(unit, good).orThrow().content().close();
        try (var trials = Trials.of(Goal.G_5, "OpenPGP messages with a changed byte or a cut", 400, 20_000)) {
            for (long seed : trials) {
                var random = new Random(seed);
                var bytes = good.clone();
                if (seed % 4 == 3) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                else bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                if (open(unit, bytes) instanceof Outcome.Done<Messages.Opened>(var opened)) {
                    try (var staged = opened.content()) {
                        assertArrayEquals(content(2_000), staged.stream().readAllBytes(), "seed " + seed);
                    }
                }
            }
        }
        assertTrue(bench.disk.list(unit.folder().in()).isEmpty());
    }

    @Test
    void a_detached_signature_verifies_for_the_same_bytes_only() throws IOException {
        var bytes = content(100_000);
        var signature = force.messages().sign(new ByteArrayInputStream(bytes));
        assertTrue(new String(signature, StandardCharsets.US_ASCII).startsWith("-----BEGIN PGP SIGNATURE-----"));
        var signed = unit.messages().verify(new ByteArrayInputStream(bytes), signature).orThrow();
        assertEquals("EM1234", signed.signer().user());
        bytes[500] ^= 1;
        assertInstanceOf(
                Problem.NotAllowed.class, problem(unit.messages().verify(new ByteArrayInputStream(bytes), signature)));
        assertFalse(unit.messages().verify(new ByteArrayInputStream(bytes), new byte[] {1, 2, 3}).isDone());
        var armoured = new String(signature, StandardCharsets.US_ASCII);
        assertFalse(unit.messages()
                .verify(
                        new ByteArrayInputStream(bytes),
                        armoured.substring(0, 150).getBytes(StandardCharsets.US_ASCII))
                .isDone());
    }

    @Test
    void text_that_looks_like_openpgp_is_signed_as_it_is() throws IOException {
        var text = "-----BEGIN PGP MESSAGE-----\n\nnot one\n".getBytes(StandardCharsets.US_ASCII);
        var signature = force.messages().sign(new ByteArrayInputStream(text));
        assertTrue(unit.messages().verify(new ByteArrayInputStream(text), signature).isDone());
    }

    @Test
    void a_recovery_code_sealed_to_another_unit_opens_the_vault() throws IOException {
        force.people().sealRecoveryTo("EMSOU").orThrow();
        var copy = new Bench(bench.disk.copy());
        var escrow = new ArrayList<Path>();
        for (var file : bench.disk.list(force.folder().keys())) {
            if (file.toString().endsWith(".escrow")) escrow.add(file);
        }
        var sealed = bench.disk.read(escrow.getFirst(), 100_000);
        var code = unit.messages().readEscrow(new ByteArrayInputStream(sealed)).orThrow();
        var vault = Vault.open(copy.means(), FORCE).orThrow();
        var opened = vault.recover(
                RecoveryCode.read(code.toCharArray()).orThrow(), "em1234", Bench.pass(Bench.OTHER));
        assertEquals("Derbyshire", opened.orThrow().agency());
        sealed[sealed.length / 2] ^= 1;
        assertInstanceOf(
                Problem.Damaged.class, problem(unit.messages().readEscrow(new ByteArrayInputStream(sealed))));
    }
}
