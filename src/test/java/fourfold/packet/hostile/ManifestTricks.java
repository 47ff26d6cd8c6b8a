package fourfold.packet.hostile;

import static fourfold.packet.PacketFlaw.MANIFEST_INCOMPLETE;
import static fourfold.packet.PacketFlaw.MANIFEST_TOO_LONG;
import static fourfold.packet.PacketFlaw.MANIFEST_UNREADABLE;
import static fourfold.packet.PacketFlaw.MARKED_ABOVE;
import static fourfold.packet.PacketFlaw.NEWER;
import static fourfold.packet.PacketFlaw.NOT_OURS;
import static fourfold.packet.PacketFlaw.OTHER_ADDRESSEE;
import static fourfold.packet.PacketFlaw.OTHER_OFFICE;
import static fourfold.packet.PacketFlaw.OTHER_AGENCY;
import static fourfold.packet.PacketFlaw.OTHER_SIGNER;
import static java.nio.charset.StandardCharsets.UTF_8;

import fourfold.core.kernel.Json;
import fourfold.packet.PacketOffice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// With what a package says of itself.
final class ManifestTricks {

    private ManifestTricks() {}

    private static Trick text(String name, String sentence, fourfold.packet.PacketFlaw flaw, String manifest) {
        return new Trick(name, sentence, flaw, lab -> lab.sent(lab.bag().with(Lab.MANIFEST, manifest.getBytes(UTF_8))));
    }

    private static Trick saying(String name, String sentence, fourfold.packet.PacketFlaw flaw, String member, Json value) {
        return new Trick(name, sentence, flaw, lab -> lab.saying(member, value));
    }

    private static Json from(String agency, String signer) {
        return Json.of(new TreeMap<>(Map.of(
                "agency", Json.of(agency), "device", Json.of("0123456789abcdef"), "signer", Json.of(signer))));
    }

    /// An addressee.
    static Json to(String agency) {
        return Json.of(Map.of(
                "agency", Json.of(agency), "recipients", Json.texts(List.of("A".repeat(40))), "keys", Json.of("0".repeat(64))));
    }

    static List<Trick> all() {
        return List.of(
                new Trick("a huge manifest", "The manifest fills the memory of whoever parses it.", MANIFEST_TOO_LONG,
                        lab -> lab.sent(lab.bag().with(Lab.MANIFEST, lab.noise(9 << 20)))),
                text("deep JSON", "The manifest is nested deeper than any reader's stack.", MANIFEST_UNREADABLE, "[".repeat(5000)),
                text("a member twice", "The manifest names its addressee twice, and readers differ in which of them counts.", MANIFEST_UNREADABLE,
                        "{\"to\":\"EMSOU\",\"to\":\"Kent\"}"),
                text("a fraction", "The manifest holds a number that not every reader rounds alike.", MANIFEST_UNREADABLE, "{\"version\":1.0}"),
                text("a byte order mark", "Something invisible stands before the manifest.", MANIFEST_UNREADABLE, "\uFEFF{}"),
                text("two manifests", "A second document follows the first.", MANIFEST_UNREADABLE, "{}{}"),
                text("another kind of manifest", "The manifest is that of something else.", NOT_OURS, "{}"),
                text("a list for a manifest", "The manifest is a list.", NOT_OURS, "[]"),
                saying("a newer format", "The package is of a version that does not exist yet.", NEWER, "version", Json.of(2)),
                saying("an older format", "The package is of a version that never was.", MANIFEST_INCOMPLETE, "version", Json.of(0)),
                saying("a version in words", "The version is a text.", MANIFEST_INCOMPLETE, "version", Json.of("1")),
                saying("a higher marking", "The package is marked above what may be opened here.", MARKED_ABOVE, "marking", Json.of("SECRET")),
                saying("no marking", "The package is not marked.", MARKED_ABOVE, "marking", Json.nothing()),
                saying("a sequence of nought", "The package has no number.", MANIFEST_INCOMPLETE, "sequence", Json.of(0)),
                saying("a negative gap", "The package asks for a package with a number below nought.", MANIFEST_INCOMPLETE, "missing",
                        Json.of(List.of(Json.of(-3)))),
                saying("no journal head", "The package does not say where its sender's journal ends.", MANIFEST_INCOMPLETE, "journal", Json.nothing()),
                saying("no time", "The package was written at no time.", MANIFEST_INCOMPLETE, "created", Json.of("yesterday")),
                saying("not our package", "The package is turned towards another unit.", OTHER_ADDRESSEE, "to", to("Nottinghamshire")),
                saying("for another office", "The package is turned towards another office of the same agency.", OTHER_OFFICE, "to", to(PacketOffice.UNIT)),
                saying("another signer named", "The manifest names somebody who did not sign.", OTHER_SIGNER, "from", from(PacketOffice.FORCE, "C".repeat(40))),
                new Trick("another agency named", "An officer of one force sends in the name of another.", OTHER_AGENCY,
                        lab -> lab.saying("from", from("Kent", lab.office.force.certificate().fingerprint()))));
    }
}
