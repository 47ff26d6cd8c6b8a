package fourfold.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disclosure.Selection;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.NullUnmarked;

@NullUnmarked
class PacketWriterTest {

    private static PacketOffice office;

    @TempDir
    Path folder;

    private Path out;

    @BeforeAll
    static void open(@TempDir Path vaults) {
        office = new PacketOffice(vaults);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void begin() throws Exception {
        office.begin(7);
        out = Files.createDirectory(folder.resolve("stick"));
    }

    private PacketWriter.Written write() {
        return office.writer()
                .write(out, office.released(Marking.OFFICIAL_SENSITIVE), office.shipment(42), PacketWriter.Progress.NONE)
                .orThrow();
    }

    @Test
    void a_package_is_written_under_its_name_and_passes_every_gate_at_both_ends() {
        office.threat("DER-0001", Marking.OFFICIAL_SENSITIVE, Map.of());
        var written = write();
        assertEquals("DERBYSHIRE_to_EMSOU_000042_OFFICIAL-SENSITIVE.bag.zip.gpg", written.file().getFileName().toString());
        var there = assertInstanceOf(
                PackageVerdict.Sound.class, office.reader(office.unit).check(written.file()));
        assertEquals(written.manifest(), there.manifest());
        assertEquals(written.sha256(), there.sha256());
        assertTrue(!there.fromUs());
        var here = assertInstanceOf(
                PackageVerdict.Sound.class, office.reader(office.force).check(written.file()));
        assertTrue(here.fromUs());
    }

    @Test
    void one_changed_byte_anywhere_is_refused() throws Exception {
        for (int i = 0; i < 40; i++) office.threat("DER-" + i, Marking.OFFICIAL, Map.of());
        var whole = Files.readAllBytes(write().file());
        var random = new Random(20220601);
        // the first bytes are the session keys, which the encryption itself does not protect
        int keys = 2 * 96;
        for (int i = 0; i < keys + 50; i++) {
            int at = i < keys ? i : i == keys ? whole.length - 1 : random.nextInt(whole.length);
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            var file = Files.write(folder.resolve("changed.bag.zip.gpg"), changed);
            var verdict = office.reader(office.unit).check(file);
            assertInstanceOf(PackageVerdict.Refused.class, verdict, "byte " + at + " of " + whole.length);
        }
        assertEquals(0, left());
    }

    private long left() throws Exception {
        try (var files = Files.list(office.unit.folder().in())) {
            return files.count();
        }
    }

    /// A region's extract is one act: one row of it carries the digests of all.
    @Test
    void one_row_of_a_load_of_more_rows_than_a_package_may_hold_can_be_sent() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 120_000; i++)
            entries.add(office.entry("threat", office.id(), Marking.OFFICIAL, "ref", "DER-" + i));
        office.act(entries);
        var one = entries.get(70_000).record();
        var selection = Selection.everything().of(Set.of(one));
        var written = office.writer()
                .write(out, office.released(Marking.OFFICIAL, selection), office.shipment(1), PacketWriter.Progress.NONE)
                .orThrow();
        assertEquals(1, written.manifest().counts().entries());
        assertEquals(119_999, written.manifest().counts().held());
        assertInstanceOf(PackageVerdict.Sound.class, office.reader(office.unit).check(written.file()));
    }

    @Test
    void a_stopped_export_leaves_nothing() throws Exception {
        office.threat("DER-0001", Marking.OFFICIAL, Map.of());
        var outcome =
                office.writer().write(out, office.released(Marking.OFFICIAL), office.shipment(1), (newest, entries) -> entries < 3);
        var refused = assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals("The export was stopped; no package was written.", refused.problem().sentence());
        try (var files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void a_package_has_its_name_only_after_it_was_told_that_it_leaves_and_has_passed_its_check() throws Exception {
        office.threat("DER-0001", Marking.OFFICIAL, Map.of());
        var released = office.released(Marking.OFFICIAL);
        var addressee = office.force.trusted().usable(released.to().agency()).orThrow();
        var envelope = new PacketWriter.Envelope(addressee, "named.gpg");
        var told = new ArrayList<PacketWriter.Written>();
        assertThrows(IllegalStateException.class, () -> office.writer()
                .write(out, released, office.shipment(1), envelope, PacketWriter.Progress.NONE, written -> {
                    told.add(written);
                    throw new IllegalStateException("killed");
                }));
        assertTrue(Files.notExists(out.resolve("named.gpg")), "nothing has left that was not written down");
        assertInstanceOf(PackageVerdict.Sound.class, office.reader(office.unit).check(out.resolve("named.gpg.part")));
        var written = office.writer()
                .write(out, released, office.shipment(2), envelope, PacketWriter.Progress.NONE, told::add)
                .orThrow();
        assertEquals(written, told.getLast());
        try (var files = Files.list(out)) {
            assertEquals(1, files.count(), "what a killed export left is replaced");
        }
    }
}
