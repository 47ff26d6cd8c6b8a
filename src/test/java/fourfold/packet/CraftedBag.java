package fourfold.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import fourfold.core.kernel.Json;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.Disk;
import fourfold.vault.LocalDisk;
import fourfold.vault.Messages;
import fourfold.vault.OpenVault;
import fourfold.vault.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files of a package taken out, to be changed, and sealed again in whatever way a trusted but hostile sender can.
public final class CraftedBag {

    public final Map<String, byte[]> files = new LinkedHashMap<>();

    public CraftedBag(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
    }

    public CraftedBag with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public CraftedBag with(String name, UnaryOperator<String> change) {
        var before = new String(files.get(name), UTF_8);
        var after = change.apply(before);
        if (before.equals(after)) throw new IllegalStateException("nothing changed in " + name);
        return with(name, after.getBytes(UTF_8));
    }

    public CraftedBag without(String name) {
        if (files.remove(name) == null) throw new IllegalStateException("no " + name);
        return this;
    }

    /// The manifest with one member changed.
    public CraftedBag saying(String member, Json value) {
        var members = new TreeMap<>(manifest().values());
        members.put(member, value);
        return with(PacketFormat.MANIFEST, (Json.of(members).canonicalText() + "\n").getBytes(UTF_8));
    }

    /// Makes sizes, hashes and the inner signature fit the files again: what a sender can do who means harm.
    public CraftedBag refitted(OpenVault signer) throws IOException {
        resize();
        return onlyHashes(signer);
    }

    /// Makes the hashes and the inner signature fit, and leaves sizes as they are said.
    public CraftedBag onlyHashes(OpenVault signer) throws IOException {
        var payload = new HashList();
        var tags = new HashList();
        files.forEach((name, bytes) -> {
            if (name.startsWith("data/")) payload.put(name, Hashing.sha256().digest(bytes));
        });
        files.put(PacketFormat.MANIFEST_HASHES, payload.bytes());
        files.forEach((name, bytes) -> {
            if (PacketFormat.TAG_FILES.contains(name)) tags.put(name, Hashing.sha256().digest(bytes));
        });
        files.put(PacketFormat.TAG_HASHES, tags.bytes());
        files.put(PacketFormat.SIGNATURE, signer.messages().sign(new ByteArrayInputStream(tags.bytes())));
        return this;
    }

    private void resize() {
        var counts = new TreeMap<>(manifest().get("counts").members().values());
        var sizes = new TreeMap<String, Json>();
        files.forEach((name, bytes) -> {
            if (name.startsWith("data/") && !name.equals(PacketFormat.MANIFEST)) sizes.put(name, Json.of(bytes.length));
        });
        counts.put("bytes", Json.of(sizes));
        saying("counts", Json.of(counts));
        var all = new TreeMap<String, Long>();
        files.forEach((name, bytes) -> all.put(name, (long) bytes.length));
        with(PacketFormat.BAG_INFO, new String(files.get(PacketFormat.BAG_INFO), UTF_8)
                .replaceAll("Payload-Oxum: .*", "Payload-Oxum: " + BagInfo.oxum(all))
                .getBytes(UTF_8));
    }

    public byte[] zipped() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /// Signed and encrypted with the session keys named in the manifest, so that nothing but the content can be wrong.
    ///
    /// @param make gives the archive when it is told the hash of the session keys
    public static byte[] sealedForItsKeys(Archive make, OpenVault signer, AgencyCertificates to, Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealed = signer.messages().seal(out, List.of(to))) {
            sealed.write(make.of(keys(Files.write(folder.resolve("begun.bag.zip.gpg"), out.toByteArray()))));
        }
        return out.toByteArray();
    }

    private static String keys(Path begun) throws IOException {
        try (var file = new LocalDisk().open(begun, Disk.Access.READ)) {
            return OuterFrame.keys(file, "begun");
        }
    }

    /// Makes an archive whose manifest names these session keys.
    public interface Archive {
        byte[] of(String keys) throws IOException;
    }

    /// The manifest with the session keys that it was sealed with.
    public CraftedBag sealedWith(String keys) {
        var to = new TreeMap<>(manifest().get("to").members().values());
        to.put("keys", Json.of(keys));
        return saying("to", Json.of(to));
    }

    /// What the manifest says.
    public Json.Members manifest() {
        return StrictJson.read(files.get(PacketFormat.MANIFEST)).members();
    }

    /// The archive in a message, for somebody who can open it.
    public static byte[] opened(byte[] message, OpenVault addressee) throws IOException {
        var limits = new Messages.Limits(1 << 24, 1 << 24, () -> false);
        try (var content = addressee.messages().open(new ByteArrayInputStream(message), limits).orThrow().content()) {
            return content.stream().readAllBytes();
        }
    }

    public static Path sealed(byte[] content, OpenVault signer, AgencyCertificates to, Path folder) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealed = signer.messages().seal(out, List.of(to))) {
            sealed.write(content);
        }
        return Files.write(folder.resolve("crafted.bag.zip.gpg"), out.toByteArray());
    }
}
