package fourfold.packet.hostile;

import static fourfold.packet.PacketFlaw.BOMB;
import static fourfold.packet.PacketFlaw.CONTENT_TOO_LONG;
import static fourfold.packet.PacketFlaw.TOO_LONG;
import static fourfold.packet.PacketFlaw.ZIP_DAMAGED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/// With sizes.
final class LimitTricks {

    private static final String PLANS = "data/tables/plans.csv";

    private LimitTricks() {}

    static List<Trick> all() {
        return List.of(
                new Trick("a bomb", "A table of nothing but zeros unpacks to a thousand times its size.", BOMB,
                        lab -> lab.refitted(lab.bag().with(Lab.THREATS, new byte[8 << 20]))),
                new Trick("a bomb that lies about its size", "The same, and the archive says that it is small.", BOMB, lab -> {
                    int size = (8 << 20) + 77;
                    return lab.sent(Lab.misstated(lab.bag().with(Lab.THREATS, new byte[size]).zipped(), size, 1000));
                }),
                new Trick("a long readme", "A file that is read whole is longer than it may be.", TOO_LONG,
                        lab -> lab.refitted(lab.bag().with(Lab.README, lab.noise((8 << 20) + 1)))),
                new Trick("tables of half the world", "Two tables say that they unpack to more than a package may hold.", CONTENT_TOO_LONG, lab -> {
                    var zip = lab.bag().with(Lab.THREATS, lab.noise(3_300_001)).with(PLANS, lab.noise(3_300_003)).zipped();
                    return lab.sent(Lab.misstated(Lab.misstated(zip, 3_300_001, 300 << 20), 3_300_003, 300 << 20));
                }),
                new Trick("a table longer than said", "A table unpacks to more than the archive says.", BOMB, lab -> {
                    var zip = lab.bag().with(Lab.THREATS, lab.noise(70_001)).zipped();
                    return lab.sent(Lab.misstated(zip, 70_001, 70_000));
                }),
                new Trick("a table shorter than said", "A table unpacks to less than the archive says.", ZIP_DAMAGED, lab -> {
                    var zip = lab.bag().with(Lab.THREATS, lab.noise(70_001)).zipped();
                    return lab.sent(Lab.misstated(zip, 70_001, 70_002));
                }),
                new Trick("a table that cannot be unpacked", "Bytes in the midst of a packed table are others.", ZIP_DAMAGED, lab -> {
                    var zip = lab.bag().with(Lab.THREATS, lab.noise(70_001)).zipped();
                    int name = new String(zip, ISO_8859_1).indexOf(Lab.THREATS);
                    zip[name + 40_000] ^= 1;
                    return lab.sent(zip);
                }));
    }
}
