package fourfold.guard;

import fourfold.core.kernel.Json;
import fourfold.core.settings.PublicationKind;
import fourfold.packet.PacketFormat;
import fourfold.packet.Published;
import fourfold.packet.Receipt;
import fourfold.vault.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The versions of all formats that the program writes now, read from what it has written.
final class GoldenFormats {

    /// Where the version stands in the header of a segment.
    private static final int SEGMENT_VERSION = 8;

    private GoldenFormats() {}

    /// The formats of a vault, of a backup of it, and of what travels.
    static String of(Path vault, String user, Path backup) throws IOException {
        var segment = Files.readAllBytes(vault.resolve("journal").resolve("00000001"));
        var magic = Arrays.copyOf(Files.readAllBytes(backup), 4);
        return "vault " + json(vault.resolve("vault.json")).get("format").whole()
                + ", suite " + json(vault.resolve("vault.json")).get("suite").text()
                + ", slot " + json(vault.resolve("keys").resolve(user + ".slot")).get("format").whole()
                + ", journal " + ByteBuffer.wrap(segment).getInt(SEGMENT_VERSION)
                + ", backup " + new String(magic, StandardCharsets.US_ASCII)
                + ", package " + PacketFormat.VERSION
                + ", receipt " + receipt().json().get("version").whole()
                + ", publication " + published().json().get("version").whole();
    }

    private static Json.Members json(Path file) throws IOException {
        return StrictJson.read(Files.readAllBytes(file)).members();
    }

    private static Receipt receipt() {
        return new Receipt(new UUID(1, 1), "", 1, "EMSOU", "Derbyshire", Instant.EPOCH, "", "", List.of());
    }

    private static Published published() {
        return new Published(
                new UUID(1, 1), PublicationKind.CERTIFICATES, 1, "EMSOU", "", List.of(), Instant.EPOCH, LocalDate.EPOCH, "",
                Json.of(Map.of()));
    }
}
