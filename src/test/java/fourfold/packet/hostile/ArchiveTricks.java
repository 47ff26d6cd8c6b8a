package fourfold.packet.hostile;

import static fourfold.packet.PacketFlaw.DUPLICATE_NAME;
import static fourfold.packet.PacketFlaw.EXTRA_NAME;
import static fourfold.packet.PacketFlaw.JUNK;
import static fourfold.packet.PacketFlaw.MISSING_NAME;
import static fourfold.packet.PacketFlaw.NOT_ZIP;
import static fourfold.packet.PacketFlaw.OTHER_MESSAGE;
import static fourfold.packet.PacketFlaw.TOO_MANY_NAMES;
import static fourfold.packet.PacketFlaw.UNSAFE_NAME;
import static fourfold.packet.PacketFlaw.ZIP_TRICKS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/// With the ZIP archive: what tools read in different ways, and names that mean more than a name.
final class ArchiveTricks {

    private ArchiveTricks() {}

    static List<Trick> all() {
        var all = new ArrayList<>(List.of(
                new Trick("no archive", "A letter is signed and encrypted in place of an archive.", NOT_ZIP,
                        lab -> lab.sent("Dear unit, see attached.".getBytes(UTF_8))),
                new Trick("another message", "A receipt is sent in place of a package.", OTHER_MESSAGE,
                        lab -> lab.sent("{\"format\":\"fourfold-receipt\",\"version\":1}".getBytes(UTF_8))),
                new Trick("an archive of nothing", "The message holds not one byte.", NOT_ZIP, lab -> lab.sent(new byte[0])),
                new Trick("junk after the archive", "A byte follows the archive, where another reader may look for the directory.", JUNK,
                        lab -> lab.sent(Lab.joined(lab.archive, new byte[] {0}))),
                new Trick("junk before the archive", "A byte stands before the first file, as in an archive that is a program too.", JUNK,
                        lab -> lab.sent(Lab.joined(new byte[] {0}, lab.archive))),
                new Trick("two archives", "A second whole archive follows the first, and tools differ in which of them they show.", JUNK,
                        lab -> lab.sent(Lab.joined(lab.archive, lab.archive))),
                new Trick("a comment", "The directory says that a comment follows.", JUNK, lab -> lab.sent(Lab.ended(lab.archive, 20, 5))),
                new Trick("a second disk", "The directory says that it stands on another disk.", ZIP_TRICKS, lab -> lab.sent(Lab.ended(lab.archive, 4, 1))),
                new Trick("two counts of files", "The directory counts its files twice, differently.", ZIP_TRICKS, lab -> lab.sent(Lab.ended(lab.archive, 8, 1))),
                new Trick("an extra name", "A program lies beside the data.", EXTRA_NAME, lab -> lab.refitted(lab.bag().with("data/run.exe", new byte[] {1}))),
                new Trick("a name in other letters", "A file has an allowed name in capitals, which some disks take for the same.", EXTRA_NAME,
                        lab -> lab.refitted(lab.bag().with("readme.TXT", new byte[] {1}))),
                new Trick("a folder's name", "An entry for a folder stands in the archive.", EXTRA_NAME, lab -> lab.sent(lab.bag().with("data/", new byte[0]))),
                new Trick("a long name", "A name is longer than any that belongs there.", EXTRA_NAME,
                        lab -> lab.sent(lab.bag().with("data/" + "x".repeat(300), new byte[] {1}))),
                new Trick("a missing name", "A file that every package has is left out.", MISSING_NAME, lab -> lab.sent(lab.bag().without(Lab.README))),
                new Trick("a name twice", "Two files have one name, and tools differ in which of them they show.", DUPLICATE_NAME, lab -> {
                    var twice = lab.bag().with("README.tyt", "another".getBytes(UTF_8)).zipped();
                    return lab.sent(Lab.patched(twice, "README.tyt", "README.txt"));
                }),
                new Trick("two names for one file", "Before the file stands another name than in the directory.", ZIP_TRICKS, lab -> {
                    var text = new String(lab.bag().zipped(), ISO_8859_1);
                    return lab.sent(text.replaceFirst("README\\.txt", "README.doc").getBytes(ISO_8859_1));
                }),
                new Trick("a name in no encoding", "A name is no text in UTF-8.", ZIP_TRICKS, lab -> lab.sent(
                        Lab.patched(lab.bag().with("README.tyt", new byte[] {1}).zipped(), "README.tyt", "READM\u00FF\u00FEtyt"))),
                new Trick("an encrypted file", "The flags of every file say that it is encrypted.", ZIP_TRICKS, lab -> lab.sent(
                        Lab.patched(lab.bag().zipped(), "\u0008\u0008\u0008\u0000", "\u0009\u0008\u0008\u0000"))),
                new Trick("too many names", "The archive holds more files than a package may.", TOO_MANY_NAMES, lab -> {
                    var bag = lab.bag();
                    for (int i = 0; i < 10_001; i++) bag.with("data/attachments/" + i, new byte[0]);
                    return lab.sent(bag);
                })));
        for (var name : List.of("../README.txt", "/etc/passwd", "data\\x.csv", "C:x", "data/../../x", " "))
            all.add(new Trick("the name " + name, "A name would lead out of the folder, or to no file, if it were made into a path.", UNSAFE_NAME,
                    lab -> lab.sent(lab.bag().with(name, new byte[] {1}))));
        return all;
    }
}
