package fourfold.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the characters of a file are written as bytes: told by a byte order mark, else UTF-8 if all of the file is valid
/// UTF-8, else Windows-1252.
///
/// @param mark how many bytes the byte order mark has
/// @param doubtful whether text read as Windows-1252 holds what UTF-8 looks like when it is read so
record Encoding(Charset charset, int mark, boolean doubtful) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// The file cannot be read as text; the message is the sentence that says so.
    static final class NotText extends Exception {
        private static final long serialVersionUID = 1;
        private final String sentence;

        NotText(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /// Finds it, reading all of the file.
    ///
    /// @throws NotText with one sentence when the file is no text
    static Encoding of(ExtractSource source, ExtractProgress progress) throws IOException, NotText {
        byte[] start;
        try (var in = source.open()) {
            start = in.readNBytes(8);
        }
        refuseOtherFormats(start);
        for (var encoding : candidates(start)) {
            var found = encoding.fitted(source, progress);
            if (found.isPresent()) return found.get();
        }
        throw new NotText("The file is not text in UTF-8 or Windows-1252; save it as \"CSV UTF-8\" and load it again.");
    }

    private static void refuseOtherFormats(byte[] start) throws NotText {
        if (begins(start, 'P', 'K', 3, 4)) {
            throw new NotText("The file is an Excel workbook or another archive; save the sheet as \"CSV UTF-8\" and load that.");
        }
        if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new NotText("The file is an old Excel workbook; save the sheet as \"CSV UTF-8\" and load that.");
        }
        if (begins(start, '%', 'P', 'D', 'F')) throw new NotText("The file is a PDF document, and an extract is CSV.");
    }

    private static List<Encoding> candidates(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) return List.of(new Encoding(StandardCharsets.UTF_8, 3, false));
        if (begins(start, 0xFF, 0xFE)) return List.of(new Encoding(StandardCharsets.UTF_16LE, 2, false));
        if (begins(start, 0xFE, 0xFF)) return List.of(new Encoding(StandardCharsets.UTF_16BE, 2, false));
        return List.of(new Encoding(StandardCharsets.UTF_8, 0, false), new Encoding(WINDOWS_1252, 0, false));
    }

    private static boolean begins(byte[] start, int... bytes) {
        var wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) wanted[i] = (byte) bytes[i];
        return start.length >= wanted.length && Arrays.equals(Arrays.copyOf(start, wanted.length), wanted);
    }

    /// This encoding, if all of the file fits it.
    private Optional<Encoding> fitted(ExtractSource source, ExtractProgress progress) throws IOException, NotText {
        var buffer = new char[16_384];
        long line = 1;
        char last = 0;
        boolean garbled = false;
        try (var reader = reader(WatchedInput.open(source, 0, progress))) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    char c = buffer[i];
                    if (c == '\n') line++;
                    if (c == 0) throw zero(line);
                    garbled |= isGarbled(last, c);
                    last = c;
                }
            }
            return Optional.of(new Encoding(charset, mark, garbled && charset.equals(WINDOWS_1252)));
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    private static NotText zero(long line) {
        return new NotText("The file holds a zero byte in line " + line
                + ", so it is not plain text; save it as \"CSV UTF-8\" and load it again.");
    }

    /// Whether two characters look like one character of UTF-8: "Ã©" for "é", "Â£" for "£", the beginning of "â€™" for "’".
    private static boolean isGarbled(char first, char second) {
        return (first == 'Ã' || first == 'Â' || first == 'â') && (second >= 0xA0 && second <= 0xBF || second > 0xFF);
    }

    /// The characters after the byte order mark.
    ///
    /// @throws CharacterCodingException while reading, where a byte does not fit
    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
