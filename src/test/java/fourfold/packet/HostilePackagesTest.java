package fourfold.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.kernel.Json;
import fourfold.packet.hostile.Lab;
import fourfold.packet.hostile.Trick;
import fourfold.vault.VaultSecrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Packages that somebody made to do harm, most of them well signed by a person who is trusted. Each is refused for its
/// own reason.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePackagesTest {

    /// The flaws that no trick of the corpus has: three need a disk or a clock that fails, and one a library that compresses.
    private static final EnumSet<PacketFlaw> ELSEWHERE =
            EnumSet.of(PacketFlaw.NO_ROOM, PacketFlaw.TOO_SLOW, PacketFlaw.INFLATES);

    private final AtomicInteger refused = new AtomicInteger();
    private Lab lab;
    private PacketOffice office;
    private long began;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        lab = new Lab(folder);
        office = lab.office;
        began = System.nanoTime();
    }

    @AfterAll
    void close() {
        lab.close();
        if (refused.get() == 0) return;
        try (var trials = Trials.all(Goal.G_6, "named tricks", Trick.all().size(), began)) {
            trials.passed(refused.get());
        }
    }

    @TestFactory
    Stream<DynamicTest> each_is_refused_for_its_own_reason() {
        return Trick.all().stream().map(trick -> DynamicTest.dynamicTest(trick.name(), () -> {
            var verdict = office.reader(office.unit).check(trick.maker().make(lab));
            var refusal = assertInstanceOf(PackageVerdict.Refused.class, verdict, trick.sentence());
            assertEquals(trick.flaw(), refusal.flaw(), refusal.sentence());
            assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
            try (var staged = Files.list(office.unit.folder().in())) {
                assertEquals(0, staged.count());
            }
            refused.incrementAndGet();
        }));
    }

    @Test
    void the_corpus_is_large_says_what_each_trick_does_and_knows_every_flaw() {
        var all = Trick.all();
        assertTrue(all.size() >= 60, all.size() + " tricks");
        assertEquals(all.size(), all.stream().map(Trick::name).distinct().count());
        for (var trick : all) assertTrue(trick.sentence().matches("[A-Z][^.]{10,150}\\."), trick.sentence());
        var known = new HashSet<>(ELSEWHERE);
        all.forEach(trick -> known.add(trick.flaw()));
        assertEquals(EnumSet.allOf(PacketFlaw.class), known);
    }

    @Test
    void unsigned_foreign_and_unknown_have_a_sentence_each() throws Exception {
        assertSentence("It is not signed at all.", lab.file(VaultSecrets.unsigned(office.unit, lab.archive)));
        assertSentence("The package is encrypted for somebody else.", lab.sealed(lab.archive, office.force, office.force));
        assertSentence(
                "It is not signed by anybody whom a trusted unit vouches for.", lab.sealed(lab.archive, lab.stranger, office.unit));
    }

    private void assertSentence(String expected, Path file) {
        var refusal = assertInstanceOf(PackageVerdict.Refused.class, office.reader(office.unit).check(file));
        assertEquals(expected, refusal.sentence());
    }

    @Test
    void reading_that_takes_too_long_is_given_up() throws Exception {
        var clock = new AtomicLong();
        var reader = new PacketReader(office.unit, () -> clock.addAndGet(10_000_000_000L));
        var refusal = assertInstanceOf(PackageVerdict.Refused.class, reader.check(lab.file(lab.message)));
        assertEquals(PacketFlaw.TOO_SLOW, refusal.flaw());
    }

    @Test
    void a_crafted_package_in_which_nothing_is_changed_comes_to_the_last_gate() throws Exception {
        for (var file : List.of(lab.sent(lab.bag()), lab.refitted(lab.bag()))) {
            var refusal = assertInstanceOf(PackageVerdict.Refused.class, office.reader(office.unit).check(file));
            assertEquals(PacketFlaw.OTHER_SEAL, refusal.flaw(), refusal.sentence());
        }
        assertInstanceOf(PackageVerdict.Sound.class, office.reader(office.unit).check(lab.file(lab.message)));
    }

    @Test
    void what_a_package_says_is_cleaned_before_it_is_shown() throws Exception {
        var to = Json.of(Map.of(
                "agency", Json.of("Kent\u202E\u0007" + "x".repeat(300)),
                "recipients", Json.texts(List.of("A".repeat(40))),
                "keys", Json.of("0".repeat(64))));
        var refusal = assertInstanceOf(
                PackageVerdict.Refused.class, office.reader(office.unit).check(lab.saying("to", to)));
        assertFalse(refusal.sentence().contains("\u202E") || refusal.sentence().contains("\u0007"));
        assertTrue(refusal.sentence().length() < 250, refusal.sentence());
    }

    @Test
    void no_two_refusals_share_a_sentence() {
        var sentences = new ArrayList<String>();
        for (var flaw : PacketFlaw.values()) {
            if (flaw != PacketFlaw.INFLATES && flaw != PacketFlaw.DAMAGED && flaw != PacketFlaw.NOT_ACCEPTED)
                sentences.add(flaw.with("a", "b", "c").verdict().sentence());
        }
        assertEquals(sentences.size(), sentences.stream().distinct().count());
    }
}
