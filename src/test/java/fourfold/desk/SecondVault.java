package fourfold.desk;

import fourfold.core.access.Role;
import java.nio.file.Path;
import java.util.EnumSet;

/// A neighbour's vault, so that there is somebody to trust and to send to.
public final class SecondVault {

    private SecondVault() {}

    /// A new vault of Derbyshire with its administrator and LRO Y90001.
    public static Office begin(Path folder, Surroundings surroundings) {
        return new VaultDesk(surroundings)
                .begin(new VaultDesk.Begin(
                        folder,
                        "Derbyshire",
                        "Y90001",
                        "Neighbour",
                        EnumSet.of(Role.ADMINISTRATOR, Role.LRO),
                        TestVaults.PASSPHRASE.toCharArray()))
                .orThrow()
                .office();
    }
}
