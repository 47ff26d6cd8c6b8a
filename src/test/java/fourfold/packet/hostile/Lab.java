package fourfold.packet.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.packet.CraftedBag;
import fourfold.packet.PacketOffice;
import fourfold.packet.PacketWriter;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Where hostile packages are made: a force and a unit that trust each other, a stranger whom nobody trusts, and one good
/// package to begin with.
public final class Lab implements AutoCloseable {

    static final String MANIFEST = "data/manifest.json";
    static final String CHANGES = "data/changes/changes.ndjson";
    static final String THREATS = "data/tables/threats.csv";
    static final String README = "README.txt";
    static final String BAGIT = "bagit.txt";
    static final String BAG_INFO = "bag-info.txt";
    static final String HASHES = "manifest-sha256.txt";
    static final String TAG_HASHES = "tagmanifest-sha256.txt";
    static final String SIGNATURE = "tagmanifest-sha256.txt.asc";
    /// An attachment's name.
    static final String ATTACHMENT = "data/attachments/" + "a".repeat(64);

    /// The two agencies.
    public final PacketOffice office;
    /// Somebody whom nobody trusts.
    public final OpenVault stranger;
    /// The good package, as it is sent.
    public final byte[] message;
    /// What is in it.
    public final byte[] archive;
    private final Path folder;

    /// A lab in an empty folder.
    public Lab(Path folder) throws IOException {
        this.folder = folder;
        office = new PacketOffice(folder);
        office.begin(3);
        stranger = PacketOffice.vault(folder.resolve("stranger"), "Kent", "KE3003");
        office.threat("DER-0001", Marking.OFFICIAL, Map.of());
        office.threat("DER-0002", Marking.OFFICIAL, Map.of());
        var written = office.writer()
                .write(folder, office.released(Marking.OFFICIAL), office.shipment(5), PacketWriter.Progress.NONE)
                .orThrow();
        message = Files.readAllBytes(written.file());
        archive = CraftedBag.opened(message, office.unit);
    }

    @Override
    public void close() {
        stranger.close();
        stranger.vault().close();
        office.close();
    }

    /// The files of the good package.
    public CraftedBag bag() throws IOException {
        return new CraftedBag(archive);
    }

    Path nowhere() {
        return folder.resolve("nowhere.bag.zip.gpg");
    }

    /// Bytes as a file.
    public Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("crafted.bag.zip.gpg"), bytes);
    }

    /// The good package with its bytes changed.
    Path changed(UnaryOperator<byte[]> change) throws IOException {
        return file(change.apply(message.clone()));
    }

    /// Content signed and encrypted by whom and to whom it is said.
    public Path sealed(byte[] content, OpenVault signer, OpenVault to) throws IOException {
        return CraftedBag.sealed(content, signer, to.own(), folder);
    }

    /// Signed by the force's officer and encrypted to the unit, as it should be.
    public Path sent(byte[] content) throws IOException {
        return sealed(content, office.force, office.unit);
    }

    /// The same, of files.
    public Path sent(CraftedBag bag) throws IOException {
        return sent(bag.zipped());
    }

    /// The same, with sizes, hashes and the inner signature made to fit.
    public Path refitted(CraftedBag bag) throws IOException {
        return sent(bag.refitted(office.force));
    }

    Path changes(UnaryOperator<String> change) throws IOException {
        return refitted(bag().with(CHANGES, change));
    }

    /// The first line of the changes with something in it replaced.
    Path firstLine(UnaryOperator<String> change) throws IOException {
        return changes(text -> change.apply(text.substring(0, text.indexOf('\n'))) + text.substring(text.indexOf('\n')));
    }

    Path lines(UnaryOperator<List<String>> change) throws IOException {
        return changes(text -> String.join("", change.apply(new ArrayList<>(Arrays.asList(text.split("(?<=\n)"))))));
    }

    /// The manifest with one member of another value.
    public Path saying(String member, Json value) throws IOException {
        return refitted(bag().saying(member, value));
    }

    /// The manifest with something else among its counts.
    Path counting(String what, Json value) throws IOException {
        var bag = bag().refitted(office.force);
        var counts = new TreeMap<>(bag.manifest().get("counts").members().values());
        counts.put(what, value);
        bag.saying("counts", Json.of(counts));
        // the longer manifest is another number of bytes in bag-info.txt
        return refitted(bag);
    }

    byte[] noise(int length) {
        var noise = new byte[length];
        office.randomBytes(noise);
        return noise;
    }

    static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /// Replaces a text by another of the same length wherever it stands in an archive.
    static byte[] patched(byte[] zip, String before, String after) {
        var text = new String(zip, ISO_8859_1);
        if (before.length() != after.length() || !text.contains(before)) throw new IllegalArgumentException(before);
        return text.replace(before, after).getBytes(ISO_8859_1);
    }

    /// An archive with the sizes of one file, as stated after it and in the directory, other than they are.
    static byte[] misstated(byte[] zip, int size, int said) {
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

    /// Where a number of that many bytes stands in the end record of an archive.
    static byte[] ended(byte[] zip, int at, int value) {
        var buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(zip.length - 22 + at, (short) value);
        return buffer.array();
    }
}
