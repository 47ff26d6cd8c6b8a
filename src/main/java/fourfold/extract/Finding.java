package fourfold.extract;

import org.jspecify.annotations.Nullable;

/// One thing to tell about one record of an extract, or about the file: why it was not taken, or what the reader noticed.
///
/// @param file the file's name
/// @param record the physical record number, the header being record 1; 0 for the file as a whole
/// @param line the first physical line of the record; 0 for the file as a whole
/// @param column the column by its own name, or null when no one column is at fault
/// @param value the value at fault, shortened when it is long, or null
/// @param reason one sentence that says what is wrong
public record Finding(
        Code code, String file, int record, long line, @Nullable String column, @Nullable String value, String reason) {

    /// What was found, for programs.
    public enum Code {
        /// The file cannot be read at all.
        UNREADABLE_FILE,
        /// The file holds nothing.
        EMPTY_FILE,
        /// The file is not text.
        NOT_TEXT,
        /// The first record names none of the columns.
        NO_HEADER,
        /// The header has more columns than any extract can have.
        TOO_MANY_COLUMNS,
        /// The header names a column twice.
        DUPLICATE_COLUMN,
        /// A mandatory column is not in the file.
        MISSING_COLUMN,
        /// A quotation mark is opened and never closed.
        UNCLOSED_QUOTE,
        /// Most dates of the file only make sense with the month first.
        MONTH_FIRST,
        /// The record has more or fewer cells than the header.
        CELL_COUNT,
        /// A cell is longer than the limit.
        CELL_TOO_LONG,
        /// Text follows a closing quotation mark.
        STRAY_QUOTE,
        /// A value that must be there is blank.
        MISSING_VALUE,
        /// The value is not in the list of values.
        UNKNOWN_VALUE,
        /// The day does not exist.
        IMPOSSIBLE_DATE,
        /// The value is no date in any known form.
        NOT_A_DATE,
        /// The value is not a number.
        NOT_A_NUMBER,
        /// The number is below 0.
        NEGATIVE,
        /// The text cannot be kept as it is.
        UNFIT_TEXT,
        /// An earlier record has the same ref and the same content.
        DUPLICATE_IDENTICAL,
        /// An earlier record has the same ref and other content.
        DUPLICATE_CONFLICT,
        /// The threat that is named is neither in the vault nor in this load.
        UNKNOWN_THREAT,
        /// A warning: text that a spreadsheet would run; it is kept as text.
        FORMULA_LIKE_TEXT,
        /// A note: columns that are not known and were left out.
        EXTRA_COLUMNS,
        /// A note: columns that are not in the file and were taken as blank.
        BLANK_COLUMNS,
        /// A note: the file was read as Windows-1252, but some of it looks like UTF-8.
        ENCODING_DOUBTFUL,
        /// A note: no date of the file shows that its dates are day first, and some speak against it.
        DATES_DOUBTFUL
    }

    /// The whole sentence: file, record, column and what is wrong.
    public String sentence() {
        var where = new StringBuilder(file);
        if (record > 0) where.append(", record ").append(record);
        if (record > 0 && line != record) where.append(" (line ").append(line).append(')');
        if (column != null && !reason.startsWith(column + " ")) where.append(", ").append(column);
        return where.append(": ").append(reason).toString();
    }

    /// Text as sentences quote it: short, on one line, without anything invisible.
    static String shown(String text) {
        var line = new StringBuilder();
        int shownCharacters = 0;
        for (int i = 0; i < text.length() && shownCharacters < 60; shownCharacters++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean visible = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
            line.appendCodePoint(visible ? c : ' ');
            if (shownCharacters == 59 && i < text.length()) line.append('…');
        }
        return line.toString();
    }
}
