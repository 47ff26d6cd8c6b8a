package fourfold.extract;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one extract: every record is handed to the sink, as good or as rejected, and nothing is cut, guessed or lost.
///
/// @param <K> the kind of record
public final class ExtractReader<K extends Entity<K>> {

    private final ExtractTable<K> table;
    private final ExtractSource source;
    private final ThreatRefs threats;
    private final ExtractProgress progress;
    private final ExtractSink<K> sink;
    private final Map<Id<K>, First> firsts = new HashMap<>();
    private int good;
    private int rejected;
    private int warnings;

    /// The first good record with a ref.
    private record First(int record, Digest content) {}

    /// The beginning of the SHA-256 of a record's cells, long enough to tell records apart.
    private record Digest(long high, long low) {}

    private ExtractReader(
            ExtractTable<K> table,
            ExtractSource source,
            ThreatRefs threats,
            ExtractProgress progress,
            ExtractSink<K> sink) {
        this.table = table;
        this.source = source;
        this.threats = threats;
        this.progress = progress;
        this.sink = sink;
    }

    /// Reads all of a file.
    ///
    /// @param threats the threats that the rows may refer to
    /// @param progress told how far the reading has come; may stop it
    /// @param sink takes the records and what is to be told about them
    public static <K extends Entity<K>> ExtractSummary read(
            ExtractTable<K> table,
            ExtractSource source,
            ThreatRefs threats,
            ExtractProgress progress,
            ExtractSink<K> sink) {
        return new ExtractReader<>(table, source, threats, progress, sink).read();
    }

    private ExtractSummary read() {
        FileShape shape = null;
        try {
            shape = new Survey(source, table, progress).shape();
            notes(shape);
            records(shape);
            return summary(shape, false);
        } catch (Survey.Unusable unusable) {
            reject(unusable.finding());
        } catch (WatchedInput.Stopped stopped) {
            return summary(shape, true);
        } catch (NoSuchFileException missing) {
            reject(file(Finding.Code.UNREADABLE_FILE, "There is no such file."));
        } catch (IOException broken) {
            reject(file(Finding.Code.UNREADABLE_FILE, "The file cannot be read; check that it is a file, that it is not"
                    + " open elsewhere and that you may read it."));
        }
        return summary(shape, false);
    }

    private ExtractSummary summary(@Nullable FileShape shape, boolean stopped) {
        return new ExtractSummary(shape, good, rejected, warnings, stopped);
    }

    private void notes(FileShape shape) {
        var mapping = ColumnMapping.of(table, shape.header());
        if (!mapping.extra().isEmpty()) {
            note(shape, Finding.Code.EXTRA_COLUMNS, mapping.extra(), "not known and left out: ");
        }
        if (!mapping.blank().isEmpty()) {
            note(shape, Finding.Code.BLANK_COLUMNS, mapping.blank(), "not in the file and taken as blank: ");
        }
        if (shape.encodingDoubtful()) {
            warn(file(Finding.Code.ENCODING_DOUBTFUL, "The file is nearly UTF-8 but not quite, so it was read as"
                    + " Windows-1252; check that accents and pound signs are right."));
        }
        if (shape.dates().isDoubtful()) {
            warn(file(Finding.Code.DATES_DOUBTFUL, "Some dates only make sense with the month first and none shows that the"
                    + " file is day first; check that 01/02/2022 means 1 February."));
        }
    }

    private void note(FileShape shape, Finding.Code code, List<String> columns, String what) {
        var names = columns.stream().limit(20).map(Finding::shown).collect(Collectors.joining(", "));
        var more = columns.size() > 20 ? String.format(Locale.UK, " and %,d more", columns.size() - 20) : "";
        warn(new Finding(code, source.name(), shape.headerRecord(), shape.headerLine(),
                columns.size() == 1 ? Finding.shown(columns.getFirst()) : null, null,
                (columns.size() == 1 ? "This column is " : "These columns are ") + what + names + more + "."));
    }

    private void records(FileShape shape) throws IOException {
        var encoding = new Encoding(shape.charset(), shape.byteOrderMark() ? mark(shape) : 0, false);
        var mapping = ColumnMapping.of(table, shape.header());
        var check = mapping.missing().isEmpty() ? new RowCheck<>(table, shape, threats) : null;
        try (var records =
                new RecordReader(encoding.reader(WatchedInput.open(source, 2, progress)), shape.separator())) {
            records.next();
            for (var record = records.next(); record != null; record = records.next()) {
                if (check == null) reject(missingColumn(record, mapping.missing()));
                else if (shape.dates().isMonthFirst()) reject(monthFirst(record));
                else if (record.isSound(shape.header().size())) take(record, check.check(record.cells()));
                else reject(unsound(record, shape));
            }
        }
        if (check == null && rejected == 0) {
            reject(new Finding(Finding.Code.MISSING_COLUMN, source.name(), shape.headerRecord(), shape.headerLine(),
                    mapping.missing().getFirst(), null, missingColumns(mapping.missing())));
        }
    }

    private static int mark(FileShape shape) {
        return shape.charset().equals(StandardCharsets.UTF_8) ? 3 : 2;
    }

    private void take(ExtractRecord record, RowCheck.Checked<K> checked) {
        var value = checked.value();
        if (value == null) {
            reject(finding(record, checked.faults()));
            return;
        }
        var content = digest(record.cells());
        var first = firsts.putIfAbsent(value.id(), new First(record.number(), content));
        if (first != null) {
            reject(duplicate(record, checked.ref(), first, content));
            return;
        }
        good++;
        sink.good(new CheckedRow<>(record.number(), record.line(), checked.ref(), value));
        for (var warning : checked.warnings()) warn(finding(record, List.of(warning)));
    }

    private Finding finding(ExtractRecord record, List<RowCheck.Fault> faults) {
        var first = faults.getFirst();
        var others = faults.stream().skip(1).map(fault -> " " + fault.sentence());
        return new Finding(first.code(), source.name(), record.number(), record.line(), first.column(), first.value(),
                first.reason() + others.collect(Collectors.joining()));
    }

    private Finding duplicate(ExtractRecord record, String ref, First first, Digest content) {
        boolean identical = first.content().equals(content);
        var reason = "Record " + first.record() + " has the same ref " + Finding.shown(ref) + " and "
                + (identical ? "the same content; it was taken and this one was not." : "other content; the first one stays.");
        return new Finding(
                identical ? Finding.Code.DUPLICATE_IDENTICAL : Finding.Code.DUPLICATE_CONFLICT,
                source.name(), record.number(), record.line(), table.columns().getFirst().label(), Finding.shown(ref), reason);
    }

    private Finding unsound(ExtractRecord record, FileShape shape) {
        var facts = record.facts();
        int columns = shape.header().size();
        if (facts.cells() != columns) {
            return new Finding(Finding.Code.CELL_COUNT, source.name(), record.number(), record.line(), null,
                    Long.toString(facts.cells()),
                    String.format(
                            Locale.UK,
                            "The record has %,d cells, %s than the %,d of the header.",
                            facts.cells(), facts.cells() > columns ? "more" : "fewer", columns));
        }
        if (facts.longCell() >= 0) {
            return new Finding(Finding.Code.CELL_TOO_LONG, source.name(), record.number(), record.line(),
                    column(shape, facts.longCell()), null,
                    String.format(
                            Locale.UK,
                            "The cell has %,d characters, and %,d is the limit; it is never cut.",
                            facts.longCharacters(), CellGuard.LONGEST_CELL));
        }
        return new Finding(Finding.Code.STRAY_QUOTE, source.name(), record.number(), record.line(),
                column(shape, facts.strayCell()), null,
                "Text follows the closing quotation mark; a quotation mark inside a cell has to be doubled.");
    }

    /// The table's own name of the column at that place of the file.
    private String column(FileShape shape, int place) {
        var name = shape.header().get(place);
        return table.columns().stream()
                .map(ExtractColumn::label)
                .filter(label -> ExtractTable.same(label, name))
                .findFirst()
                .orElse(Finding.shown(name));
    }

    private Finding missingColumn(ExtractRecord record, List<String> missing) {
        return new Finding(Finding.Code.MISSING_COLUMN, source.name(), record.number(), record.line(),
                missing.getFirst(), null, missingColumns(missing));
    }

    private static String missingColumns(List<String> missing) {
        return missing.size() == 1
                ? "The mandatory column " + missing.getFirst() + " is not in the file."
                : "The mandatory columns " + String.join(", ", missing) + " are not in the file.";
    }

    private Finding monthFirst(ExtractRecord record) {
        return new Finding(Finding.Code.MONTH_FIRST, source.name(), record.number(), record.line(), null, null,
                "The dates of this file only make sense with the month first; save it with dates as YYYY-MM-DD or day first.");
    }

    private Finding file(Finding.Code code, String reason) {
        return new Finding(code, source.name(), 0, 0, null, null, reason);
    }

    private void reject(Finding finding) {
        rejected++;
        sink.rejected(finding);
    }

    private void warn(Finding finding) {
        warnings++;
        sink.warning(finding);
    }

    private static Digest digest(List<String> cells) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var cell : cells) {
                var bytes = cell.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                sha.update(bytes);
            }
            var digest = ByteBuffer.wrap(sha.digest());
            return new Digest(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
