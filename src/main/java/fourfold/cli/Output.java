package fourfold.cli;

import fourfold.core.kernel.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Standard output: UTF-8 whatever the terminal is set to, since the next program reads it.
final class Output {

    private final PrintStream stream;

    Output(PrintStream stream) {
        this.stream = stream;
    }

    /// One value on one line, in the form of RFC 8785.
    void line(Json json) {
        writing(writer -> {
            put(writer, json.canonicalText());
            put(writer, "\n");
        });
    }

    /// A list on one line, written one value at a time so that a long one is never in memory as a text.
    void list(Stream<? extends Json> values) {
        writing(writer -> {
            put(writer, "[");
            var separator = new String[] {""};
            values.forEach(value -> {
                put(writer, separator[0]);
                put(writer, value.canonicalText());
                separator[0] = ",";
            });
            put(writer, "]\n");
        });
    }

    /// Whatever the writing writes.
    void writing(Consumer<Writer> writing) {
        var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16) {
            /// The stream is the terminal's, not ours to close.
            @Override
            public void close() throws IOException {
                flush();
            }
        };
        try {
            writing.accept(writer);
            writer.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        // a reader that has gone (`fourfold list threats | head`) is no fault: PrintStream keeps silent about it
    }

    private static void put(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
