package fourfold.packet;

import fourfold.core.kernel.Json;
import fourfold.packet.PacketFlaw.Refusal;
import fourfold.vault.PersonCertificate;
import fourfold.vault.Staged;
import fourfold.vault.StrictJson;
import fourfold.vault.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The BagIt folder inside a package (RFC 8493), with its manifest.
final class Bag {

    static final byte[] BAGIT_TXT =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.US_ASCII);

    private final Zip zip;
    private final Manifest manifest;

    private Bag(Zip zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Says who made a detached signature; empty when it is not valid, or by nobody who is trusted.
    interface Signers {
        Optional<PersonCertificate> of(byte[] content, byte[] signature);
    }

    /// Opens the archive, checks its names and reads its manifest.
    static Bag open(Staged archive, Deadline deadline) throws IOException, Refusal {
        var zip = Zip.open(archive, deadline);
        return new Bag(zip, manifest(zip.read(PacketFormat.MANIFEST)));
    }

    private static Manifest manifest(byte[] bytes) throws Refusal {
        Json.Members json;
        try {
            json = StrictJson.read(bytes).members();
        } catch (Unreadable broken) {
            throw PacketFlaw.MANIFEST_UNREADABLE.with(String.valueOf(broken.getMessage()));
        } catch (IllegalArgumentException other) {
            throw PacketFlaw.NOT_OURS.with();
        }
        if (!json.get("format").equals(Json.of(PacketFormat.NAME))) throw PacketFlaw.NOT_OURS.with();
        if (json.get("version") instanceof Json.Whole(var version) && version > PacketFormat.VERSION)
            throw PacketFlaw.NEWER.with(version);
        if (!json.get("version").equals(Json.of(PacketFormat.VERSION))) throw PacketFlaw.MANIFEST_INCOMPLETE.with();
        if (!BagInfo.isMarkingKnown(json.get("marking"))) throw PacketFlaw.MARKED_ABOVE.with();
        try {
            return Manifest.of(json);
        } catch (RuntimeException wrong) {
            // which member it is would be no help to the person who is told
            throw PacketFlaw.MANIFEST_INCOMPLETE.with();
        }
    }

    Manifest manifest() {
        return manifest;
    }

    List<String> names() {
        var names = new ArrayList<String>();
        zip.names().forEach(names::add);
        return names;
    }

    void unpackChanges(Zip.Sink sink) throws IOException, Refusal {
        zip.unpack(PacketFormat.CHANGES, sink);
    }

    /// The gates from the limits to the hashes.
    void checkContent(Signers signers, PersonCertificate sender) throws IOException, Refusal {
        zip.checkStatedSizes();
        var hashes = new TreeMap<String, String>();
        for (var name : zip.names()) hashes.put(name, hash(name));
        if (!Arrays.equals(BAGIT_TXT, zip.read(PacketFormat.BAGIT))) throw PacketFlaw.NOT_A_BAG.with();
        checkList(PacketFormat.TAG_HASHES, hashes, PacketFormat.TAG_FILES);
        checkSignature(signers, sender);
        var payload = names().stream().filter(name -> name.startsWith("data/")).toList();
        checkList(PacketFormat.MANIFEST_HASHES, hashes, payload);
        checkAttachments(hashes);
        checkSizes(payload);
        BagInfo.check(zip.read(PacketFormat.BAG_INFO), manifest, BagInfo.oxum(zip.sizes()));
    }

    private String hash(String name) throws IOException, Refusal {
        var sha256 = Hashing.sha256();
        zip.unpack(name, sha256::update);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void checkList(String list, Map<String, String> hashes, List<String> names) throws IOException, Refusal {
        var listed = HashList.of(zip.read(list), list).hashes();
        for (var name : listed.keySet()) if (!names.contains(name)) throw PacketFlaw.LISTED_BUT_ABSENT.with(name);
        for (var name : names) {
            var hash = listed.get(name);
            if (hash == null) throw PacketFlaw.NOT_LISTED.with(name);
            if (!hash.equals(hashes.get(name))) throw PacketFlaw.WRONG_HASH.with(name);
        }
    }

    private void checkSignature(Signers signers, PersonCertificate sender) throws IOException, Refusal {
        var signer = signers.of(zip.read(PacketFormat.TAG_HASHES), zip.read(PacketFormat.SIGNATURE))
                .orElseThrow(() -> PacketFlaw.BAD_INNER_SIGNATURE.with());
        if (!signer.fingerprint().equals(sender.fingerprint())) throw PacketFlaw.OTHER_INNER_SIGNER.with();
    }

    private static void checkAttachments(Map<String, String> hashes) throws Refusal {
        for (var each : hashes.entrySet()) {
            if (each.getKey().startsWith(PacketFormat.ATTACHMENTS) && !each.getKey().endsWith(each.getValue()))
                throw PacketFlaw.ATTACHMENT_NAME.with();
        }
    }

    private void checkSizes(List<String> payload) throws Refusal {
        var stated = manifest.counts().bytes();
        var sizes = zip.sizes();
        for (var name : payload) {
            if (!name.equals(PacketFormat.MANIFEST) && !Objects.equals(sizes.get(name), stated.get(name)))
                throw PacketFlaw.WRONG_SIZE.with(name);
        }
        if (stated.size() != payload.size() - 1) throw PacketFlaw.COUNTS.with("files");
    }
}
