package fourfold.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes case text out of the process list: `--NAME-file F` stands for `--NAME TEXT` with the text of that file, or of
/// standard input where F is `-`. One line end at the very end is not part of the text.
final class TextFiles {

    private static final Set<String> FILES_THEMSELVES =
            Set.of("--passphrase-file", "--new-passphrase-file", "--recovery-code-file");

    private TextFiles() {}

    /// The arguments with the texts in their place.
    ///
    /// @throws IOException when a file cannot be read
    static List<String> read(List<String> arguments, InputStream standardInput) throws IOException {
        var read = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            boolean isText = name.startsWith("--") && name.endsWith("-file") && !FILES_THEMSELVES.contains(name);
            if (!isText || (equals < 0 && i + 1 == arguments.size())) {
                read.add(argument);
                continue;
            }
            var file = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            read.add(name.substring(0, name.length() - "-file".length()));
            read.add(text(file, standardInput));
        }
        return read;
    }

    private static String text(String file, InputStream standardInput) throws IOException {
        var bytes = file.equals("-") ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(file));
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.endsWith("\r\n")) return text.substring(0, text.length() - 2);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
