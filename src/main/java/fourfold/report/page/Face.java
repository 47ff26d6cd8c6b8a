package fourfold.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// An embedded font: what it can show, how wide that is, and where lines break.
final class Face {

    private static final String REGULAR = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String BOLD = "/fourfold/report/LiberationSans-Bold.ttf";

    private final PDFont font;

    private Face(PDFont font) {
        this.font = font;
    }

    static Face regular(PDDocument document) throws IOException {
        return load(document, PDDocument.class.getResourceAsStream(REGULAR));
    }

    static Face bold(PDDocument document) throws IOException {
        return load(document, Face.class.getResourceAsStream(BOLD));
    }

    private static Face load(PDDocument document, @Nullable InputStream bytes) throws IOException {
        try (bytes) {
            if (bytes == null) throw new IllegalStateException("a font of the program is missing");
            return new Face(PDType0Font.load(document, bytes, true));
        }
    }

    PDFont font() {
        return font;
    }

    /// In points.
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /// The lines of a text, none wider than that; words that are wider are broken.
    List<String> lines(String text, float size, float width) throws IOException {
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

    /// The text with a question mark for what the font cannot show.
    String printable(String text) {
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
}
