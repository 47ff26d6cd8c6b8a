package fourfold.extract;

import fourfold.core.kernel.Formula;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells by the header which table a file holds.
public final class Recognition {

    private static final int HEAD = 64 * 1024;

    private record Fit(ExtractTable<?> table, ColumnMapping mapping) {}

    private Recognition() {}

    /// The table whose mandatory columns all stand in the file's header, the one with the fewest other names where there
    /// are several; nothing where there is none. The file is not checked beyond its header.
    public static Optional<ExtractTable<?>> of(ExtractSource source) throws IOException {
        String head;
        try (var in = source.open()) {
            head = text(in.readNBytes(HEAD));
        }
        return ExtractTable.ALL.stream()
                .map(table -> new Fit(table, ColumnMapping.of(table, header(head, table))))
                .filter(fit -> fit.mapping().missing().isEmpty() && !fit.mapping().isEmpty())
                .min(Comparator.comparingInt(fit -> fit.mapping().extra().size()))
                .map(Fit::table);
    }

    private static List<String> header(String head, ExtractTable<?> table) {
        try {
            char separator = Separator.of(new StringReader(head), table);
            try (var records = new RecordReader(new StringReader(head), separator)) {
                var first = records.next();
                return first == null ? List.of() : first.cells().stream().map(Formula::restore).map(String::strip).toList();
            }
        } catch (IOException unreadable) {
            // what cannot be taken apart has no header, and the load itself says why
            return List.of();
        }
    }

    private static String text(byte[] head) {
        Charset charset = StandardCharsets.UTF_8;
        if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) charset = StandardCharsets.UTF_16LE;
        if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) charset = StandardCharsets.UTF_16BE;
        var text = new String(head, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
