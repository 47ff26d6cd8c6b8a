package fourfold.extract;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// Finds what stands between the cells of a file from its header: of comma, semicolon and TAB the one that gives most
/// names of known columns, and where none does, the most cells.
final class Separator {

    private static final char[] CANDIDATES = {',', ';', '\t'};
    private static final int LONGEST_HEADER = 262_144;

    private Separator() {}

    static char of(Reader characters, ExtractTable<?> table) throws IOException {
        var header = firstLine(characters);
        char best = ',';
        long most = -1;
        for (char candidate : CANDIDATES) {
            var cells = split(header, candidate);
            long score = cells.stream().filter(table::hasColumn).count() * (CellGuard.LONGEST_CELL + 1L) + cells.size();
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static String firstLine(Reader characters) throws IOException {
        var line = new StringBuilder();
        boolean quoted = false;
        for (int c = characters.read(); c >= 0 && line.length() < LONGEST_HEADER; c = characters.read()) {
            if (c == '"') quoted = !quoted;
            if (!quoted && (c == '\n' || c == '\r')) {
                if (!line.isEmpty()) break;
            } else {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static List<String> split(String header, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
