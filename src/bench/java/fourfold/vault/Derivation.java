package fourfold.vault;

import java.io.IOException;
import java.nio.file.Path;

/// The key derivation of one person's slot, alone.
public final class Derivation {

    private Derivation() {}

    /// How long it takes in nanoseconds, at the cost that the slot says.
    public static long time(Means means, Path folder, String user) throws IOException {
        try (var vault = Vault.open(means, folder).orThrow()) {
            var slot = vault.shelf().find(KeySlot.Kind.PERSON, user).slot().orElseThrow();
            long before = System.nanoTime();
            KeyDerivation.derive(new byte[24], slot.salt(), slot.cost());
            return System.nanoTime() - before;
        }
    }
}
