package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long certificates hold, and how they end early.
class CertificateTermsTest {

    private final Bench bench = new Bench();
    private OpenVault unit;
    private OpenVault force;

    @BeforeEach
    void two_vaults_that_trust_each_other() {
        unit = bench.found().vault();
        force = bench.found(Path.of("/vaults/force").toAbsolutePath(), "Derbyshire").vault();
        trust();
    }

    @AfterEach
    void close() {
        unit.close();
        force.close();
    }

    private void trust() {
        unit.trusted().trust("Derbyshire", force.own().armoured()).orThrow();
        force.trusted().trust("EMSOU", unit.own().armoured()).orThrow();
    }

    private byte[] sealed(OpenVault by) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = by.messages().seal(out, List.of(unit.own()))) {
            stream.write(new byte[10]);
        }
        return out.toByteArray();
    }

    private String opening(byte[] message) throws IOException {
        var opened = unit.messages()
                .open(new ByteArrayInputStream(message), new Messages.Limits(1 << 20, 1 << 20, () -> false));
        if (opened instanceof Outcome.Done<Messages.Opened>(var done)) done.content().close();
        return Bench.sentence(opened);
    }

    @Test
    void a_person_s_certificate_holds_two_years_and_the_unit_s_five() {
        var now = bench.clock.instant();
        assertEquals(now.plus(Duration.ofDays(730)), force.certificate().expires().orElseThrow());
        assertEquals(now.plus(Duration.ofDays(1825)), force.own().expires().orElseThrow());
        var seen = unit.trusted().all().orThrow().stream()
                .filter(one -> one.agency().equals("Derbyshire"))
                .findFirst()
                .orElseThrow();
        assertEquals(force.own().expires(), seen.expires(), "it travels");
    }

    @Test
    void somebody_whom_the_unit_does_not_vouch_for_is_named_as_a_stranger_in_its_list() {
        assertEquals(List.of(), AgencyCertificates.strangers(force.own().armoured()));
        var mixed = OpenPgp.armoured(List.of(
                force.own().unit(), force.certificate().ring(), OpenPgp.certificate(OpenPgp.drawPerson("Mallory (M1)"))));
        assertEquals(List.of("Mallory (M1)"), AgencyCertificates.strangers(mixed));
    }

    @Test
    void what_an_expired_certificate_signs_is_refused_until_the_renewed_list_came() throws IOException {
        bench.clock.move(Duration.ofDays(731));
        assertEquals(
                "It is signed by Pat Example (EM1234), whose certificate expired on 31 May 2024; ask Derbyshire to renew it and"
                        + " to send its list of certificates.",
                opening(sealed(force)));
        force.people().renew("em1234").orThrow();
        assertTrue(opening(sealed(force)).contains("expired"), "the unit does not know of it yet");
        trust();
        assertEquals("done", opening(sealed(force)));
        bench.clock.move(Duration.ofDays(1824 - 731));
        force.people().renew("em1234").orThrow();
        trust();
        bench.clock.move(Duration.ofDays(2));
        assertEquals(
                "It is signed by Pat Example (EM1234) of Derbyshire, whose own certificate expired on 31 May 2027; ask for the"
                        + " renewed list of certificates.",
                opening(sealed(force)));
        assertEquals(
                "The certificate of Derbyshire expired on 31 May 2027; ask for its renewed certificates.",
                Bench.sentence(unit.trusted().trust("Derbyshire", force.own().armoured())));
        force.people().renewUnit().orThrow();
        unit.people().renewUnit().orThrow();
        trust();
        assertEquals("done", opening(sealed(force)));
    }

    @Test
    void a_revoked_certificate_is_named_with_its_day_and_reason_and_what_was_done_before_stays() throws IOException {
        force.people().add(Bench.newcomer("DB7", "Sam Sample", Role.LRO), Bench.pass(Bench.OTHER)).orThrow();
        var sam = force.vault().unlock("DB7", Bench.pass(Bench.OTHER)).orThrow();
        var message = sealed(sam);
        var digest = new byte[32];
        var act = sam.signer().signAct(List.of(digest));
        trust();
        assertEquals("done", opening(message));
        var before = bench.clock.instant();
        bench.clock.move(Duration.ofDays(3));
        assertTrue(Bench.sentence(force.people().remove("DB7", "x".repeat(201))).contains("200 characters"));
        force.people().remove("DB7", "laptop stolen").orThrow();
        trust();
        assertEquals(
                "It is signed by Sam Sample (DB7), whose certificate Derbyshire revoked on 4 June 2022 (laptop stolen); ask for it"
                        + " again, signed by somebody else.",
                opening(message));
        var known = unit.trusted().all().orThrow().stream()
                .flatMap(one -> one.everyCertificateOf("DB7").stream())
                .findFirst()
                .orElseThrow();
        assertTrue(known.verifiesAct(List.of(digest), act));
        assertEquals(Set.of(Role.LRO), known.rolesAt(before.plus(Duration.ofDays(1))));
        assertEquals(Set.of(), known.rolesAt(Instant.MAX));
        sam.close();
    }
}
