package fourfold.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VaultTest {

    private final Bench bench = new Bench();

    private static Problem problem(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem();
    }

    @Test
    void a_vault_that_was_made_opens_with_its_passphrase_and_has_the_same_keys() {
        var founded = bench.found();
        var made = founded.vault();
        assertEquals("EM1234", made.user());
        assertEquals(EnumSet.of(Role.ADMINISTRATOR, Role.LRO), made.roles());
        var store = made.keys().store();
        var journal = made.keys().journalSegment(7);
        var digest = List.of(new byte[32]);
        var signature = made.signer().signAct(digest);
        made.close();
        made.vault().close();

        var open = bench.open().unlock(" em1234 ", Bench.pass(Bench.PASS)).orThrow();
        assertArrayEquals(store, open.keys().store());
        assertArrayEquals(journal, open.keys().journalSegment(7));
        assertEquals(32, store.length);
        assertEquals("EMSOU", open.agency());
        assertTrue(open.certificate().verifiesAct(digest, signature));
        assertFalse(open.certificate().verifiesAct(List.of(new byte[32], new byte[32]), signature));
        open.close();
        assertThrows(IllegalStateException.class, () -> open.keys().store());
        assertThrows(IllegalStateException.class, () -> open.signer().signAct(digest));
    }

    @Test
    void a_vault_is_made_in_an_empty_folder_only_and_never_over_another() throws IOException {
        bench.found().vault().vault().close();
        assertEquals(
                "There is already a vault in " + Bench.ROOT + ".",
                problem(Vault.create(bench.means(), Bench.ROOT, Bench.founding("EMSOU"), Bench.pass(Bench.PASS)))
                        .sentence());
        var other = Path.of("/vaults/other").toAbsolutePath();
        bench.disk.makeFolder(other);
        bench.disk.replace(other.resolve("letter.txt"), new byte[1]);
        assertTrue(problem(Vault.create(bench.means(), other, Bench.founding("EMSOU"), Bench.pass(Bench.PASS)))
                .sentence()
                .contains("is not empty"));
    }

    @Test
    void a_vault_needs_an_administrator_a_collar_number_and_a_name() {
        record Wish(String agency, String user, String name, Set<Role> roles) {}
        for (var wish : List.of(
                new Wish("EMSOU", "EM1", "Pat", Set.of(Role.LRO)),
                new Wish(" ", "EM1", "Pat", Set.of(Role.ADMINISTRATOR)),
                new Wish("EMSOU", "../x", "Pat", Set.of(Role.ADMINISTRATOR)),
                new Wish("EMSOU", "con", "Pat", Set.of(Role.ADMINISTRATOR)),
                new Wish("EMSOU", "EM1", "", Set.of(Role.ADMINISTRATOR)))) {
            var founding = new Vault.Founding(wish.agency, wish.user, wish.name, wish.roles);
            assertInstanceOf(
                    Problem.Invalid.class,
                    problem(Vault.create(bench.means(), Bench.ROOT, founding, Bench.pass(Bench.PASS))));
        }
        assertTrue(bench.disk.files().isEmpty());
    }

    @Test
    void a_second_instance_is_told_who_has_the_vault() {
        var first = bench.found().vault();
        var sentence = problem(Vault.open(bench.means(), Bench.ROOT)).sentence();
        assertTrue(sentence.contains("is in use by EM1234"), sentence);
        first.vault().close();
        bench.open().close();
    }

    @Test
    void a_folder_that_will_not_do_is_refused() throws IOException {
        assertInstanceOf(Problem.Gone.class, problem(Vault.open(bench.means(), Bench.ROOT)));
        for (var kind : List.of("nfs4", "cifs", "smb2", "fuse.sshfs", "NFS")) {
            bench.disk.setKind(kind);
            assertTrue(problem(Vault.create(bench.means(), Bench.ROOT, Bench.founding("EMSOU"), Bench.pass(Bench.PASS)))
                    .sentence()
                    .contains("network drive"));
        }
        bench.disk.setKind("ext4");
        bench.found().vault().vault().close();
        bench.disk.setKind("cifs");
        assertTrue(problem(Vault.open(bench.means(), Bench.ROOT)).sentence().contains("network drive"));
        bench.disk.setKind("NTFS");
        bench.open().close();
        assertTrue(VaultFolder.isRemoteName("\\\\server\\share\\vault"));
        assertTrue(VaultFolder.isRemoteName("//server/share/vault"));
    }

    @Test
    void wrong_passphrases_wait_longer_and_longer_and_are_remembered() {
        bench.found().vault().vault().close();
        var vault = bench.open();
        for (int i = 0; i < 3; i++) {
            assertEquals("The passphrase is wrong.", Bench.sentence(vault.unlock("EM1234", Bench.pass("wrong " + i))));
        }
        assertEquals(
                "After several wrong passphrases there is a wait; try again in 1 second.",
                Bench.sentence(vault.unlock("EM1234", Bench.pass(Bench.PASS))));
        vault.close();
        var again = bench.open();
        assertEquals(Duration.ofSeconds(1), again.wait("EM1234").orThrow());
        bench.clock.move(Duration.ofSeconds(1));
        assertEquals("The passphrase is wrong.", Bench.sentence(again.unlock("EM1234", Bench.pass(""))));
        assertEquals(Duration.ofSeconds(2), again.wait("EM1234").orThrow());
        bench.clock.move(Duration.ofDays(-1));
        assertEquals(Duration.ofSeconds(2), again.wait("EM1234").orThrow());
        bench.clock.move(Duration.ofDays(1).plusSeconds(2));
        var open = again.unlock("EM1234", Bench.pass(Bench.PASS)).orThrow();
        assertEquals(4, open.failedTries().size());
        assertEquals(Duration.ZERO, again.wait("EM1234").orThrow());
    }

    @Test
    void the_wait_grows_to_a_quarter_of_an_hour_and_not_beyond() {
        var tries = new WrongTries(bench.disk, Bench.ROOT.resolve("tries"), bench.clock);
        var one = new WrongTries.Try(bench.clock.instant(), "EM1234");
        assertEquals(Duration.ZERO, tries.wait(List.of(one, one)));
        assertEquals(Duration.ofSeconds(8), tries.wait(Collections.nCopies(6, one)));
        assertEquals(Duration.ofMinutes(15), tries.wait(Collections.nCopies(90, one)));
    }

    @Test
    void an_unknown_person_is_not_let_in() {
        bench.found().vault().vault().close();
        assertEquals(
                "There is no EM9 in this vault.",
                Bench.sentence(bench.open().unlock("em9", Bench.pass(Bench.PASS))));
    }

    @Test
    void changing_the_passphrase_keeps_every_key() {
        var open = bench.found().vault();
        var seal = open.keys().seal();
        var actKey = open.signer().actKey();
        assertEquals(
                "The passphrase is wrong.",
                Bench.sentence(open.changePassphrase(Bench.pass("not the one"), Bench.pass(Bench.OTHER))));
        assertTrue(open.changePassphrase(Bench.pass(Bench.PASS), Bench.pass(Bench.OTHER)).isDone());
        open.vault().close();
        var vault = bench.open();
        assertEquals("The passphrase is wrong.", Bench.sentence(vault.unlock("EM1234", Bench.pass(Bench.PASS))));
        var again = vault.unlock("EM1234", Bench.pass(Bench.OTHER)).orThrow();
        assertArrayEquals(seal, again.keys().seal());
        assertArrayEquals(actKey, again.signer().actKey());
    }

    @Test
    void a_recovery_code_lets_somebody_in_with_new_keys_and_what_they_signed_stays_theirs() {
        var founded = bench.found();
        var printed = founded.code().printed();
        var digests = List.of(new byte[32]);
        var signature = founded.vault().signer().signAct(digests);
        var oldKey = founded.vault().signer().actKey();
        founded.vault().vault().close();
        bench.clock.move(Duration.ofDays(30));

        var vault = bench.open();
        var wrong = RecoveryCode.draw();
        assertEquals(
                "The recovery code is not one of this vault.",
                Bench.sentence(vault.recover(wrong, "EM1234", Bench.pass(Bench.OTHER))));
        var code = RecoveryCode.read(printed.toLowerCase(Locale.ROOT).replace('-', ' ').toCharArray())
                .orThrow();
        var open = vault.recover(code, "EM1234", Bench.pass(Bench.OTHER)).orThrow();
        assertFalse(Arrays.equals(oldKey, open.signer().actKey()));
        assertEquals(1, open.failedTries().size());
        var all = open.own().everyCertificateOf("EM1234");
        assertEquals(2, all.size());
        assertTrue(all.getFirst().roles().isEmpty());
        assertTrue(all.getFirst().verifiesAct(digests, signature));
        assertEquals(open.certificate().fingerprint(), open.own().person("EM1234").orElseThrow().fingerprint());
        assertTrue(open.people().add(Bench.newcomer("EM2", "Sam", Role.LRO), Bench.pass(Bench.PASS)).isDone());
        vault.close();
        assertEquals(
                "The passphrase is wrong.",
                Bench.sentence(bench.open().unlock("EM1234", Bench.pass(Bench.PASS))));
    }

    @Test
    void a_new_recovery_code_replaces_the_old_one() {
        var founded = bench.found();
        var fresh = founded.vault().people().newRecoveryCode().orThrow();
        founded.vault().vault().close();
        var vault = bench.open();
        assertFalse(vault.recover(founded.code(), "EM1234", Bench.pass(Bench.OTHER)).isDone());
        assertTrue(vault.recover(fresh, "EM1234", Bench.pass(Bench.OTHER)).isDone());
    }

    @Test
    void files_that_are_missing_or_newer_are_each_one_sentence() throws IOException {
        bench.found().vault().vault().close();
        var folder = new VaultFolder(Bench.ROOT);
        var slot = folder.keys().resolve("EM1234.slot");
        bench.disk.delete(slot);
        bench.disk.delete(folder.keys().resolve("EM1234.slot2"));
        var vault = bench.open();
        assertEquals(
                "The key file of EM1234 is missing; restore it from a backup.",
                Bench.sentence(vault.unlock("EM1234", Bench.pass(Bench.PASS))));
        vault.close();
        var charter = new String(bench.disk.read(folder.charter(), 10_000), StandardCharsets.UTF_8);
        bench.disk.replace(
                folder.charter(),
                charter.replace("\"format\":1", "\"format\":2").getBytes(StandardCharsets.UTF_8));
        assertTrue(Bench.sentence(Vault.open(bench.means(), Bench.ROOT)).contains("newer version"));
        bench.disk.replace(folder.charter(), new byte[] {1, 2, 3});
        assertTrue(Bench.sentence(Vault.open(bench.means(), Bench.ROOT)).contains("vault.json cannot be read"));
        bench.disk.delete(folder.charter());
        assertInstanceOf(Problem.Damaged.class, problem(Vault.open(bench.means(), Bench.ROOT)));
    }

    @Test
    void one_damaged_copy_of_a_slot_locks_nobody_out_and_is_mended() throws IOException {
        bench.found().vault().vault().close();
        var slot = new VaultFolder(Bench.ROOT).keys().resolve("EM1234.slot");
        var before = bench.disk.read(slot, 100_000);
        Bench.damage(bench.disk, slot, 40, 1);
        bench.unlock().vault().close();
        assertArrayEquals(before, bench.disk.read(slot, 100_000));
    }

    @Test
    void two_copies_of_a_vault_have_their_own_replica() {
        var one = bench.found().vault();
        assertNotEquals(one.id(), one.copy());
    }
}
