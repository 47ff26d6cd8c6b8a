package fourfold.report.page;

import fourfold.core.kernel.Marking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper while it is being written, block by block.
public final class Paper {

    /// A head stands on no sheet alone: below it there has to be room for a table's heads on two lines and its first row.
    private static final float HEAD_AND_MORE = 100;

    private static final float TEXT = 9.6f;
    private static final float SMALL = 8.2f;
    private static final float LEADING = 1.36f;
    private static final float LABEL = 112;

    private final Sheets sheets;

    /// A label with its value.
    public record Fact(String label, String value) {}

    /// A number that is seen first, with what it counts.
    public record Figure(String number, String what, boolean alert) {}

    /// @param created when it is made
    public Paper(String title, Marking marking, Instant created) {
        try {
            sheets = new Sheets(title, marking, created);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// Something that is drawn.
    private interface Drawing {
        void draw() throws IOException;
    }

    private Paper drawn(Drawing drawing) {
        try {
            drawing.draw();
            return this;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// The title, and below it in small words what and when it is about.
    public Paper title(String text, String below) {
        return drawn(() -> {
            block("H1", text, true, 19, Tone.INK, 0);
            sheets.down(1);
            if (!below.isBlank()) block("P", below, false, TEXT, Tone.QUIET, 0);
            sheets.down(5);
            sheets.rule(sheets.y(), 1.4f, Tone.INK);
            sheets.down(9);
        });
    }

    /// A section.
    public Paper heading(String text) {
        return heading(text, Tone.INK, "");
    }

    /// A section in a colour, with words beside its head.
    public Paper heading(String text, Tone tone, String beside) {
        return drawn(() -> {
            sheets.need(HEAD_AND_MORE);
            sheets.down(7);
            if (tone != Tone.INK) sheets.field(Sheets.LEFT, sheets.y() - 14.5f, 3.2f, 13.5f, tone);
            float indent = tone == Tone.INK ? 0 : 9;
            float top = sheets.y();
            block("H2", text, true, 12.4f, tone, indent);
            if (!beside.isBlank()) beside(beside, indent + sheets.face(true).width(text, 12.4f) + 10, top - 12.4f);
            sheets.down(3);
            sheets.rule(sheets.y(), 0.5f, Tone.RULE);
            sheets.down(5);
        });
    }

    private void beside(String text, float indent, float baseline) throws IOException {
        sheets.tags().open("P");
        sheets.content();
        sheets.text(
                sheets.face(false).printable(text), sheets.face(false), SMALL, Tone.QUIET, Sheets.LEFT + indent, baseline);
        sheets.end();
        sheets.tags().close();
    }

    /// A section within a section.
    public Paper subheading(String text) {
        return drawn(() -> {
            sheets.need(HEAD_AND_MORE);
            sheets.down(3);
            block("H3", text, true, 10, Tone.INK, 0);
            sheets.down(2);
        });
    }

    /// A paragraph.
    public Paper text(String text) {
        return drawn(() -> {
            block("P", text, false, TEXT, Tone.TEXT, 0);
            sheets.down(4);
        });
    }

    /// A paragraph in small, quiet letters.
    public Paper note(String text) {
        return drawn(() -> {
            block("P", text, false, SMALL, Tone.QUIET, 0);
            sheets.down(4);
        });
    }

    /// A command to be typed.
    public Paper command(String text) {
        return drawn(() -> {
            block("P", text, false, SMALL + 0.6f, Tone.TEXT, 14);
            sheets.down(2);
        });
    }

    /// Points of a list; in bold and red what must not be overlooked.
    public Paper bullets(List<String> points, boolean alert) {
        return points.isEmpty() ? this : drawn(() -> {
            sheets.tags().open("L");
            for (var point : points) bullet(point, alert ? Tone.ALERT : Tone.TEXT);
            sheets.tags().close();
            sheets.down(3);
        });
    }

    private void bullet(String point, Tone tone) throws IOException {
        var lines = sheets.face(false).lines(point, TEXT, Sheets.WIDTH - 12);
        sheets.need(TEXT * LEADING);
        sheets.tags().open("LI");
        sheets.tags().open("Lbl");
        sheets.content();
        sheets.text("•", sheets.face(true), TEXT, tone, Sheets.LEFT + 1, sheets.y() - TEXT);
        sheets.end();
        sheets.tags().close();
        lines("LBody", lines, sheets.face(false), TEXT, Tone.TEXT, 12);
        sheets.tags().close();
        sheets.down(1);
    }

    /// Labels with their values, in one column or in two side by side where there is no long value.
    public Paper facts(List<Fact> facts) {
        boolean abreast = facts.size() > 2 && facts.stream().allMatch(fact -> fact.value().length() <= 44);
        return drawn(() -> {
            if (facts.isEmpty()) return;
            sheets.tags().open("Table");
            int columns = abreast ? 2 : 1;
            int rows = (facts.size() + columns - 1) / columns;
            for (int row = 0; row < rows; row++) {
                var cells = new ArrayList<@Nullable Fact>();
                for (int column = 0; column < columns; column++) {
                    int index = column * rows + row;
                    cells.add(index < facts.size() ? facts.get(index) : null);
                }
                factRow(cells, Sheets.WIDTH / columns);
            }
            sheets.tags().close();
            sheets.down(5);
        });
    }

    private void factRow(List<@Nullable Fact> cells, float width) throws IOException {
        var values = new ArrayList<List<String>>();
        var labels = new ArrayList<List<String>>();
        int most = 1;
        for (var cell : cells) {
            values.add(cell == null
                    ? List.of("")
                    : sheets.face(false).lines(cell.value(), TEXT, width - LABEL - 8));
            labels.add(cell == null ? List.of("") : sheets.face(true).lines(cell.label(), TEXT - 0.6f, LABEL - 6));
            most = Math.max(most, Math.max(values.getLast().size(), labels.getLast().size()));
        }
        boolean whole = most <= 6;
        sheets.need((whole ? most : 3) * TEXT * LEADING);
        sheets.tags().open("TR");
        for (int i = 0; i < cells.size(); i++) {
            float x = Sheets.LEFT + i * width;
            sheets.tags().openHeader("Row");
            sheets.content();
            for (int k = 0; k < labels.get(i).size(); k++)
                sheets.text(
                        labels.get(i).get(k), sheets.face(true), TEXT - 0.6f, Tone.QUIET, x, sheets.y() - TEXT - k * TEXT * LEADING);
            sheets.end();
            sheets.tags().close();
            float top = sheets.y();
            lines("TD", values.get(i), sheets.face(false), TEXT, Tone.TEXT, i * width + LABEL);
            if (whole) sheets.down(sheets.y() - top);
        }
        sheets.tags().close();
        sheets.down(whole ? most * TEXT * LEADING + 1.5f : 1.5f);
    }

    /// Numbers in large letters side by side.
    public Paper figures(List<Figure> figures) {
        return drawn(() -> {
            float gap = 8;
            float width = (Sheets.WIDTH - gap * (figures.size() - 1)) / figures.size();
            int most = 1;
            for (var figure : figures) most = Math.max(most, sheets.face(false).lines(figure.what(), SMALL, width - 14).size());
            float height = 32 + most * SMALL * 1.25f;
            sheets.need(height);
            for (int i = 0; i < figures.size(); i++)
                sheets.field(Sheets.LEFT + i * (width + gap), sheets.y() - height, width, height, Tone.FIELD);
            sheets.tags().open("L");
            for (int i = 0; i < figures.size(); i++) figure(figures.get(i), i * (width + gap) + 7, width - 14);
            sheets.tags().close();
            sheets.down(height + 8);
        });
    }

    private void figure(Figure figure, float indent, float width) throws IOException {
        sheets.tags().open("LI");
        sheets.tags().open("LBody");
        sheets.content();
        float x = Sheets.LEFT + indent;
        sheets.text(figure.number(), sheets.face(true), 17, figure.alert() ? Tone.ALERT : Tone.INK, x, sheets.y() - 21);
        float baseline = sheets.y() - 33;
        for (var line : sheets.face(false).lines(figure.what(), SMALL, width)) {
            sheets.text(line, sheets.face(false), SMALL, Tone.QUIET, x, baseline);
            baseline -= SMALL * 1.25f;
        }
        sheets.end();
        sheets.tags().close();
        sheets.tags().close();
    }

    /// A table; nothing where it has no row.
    public Paper table(Grid grid) {
        return grid.isEmpty() ? this : drawn(() -> new GridPrinter(sheets, grid).print());
    }

    /// Room between blocks.
    public Paper gap(float points) {
        sheets.down(points);
        return this;
    }

    private void block(String role, String text, boolean bold, float size, Tone tone, float indent) throws IOException {
        var face = sheets.face(bold);
        sheets.need(size * LEADING);
        lines(role, face.lines(text, size, Sheets.WIDTH - indent), face, size, tone, indent);
    }

    /// Lines below each other, over sheets where they have to be.
    private void lines(String role, List<String> lines, Face face, float size, Tone tone, float indent) throws IOException {
        sheets.tags().open(role);
        sheets.content();
        for (var line : lines) {
            if (!sheets.fits(size * LEADING)) {
                sheets.end();
                sheets.turn();
                sheets.content();
            }
            sheets.text(line, face, size, tone, Sheets.LEFT + indent, sheets.y() - size);
            sheets.down(size * LEADING);
        }
        sheets.end();
        sheets.tags().close();
    }

    /// The whole, with its marking and number on every sheet.
    public byte[] pdf() {
        try {
            return sheets.finish();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
