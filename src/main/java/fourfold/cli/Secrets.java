package fourfold.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where passphrases and recovery codes come from: the first line of a file, the file that an environment variable names,
/// or the terminal. Never an argument, which other programs can read. Every array given out is the caller's to wipe.
final class Secrets {

    /// The environment variable that names the file of the passphrase.
    static final String VARIABLE = "FOURFOLD_PASSPHRASE_FILE";

    private static final int LONGEST_LINE = 4_096;

    private final Map<String, String> environment;
    private final InputStream standardInput;
    private final Prompt prompt;

    Secrets(Map<String, String> environment, InputStream standardInput, Prompt prompt) {
        this.environment = environment;
        this.standardInput = standardInput;
        this.prompt = prompt;
    }

    /// The passphrase that lets somebody in.
    ///
    /// @param file what `--passphrase-file` said, or null
    char[] passphrase(@Nullable String file, String person) {
        var chosen = file == null ? environment.get(VARIABLE) : file;
        if (chosen != null && !chosen.isBlank()) return firstLine(chosen, "the passphrase");
        return asked("Passphrase of " + person, "Give it with --passphrase-file, or name its file in " + VARIABLE + ".");
    }

    /// The passphrase of the first person of a new vault, asked for twice at a terminal.
    char[] first(@Nullable String file) {
        var chosen = file == null ? environment.get(VARIABLE) : file;
        return chosen == null || chosen.isBlank()
                ? twice("--passphrase-file")
                : firstLine(chosen, "the passphrase");
    }

    /// A new passphrase for somebody, asked for twice at a terminal.
    ///
    /// @param file what `--new-passphrase-file` said, or null
    char[] fresh(@Nullable String file) {
        return file == null ? twice("--new-passphrase-file") : firstLine(file, "the new passphrase");
    }

    /// A recovery code.
    ///
    /// @param file what `--recovery-code-file` said, or null
    char[] recoveryCode(@Nullable String file) {
        return file == null
                ? asked("Recovery code", "Give it with --recovery-code-file.")
                : firstLine(file, "the recovery code");
    }

    private char[] twice(String option) {
        var first = asked("New passphrase", "Give it with " + option + ".");
        var second = asked("The same again", "Give it with " + option + ".");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (same) return first;
        Arrays.fill(first, '\0');
        throw new Usage("The two passphrases differ; nothing was changed.");
    }

    private char[] asked(String question, String otherwise) {
        return prompt.secret(question)
                .orElseThrow(() -> new Usage("There is no terminal to ask for a secret. " + otherwise));
    }

    private char[] firstLine(String file, String what) {
        byte[] line = new byte[0];
        try {
            line = file.equals("-") ? line(standardInput) : lineOf(Path.of(file));
            return decoded(line);
        } catch (CharacterCodingException foreign) {
            throw new Usage("The file of " + what + " is not UTF-8 text.");
        } catch (IOException | InvalidPathException unreadable) {
            throw new Usage("The file of " + what + ", " + file + ", cannot be read.");
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private static byte[] lineOf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return line(in);
        }
    }

    /// Reads byte by byte: what follows the line in standard input may be a text for somebody else.
    private static byte[] line(InputStream in) throws IOException {
        var buffer = new byte[LONGEST_LINE];
        int length = 0;
        try {
            for (int b = in.read(); b >= 0 && b != '\n' && length < LONGEST_LINE; b = in.read()) buffer[length++] = (byte) b;
            if (length > 0 && buffer[length - 1] == '\r') length--;
            int start = length >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF ? 3 : 0;
            return Arrays.copyOfRange(buffer, start, length);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private static char[] decoded(byte[] bytes) throws CharacterCodingException {
        CharBuffer buffer = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        try {
            var characters = new char[buffer.remaining()];
            buffer.get(characters);
            return characters;
        } finally {
            Arrays.fill(buffer.array(), '\0');
        }
    }
}
