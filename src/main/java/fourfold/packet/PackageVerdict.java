package fourfold.packet;

import java.util.List;

/// What came of looking at a package: every gate let it through, or one refused it.
public sealed interface PackageVerdict {

    /// Whole, signed, addressed rightly, and every act in it signed by its author.
    ///
    /// @param signedBy the label of the person who signed it
    /// @param unit the fingerprint of the certificate of the unit that vouches for that person
    /// @param sha256 of the package's file, in hexadecimal
    /// @param fromUs whether our own unit wrote it, in whatever copy of its vault
    /// @param files the names in it, in order
    record Sound(Manifest manifest, String signedBy, String unit, String sha256, boolean fromUs, List<String> files)
            implements PackageVerdict {
        public Sound {
            files = List.copyOf(files);
        }
    }

    /// Refused; nothing of it was used.
    ///
    /// @param flaw what is wrong with it
    /// @param sentence the same for a person
    record Refused(PacketFlaw flaw, String sentence) implements PackageVerdict {}
}
