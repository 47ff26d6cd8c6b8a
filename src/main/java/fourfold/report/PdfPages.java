package fourfold.report;

import fourfold.core.kernel.Marking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A4 pages that text flows down: headings, paragraphs, and lines of a label and a value. Each page has the protective
/// marking at top and bottom and its number. The text can be searched, copied and read aloud in its order; the font
/// (Liberation Sans, SIL Open Font Licence) is embedded. The same content gives the same bytes.
final class PdfPages {

    private static final float MARGIN = 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 84;
    private static final float BOTTOM = 84;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LABEL = 130;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 9;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private final Marking marking;
    private final PDFont font;
    private final ReadingOrder order;
    private PDPageContentStream out;
    private float y;

    PdfPages(String title, Marking marking, Instant created) throws IOException {
        this.marking = marking;
        try (InputStream bytes = PDDocument.class.getResourceAsStream(FONT)) {
            if (bytes == null) throw new IllegalStateException("the font of the PDF library is missing");
            font = PDType0Font.load(document, bytes, true);
        }
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
        order = new ReadingOrder(document);
        out = begin();
    }

    private PDPageContentStream begin() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        order.begin(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    /// Goes to a new page when fewer points than that are left.
    private void need(float height) throws IOException {
        if (y - height < BOTTOM) turn();
    }

    private void turn() throws IOException {
        out.close();
        out = begin();
    }

    void title(String text) throws IOException {
        block("H1", text, 18, 0, 8);
    }

    void heading(String text) throws IOException {
        need(64);
        y -= 10;
        block("H2", text, 13, 0, 2);
        out.setLineWidth(0.5f);
        order.artefact(out);
        out.moveTo(MARGIN, y + 2);
        out.lineTo(MARGIN + WIDTH, y + 2);
        out.stroke();
        out.endMarkedContent();
        y -= 6;
    }

    void paragraph(String text) throws IOException {
        block("P", text, TEXT, 0, 5);
    }

    /// A command to be typed.
    void command(String text) throws IOException {
        block("P", text, SMALL, 14, 3);
    }

    /// A label with its value beside it.
    void line(String label, String value) throws IOException {
        var lines = wrapped(value, TEXT, WIDTH - LABEL);
        need(lines.size() > 4 ? 4 * TEXT * 1.35f : lines.size() * TEXT * 1.35f);
        order.begin(out, "P");
        show(label, TEXT, MARGIN, y - TEXT);
        for (int i = 0; i < lines.size(); i++) {
            if (y - TEXT * 1.35f < BOTTOM) {
                out.endMarkedContent();
                turn();
                order.begin(out, "P");
            }
            show(lines.get(i), TEXT, MARGIN + LABEL, y - TEXT);
            y -= TEXT * 1.35f;
        }
        out.endMarkedContent();
        y -= 2;
    }

    private void block(String role, String text, float size, float indent, float after) throws IOException {
        var lines = wrapped(text, size, WIDTH - indent);
        need(size * 1.35f);
        order.begin(out, role);
        for (var line : lines) {
            if (y - size * 1.35f < BOTTOM) {
                out.endMarkedContent();
                turn();
                order.begin(out, role);
            }
            show(line, size, MARGIN + indent, y - size);
            y -= size * 1.35f;
        }
        out.endMarkedContent();
        y -= after;
    }

    private void show(String text, float size, float x, float baseline) throws IOException {
        show(out, text, size, x, baseline);
    }

    private void show(PDPageContentStream to, String text, float size, float x, float baseline) throws IOException {
        to.beginText();
        to.setFont(font, size);
        to.newLineAtOffset(x, baseline);
        to.showText(text + " ");
        to.endText();
    }

    private List<String> wrapped(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) wrap(printable(paragraph), size, width, lines);
        return lines;
    }

    private void wrap(String text, float size, float width, List<String> lines) throws IOException {
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var rest = word;
            while (width(rest, size) > width) {
                int fits = fitting(rest, size, width);
                if (!line.isEmpty()) lines.add(line.toString());
                line.setLength(0);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (!line.isEmpty() && width(line + " " + rest, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
    }

    private int fitting(String word, float size, float width) throws IOException {
        int end = 1;
        while (end < word.length() && width(word.substring(0, end + 1), size) <= width) end++;
        return Character.isHighSurrogate(word.charAt(end - 1)) ? end + 1 : end;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /// The text with a question mark for what the font cannot show.
    private String printable(String text) {
        var shown = new StringBuilder();
        text.replace('\t', ' ').codePoints().forEach(c -> {
            var letter = Character.toString(c);
            shown.append(isPrintable(letter) ? letter : "?");
        });
        return shown.toString();
    }

    private boolean isPrintable(String letter) {
        try {
            font.encode(letter);
            return !Character.isISOControl(letter.codePointAt(0));
        } catch (IllegalArgumentException absent) {
            return false;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Adds marking and number to every page, and gives the whole.
    byte[] finish() throws IOException {
        out.close();
        for (int i = 0; i < pages.size(); i++) stamp(pages.get(i), "Page %s of %s".formatted(i + 1, pages.size()));
        order.finish();
        document.setDocumentId(number());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        document.close();
        return bytes.toByteArray();
    }

    private void stamp(PDPage page, String number) throws IOException {
        try (var over = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            order.artefact(over);
            centred(over, marking.label(), 13, PDRectangle.A4.getHeight() - 48);
            centred(over, marking.label(), 13, 36);
            centred(over, number, SMALL, 54);
            over.endMarkedContent();
        }
    }

    private void centred(PDPageContentStream to, String text, float size, float baseline) throws IOException {
        show(to, text, size, (PDRectangle.A4.getWidth() - width(text, size)) / 2, baseline);
    }

    /// The library would draw the document's identity from the clock; this one follows from the title and date.
    private long number() {
        var information = document.getDocumentInformation();
        var name = information.getTitle() + information.getCreationDate().getTimeInMillis();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
