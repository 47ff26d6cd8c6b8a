package fourfold.packet.hostile;

import static fourfold.packet.PacketFlaw.ATTACHMENT_NAME;
import static fourfold.packet.PacketFlaw.BAD_INNER_SIGNATURE;
import static fourfold.packet.PacketFlaw.BAG_INFO;
import static fourfold.packet.PacketFlaw.HASH_LIST;
import static fourfold.packet.PacketFlaw.LISTED_BUT_ABSENT;
import static fourfold.packet.PacketFlaw.NOT_A_BAG;
import static fourfold.packet.PacketFlaw.NOT_LISTED;
import static fourfold.packet.PacketFlaw.OTHER_INNER_SIGNER;
import static fourfold.packet.PacketFlaw.WRONG_HASH;
import static fourfold.packet.PacketFlaw.WRONG_SIZE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;

/// With the lists of hashes, the sizes and the signature inside.
final class HashTricks {

    private HashTricks() {}

    static List<Trick> all() {
        return List.of(
                new Trick("a wrong hash", "A table is another than the one that was listed.", WRONG_HASH,
                        lab -> lab.sent(lab.bag().with(Lab.THREATS, text -> text.replace("Oasis", "Basis")))),
                new Trick("a changed list of hashes", "The list of hashes is another than the one that was signed.", WRONG_HASH,
                        lab -> lab.sent(lab.bag().with(Lab.HASHES, text -> text.replace("0", "1")))),
                new Trick("a hash list out of form", "A star stands where tools take a file for text or not.", HASH_LIST,
                        lab -> lab.sent(lab.bag().with(Lab.TAG_HASHES, text -> text.replace("  ", " *")))),
                new Trick("hashes in capitals", "The hashes are written in capitals, which some tools take and some do not.", HASH_LIST,
                        lab -> lab.sent(lab.bag().with(Lab.TAG_HASHES, text -> text.toUpperCase(Locale.ROOT)))),
                new Trick("a name listed twice", "A list has two hashes for one file.", HASH_LIST,
                        lab -> lab.sent(lab.bag().with(Lab.TAG_HASHES, text -> text + text))),
                new Trick("a file that no list names", "A file is there that nobody has signed.", NOT_LISTED,
                        lab -> lab.sent(lab.bag().with(Lab.ATTACHMENT, new byte[] {1}))),
                new Trick("a listed file that is absent", "A file that was signed is left out.", LISTED_BUT_ABSENT,
                        lab -> lab.sent(lab.bag().without(Lab.THREATS))),
                new Trick("an attachment under a false name", "An attachment's name is not its content's hash.", ATTACHMENT_NAME,
                        lab -> lab.refitted(lab.bag().with(Lab.ATTACHMENT, new byte[] {1}))),
                new Trick("a wrong size", "A table is longer than the manifest says, and hashed as it is.", WRONG_SIZE, lab -> {
                    var before = lab.bag().refitted(lab.office.force).files.get(Lab.MANIFEST);
                    var bag = lab.bag().with(Lab.THREATS, text -> text + "DER-0009,,,,\r\n").refitted(lab.office.force);
                    var info = bag.files.get(Lab.BAG_INFO);
                    bag.with(Lab.MANIFEST, before);
                    return lab.sent(bag.onlyHashes(lab.office.force).with(Lab.BAG_INFO, info).onlyHashes(lab.office.force));
                }),
                new Trick("no bag", "The folder says that it is of an older BagIt.", NOT_A_BAG,
                        lab -> lab.refitted(lab.bag().with(Lab.BAGIT, text -> text.replace("1.0", "0.9")))),
                new Trick("a bag of another encoding", "The folder says that its texts are in another encoding.", NOT_A_BAG,
                        lab -> lab.refitted(lab.bag().with(Lab.BAGIT, text -> text.replace("UTF-8", "UTF-7")))),
                new Trick("another number in bag-info.txt", "What people and tools read says another number than the manifest.", BAG_INFO,
                        lab -> lab.refitted(lab.bag().with(Lab.BAG_INFO, text -> text.replace("Sequence: 5", "Sequence: 6")))),
                new Trick("another sender in bag-info.txt", "What people and tools read says another sender than the manifest.", BAG_INFO,
                        lab -> lab.refitted(lab.bag().with(Lab.BAG_INFO, text -> text.replace("Derbyshire", "Kent")))),
                new Trick("a swapped signature", "The signature inside is a good one, over something else.", BAD_INNER_SIGNATURE, lab -> {
                    var other = lab.office.force.messages().sign(new ByteArrayInputStream(new byte[] {1}));
                    return lab.sent(lab.bag().with(Lab.SIGNATURE, other));
                }),
                new Trick("an inner signature that is none", "A word stands where the signature should.", BAD_INNER_SIGNATURE,
                        lab -> lab.sent(lab.bag().with(Lab.SIGNATURE, "signed".getBytes(UTF_8)))),
                new Trick("an inner signature by a stranger", "Somebody whom nobody trusts has signed the list of hashes.", BAD_INNER_SIGNATURE,
                        lab -> lab.sent(lab.bag().refitted(lab.stranger))),
                new Trick("an inner signature by somebody else", "Another trusted person has signed the list of hashes.", OTHER_INNER_SIGNER,
                        lab -> lab.sent(lab.bag().refitted(lab.office.unit))));
    }
}
