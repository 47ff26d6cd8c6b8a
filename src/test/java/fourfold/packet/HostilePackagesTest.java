package fourfold.packet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.vault.Messages;
import fourfold.vault.OpenVault;
import fourfold.vault.VaultSecrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Packages that somebody made to do harm, most of them well signed by a person who is trusted. Each is refused for its
/// own reason.
class HostilePackagesTest {

    private static final String THREATS = "data/tables/threats.csv";

    private static PacketOffice office;
    private static OpenVault stranger;
    private static byte[] archive = {};
    private static byte[] message = {};

    @TempDir
    Path folder;

    @BeforeAll
    static void open(@TempDir Path vaults) throws Exception {
        office = new PacketOffice(vaults);
        office.begin(3);
        stranger = PacketOffice.vault(vaults.resolve("stranger"), "Kent", "KE3003");
        office.threat("DER-0001", Marking.OFFICIAL, Map.of());
        office.threat("DER-0002", Marking.OFFICIAL, Map.of());
        var written = office.writer()
                .write(vaults, office.released(Marking.OFFICIAL), office.shipment(5), PacketWriter.Progress.NONE)
                .orThrow();
        message = Files.readAllBytes(written.file());
        archive = opened(message);
    }

    @AfterAll
    static void close() {
        stranger.close();
        stranger.vault().close();
        office.close();
    }

    private static byte[] opened(byte[] message) throws IOException {
        var limits = new Messages.Limits(1 << 24, 1 << 24, () -> false);
        var opened = office.unit.messages().open(new ByteArrayInputStream(message), limits).orThrow();
        try (var content = opened.content()) {
            return content.stream().readAllBytes();
        }
    }

    /// Makes a file that is to be refused.
    private interface Maker {
        Path make() throws IOException;
    }

    private CraftedBag bag() throws IOException {
        return new CraftedBag(archive);
    }

    /// Signed by the force's officer and encrypted to the unit, as it should be.
    private Path sent(byte[] content) throws IOException {
        return CraftedBag.sealed(content, office.force, office.unit.own(), folder);
    }

    private Path sent(CraftedBag bag) throws IOException {
        return sent(bag.zipped());
    }

    private Path refitted(CraftedBag bag) throws IOException {
        return sent(bag.refitted(office.force));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("crafted.bag.zip.gpg"), bytes);
    }

    private Path changes(UnaryOperator<String> change) throws IOException {
        return refitted(bag().with(PacketFormat.CHANGES, change));
    }

    private Path infoAfter(String member, Json value) throws IOException {
        return refitted(bag().saying(member, value));
    }

    private static Json from(String agency, String signer) {
        var members = new TreeMap<String, Json>();
        members.put("agency", Json.of(agency));
        members.put("device", Json.of("0123456789abcdef"));
        members.put("signer", Json.of(signer));
        return Json.of(members);
    }

    private static Json to(String agency) {
        return Json.of(Map.of("agency", Json.of(agency), "recipients", Json.texts(List.of("A".repeat(40))),
                "keys", Json.of("0".repeat(64))));
    }

    /// Replaces a text by another of the same length wherever it stands in the archive.
    private static byte[] patched(byte[] zip, String before, String after) {
        var text = new String(zip, ISO_8859_1);
        if (before.length() != after.length() || !text.contains(before)) throw new IllegalArgumentException(before);
        return text.replace(before, after).getBytes(ISO_8859_1);
    }

    /// The archive with the sizes of one file, as stated after it and in the directory, made smaller than they are.
    private static byte[] understated(byte[] zip, int size, int said) {
        var buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        for (int i = 0; i + 4 <= buffer.capacity(); i++) {
            if (buffer.getInt(i) != size) continue;
            buffer.putInt(i, said);
            found++;
        }
        if (found != 2) throw new IllegalStateException(found + " places");
        return buffer.array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @TestFactory
    Stream<DynamicTest> each_is_refused_for_its_own_reason() {
        var all = new LinkedHashMap<String, Map.Entry<PacketFlaw, Maker>>();
        envelope(all);
        archive(all);
        manifest(all);
        hashes(all);
        changes(all);
        return all.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            var verdict = office.reader(office.unit).check(each.getValue().getValue().make());
            var refused = assertInstanceOf(PackageVerdict.Refused.class, verdict);
            assertEquals(each.getValue().getKey(), refused.flaw(), refused.sentence());
            assertTrue(refused.sentence().endsWith("."), refused.sentence());
            try (var staged = Files.list(office.unit.folder().in())) {
                assertEquals(0, staged.count());
            }
        }));
    }

    private void envelope(Map<String, Map.Entry<PacketFlaw, Maker>> all) {
        all.put("missing", Map.entry(PacketFlaw.MISSING, () -> folder.resolve("nowhere.bag.zip.gpg")));
        all.put("empty", Map.entry(PacketFlaw.EMPTY, () -> file(new byte[0])));
        all.put("plain text", Map.entry(PacketFlaw.NOT_OPENPGP, () -> file("not a package".getBytes(UTF_8))));
        all.put("a plain archive", Map.entry(PacketFlaw.NOT_OPENPGP, () -> file(archive)));
        all.put("truncated", Map.entry(PacketFlaw.CUT, () -> file(Arrays.copyOf(message, message.length - 7))));
        all.put("trailing junk", Map.entry(PacketFlaw.TRAILING, () -> file(joined(message, new byte[] {1, 2, 3}))));
        all.put("two messages", Map.entry(PacketFlaw.TRAILING, () -> file(joined(message, message))));
        all.put("a changed byte", Map.entry(PacketFlaw.DAMAGED, () -> {
            var changed = message.clone();
            changed[changed.length / 2] ^= 1;
            return file(changed);
        }));
        all.put("encrypted again, with the same content", Map.entry(PacketFlaw.OTHER_SEAL, () -> sent(archive)));
        all.put("a changed byte in what lets another recipient open it", Map.entry(PacketFlaw.OTHER_SEAL, () -> {
            var changed = message.clone();
            changed[150] ^= 1;
            return file(changed);
        }));
        all.put("unsigned", Map.entry(PacketFlaw.NOT_ACCEPTED, () -> file(VaultSecrets.unsigned(office.unit, archive))));
        all.put(
                "encrypted to somebody else",
                Map.entry(
                        PacketFlaw.NOT_ACCEPTED,
                        () -> CraftedBag.sealed(archive, office.force, office.force.own(), folder)));
        all.put(
                "signed by an untrusted key",
                Map.entry(PacketFlaw.NOT_ACCEPTED, () -> CraftedBag.sealed(archive, stranger, office.unit.own(), folder)));
    }

    private void archive(Map<String, Map.Entry<PacketFlaw, Maker>> all) {
        all.put("no archive", Map.entry(PacketFlaw.NOT_ZIP, () -> sent("Dear unit, see attached.".getBytes(UTF_8))));
        all.put("junk after the archive", Map.entry(PacketFlaw.JUNK, () -> sent(joined(archive, new byte[] {0}))));
        all.put("junk before the archive", Map.entry(PacketFlaw.JUNK, () -> sent(joined(new byte[] {0}, archive))));
        all.put(
                "an extra name",
                Map.entry(PacketFlaw.EXTRA_NAME, () -> refitted(bag().with("data/run.exe", new byte[] {1}))));
        all.put("a missing name", Map.entry(PacketFlaw.MISSING_NAME, () -> sent(bag().without(PacketFormat.README))));
        for (var name : new String[] {"../README.txt", "/etc/passwd", "data\\x.csv", "C:x", "data/../../x"}) {
            all.put(
                    "the name " + name,
                    Map.entry(PacketFlaw.UNSAFE_NAME, () -> sent(bag().with(name, new byte[] {1}))));
        }
        all.put("a name twice", Map.entry(PacketFlaw.DUPLICATE_NAME, () -> {
            var twice = bag().with("README.tyt", "another".getBytes(UTF_8)).zipped();
            return sent(patched(twice, "README.tyt", "README.txt"));
        }));
        all.put("two names for one file", Map.entry(PacketFlaw.ZIP_TRICKS, () -> {
            var text = new String(bag().zipped(), ISO_8859_1);
            return sent(text.replaceFirst("README\\.txt", "README.doc").getBytes(ISO_8859_1));
        }));
        all.put("a bomb", Map.entry(PacketFlaw.BOMB, () -> refitted(bag().with(THREATS, new byte[8 << 20]))));
        all.put("a bomb that lies about its size", Map.entry(PacketFlaw.BOMB, () -> {
            int size = (8 << 20) + 77;
            return sent(understated(bag().with(THREATS, new byte[size]).zipped(), size, 1000));
        }));
        all.put("too many names", Map.entry(PacketFlaw.TOO_MANY_NAMES, () -> {
            var bag = bag();
            for (int i = 0; i < 10_001; i++) bag.with("data/attachments/" + i, new byte[0]);
            return sent(bag);
        }));
    }

    private void manifest(Map<String, Map.Entry<PacketFlaw, Maker>> all) {
        all.put("a huge manifest", Map.entry(PacketFlaw.MANIFEST_TOO_LONG, () -> {
            var long9 = new byte[9 << 20];
            office.randomBytes(long9);
            return sent(bag().with(PacketFormat.MANIFEST, long9));
        }));
        all.put(
                "deep JSON",
                Map.entry(
                        PacketFlaw.MANIFEST_UNREADABLE,
                        () -> sent(bag().with(PacketFormat.MANIFEST, "[".repeat(5000).getBytes(UTF_8)))));
        all.put(
                "another kind of manifest",
                Map.entry(PacketFlaw.NOT_OURS, () -> sent(bag().with(PacketFormat.MANIFEST, "{}".getBytes(UTF_8)))));
        all.put("a newer format", Map.entry(PacketFlaw.NEWER, () -> infoAfter("version", Json.of(2))));
        all.put("a higher marking", Map.entry(PacketFlaw.MARKED_ABOVE, () -> infoAfter("marking", Json.of("SECRET"))));
        all.put(
                "a sequence of nought",
                Map.entry(PacketFlaw.MANIFEST_INCOMPLETE, () -> infoAfter("sequence", Json.of(0))));
        all.put("no journal head", Map.entry(PacketFlaw.MANIFEST_INCOMPLETE, () -> infoAfter("journal", Json.nothing())));
        all.put(
                "not our package",
                Map.entry(PacketFlaw.OTHER_ADDRESSEE, () -> infoAfter("to", to("Nottinghamshire"))));
        all.put(
                "another signer named",
                Map.entry(PacketFlaw.OTHER_SIGNER, () -> infoAfter("from", from(PacketOffice.FORCE, "C".repeat(40)))));
        all.put(
                "another agency named",
                Map.entry(
                        PacketFlaw.OTHER_AGENCY,
                        () -> infoAfter("from", from("Kent", office.force.certificate().fingerprint()))));
    }

    private void hashes(Map<String, Map.Entry<PacketFlaw, Maker>> all) {
        all.put("a wrong hash", Map.entry(PacketFlaw.WRONG_HASH, () -> sent(bag().with(
                THREATS, text -> text.replace("Oasis", "Basis")))));
        all.put("a changed list of hashes", Map.entry(PacketFlaw.WRONG_HASH, () -> sent(bag().with(
                PacketFormat.MANIFEST_HASHES, text -> text.replace("0", "1")))));
        all.put("a hash list out of form", Map.entry(PacketFlaw.HASH_LIST, () -> sent(bag().with(
                PacketFormat.TAG_HASHES, text -> text.replace("  ", " *")))));
        all.put("a file that no list names", Map.entry(PacketFlaw.NOT_LISTED, () -> sent(bag().with(
                "data/attachments/" + "a".repeat(64), new byte[] {1}))));
        all.put("a listed file that is absent", Map.entry(
                PacketFlaw.LISTED_BUT_ABSENT, () -> sent(bag().without(THREATS))));
        all.put("an attachment under a false name", Map.entry(
                PacketFlaw.ATTACHMENT_NAME,
                () -> refitted(bag().with("data/attachments/" + "a".repeat(64), new byte[] {1}))));
        all.put("a wrong size", Map.entry(PacketFlaw.WRONG_SIZE, () -> {
            var before = bag().refitted(office.force).files.get(PacketFormat.MANIFEST);
            var bag = bag().with(THREATS, text -> text + "DER-0009,,,,\r\n").refitted(office.force);
            var info = bag.files.get(PacketFormat.BAG_INFO);
            bag.with(PacketFormat.MANIFEST, before);
            return sent(bag.onlyHashes(office.force).with(PacketFormat.BAG_INFO, info).onlyHashes(office.force));
        }));
        all.put("no bag", Map.entry(
                PacketFlaw.NOT_A_BAG, () -> refitted(bag().with(PacketFormat.BAGIT, text -> text.replace("1.0", "0.9")))));
        all.put("another number in bag-info.txt", Map.entry(
                PacketFlaw.BAG_INFO,
                () -> refitted(bag().with(PacketFormat.BAG_INFO, text -> text.replace("Sequence: 5", "Sequence: 6")))));
        all.put("a swapped signature", Map.entry(PacketFlaw.BAD_INNER_SIGNATURE, () -> {
            var other = office.force.messages().sign(new ByteArrayInputStream(new byte[] {1}));
            return sent(bag().with(PacketFormat.SIGNATURE, other));
        }));
        all.put("an inner signature by somebody else", Map.entry(
                PacketFlaw.OTHER_INNER_SIGNER, () -> sent(bag().refitted(office.unit))));
        all.put("an inner signature that is none", Map.entry(
                PacketFlaw.BAD_INNER_SIGNATURE,
                () -> sent(bag().with(PacketFormat.SIGNATURE, "signed".getBytes(UTF_8)))));
    }

    private void changes(Map<String, Map.Entry<PacketFlaw, Maker>> all) {
        all.put("a changed entry", Map.entry(
                PacketFlaw.ACT_SIGNATURE, () -> changes(text -> text.replace("Op DER-0001", "Op DER-0007"))));
        all.put("entries in another order", Map.entry(PacketFlaw.ACT_SIGNATURE, () -> changes(text -> {
            var lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
            lines.add(1, lines.removeFirst());
            return String.join("", lines);
        })));
        all.put("an entry left out", Map.entry(
                PacketFlaw.ACT_COUNT, () -> changes(text -> text.substring(text.indexOf('\n') + 1))));
        all.put("an act left out", Map.entry(
                PacketFlaw.COUNTS,
                () -> changes(text -> text.substring(text.indexOf('\n', text.indexOf("{\"act\"")) + 1))));
        all.put("an act cut short", Map.entry(
                PacketFlaw.ACT_UNFINISHED, () -> changes(text -> text.substring(0, text.lastIndexOf("{\"act\"")))));
        all.put("an act twice", Map.entry(PacketFlaw.ENTRY_TWICE, () -> changes(text -> text + text)));
        all.put("an author unknown", Map.entry(
                PacketFlaw.ACT_AUTHOR_UNKNOWN, () -> changes(text -> text.replace("\"DE1001\"", "\"DE9999\""))));
        all.put("an entry by somebody else", Map.entry(
                PacketFlaw.ACT_AUTHOR, () -> changes(text -> text.replaceFirst("\"DE1001\"", "\"DE9999\""))));
        all.put("an entry marked above", Map.entry(
                PacketFlaw.ENTRY_MARKED_ABOVE, () -> changes(text -> text.replaceFirst("\"OFFICIAL\"", "\"SECRET\""))));
        all.put("an entry with spaces", Map.entry(
                PacketFlaw.ENTRY_NOT_CANONICAL, () -> changes(text -> text.replaceFirst(",", ", "))));
        all.put("an entry with a member that nobody knows", Map.entry(
                PacketFlaw.ENTRY_NOT_CANONICAL, () -> changes(text -> text.replaceFirst("\\{\"actor\"", "{\"ab\":1,\"actor\""))));
        all.put("an entry that lacks a member", Map.entry(
                PacketFlaw.ENTRY_UNREADABLE, () -> changes(text -> text.replaceFirst("\"kind\":\"threat\",", ""))));
        all.put("an entry with a name twice", Map.entry(
                PacketFlaw.ENTRY_UNREADABLE,
                () -> changes(text -> text.replaceFirst("\\{\"actor\"", "{\"actor\":\"X\",\"actor\""))));
        all.put("deep JSON in the changes", Map.entry(
                PacketFlaw.ENTRY_UNREADABLE, () -> changes(text -> "[".repeat(900_000) + "\n" + text)));
        all.put("an endless line", Map.entry(PacketFlaw.ENTRY_TOO_LONG, () -> {
            var noise = new byte[3 << 20];
            office.randomBytes(noise);
            for (int i = 0; i < noise.length; i++) noise[i] = (byte) ('a' + (noise[i] & 15));
            return refitted(bag().with(PacketFormat.CHANGES, noise));
        }));
        all.put("an act with nothing but digests", Map.entry(PacketFlaw.ACT_COUNT, () -> changes(
                text -> ("{\"withheld\":\"" + "a".repeat(64) + "\"}\n") + text.substring(text.indexOf("{\"act\"")))));
    }

    @Test
    void unsigned_foreign_and_unknown_have_a_sentence_each() throws Exception {
        assertSentence("It is not signed at all.", file(VaultSecrets.unsigned(office.unit, archive)));
        assertSentence(
                "The package is encrypted for somebody else.",
                CraftedBag.sealed(archive, office.force, office.force.own(), folder));
        assertSentence(
                "It is not signed by anybody whom a trusted unit vouches for.",
                CraftedBag.sealed(archive, stranger, office.unit.own(), folder));
    }

    private static void assertSentence(String expected, Path file) {
        var refused = assertInstanceOf(
                PackageVerdict.Refused.class, office.reader(office.unit).check(file));
        assertEquals(expected, refused.sentence());
    }

    @Test
    void reading_that_takes_too_long_is_given_up() throws Exception {
        var clock = new AtomicLong();
        var reader = new PacketReader(office.unit, () -> clock.addAndGet(10_000_000_000L));
        var refused = assertInstanceOf(PackageVerdict.Refused.class, reader.check(file(message)));
        assertEquals(PacketFlaw.TOO_SLOW, refused.flaw());
    }

    @Test
    void a_crafted_package_in_which_nothing_is_changed_comes_to_the_last_gate() throws Exception {
        for (var file : List.of(sent(bag()), refitted(bag()))) {
            var refused = assertInstanceOf(PackageVerdict.Refused.class, office.reader(office.unit).check(file));
            assertEquals(PacketFlaw.OTHER_SEAL, refused.flaw(), refused.sentence());
        }
        assertInstanceOf(PackageVerdict.Sound.class, office.reader(office.unit).check(file(message)));
    }

    @Test
    void what_a_package_says_is_cleaned_before_it_is_shown() throws Exception {
        var file = infoAfter("to", to("Kent\u202E\u0007" + "x".repeat(300)));
        var refused = assertInstanceOf(
                PackageVerdict.Refused.class, office.reader(office.unit).check(file));
        assertFalse(refused.sentence().contains("\u202E") || refused.sentence().contains("\u0007"));
        assertTrue(refused.sentence().length() < 250, refused.sentence());
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
