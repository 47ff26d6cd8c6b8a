package fourfold.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Intent;
import fourfold.core.disclosure.Recipient;
import fourfold.core.disclosure.Selection;
import fourfold.core.disclosure.Verification;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.SignedActs;
import fourfold.journal.MemoryJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a force did goes to a unit, into its journal, and from there to a third agency, less each time.
final class PassingOnTest {

    private static final String THIRD = "Leicestershire";

    @TempDir
    Path folder;

    @Test
    void an_act_that_is_passed_on_with_withheld_entries_still_verifies_at_a_third_vault() throws Exception {
        try (var office = new PacketOffice(folder.resolve("vaults"));
                var third = PacketOffice.vault(folder.resolve("vaults/third"), THIRD, "LE3003");
                var journal = new MemoryJournal()) {
            third.trusted().trust(PacketOffice.FORCE, office.force.own().armoured()).orThrow();
            third.trusted().trust(PacketOffice.UNIT, office.unit.own().armoured()).orThrow();
            office.unit.trusted().trust(THIRD, third.own().armoured()).orThrow();
            var secret = office.entry("threat", office.id(), Marking.OFFICIAL_SENSITIVE, "ref", "DER-1", "name", "Op One");
            var first = office.entry("threat", office.id(), Marking.OFFICIAL, "ref", "DER-2", "name", "Op Two");
            var second = office.entry("threat", office.id(), Marking.OFFICIAL, "ref", "DER-3", "name", "Op Three");
            office.act(secret, first, second);

            var out = Files.createDirectory(folder.resolve("one"));
            var toUnit = office.writer()
                    .write(out, office.released(Marking.OFFICIAL), office.shipment(1), PacketWriter.Progress.NONE)
                    .orThrow();
            assertInstanceOf(
                    PackageVerdict.Sound.class,
                    office.reader(office.unit)
                            .read(toUnit.file(), contents -> journal.takeIn(office.id(), contents, PacketOffice.CREATED)));

            var intent = new Intent(
                    PacketOffice.UNIT, new Recipient(THIRD, Marking.OFFICIAL_SENSITIVE), "Regional picture",
                    Marking.OFFICIAL, Selection.everything().of(Set.of(second.record())));
            var released = DisclosureRules.weigh(intent, SignedActs.of(journal))
                    .then(weighing -> DisclosureRules.release(
                            weighing, new Verification("Pat Example (EM2002)", PacketOffice.CREATED), List.of()))
                    .orThrow();
            var onwards = Files.createDirectory(folder.resolve("two"));
            var toThird = new PacketWriter(office.unit, office.reader(office.unit))
                    .write(onwards, released, office.shipment(1), PacketWriter.Progress.NONE)
                    .orThrow();
            var said = new ArrayList<String>();
            assertInstanceOf(
                    PackageVerdict.Sound.class,
                    office.reader(third).read(toThird.file(), contents -> contents.read(saying(said))));
            assertEquals(
                    List.of(
                            "withheld " + HexFormat.of().formatHex(secret.digest()),
                            "withheld " + HexFormat.of().formatHex(first.digest()),
                            "entry " + second.id(),
                            "end of 3 by " + PacketOffice.FORCE),
                    said);
            third.vault().close();
        }
    }

    private static SignedActs.Reader saying(List<String> said) {
        return new SignedActs.Reader() {
            @Override
            public void entry(Entry entry) {
                said.add("entry " + entry.id());
            }

            @Override
            public void withheld(byte[] digest) {
                said.add("withheld " + HexFormat.of().formatHex(digest));
            }

            @Override
            public void end(UUID act, Author author, int count, byte[] signature) {
                said.add("end of " + count + " by " + author.agency());
            }
        };
    }
}
