package fourfold.report.page;

import fourfold.report.page.Grid.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Draws one table: rows are never torn where they fit on a sheet, and the head stands again on each sheet, there as an artefact.
final class GridPrinter {

    private static final float SIZE = 8.8f;
    private static final float HEAD_SIZE = 8.2f;
    private static final float LEADING = 1.28f;
    private static final float PADDING = 3.2f;
    private static final float GAP = 8;

    private final Sheets sheets;
    private final Grid grid;
    private final float[] at;
    private final float[] widths;

    GridPrinter(Sheets sheets, Grid grid) {
        this.sheets = sheets;
        this.grid = grid;
        int count = grid.heads().size();
        at = new float[count];
        widths = new float[count];
        float shares = 0;
        for (var head : grid.heads()) shares += head.share();
        float room = Sheets.WIDTH - GAP * (count - 1);
        float x = Sheets.LEFT;
        for (int i = 0; i < count; i++) {
            widths[i] = room * grid.heads().get(i).share() / shares;
            at[i] = x;
            x += widths[i] + GAP;
        }
    }

    void print() throws IOException {
        var heads = grid.heads().stream().map(head -> new Cell(head.text(), Tone.QUIET, true)).toList();
        var headLines = lines(heads, HEAD_SIZE);
        float headHeight = height(headLines, HEAD_SIZE) + 2;
        float first = grid.rows().isEmpty() ? 0 : height(lines(grid.rows().getFirst(), SIZE), SIZE);
        sheets.need(headHeight + first);
        sheets.tags().open("Table");
        head(heads, headLines, true);
        for (var row : grid.rows()) {
            var lines = lines(row, SIZE);
            if (!sheets.fits(height(lines, SIZE))) {
                sheets.turn();
                head(heads, headLines, false);
            }
            row(row, lines);
        }
        sheets.tags().close();
        sheets.down(5);
    }

    private List<List<String>> lines(List<Cell> cells, float size) throws IOException {
        var lines = new ArrayList<List<String>>();
        for (int i = 0; i < cells.size(); i++)
            lines.add(sheets.face(cells.get(i).bold()).lines(cells.get(i).text(), size, widths[i]));
        return lines;
    }

    private static float height(List<List<String>> lines, float size) {
        int most = lines.stream().mapToInt(List::size).max().orElse(1);
        return most * size * LEADING + 2 * PADDING;
    }

    private void head(List<Cell> heads, List<List<String>> lines, boolean first) throws IOException {
        float height = height(lines, HEAD_SIZE);
        if (first) sheets.tags().open("TR");
        for (int i = 0; i < heads.size(); i++) {
            if (first) {
                sheets.tags().openHeader("Column");
                sheets.content();
            } else {
                sheets.artefact();
            }
            cell(heads.get(i), lines.get(i), i, HEAD_SIZE);
            sheets.end();
            if (first) sheets.tags().close();
        }
        if (first) sheets.tags().close();
        sheets.down(height);
        sheets.rule(sheets.y(), 0.9f, Tone.INK);
        sheets.down(1);
    }

    private void row(List<Cell> cells, List<List<String>> lines) throws IOException {
        sheets.tags().open("TR");
        for (int i = 0; i < cells.size(); i++) {
            if (i == 0 && grid.rowsHaveHeads()) sheets.tags().openHeader("Row");
            else sheets.tags().open("TD");
            sheets.content();
            cell(cells.get(i), lines.get(i), i, SIZE);
            sheets.end();
            sheets.tags().close();
        }
        sheets.tags().close();
        sheets.down(height(lines, SIZE));
        sheets.rule(sheets.y(), 0.4f, Tone.RULE);
    }

    private void cell(Cell cell, List<String> lines, int column, float size) throws IOException {
        var face = sheets.face(cell.bold());
        float baseline = sheets.y() - PADDING - size;
        for (var line : lines) {
            float x = grid.heads().get(column).right() ? at[column] + widths[column] - face.width(line, size) : at[column];
            sheets.text(line, face, size, cell.tone(), x, baseline);
            baseline -= size * LEADING;
        }
    }
}
