package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PeopleTest {

    private final Bench bench = new Bench();
    private OpenVault open;

    @BeforeEach
    void makeVault() {
        open = bench.found().vault();
    }

    private OpenVault as(String user, String passphrase) {
        return open.vault().unlock(user, Bench.pass(passphrase)).orThrow();
    }

    @Test
    void a_new_person_is_let_in_with_the_roles_that_the_unit_vouches_for() {
        var certificate = open.people()
                .add(Bench.newcomer("em7", "Sam Sample", Role.LRO, Role.SUPERVISOR), Bench.pass(Bench.OTHER))
                .orThrow();
        assertEquals("Sam Sample (EM7)", certificate.label());
        var sam = as("EM7", Bench.OTHER);
        assertEquals(EnumSet.of(Role.LRO, Role.SUPERVISOR), sam.roles());
        assertEquals(List.of("EM1234", "EM7"), open.vault().people());
        assertEquals(
                "Only an administrator can do this.",
                Bench.sentence(sam.people().add(Bench.newcomer("X1", "Kim", Role.LRO), Bench.pass(Bench.OTHER))));
        assertEquals(
                "EM7 is in this vault already.",
                Bench.sentence(open.people().add(Bench.newcomer("Em7", "Kim", Role.LRO), Bench.pass(Bench.OTHER))));
        assertFalse(sam.certificate()
                .verifiesAct(List.of(new byte[32]), open.signer().signAct(List.of(new byte[32]))));
    }

    @Test
    void roles_change_from_a_moment_on_and_the_past_stays() {
        open.people().add(Bench.newcomer("EM7", "Sam Sample", Role.LRO), Bench.pass(Bench.OTHER)).orThrow();
        var before = bench.clock.instant();
        bench.clock.move(Duration.ofDays(10));
        open.people().changeRoles("em7", Set.of(Role.ADMINISTRATOR)).orThrow();
        var certificate = open.own().person("EM7").orElseThrow();
        assertEquals(Set.of(Role.LRO), certificate.rolesAt(before.plusSeconds(60)));
        assertEquals(Set.of(Role.ADMINISTRATOR), certificate.roles());
        assertEquals(Set.of(), certificate.rolesAt(before.minusSeconds(60)));
        var sam = as("EM7", Bench.OTHER);
        assertTrue(sam.people().changeRoles("EM1234", Set.of(Role.LRO)).isDone());
        assertEquals(
                "A vault needs an administrator; make somebody else one first.",
                Bench.sentence(sam.people().changeRoles("EM7", Set.of(Role.LRO))));
        assertEquals(
                "Only an administrator can do this.",
                Bench.sentence(as("EM1234", Bench.PASS).people().remove("EM7")));
    }

    @Test
    void somebody_removed_is_let_in_no_more_even_with_the_old_key_file() throws IOException {
        open.people().add(Bench.newcomer("EM7", "Sam Sample", Role.LRO), Bench.pass(Bench.OTHER)).orThrow();
        var slot = open.folder().keys().resolve("EM7.slot");
        var kept = bench.disk.read(slot, 100_000);
        bench.clock.move(Duration.ofDays(1));
        open.people().remove("EM7").orThrow();
        bench.disk.replace(slot, kept);
        assertEquals(
                "There is no EM7 in this vault.",
                Bench.sentence(open.vault().unlock("EM7", Bench.pass(Bench.OTHER))));
        assertTrue(open.own().person("EM7").orElseThrow().roles().isEmpty());
        assertEquals(
                "A vault needs an administrator; make somebody else one first.",
                Bench.sentence(open.people().remove("EM1234")));
        open.people().add(Bench.newcomer("EM7", "Sam Sample", Role.ANALYST), Bench.pass(Bench.PASS)).orThrow();
        assertEquals(Set.of(Role.ANALYST), as("EM7", Bench.PASS).roles());
        assertEquals(2, open.own().everyCertificateOf("EM7").size());
    }

    @Test
    void another_units_keyring_is_pinned_kept_up_to_date_and_not_replaced_in_silence() {
        var other = bench.found(Path.of("/vaults/force").toAbsolutePath(), "Devon & Cornwall").vault();
        var keyring = other.own().armoured();
        assertTrue(new String(keyring, StandardCharsets.US_ASCII).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----"));
        assertEquals(
                "The certificate is that of Devon & Cornwall, not of Kent.",
                Bench.sentence(open.trusted().trust("Kent", keyring)));
        open.trusted().trust("devon & cornwall", keyring).orThrow();
        assertEquals(2, open.trusted().all().orThrow().size());
        other.people().add(Bench.newcomer("D1", "Kim", Role.LRO), Bench.pass(Bench.OTHER)).orThrow();
        open.trusted().trust("Devon & Cornwall", other.own().armoured()).orThrow();
        open.trusted().trust("Devon & Cornwall", keyring).orThrow();
        var known = open.trusted().usable("DEVON & CORNWALL").orThrow();
        assertTrue(known.person("d1").isPresent());
        assertEquals(other.own().fingerprint(), known.fingerprint());

        var impostor = OpenPgp.armoured(
                List.of(OpenPgp.certificate(OpenPgp.drawUnit(AgencyCertificates.unitLabel("Devon & Cornwall")))));
        assertTrue(Bench.sentence(open.trusted().trust("Devon & Cornwall", impostor))
                .contains("is trusted with another certificate"));
        assertTrue(open.trusted().remove("Devon & Cornwall", "").orThrow());
        assertTrue(Bench.sentence(open.trusted().usable("Devon & Cornwall")).startsWith("No certificate of"));
    }

    @Test
    void several_units_of_an_agency_are_pinned_beside_each_other_when_somebody_says_that_they_are_offices_of_it() {
        var kent = bench.found(Path.of("/vaults/kent").toAbsolutePath(), "Kent").vault();
        var coast = bench.found(Path.of("/vaults/coast").toAbsolutePath(), "Kent").vault();
        open.trusted().trustAnother("Kent", kent.own().armoured()).orThrow();
        assertTrue(Bench.sentence(open.trusted().trust("Kent", coast.own().armoured()))
                .contains("if this is another office of that agency"));
        open.trusted().trustAnother("Kent", coast.own().armoured()).orThrow();
        assertEquals(
                List.of(kent.own().fingerprint(), coast.own().fingerprint()),
                open.trusted().of("kent").orThrow().stream().map(AgencyCertificates::fingerprint).toList());
        coast.people().add(Bench.newcomer("D1", "Kim", Role.LRO), Bench.pass(Bench.OTHER)).orThrow();
        open.trusted().trust("Kent", coast.own().armoured()).orThrow();
        assertEquals(2, open.trusted().of("Kent").orThrow().size(), "a newer keyring of a pinned office adds to it");
        assertTrue(open.trusted()
                .usable("Kent", coast.own().fingerprint())
                .orThrow()
                .person("D1")
                .isPresent());
        assertTrue(open.trusted().removeUnit(kent.own().fingerprint(), "").orThrow());
        assertEquals(coast.own().fingerprint(), open.trusted().usable("Kent").orThrow().fingerprint());
        open.trusted().trustAnother("Kent", kent.own().armoured()).orThrow();
        assertTrue(open.trusted().remove("Kent", "").orThrow());
        assertEquals(List.of(), open.trusted().of("Kent").orThrow());
    }

    @Test
    void another_office_of_the_own_agency_is_trusted_and_never_taken_for_the_own_unit() {
        var other = bench.found(Path.of("/vaults/other").toAbsolutePath(), open.agency()).vault();
        assertTrue(Bench.sentence(open.trusted().trust(open.agency(), other.own().armoured()))
                .contains("is trusted with another certificate"));
        open.trusted().trustAnother(open.agency(), other.own().armoured()).orThrow();
        assertEquals(open.own().fingerprint(), as("EM1234", Bench.PASS).own().fingerprint());
        assertEquals(2, open.trusted().of(open.agency()).orThrow().size());
        assertFalse(open.trusted().removeUnit(open.own().fingerprint(), "").orThrow());
        assertTrue(open.trusted().remove(open.agency(), "").orThrow());
        assertEquals(
                List.of(open.own().fingerprint()),
                open.trusted().of(open.agency()).orThrow().stream().map(AgencyCertificates::fingerprint).toList());
    }

    @Test
    void a_person_whom_the_unit_has_not_certified_is_left_out_of_a_keyring() {
        var stranger = OpenPgp.certificate(OpenPgp.drawPerson("Mallory (M1)"));
        var rings = new ArrayList<>(List.of(open.own().unit(), stranger));
        rings.add(open.certificate().ring());
        var read = AgencyCertificates.read(OpenPgp.armoured(rings));
        assertEquals(1, read.people().size());
        var foreign = OpenPgp.drawUnit(AgencyCertificates.unitLabel("EMSOU"));
        var claimed = new Certification(
                        "M1",
                        "EMSOU",
                        new Standing(bench.clock.instant(), Set.of(Role.SUPERVISOR), new byte[32]))
                .signOn(stranger, foreign);
        assertEquals(
                0,
                AgencyCertificates.read(OpenPgp.armoured(List.of(open.own().unit(), claimed)))
                        .people()
                        .size());
    }

    @Test
    void files_that_are_no_keyring_are_refused_in_one_sentence() {
        var good = open.own().armoured();
        for (var bytes : List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(good, good.length / 2),
                OpenPgp.armoured(List.of(OpenPgp.certificate(OpenPgp.drawPerson("Nobody (N1)")))))) {
            assertTrue(Bench.sentence(open.trusted().trust("EMSOU", bytes)).startsWith("The file is not a keyring"));
        }
    }

    @Test
    void a_pinned_certificate_that_was_altered_or_changed_over_on_disk_is_refused() throws IOException {
        var other = bench.found(Path.of("/vaults/force").toAbsolutePath(), "Kent").vault();
        open.trusted().trust("Kent", other.own().armoured()).orThrow();
        var files = bench.disk.list(open.folder().trust());
        assertEquals(2, files.size());
        var first = bench.disk.read(files.get(0), 100_000);
        var second = bench.disk.read(files.get(1), 100_000);
        bench.disk.replace(files.get(1), first);
        assertFalse(open.trusted().all().isDone());
        second[second.length - 1] ^= 1;
        bench.disk.replace(files.get(1), second);
        assertFalse(open.trusted().all().isDone());
    }
}
