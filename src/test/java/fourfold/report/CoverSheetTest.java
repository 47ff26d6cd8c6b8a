package fourfold.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.disclosure.DisclosureRules;
import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Intent;
import fourfold.core.disclosure.Recipient;
import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Selection;
import fourfold.core.disclosure.Verification;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CoverSheetTest {

    private static final Instant NOW = Instant.parse("2022-06-03T10:15:30Z");
    private static final Author AUTHOR = new Author("DE1001", "Derbyshire", "LRO");

    private static Entry entry(int seq, String kind, Marking marking, Map<String, String> values) {
        var encoded = new TreeMap<String, Json>();
        values.forEach((name, text) -> encoded.put(name, Json.of(text)));
        return new Entry(
                new EntryId(new Replica("0123456789abcdef"), seq), Versions.NONE, new TreeSet<>(), new Stamp(0, 0),
                AUTHOR, "CREATE", kind, new UUID(5, seq), encoded, "", marking, "0".repeat(32));
    }

    private static Released released(int threats, int references) {
        var entries = new ArrayList<Entry>();
        for (int i = 1; i <= threats; i++) {
            var handling = i % 2 == 0 ? Map.of("ref", "DER-" + i, "handling", "Tell the originator before any arrest.")
                    : Map.of("ref", "DER-" + i);
            entries.add(entry(i, "threat", Marking.OFFICIAL, handling));
        }
        entries.add(entry(900, "threat", Marking.OFFICIAL_SENSITIVE, Map.of("ref", "DER-900", "name", "Op Zanzibar")));
        SignedActs acts = reader -> {
            entries.forEach(reader::entry);
            reader.end(new UUID(1, 1), AUTHOR, entries.size(), new byte[64]);
        };
        var answers = new TreeMap<UUID, String>();
        for (int i = 1; i <= threats; i++) answers.put(new UUID(5, i), "Agreed with the originator on 1 June.");
        var intent = new Intent(
                "Derbyshire", new Recipient("EMSOU", Marking.OFFICIAL_SENSITIVE),
                "Monthly return to the region: what each force did, and what it asks for – “as agreed”, £ and Łódź included",
                Marking.OFFICIAL, Selection.everything().answering(answers));
        var gap = new Gap("threat", "LRO", IntStream.rangeClosed(1, references).mapToObj(i -> "DER-" + i).toList());
        return DisclosureRules.weigh(intent, acts)
                .then(weighing ->
                        DisclosureRules.release(weighing, new Verification("Pat Example (DE1001)", NOW), List.of(gap)))
                .orThrow();
    }

    private static byte[] sheet(int threats, int references) {
        return CoverSheet.pdf(
                released(threats, references),
                new CoverSheet.Package(
                        new UUID(0x1234_5678_9abc_4defL, 0x8123_4567_89ab_cdefL), 42, NOW,
                        "DERBYSHIRE_to_EMSOU_000042_OFFICIAL.bag.zip.gpg", "Pat Example (DE1001)", "A1B2".repeat(10),
                        List.of("Threat DER-2, Geographic scope: package 1 said “Derby”; now “Leicester”.")));
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    @Test
    void it_says_what_was_sent_withheld_and_lacking_and_who_verified_it() throws IOException {
        try (var document = Loader.loadPDF(sheet(2, 3))) {
            var text = text(document, 1).replaceAll("\\s+", " ");
            for (var expected : List.of(
                    "Package 42 from Derbyshire to EMSOU", "Purpose Monthly return", "– “as agreed”, £ and Łódź",
                    "What no longer holds of earlier packages Threat DER-2, Geographic scope: package 1 said “Derby”; now “Leicester”.",
                    "Quality verified by Pat Example (DE1001), 3 June 2022 at 11:15", "Threats 2", "Changes 2",
                    "1 threat Marked above the ceiling of this package",
                    "DER-2 Tell the originator before any arrest. For this package: Agreed with the originator",
                    "3 threats without LRO: DER-1, DER-2, DER-3", "sha256sum --check --strict manifest-sha256.txt"))
                assertTrue(text.contains(expected), expected + " in " + text);
            assertFalse(text.contains("Zanzibar") || text.contains("DER-900"));
        }
    }

    @Test
    void every_page_has_its_marking_at_top_and_bottom_and_its_number() throws IOException {
        try (var document = Loader.loadPDF(sheet(120, 300))) {
            int pages = document.getNumberOfPages();
            assertTrue(pages > 2, pages + " pages");
            for (int page = 1; page <= pages; page++) {
                var text = text(document, page).replaceAll("\\s+", " ");
                assertTrue(text.strip().endsWith("OFFICIAL OFFICIAL Not for release without disclosure advice Page " + page
                        + " of " + pages), text);
            }
        }
    }

    @Test
    void it_has_a_title_a_language_tags_and_its_own_font() throws IOException {
        try (var document = Loader.loadPDF(sheet(1, 1))) {
            var catalogue = document.getDocumentCatalog();
            assertEquals("en-GB", catalogue.getLanguage());
            assertEquals("Package 42 from Derbyshire to EMSOU", document.getDocumentInformation().getTitle());
            assertTrue(catalogue.getMarkInfo().isMarked());
            assertEquals(1, catalogue.getStructureTreeRoot().getKids().size());
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) assertTrue(resources.getFont(name).isEmbedded());
        }
    }

    @Test
    void the_same_content_gives_the_same_bytes() throws IOException {
        var first = sheet(3, 3);
        assertArrayEquals(first, sheet(3, 3));
        Files.write(Files.createDirectories(Path.of("target/report")).resolve("cover-sheet.pdf"), sheet(6, 90));
    }
}
