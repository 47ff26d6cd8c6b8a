package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.sync.Author;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.PersonCertificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What the certificates of the trusted units vouch for.
///
/// @param units the certificates of each, the own unit's among them
record CertifiedRoles(List<AgencyCertificates> units) implements Sifting.Roles {

    @Override
    public Set<Role> at(Author author, Instant time, Supplier<List<byte[]>> signed, byte[] signature) {
        var certificates = units.stream()
                .filter(unit -> unit.agency().equals(author.agency()))
                .flatMap(unit -> unit.everyCertificateOf(author.user()).stream())
                .toList();
        // who is a supervisor in one office is none in another: the key that signed says which one it was
        return certificates.stream()
                .filter(one -> certificates.size() == 1 || one.verifiesAct(signed.get(), signature))
                .map(certificate -> roles(certificate, time))
                .collect(HashSet::new, Set::addAll, Set::addAll);
    }

    /// A clock that ran behind when its owner was first vouched for takes away no right.
    private static Set<Role> roles(PersonCertificate certificate, Instant time) {
        return certificate.standingAt(time).isPresent()
                ? certificate.rolesAt(time)
                : certificate.history().getFirst().roles();
    }
}
