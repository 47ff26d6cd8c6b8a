package fourfold.report.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fourfold.core.kernel.Formula;
import fourfold.core.kernel.Json;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The file of a table while it is being written: UTF-8, comma, CR LF, quotation marks as in RFC 4180, a header. Texts that a
/// spreadsheet would run are made harmless as in extracts ([Formula]).
///
/// @param <R> the row
final class TableFile<R> implements AutoCloseable {

    private final Table<R> table;
    private final Counted counted;
    private final CsvWriter csv;
    private long rows;

    TableFile(Table<R> table, OutputStream out) {
        this.table = table;
        counted = new Counted(out);
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(new BufferedOutputStream(counted, 1 << 16), StandardCharsets.UTF_8));
        csv.writeRecord(table.header());
    }

    void write(R row) {
        var cells = new ArrayList<String>(table.columns().size());
        for (var column : table.columns()) {
            var cell = column.cell().apply(row);
            cells.add(column.isText() ? Formula.neutralise(cell) : cell);
        }
        csv.writeRecord(cells);
        rows++;
    }

    long rows() {
        return rows;
    }

    /// The resource descriptor, once the file is closed.
    Json resource() {
        var members = new TreeMap<String, Json>();
        members.put("name", Json.of(table.name()));
        members.put("path", Json.of(table.file()));
        members.put("profile", Json.of("tabular-data-resource"));
        members.put("title", Json.of(table.name()));
        members.put("description", Json.of(table.description()));
        members.put("format", Json.of("csv"));
        members.put("mediatype", Json.of("text/csv"));
        members.put("encoding", Json.of("utf-8"));
        members.put("dialect", Json.of(Map.of(
                "delimiter", Json.of(","), "lineTerminator", Json.of("\r\n"), "quoteChar", Json.of("\""),
                "doubleQuote", Json.of(true), "header", Json.of(true))));
        members.put("bytes", Json.of(counted.bytes));
        members.put("hash", Json.of("sha256:" + HexFormat.of().formatHex(counted.digest.digest())));
        members.put("rows", Json.of(rows));
        members.put("schema", table.schema());
        return Json.of(members);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static final class Counted extends FilterOutputStream {
        private final MessageDigest digest;
        private long bytes;

        Counted(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java runtime has SHA-256", missing);
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int at, int length) throws IOException {
            out.write(from, at, length);
            digest.update(from, at, length);
            bytes += length;
        }
    }
}
