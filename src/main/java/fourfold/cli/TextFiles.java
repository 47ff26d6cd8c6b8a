package fourfold.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes case text out of the process list: `--NAME-file F` stands for `--NAME TEXT` with the text of that file, or of
/// standard input where F is `-`. The text is UTF-8; a byte order mark and one line end at the very end are not part of
/// it. For `--set` and `--where` the file holds the whole `field=value`.
final class TextFiles {

    /// Options whose argument is a file for another reason: what is in it never becomes an argument.
    private static final Set<String> SECRETS =
            Set.of("--passphrase-file", "--new-passphrase-file", "--recovery-code-file");
    private static final String ENDING = "-file";
    /// Far above the limit of any field, so that a longer text is refused by its field's own sentence.
    private static final int LONGEST = 1 << 24;

    private final InputStream standardInput;
    private boolean inputIsRead;

    private TextFiles(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /// The arguments with the texts in their place.
    ///
    /// @throws Usage naming the option whose file cannot be read
    static List<String> read(List<String> arguments, InputStream standardInput) {
        return new TextFiles(standardInput).read(arguments);
    }

    private List<String> read(List<String> arguments) {
        var read = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.equals("--")) {
                read.addAll(arguments.subList(i, arguments.size()));
                break;
            }
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || !name.endsWith(ENDING) || SECRETS.contains(name)) {
                read.add(argument);
                continue;
            }
            if (equals < 0 && i + 1 == arguments.size()) throw new Usage("After " + name + " the name of a file is missing.");
            var file = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            // joined by "=", so that a text which begins with a hyphen is never taken for an option
            read.add(name.substring(0, name.length() - ENDING.length()) + "=" + text(name, file));
        }
        return read;
    }

    private String text(String option, String file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(option, file)))
                    .toString();
            if (text.startsWith("\uFEFF")) text = text.substring(1);
            if (text.endsWith("\r\n")) return text.substring(0, text.length() - 2);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException foreign) {
            throw new Usage(named(option, file) + " is not UTF-8 text.");
        } catch (NoSuchFileException missing) {
            throw new Usage(named(option, file) + " is not there.");
        } catch (IOException | InvalidPathException unreadable) {
            throw new Usage(named(option, file) + " cannot be read.");
        }
    }

    private byte[] bytes(String option, String file) throws IOException {
        if (!file.equals("-")) {
            try (var in = Files.newInputStream(Path.of(file))) {
                return bytes(option, file, in);
            }
        }
        if (inputIsRead) throw new Usage("Only one text can come from standard input.");
        inputIsRead = true;
        return bytes(option, file, standardInput);
    }

    private static byte[] bytes(String option, String file, InputStream in) throws IOException {
        var bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) throw new Usage(named(option, file) + " is longer than any text may be.");
        return bytes;
    }

    private static String named(String option, String file) {
        return file.equals("-") ? "The standard input for " + option : "The file " + file + " for " + option;
    }
}
