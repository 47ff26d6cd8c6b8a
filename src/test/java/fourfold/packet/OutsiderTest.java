package fourfold.packet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Selection;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.vault.StrictJson;
import fourfold.vault.VaultSecrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A package as somebody sees it who has public tools and nothing of this program.
class OutsiderTest {

    private static PacketOffice office;
    private static Outsider outsider;

    @TempDir
    Path folder;

    @BeforeAll
    static void open(@TempDir Path vaults) throws Exception {
        Outsider.requireTools();
        office = new PacketOffice(vaults);
        outsider = new Outsider();
        var keys = Files.createDirectory(vaults.resolve("keys"));
        outsider.knows(keys, VaultSecrets.unitKey(office.unit), office.force.own().armoured(), office.unit.own().armoured());
    }

    @AfterAll
    static void close() throws Exception {
        if (outsider == null) return;
        outsider.close();
        office.close();
    }

    @BeforeEach
    void begin() {
        office.begin(11);
    }

    /// The package decrypted and unpacked; everything that came out of it on the way lies in the folder too.
    private Path opened(Selection selection, Marking ceiling) throws Exception {
        var written = office.writer()
                .write(folder, office.released(ceiling, selection), office.shipment(42), PacketWriter.Progress.NONE)
                .orThrow();
        return outsider.unpacked(written.file(), folder, "Pat Example (DE1001)");
    }

    private Path opened() throws Exception {
        return opened(Selection.everything(), Marking.OFFICIAL_SENSITIVE);
    }

    private static Json.Members json(Path file) throws IOException {
        return StrictJson.read(Files.readAllBytes(file)).members();
    }

    @Test
    void gpg_unzip_and_sha256sum_find_it_whole_and_signed() throws Exception {
        office.threat("DER-0001", Marking.OFFICIAL_SENSITIVE, Map.of());
        var bag = opened();
        outsider.findsWhole(bag, "Pat Example (DE1001)");
    }

    @Test
    void it_holds_exactly_the_files_that_the_format_names_and_lists_all_of_the_payload() throws Exception {
        office.threat("DER-0001", Marking.OFFICIAL_SENSITIVE, Map.of());
        var bag = opened();
        var names = new TreeSet<String>();
        try (var files = Files.walk(bag)) {
            files.filter(Files::isRegularFile).forEach(file -> names.add(bag.relativize(file).toString()));
        }
        var expected = new TreeSet<>(PacketFormat.NEEDED);
        for (var table : PacketFormat.TABLE_NAMES) expected.add("data/tables/" + table + ".csv");
        assertEquals(expected, names);
        var listed = new TreeSet<String>();
        for (var line : Files.readAllLines(bag.resolve("manifest-sha256.txt"))) listed.add(line.substring(66));
        names.removeIf(name -> !name.startsWith("data/"));
        assertEquals(names, listed);
        assertEquals("BagIt-Version: 1.0", Files.readAllLines(bag.resolve("bagit.txt")).getFirst());
        assertTrue(Files.readString(bag.resolve("bag-info.txt")).contains("Fourfold-Marking: OFFICIAL-SENSITIVE\n"));
    }

    @Test
    void the_tables_are_what_their_descriptor_says() throws Exception {
        office.threat("DER-0001", Marking.OFFICIAL, Map.of());
        var data = opened().resolve("data");
        var descriptor = json(data.resolve("datapackage.json"));
        assertEquals("tabular-data-package", descriptor.get("profile").text());
        var resources = descriptor.get("resources").items();
        assertEquals(5, resources.size());
        for (var each : resources) {
            var resource = each.members();
            var header = Files.readAllLines(data.resolve(resource.get("path").text())).getFirst();
            var schema = resource.get("schema").members();
            var fields = schema.get("fields").items().stream()
                    .map(field -> field.members().get("name").text())
                    .toList();
            assertEquals(header, String.join(",", fields));
            assertEquals(fields.getFirst(), schema.get("primaryKey").text());
        }
        var disruptions = resources.get(3).members().get("schema").members();
        var key = disruptions.get("foreignKeys").items().getFirst().members();
        assertEquals("threats", key.get("reference").members().get("resource").text());
        var types = disruptions.get("fields").items().stream()
                .map(field -> field.members().get("type").text())
                .toList();
        assertEquals(List.of("string", "string", "date", "string", "integer", "number"), types);
    }

    @Test
    void a_withheld_entry_is_in_no_byte_but_its_digest_lets_the_act_verify() throws Exception {
        var secret = office.entry("threat", office.id(), Marking.OFFICIAL_SENSITIVE, "ref", "DER-9999", "name", "Op Zanzibar");
        var child = office.entry(
                "action", office.id(), Marking.OFFICIAL, "threat", secret.record().toString(), "title", "Visit Xanadu");
        var person = office.entry("person", office.id(), Marking.OFFICIAL, "name", "Quentin Quagga");
        var open = office.entry("threat", office.id(), Marking.OFFICIAL, "ref", "DER-0001", "name", "Op Oasis");
        office.act(secret, child, open, person);
        office.act(office.entry("settings", office.id(), Marking.OFFICIAL, "limit", "Yggdrasil"));
        var bag = opened(Selection.everything(), Marking.OFFICIAL);

        var lines = Files.readAllLines(bag.resolve("data/changes/changes.ndjson"));
        assertEquals(5, lines.size());
        var digests = new ArrayList<byte[]>();
        for (var line : lines.subList(0, 4)) {
            var json = StrictJson.read(line.getBytes(UTF_8)).members();
            digests.add(
                    json.get("withheld") instanceof Json.Text(var hex)
                            ? HexFormat.of().parseHex(hex)
                            : MessageDigest.getInstance("SHA-256").digest(line.getBytes(UTF_8)));
        }
        assertEquals(HexFormat.of().formatHex(secret.digest()), HexFormat.of().formatHex(digests.getFirst()));
        var act = StrictJson.read(lines.get(4).getBytes(UTF_8)).members();
        var signature = HexFormat.of().parseHex(act.get("signature").text());
        assertTrue(office.force.certificate().verifiesAct(digests, signature));

        var words = List.of("Zanzibar", "DER-9999", "Xanadu", "Quagga", "Yggdrasil", secret.record().toString(), secret.salt());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file, ISO_8859_1);
                for (var word : words) assertFalse(text.contains(word), word + " in " + file);
            }
        }
        var manifest = json(bag.resolve("data/manifest.json"));
        var withheld = manifest.get("withheld").items().stream()
                .map(each -> each.members().get("kind").text() + " " + each.members().get("why").text())
                .toList();
        assertEquals(List.of("action BELONGS", "threat MARKING"), withheld);
        assertEquals(3, manifest.get("counts").members().get("held").whole());
    }

    @Test
    void the_archive_is_the_same_whenever_it_is_made_but_for_the_signature() throws Exception {
        office.threat("DER-0001", Marking.OFFICIAL, Map.of());
        var released = office.released(Marking.OFFICIAL);
        var shipment = office.shipment(1);
        var first = bytes(released, shipment);
        var second = bytes(released, shipment);
        assertEquals(HexFormat.of().formatHex(first), HexFormat.of().formatHex(second));
    }

    private static byte[] bytes(Released released, Shipment shipment) throws IOException {
        var out = new ByteArrayOutputStream();
        var signatory = new BagWriter.Signatory("A".repeat(40), List.of("B".repeat(40)), "c".repeat(64), content -> new byte[] {1});
        new BagWriter(out, signatory, released, shipment, PacketWriter.Progress.NONE).write();
        return out.toByteArray();
    }
}
