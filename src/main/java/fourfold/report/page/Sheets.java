package fourfold.report.page;

import fourfold.core.kernel.Marking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// The sheets of A4 that are drawn on from top to bottom: where the pen is, when a sheet is full, and what stands at the edges
/// of each. Distances are points.
final class Sheets {

    static final float LEFT = 51;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 62;
    private static final float BOTTOM = 58;
    private static final float HEAD = PDRectangle.A4.getHeight() - 36;
    private static final float FOOT = 30;
    private static final String ADVICE = "Not for release without disclosure advice";

    private final PDDocument document = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private final String title;
    private final Marking marking;
    private final Instant created;
    private final Face regular;
    private final Face bold;
    private final Tags tags;
    private PDPageContentStream out;
    private float y;

    Sheets(String title, Marking marking, Instant created) throws IOException {
        this.title = title;
        this.marking = marking;
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
        regular = Face.regular(document);
        bold = Face.bold(document);
        tags = new Tags(document);
        out = begin();
    }

    Tags tags() {
        return tags;
    }

    Face face(boolean isBold) {
        return isBold ? bold : regular;
    }

    float y() {
        return y;
    }

    private PDPageContentStream begin() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        tags.begin(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    /// Moves down.
    void down(float by) {
        y -= by;
    }

    /// Whether that much is left on this sheet.
    boolean fits(float height) {
        return y - height >= BOTTOM;
    }

    /// Begins a new sheet.
    void turn() throws IOException {
        out.close();
        out = begin();
    }

    /// Begins a new sheet when less than that is left.
    void need(float height) throws IOException {
        if (!fits(height) && y < TOP) turn();
    }

    /// Begins content of the element that is open.
    void content() throws IOException {
        tags.content(out);
    }

    /// Begins something that is no content.
    void artefact() throws IOException {
        Tags.artefact(out);
    }

    void end() throws IOException {
        out.endMarkedContent();
    }

    /// Draws a text with its baseline at that height. A space after it keeps its last word apart from the next line's first.
    void text(String text, Face face, float size, Tone tone, float x, float baseline) throws IOException {
        show(out, text, face, size, tone, x, baseline);
    }

    private static void show(
            PDPageContentStream to, String text, Face face, float size, Tone tone, float x, float baseline) throws IOException {
        to.setNonStrokingColor(tone.red(), tone.green(), tone.blue());
        to.beginText();
        to.setFont(face.font(), size);
        to.newLineAtOffset(x, baseline);
        to.showText(text + " ");
        to.endText();
    }

    /// A filled field, which is no content.
    void field(float x, float bottom, float width, float height, Tone tone) throws IOException {
        Tags.artefact(out);
        out.setNonStrokingColor(tone.red(), tone.green(), tone.blue());
        out.addRect(x, bottom, width, height);
        out.fill();
        out.endMarkedContent();
    }

    /// A line from side to side, which is no content.
    void rule(float at, float thickness, Tone tone) throws IOException {
        field(LEFT, at, WIDTH, thickness, tone);
    }

    byte[] finish() throws IOException {
        out.close();
        for (int i = 0; i < pages.size(); i++) stamp(pages.get(i), "Page %s of %s".formatted(i + 1, pages.size()));
        describe();
        tags.finish();
        document.setDocumentId(number());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        document.close();
        return bytes.toByteArray();
    }

    private void stamp(PDPage page, String number) throws IOException {
        try (var over = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            Tags.artefact(over);
            float middle = (PDRectangle.A4.getWidth() - bold.width(marking.label(), 10.5f)) / 2;
            show(over, marking.label(), bold, 10.5f, Tone.INK, middle, HEAD);
            show(over, marking.label(), bold, 10.5f, Tone.INK, middle, FOOT);
            show(over, ADVICE, regular, 7.5f, Tone.QUIET, LEFT, FOOT);
            show(over, number, regular, 8, Tone.QUIET, LEFT + WIDTH - regular.width(number, 8), FOOT);
            over.endMarkedContent();
        }
    }

    private void describe() throws IOException {
        document.setVersion(1.7f);
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreator("Fourfold");
        information.setSubject(marking.label());
        information.setCreationDate(GregorianCalendar.from(created.atZone(ZoneOffset.UTC)));
        var catalogue = document.getDocumentCatalog();
        catalogue.setLanguage("en-GB");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalogue.setViewerPreferences(preferences);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        catalogue.setMetadata(metadata);
    }

    /// The title, and that it keeps to PDF/UA-1 (ISO 14289-1, section 5).
    private String xmp() {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:CreatorTool>Fourfold</xmp:CreatorTool>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(escaped(title), created);
    }

    private static String escaped(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '&') plain.append("&amp;");
            else if (c == '<') plain.append("&lt;");
            else if (c == '>') plain.append("&gt;");
            else plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
        });
        return plain.toString();
    }

    /// The library would draw the document's identity from the clock; this one follows from the title and date.
    private long number() {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((title + created.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
