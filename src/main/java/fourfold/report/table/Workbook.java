package fourfold.report.table;

import fourfold.core.disclosure.Released;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/// A table as a workbook (XLSX): one sheet with marking, what it is, the columns and the rows, numbers and days as such; and one
/// that says what each column means. Texts are cells of text, which no spreadsheet runs.
public final class Workbook {

    /// The row of the columns' heads, from 0.
    static final int HEAD = 3;

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    private Workbook() {}

    /// The file.
    public static byte[] of(ShownTable table, Released released) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "Fourfold", "01.00")) {
            rows(book.newWorksheet("Table"), table, released);
            columns(book.newWorksheet("Columns"), table, released);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void begin(Worksheet sheet, ShownTable table, Released released) {
        sheet.header(released.marking().label(), Position.CENTER);
        sheet.footer(released.marking().label() + " – " + ShownTable.ADVICE, Position.CENTER);
        sheet.value(0, 0, table.marked(released));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, cut(table.about(released)));
    }

    private static void rows(Worksheet sheet, ShownTable table, Released released) {
        begin(sheet, table, released);
        int last = table.columns().size() - 1;
        for (int c = 0; c <= last; c++) {
            sheet.value(HEAD, c, table.columns().get(c).title());
            sheet.style(HEAD, c).bold().set();
        }
        int r = HEAD + 1;
        var widest = new int[last + 1];
        for (var row : table.released(released)) {
            for (int c = 0; c <= last; c++) {
                put(sheet, r, c, row.cells().get(c));
                widest[c] = Math.max(widest[c], row.cells().get(c).text().length());
            }
            r++;
        }
        for (int c = 0; c <= last; c++) {
            int wanted = Math.max(widest[c], table.columns().get(c).title().length()) + 3;
            sheet.width(c, Math.clamp(wanted, NARROWEST, WIDEST));
        }
        sheet.freezePane(0, HEAD + 1);
        if (r > HEAD + 1) sheet.setAutoFilter(HEAD, 0, r - 1, last);
    }

    private static void put(Worksheet sheet, int row, int column, ShownTable.Cell cell) {
        switch (cell.value()) {
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case null, default -> {
                if (!cell.text().isEmpty()) sheet.value(row, column, cut(cell.text()));
            }
        }
    }

    private static void columns(Worksheet sheet, ShownTable table, Released released) {
        begin(sheet, table, released);
        sheet.value(HEAD, 0, "Column");
        sheet.value(HEAD, 1, "Meaning");
        sheet.style(HEAD, 0).bold().set();
        sheet.style(HEAD, 1).bold().set();
        int r = HEAD + 1;
        for (var column : table.columns()) {
            sheet.value(r, 0, column.title());
            sheet.value(r++, 1, cut(column.meaning()));
        }
        sheet.width(0, 28);
        sheet.width(1, 110);
    }

    private static String cut(String text) {
        return text.length() <= ShownTable.LONGEST_CELL ? text : text.substring(0, ShownTable.LONGEST_CELL - 1) + "…";
    }
}
