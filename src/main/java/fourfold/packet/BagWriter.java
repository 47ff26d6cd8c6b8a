package fourfold.packet;

import fourfold.core.disclosure.Released;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.SignedActs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the BagIt folder of one package as a ZIP archive, front to back.
final class BagWriter {

    /// The person stopped it.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The content is longer than a package may be.
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Of the acts more entries stay behind than a package may hold digests, which the signatures need.
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Who signs the list of hashes.
    ///
    /// @param fingerprint of the certificate that signs
    /// @param recipients fingerprints of the certificates that can open the package
    /// @param keys hash of the session key packets that let them
    record Signatory(String fingerprint, List<String> recipients, String keys, Signing signing) {}

    /// Makes an armoured detached signature.
    interface Signing {
        byte[] sign(byte[] content) throws IOException;
    }

    private final ZipOutputStream zip;
    private final Signatory signatory;
    private final Released released;
    private final Shipment shipment;
    private final PacketWriter.Progress progress;
    private final LocalDateTime time;
    private final HashList payload = new HashList();
    private final HashList tags = new HashList();
    private final TreeMap<String, Long> sizes = new TreeMap<>();
    private long all;

    BagWriter(
            OutputStream out,
            Signatory signatory,
            Released released,
            Shipment shipment,
            PacketWriter.Progress progress) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.signatory = signatory;
        this.released = released;
        this.shipment = shipment;
        this.progress = progress;
        this.time = LocalDateTime.ofInstant(shipment.created(), ZoneOffset.UTC);
    }

    /// Writes everything and finishes the archive; the stream below stays open.
    Manifest write() throws IOException {
        put(PacketFormat.BAGIT, Bag.BAGIT_TXT);
        var changes = new Changes();
        put(PacketFormat.CHANGES, changes);
        for (var table : shipment.tables()) put(table.path(), table.rows());
        put(PacketFormat.SUMMARY, shipment.summary());
        var draft = manifest(changes);
        put(PacketFormat.DESCRIPTOR, DataTable.dataPackage(draft, shipment.tables()));
        var manifest = manifest(changes);
        put(PacketFormat.MANIFEST, manifest.json());
        put(PacketFormat.BAG_INFO, BagInfo.bytes(manifest, BagInfo.oxum(sizes)));
        put(PacketFormat.README, Readme.bytes(manifest));
        put(PacketFormat.MANIFEST_HASHES, payload.bytes());
        var hashes = tags.bytes();
        put(PacketFormat.TAG_HASHES, hashes);
        put(PacketFormat.SIGNATURE, signatory.signing().sign(hashes));
        zip.finish();
        return manifest;
    }

    private static void line(Json json, OutputStream out) throws IOException {
        out.write(json.canonical());
        out.write('\n');
    }

    private void put(String name, Json content) throws IOException {
        put(name, out -> line(content, out));
    }

    private void put(String name, byte[] content) throws IOException {
        put(name, out -> out.write(content));
    }

    private void put(String name, DataTable.Content content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        var hashing = new Hashing(zip);
        var buffer = new BufferedOutputStream(hashing, 1 << 16);
        content.writeTo(buffer);
        buffer.flush();
        zip.closeEntry();
        all += hashing.count();
        if (all > PacketFormat.LONGEST_CONTENT || hashing.count() > PacketFormat.longest(name)) throw new TooLong();
        list(name, hashing);
    }

    private void list(String name, Hashing hashing) {
        if (name.startsWith("data/")) {
            payload.put(name, hashing.hash());
            sizes.put(name, hashing.count());
        } else if (PacketFormat.TAG_FILES.contains(name)) tags.put(name, hashing.hash());
    }

    private Manifest manifest(Changes changes) {
        return new Manifest(
                shipment.id(),
                shipment.created(),
                new Manifest.Sender(released.from(), shipment.device(), signatory.fingerprint()),
                new Manifest.Addressee(released.to().agency(), signatory.recipients(), signatory.keys()),
                shipment.order(),
                released.purpose(),
                released.marking(),
                released.verified(),
                shipment.have(),
                shipment.journal(),
                shipment.missing(),
                shipment.notices(),
                new Manifest.Counts(changes.acts, changes.entries, changes.held, released.records(), new TreeMap<>(sizes)),
                released.withheld(),
                released.handling(),
                released.gaps(),
                shipment.configuration());
    }

    /// The lines of the changes, written as the content is read.
    private final class Changes implements DataTable.Content, SignedActs.Reader {
        private OutputStream out = OutputStream.nullOutputStream();
        private int acts;
        private int entries;
        private int held;

        @Override
        public void writeTo(OutputStream to) throws IOException {
            out = to;
            try {
                released.read(this);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        }

        private void put(Json json) {
            try {
                line(json, out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void entry(Entry entry) {
            if (!progress.goesOn(entry.id(), ++entries)) throw new Stopped();
            put(entry.json());
        }

        @Override
        public void withheld(byte[] digest) {
            if (++held > PacketFormat.MOST_WITHHELD) throw new TooMany();
            put(ActLine.withheld(digest));
        }

        @Override
        public void end(UUID act, Author author, int count, byte[] signature) {
            acts++;
            put(new ActLine(act, author, count, signature).json());
        }
    }
}
