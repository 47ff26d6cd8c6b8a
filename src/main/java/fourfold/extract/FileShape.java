package fourfold.extract;

import java.nio.charset.Charset;
import java.util.List;

/// How one extract is written, found by reading all of it once.
///
/// @param charset the characters' encoding
/// @param encodingDoubtful whether the file was read as Windows-1252 although some of it looks like UTF-8
/// @param byteOrderMark whether the file begins with a byte order mark
/// @param separator what stands between cells: comma, semicolon or TAB
/// @param header the column names as written, outer spaces taken off
/// @param headerRecord the record number of the header
/// @param headerLine the line of the header
/// @param dates how the dates are written
public record FileShape(
        Charset charset,
        boolean encodingDoubtful,
        boolean byteOrderMark,
        char separator,
        List<String> header,
        int headerRecord,
        long headerLine,
        DateOrder dates) {

    public FileShape {
        header = List.copyOf(header);
    }
}
