package fourfold.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The key derivation of one person's slot, alone.
public final class Derivation {

    private Derivation() {}

    /// How long it takes in nanoseconds, at the cost that the slot says.
    public static long time(Path folder, String user) throws IOException {
        var slot = new VaultFolder(folder).keys().resolve(user + ".slot");
        var cost = Cost.of(StrictJson.read(Files.readAllBytes(slot)).members().get("kdf"));
        long before = System.nanoTime();
        KeyDerivation.derive(new byte[24], new byte[KeyDerivation.SALT], cost);
        return System.nanoTime() - before;
    }
}
