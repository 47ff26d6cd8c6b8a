package fourfold.extract;

import fourfold.core.kernel.Formula;
import fourfold.core.kernel.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads all of a file to find out how it is written and whether it can be taken apart without doubt, before any of its
/// records is used.
final class Survey {

    private final ExtractSource source;
    private final ExtractTable<?> table;
    private final ExtractProgress progress;

    Survey(ExtractSource source, ExtractTable<?> table, ExtractProgress progress) {
        this.source = source;
        this.table = table;
        this.progress = progress;
    }

    /// The file cannot be used, and this says why.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // never written
        private final Finding finding;

        Unusable(Finding finding) {
            super(finding.reason());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    /// The file's shape.
    ///
    /// @throws Unusable when nothing of the file can be used
    FileShape shape() throws IOException, Unusable {
        Encoding encoding;
        try {
            encoding = Encoding.of(source, progress);
        } catch (Encoding.NotText wrong) {
            throw unusable(Finding.Code.NOT_TEXT, 0, 0, null, wrong.sentence());
        }
        char separator;
        try (var characters = encoding.reader(source.open())) {
            separator = Separator.of(characters, table);
        }
        try (var records =
                new RecordReader(encoding.reader(WatchedInput.open(source, 1, progress)), separator)) {
            var first = records.next();
            if (first == null) throw unusable(Finding.Code.EMPTY_FILE, 0, 0, null, "The file is empty.");
            var header = header(first);
            return new FileShape(
                    encoding.charset(),
                    encoding.doubtful(),
                    encoding.mark() > 0,
                    separator,
                    header,
                    first.number(),
                    first.line(),
                    dates(records, header));
        }
    }

    private List<String> header(ExtractRecord record) throws Unusable {
        var facts = record.facts();
        refuseOpenQuote(record);
        if (facts.cells() > CellGuard.MOST_COLUMNS) {
            throw unusable(Finding.Code.TOO_MANY_COLUMNS, record.number(), record.line(), null,
                    String.format(
                            Locale.UK,
                            "The header has %,d columns, and %,d is the most that can be read.",
                            facts.cells(), CellGuard.MOST_COLUMNS));
        }
        var header = record.cells().stream().map(Formula::restore).map(String::strip).toList();
        if (ColumnMapping.of(table, header).isEmpty()) {
            throw unusable(Finding.Code.NO_HEADER, record.number(), record.line(), null,
                    "The first record must name the columns, and it names none of the columns of " + table.name() + ".");
        }
        var twice = ColumnMapping.duplicate(header);
        if (twice.isPresent()) {
            throw unusable(Finding.Code.DUPLICATE_COLUMN, record.number(), record.line(), Finding.shown(twice.get()),
                    "The header has this column twice, so it is not clear which one is meant.");
        }
        return header;
    }

    private DateOrder dates(RecordReader records, List<String> header) throws IOException, Unusable {
        var columns = dateColumns(header);
        var dates = DateOrder.NONE;
        for (var record = records.next(); record != null; record = records.next()) {
            refuseOpenQuote(record);
            if (!record.isSound(header.size())) continue;
            for (int column : columns) dates = dates.with(record.cells().get(column));
        }
        return dates;
    }

    private List<Integer> dateColumns(List<String> header) {
        var mapping = ColumnMapping.of(table, header);
        var places = new ArrayList<Integer>();
        for (int i = 0; i < table.columns().size(); i++) {
            boolean date = table.columns().get(i).field().type().shape() == Type.Shape.DATE;
            if (date && mapping.places().get(i) >= 0) places.add(mapping.places().get(i));
        }
        return places;
    }

    private void refuseOpenQuote(ExtractRecord record) throws Unusable {
        if (!record.facts().open()) return;
        throw unusable(Finding.Code.UNCLOSED_QUOTE, record.number(), record.line(), null,
                "A quotation mark opens a cell here and is never closed, so nothing from here on can be told apart;"
                        + " nothing of the file was taken.");
    }

    private Unusable unusable(Finding.Code code, int record, long line, @Nullable String column, String reason) {
        return new Unusable(new Finding(code, source.name(), record, line, column, null, reason));
    }
}
