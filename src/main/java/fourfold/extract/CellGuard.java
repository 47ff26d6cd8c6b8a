package fourfold.extract;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Stands between the characters of an extract and the CSV parser, so that no file, however hostile, can make the parser
/// hold more than one record of sound size. It passes every sound record through unchanged. Of a cell that is longer than
/// the limit it lets only the beginning through, of a record with more cells than the header only as many as the header
/// has, and it says so in the [Facts] of that record, which is then refused as a whole.
///
/// Quotation marks are read as RFC 4180 says: one at the start of a cell opens it, two inside stand for one, and one
/// inside a cell that began without is an ordinary character. Records end with CR LF, LF or CR.
final class CellGuard extends Reader {

    /// The most characters of a cell.
    static final int LONGEST_CELL = 65_536;

    /// The most columns of a header.
    static final int MOST_COLUMNS = 1_000;

    /// What was seen of one record.
    ///
    /// @param line the first physical line, from 1
    /// @param cells how many cells there were, dropped ones included
    /// @param longCell the place of the first cell over the limit, from 0, or -1
    /// @param longCharacters how many characters that cell has
    /// @param strayCell the place of the first cell with text after its closing quotation mark, from 0, or -1
    /// @param open whether the file ended inside a quoted cell of this record
    record Facts(long line, long cells, int longCell, long longCharacters, int strayCell, boolean open) {

        /// Whether the line held nothing at all.
        boolean isBlank() {
            return cells == 0;
        }
    }

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        AFTER_STRAY
    }

    private final Reader source;
    private final char separator;
    private final Deque<Facts> facts = new ArrayDeque<>();
    private final char[] in = new char[8_192];
    private final char[] out = new char[in.length * 2 + 2];
    private int outFrom;
    private int outTo;
    private boolean ended;

    private State state = State.CELL_START;
    private boolean lastWasCr;
    private boolean lastQuotedWasCr;
    private long line = 1;
    private long recordLine = 1;
    private boolean recordBegun;
    private long cell;
    private long characters;
    private long headerCells = -1;
    private int longCell = -1;
    private long longCharacters;
    private int strayCell = -1;

    CellGuard(Reader source, char separator) {
        this.source = source;
        this.separator = separator;
    }

    /// The facts of the next record that the parser gives, in order; null before the parser has given one more.
    @Nullable Facts next() {
        return facts.poll();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (outFrom == outTo) {
            if (ended) return -1;
            fill();
        }
        int count = Math.min(length, outTo - outFrom);
        System.arraycopy(out, outFrom, buffer, offset, count);
        outFrom += count;
        return count;
    }

    private void fill() throws IOException {
        outFrom = 0;
        outTo = 0;
        int count = source.read(in, 0, in.length);
        if (count < 0) {
            ended = true;
            if (recordBegun) endRecord(state == State.QUOTED);
            return;
        }
        int at = 0;
        while (at < count) {
            int end = ordinaryTo(at, count);
            if (end > at) run(at, end);
            if (end < count) take(in[end]);
            at = end + 1;
        }
    }

    /// Where the run of characters that are nothing but content ends.
    private int ordinaryTo(int from, int end) {
        if (lastWasCr || state != State.PLAIN && state != State.QUOTED) return from;
        char special = state == State.PLAIN ? separator : '"';
        int at = from;
        while (at < end && in[at] != special && in[at] != '\n' && in[at] != '\r') at++;
        return at;
    }

    private void run(int from, int end) {
        lastQuotedWasCr = false;
        int count = end - from;
        long room = LONGEST_CELL - characters;
        if (room > 0 && kept(cell)) {
            int passed = (int) Math.min(count, room);
            System.arraycopy(in, from, out, outTo, passed);
            outTo += passed;
        }
        characters += count;
    }

    private void take(char c) {
        if (lastWasCr && c == '\n') {
            lastWasCr = false;
            put(c);
            return;
        }
        lastWasCr = false;
        switch (state) {
            case QUOTED -> inQuotes(c);
            case QUOTE_IN_QUOTED -> afterQuote(c);
            case CELL_START -> {
                if (c == '"') {
                    recordBegun = true;
                    pass(c);
                    state = State.QUOTED;
                    lastQuotedWasCr = false;
                } else {
                    state = State.PLAIN;
                    plain(c);
                }
            }
            case PLAIN -> plain(c);
            case AFTER_STRAY -> {
                if (c == separator || c == '\r' || c == '\n') plain(c);
            }
        }
    }

    private void plain(char c) {
        if (c == separator) {
            recordBegun = true;
            endCell();
            cell++;
            if (kept(cell)) put(c);
        } else if (c == '\r' || c == '\n') {
            endRecord(false);
            put(c);
            line++;
            recordLine = line;
            lastWasCr = c == '\r';
        } else {
            recordBegun = true;
            content(c);
        }
    }

    private void inQuotes(char c) {
        if (c == '"') {
            state = State.QUOTE_IN_QUOTED;
            return;
        }
        if (c == '\r' || c == '\n' && !lastQuotedWasCr) line++;
        lastQuotedWasCr = c == '\r';
        content(c);
    }

    private void afterQuote(char c) {
        if (c == '"') {
            state = State.QUOTED;
            lastQuotedWasCr = false;
            if (++characters <= LONGEST_CELL) {
                pass(c);
                pass(c);
            }
            return;
        }
        pass('"');
        if (c == separator || c == '\r' || c == '\n') {
            plain(c);
        } else {
            if (strayCell < 0) strayCell = (int) Math.min(cell, MOST_COLUMNS);
            state = State.AFTER_STRAY;
        }
    }

    private void content(char c) {
        if (++characters <= LONGEST_CELL) pass(c);
    }

    private void pass(char c) {
        if (kept(cell)) put(c);
    }

    private void put(char c) {
        out[outTo++] = c;
    }

    private boolean kept(long place) {
        return place < (headerCells < 0 ? MOST_COLUMNS : Math.min(headerCells, MOST_COLUMNS));
    }

    private void endCell() {
        if (characters > LONGEST_CELL && longCell < 0) {
            longCell = (int) Math.min(cell, MOST_COLUMNS);
            longCharacters = characters;
        }
        characters = 0;
        state = State.CELL_START;
    }

    private void endRecord(boolean open) {
        if (state == State.QUOTE_IN_QUOTED && ended) pass('"');
        endCell();
        facts.add(new Facts(recordLine, recordBegun ? cell + 1 : 0, longCell, longCharacters, strayCell, open));
        if (recordBegun && headerCells < 0) headerCells = cell + 1;
        cell = 0;
        recordBegun = false;
        longCell = -1;
        longCharacters = 0;
        strayCell = -1;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
