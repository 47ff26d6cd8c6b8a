package fourfold.vault;

import java.io.IOException;

/// What a test needs to see of a vault from outside: the unit's key for `gpg`, and messages that no vault would write.
public final class VaultSecrets {

    private VaultSecrets() {}

    /// The unit's key without its certifying part, as `gpg --import` takes it.
    public static byte[] unitKey(OpenVault vault) throws IOException {
        return OpenPgp.bytes(new KeyRoom(vault.vault(), vault.keys()).unit());
    }

    /// A message to the unit that nobody has signed.
    public static byte[] unsigned(OpenVault addressee, byte[] content) {
        return KeyRoom.sealedTo(addressee.own().unit(), content);
    }
}
