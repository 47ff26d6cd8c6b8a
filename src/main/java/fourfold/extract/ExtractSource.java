package fourfold.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// An extract that can be read from its beginning more than once: a file, or one carried in the program.
public interface ExtractSource {

    /// The file's name as sentences give it, without its folder.
    String name();

    /// The number of bytes, for progress only.
    long size() throws IOException;

    /// The bytes from the beginning.
    InputStream open() throws IOException;

    /// A file.
    static ExtractSource of(Path file) {
        var name = file.getFileName();
        return new ExtractSource() {
            @Override
            public String name() {
                return name == null ? file.toString() : name.toString();
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }

    /// Bytes already in memory.
    static ExtractSource of(String name, byte[] bytes) {
        return new ExtractSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
